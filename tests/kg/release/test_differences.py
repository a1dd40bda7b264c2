"""Two releases compared: by hand, against plain sets, and with blank nodes."""

import gzip
import random
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.release import statements
from kg.release.build import ensure
from kg.release.differences import Change, Difference, Totals, differences
from kg.release.statements import WRITTEN, Said, lines
from kg.settings import store_folder

G, H = "<urn:g>", "<urn:h>"


def written(folder: Path, *found: str) -> Path:
    """A release folder that holds these lines."""
    folder.mkdir()
    text = "".join(sorted({f"{each} .\n" for each in found}))
    (folder / WRITTEN).write_bytes(gzip.compress(text.encode()))
    return folder


def foreign(folder: Path, text: str) -> Path:
    """A release folder of foreign data, which has a store and no list of its statements."""
    place = folder / "empty+1"
    place.mkdir(parents=True)
    store = ox.Store(str(place / "store"))
    store.load(text, ox.RdfFormat.N_QUADS)
    store.flush()
    return place


def test_statements_are_told_by_thing_as_added_removed_and_changed(tmp_path: Path) -> None:
    before = written(
        tmp_path / "before",
        f'<urn:a> <urn:name> "Alder" {G}',
        f'<urn:a> <urn:code> "A1" {G}',
        f'<urn:a> <urn:tag> "one" {G}',
        f'<urn:b> <urn:name> "Birch" {G}',
        f'<urn:c> <urn:name> "Cedar" {H}',
    )
    after = written(
        tmp_path / "after",
        f'<urn:a> <urn:name> "Alder CCG" {G}',
        f'<urn:a> <urn:code> "A1" {G}',
        f'<urn:a> <urn:tag> "two" {G}',
        f'<urn:a> <urn:tag> "three" {G}',
        f'<urn:c> <urn:name> "Cedar" {H}',
        f'<urn:d> <urn:name> "Damson" {H}',
    )
    totals = Totals()

    found = list(totals.count(differences(before, after)))

    def said(thing: str, name: str, value: str, graph: str = G) -> Said:
        return Said(f"<urn:{thing}>", f"<urn:{name}>", f'"{value}"', graph)

    assert found == [
        Difference(
            "<urn:a>",
            "changed",
            # The order is that of the lines.
            added=(said("a", "tag", "three"), said("a", "tag", "two")),
            removed=(said("a", "tag", "one"),),
            changed=(Change(said("a", "name", "Alder"), said("a", "name", "Alder CCG")),),
        ),
        Difference("<urn:b>", "gone", removed=(said("b", "name", "Birch"),)),
        Difference("<urn:d>", "new", added=(said("d", "name", "Damson", H),)),
    ]
    assert totals.things == {"changed": 1, "gone": 1, "new": 1}
    assert totals.graphs == {G: {"added": 2, "removed": 2, "changed": 1}, H: {"added": 1}}
    assert [each.within("urn:h") for each in found] == [None, None, found[2]]


def test_a_thing_with_nothing_in_common_is_changed_not_new_or_gone(tmp_path: Path) -> None:
    before = written(tmp_path / "before", f'<urn:a> <urn:p> "1" {G}')
    after = written(tmp_path / "after", f'<urn:a> <urn:q> "1" {G}')

    assert [each.state for each in differences(before, after)] == ["changed"]


def test_the_shipped_release_with_some_lines_changed_agrees_with_plain_sets(
    tmp_path: Path,
) -> None:
    shipped = list(lines(ensure(store_folder())))
    chosen = random.Random(6)
    kept = {each for each in shipped if chosen.random() > 0.01}
    others = {each.replace(" <", " <urn:x:", 1) for each in shipped if chosen.random() > 0.99}
    before, after = set(shipped), kept | others
    one = written(tmp_path / "one", *(each[:-3] for each in before))
    two = written(tmp_path / "two", *(each[:-3] for each in after))

    found = list(differences(one, two))

    def told(statement: Said) -> str:
        return " ".join(statement) + " .\n"

    changed = [each for difference in found for each in difference.changed]
    added = [each.now for each in changed] + [x for each in found for x in each.added]
    removed = [each.was for each in changed] + [x for each in found for x in each.removed]
    assert len(added) == len(after - before)
    assert len(removed) == len(before - after)
    assert set(map(told, added)) == after - before
    assert set(map(told, removed)) == before - after
    subjects = [{each.partition(" ")[0] for each in side} for side in (before, after)]
    assert {each.thing for each in found if each.state == "gone"} == subjects[0] - subjects[1]
    assert {each.thing for each in found if each.state == "new"} == subjects[1] - subjects[0]


def test_a_release_is_read_from_its_store_as_the_build_wrote_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Parts as small as this also show that they are put together in order.
    folder = ensure(store_folder())
    built = list(lines(folder))
    monkeypatch.setattr(statements, "WRITTEN", "not there")
    monkeypatch.setattr(statements, "AT_ONCE", 30_000)

    assert list(lines(folder)) == built == sorted(set(built))


def test_blank_nodes_are_the_same_where_the_same_is_said_of_them(tmp_path: Path) -> None:
    kept = '_:{0} <urn:p> _:{1} .\n_:{1} <urn:q> "1" .\n_:{2} <urn:p> "_:x is no node" <urn:g> .\n'
    before = foreign(tmp_path / "one", kept.format("a", "b", "c") + '_:d <urn:r> "old" .\n')
    after = foreign(tmp_path / "two", kept.format("z", "y", "x") + '_:a <urn:r> "new" .\n')

    found = list(differences(before, after))

    values = sorted((each.state, (*each.added, *each.removed)[0].value) for each in found)
    assert values == [("gone", '"old"'), ("new", '"new"')]


def test_as_many_blank_nodes_with_nothing_to_tell_them_apart_are_the_same(tmp_path: Path) -> None:
    before = foreign(tmp_path / "one", '_:a <urn:p> "1" .\n_:b <urn:p> "1" .\n')
    after = foreign(tmp_path / "two", '_:c <urn:p> "1" .\n_:d <urn:p> "1" .\n_:e <urn:p> "1" .\n')

    assert [each.state for each in differences(before, after)] == ["new"]
