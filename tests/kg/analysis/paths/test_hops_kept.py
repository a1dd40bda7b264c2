"""The hops of a graph beside it: read back as they were, or not at all."""

from pathlib import Path

import pytest

from kg.analysis.paths.adjacency import Adjacency
from kg.analysis.paths.build import build
from kg.analysis.paths.stored import read, write
from kg.analysis.paths.texts import Places, SortedTexts
from kg.model.ontology import load
from kg.questions.library import Library
from kg.store.oxigraph import OxigraphStore
from tests.kg.analysis.paths.world import world


@pytest.fixture
def made() -> Adjacency:
    return build(OxigraphStore.memory(world()), Library(), load())


def test_hops_are_read_back_as_they_were_written(made: Adjacency, tmp_path: Path) -> None:
    write(made, tmp_path / "one")
    write(build(OxigraphStore.memory(world()), Library(), load()), tmp_path / "two")

    assert len(made) > 5
    assert read(tmp_path / "one") == made
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_what_was_read_back_can_be_written_again(made: Adjacency, tmp_path: Path) -> None:
    write(made, tmp_path / "one")
    again = read(tmp_path / "one")
    assert again is not None
    write(again, tmp_path / "two")

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_each_owner_has_a_link_that_it_bears_out(made: Adjacency) -> None:
    for owner in made.owners:
        number = made.owned(owner)
        assert number is not None
        assert made.owners[made.link_owner[number]] == owner
    assert made.owned("tenure/of-nobody") is None


def test_what_is_of_another_form_is_not_read(made: Adjacency, tmp_path: Path) -> None:
    path = tmp_path / "hops"
    assert read(path) is None

    write(made, path)
    path.write_bytes(path.read_bytes().replace(b'"form":2', b'"form":9', 1))
    assert read(path) is None

    for other in (b"something else\n", b""):
        path.write_bytes(other)
        assert read(path) is None


def test_texts_are_found_by_their_place_and_their_place_by_them() -> None:
    listed = ["", "a", "ab", "b", "é", "\U0001f3e5"]
    texts = SortedTexts.of(reversed(listed))

    assert list(texts) == listed
    assert [texts.place(each) for each in listed] == list(range(6))
    assert texts.place("aa") is None
    assert texts.place("z") is None
    assert dict(Places(texts)) == {each: number for number, each in enumerate(listed)}
    assert texts[-1] == listed[-1]
    assert texts[1:3] == ["a", "ab"]
    with pytest.raises(IndexError):
        texts[6]
