"""A release is published and asked elsewhere by what people type."""

import json
from pathlib import Path

import pytest

from kg.cli.main import run
from kg.settings import addresses_of, place_of
from tests.conftest import publish, tiny_statements
from tests.kg.store.remote.engines import needed, oxigraph, store_of


def test_a_release_is_published_compared_and_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = tmp_path / "here"
    publish(here, "r1", tiny_statements())
    with needed(), oxigraph(tmp_path / "data") as running:
        there = store_of(tmp_path, running.address)

        def typed(*words: str) -> tuple[int, str]:
            code = run([*words])
            return code, capsys.readouterr().out

        before = typed("build", "--store", str(here), "--to", running.address, "--verify")
        made = typed("build", "--store", str(here), "--to", running.address, "--json")
        after = typed("build", "--store", str(here), "--to", running.address, "--verify")
        asked = typed("ask", "bodies/count-on-day", "--store", str(there), "--json")

    assert (before[0], "not whole" in before[1]) == (1, True)
    told = json.loads(made[1])
    assert (made[0], told["release"], len(told["same"]), told["different"]) == (0, "r1", 3, {})
    assert after == (0, "Release r1: 3 of 3 graphs are the same there.\n")
    assert (asked[0], json.loads(asked[1])["release"]) == (0, "r1")


def test_an_address_that_is_none_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["build", "--store", str(tmp_path), "--to", "localhost"]) == 1
    assert "'localhost' is no address" in capsys.readouterr().err


def test_a_store_is_a_folder_or_an_engine() -> None:
    assert place_of("here/store") == Path("here/store")
    assert addresses_of(Path("here/store")) == ()
    engine = place_of("https://a.test/sparql?x=1&y=2, https://b.test/sparql")
    assert addresses_of(engine) == ("https://a.test/sparql?x=1&y=2", "https://b.test/sparql")
