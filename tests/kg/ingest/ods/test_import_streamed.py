"""An import that is too large to be held: streamed in, it says what a small one says."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from kg.analysis.lineage import stored
from kg.errors import InvalidWrite
from kg.ingest.ods.differences import differences
from kg.ingest.ods.facts import Import
from kg.ingest.ods.known import Register
from kg.ingest.ods.layout import official
from kg.ingest.ods.parts import lines, parts
from kg.ingest.ods.survey import Survey
from kg.model.names import PREFIXES, mint
from kg.model.terms import Iri
from kg.release import opened
from kg.release.catalogue import Catalogue
from kg.release.documents.commit import follow
from kg.release.opened import ReleaseInfo
from kg.release.writer.large.loading import Document, Silent
from kg.release.writer.run import HISTORY
from kg.release.writer.work import Done, Put, Withdraw
from kg.release.writer.writer import Writer
from kg.search.find import Search
from kg.store.formats import TRIPLES, by_name
from kg.store.oxigraph import OxigraphStore
from tests.bench.import_ods import official_row

NTRIPLES = by_name("ntriples", TRIPLES)
Graphs = dict[str, set[bytes]]


@pytest.fixture
def work(write: Callable[..., Path]) -> Import:
    path = write(
        official_row("00C", "NHS DARLINGTON TOWN CCG", "20130401", "20200331"),
        official_row("00J", "NHS NORTH DURHAM CCG", "20130401", "20210101"),
        official_row("00L", "NORTHUMBERLAND SUB-ICB LOCATION", "20130401", area="QOQ"),
        official_row("QF7", "NHS SOUTH YORKSHIRE INTEGRATED CARE BOARD", "20220701", "20270331"),
        official_row("A81001", "THE DENSHAM SURGERY", "19740401", parent="00L", joined="20220701"),
    )  # fmt: skip
    return Import([official(path)], "2026-11-01", "2026-11-01")


@pytest.fixture
def said(work: Import, known: Register, tmp_path: Path) -> Document:
    survey = Survey([official(tmp_path / "eccg.csv")], known)
    found = list(differences(survey, known))
    return Document(work.graph, list(lines(work, lambda: found, described=False)), "import ods")


def told(place: Path) -> Graphs:
    """What every graph says but the history, and under no name what the merge of them says."""
    store = OxigraphStore.sealed(Catalogue(place).current() / "store")
    found = {str(name): dumped(store, name) for name in store.graph_names()}
    history = found.pop(HISTORY, set())
    return {each: said for each, said in found.items() if said} | {
        "": dumped(store, None) - history
    }


def dumped(store: OxigraphStore, name: Iri | None) -> set[bytes]:
    sink = BytesIO()
    store.dump(name, sink, NTRIPLES)
    return set(sink.getvalue().splitlines())


def loaded(place: Path, document: Document) -> Done:
    writer = Writer(place, shacl="refuse")
    try:
        return writer.load(document, Silent())
    finally:
        writer.close()


def withdrawn(place: Path, sequence: int) -> Done:
    writer = Writer(place)
    try:
        (done,) = writer.commit_whole([Withdraw(sequence)])
        return done
    finally:
        writer.close()


def derived(place: Path) -> Graphs:
    """The same once the rules were run, as they are for a small write."""
    says = f"<urn:a> <{PREFIXES['cot']}name> 'A' ."
    writer = Writer(place)
    try:
        writer.commit([Put(Iri("urn:g"), says.encode(), "text/turtle")])
        writer.commit_whole([Withdraw(1)])
        follow(place, writer)
    finally:
        writer.close()
    return told(place)


def test_a_stream_says_what_small_documents_say_with_all_that_follows(
    place: Path, said: Document, work: Import, known: Register, tmp_path: Path
) -> None:
    small = shutil.copytree(place, tmp_path / "small")
    survey = Survey([official(tmp_path / "eccg.csv")], known)
    documents = parts(work, lambda: differences(survey, known), described=False)
    writer = Writer(small, shacl="refuse")
    asked = (Put(work.graph, each, "application/n-triples", replace=False) for each in documents)
    (put,) = writer.commit_whole(asked)
    follow(small, writer)
    writer.close()

    done = loaded(place, said)

    assert (done.sequence, done.created, done.added) == (1, True, put.added)
    assert done.release == "rtables+2"
    assert told(place) == told(small)
    info = ReleaseInfo.read(Catalogue(place).current())
    store = OxigraphStore.sealed(Catalogue(place).current() / "store")
    assert (info.sequence, info.derived) == (2, 2)
    assert (info.triples, info.statements) == (store.merged_size(), len(store))
    found = Search(place / "releases" / done.release / "search.sqlite").find("densham surgery")
    assert [each.iri for each in found] == [mint("organisation", "A81001", "gp-practice")]
    again = loaded(place, said)  # says nothing new, so makes no release
    assert (again.added, again.release) == (0, "rtables+2")
    assert Catalogue(place).current().name == "rtables+2"


@pytest.mark.timeout(900)
def test_it_is_taken_back_and_taken_in_again(place: Path, said: Document, tmp_path: Path) -> None:
    before = derived(shutil.copytree(place, tmp_path / "before"))
    done = loaded(place, said)
    after = told(place)

    back = withdrawn(place, done.sequence)
    assert (back.added, back.removed) == (0, done.added)
    assert told(place) == before

    again = withdrawn(place, back.sequence)
    assert (again.added, again.removed) == (done.added, 0)
    assert told(place) == after


def test_the_lineage_of_a_large_graph_lies_beside_it_and_follows(
    place: Path, said: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened, "LARGE", 0)
    body = mint("organisation", "00C", "ccg")
    says = f"<{body}> <{PREFIXES['cot']}name> 'Darlington of late' ."

    loaded(place, said)
    first = lineage_of(place)
    writer = Writer(place)
    writer.commit([Put(Iri("urn:g"), says.encode(), "text/turtle")])
    kept = lineage_of(place)  # the rules have not run yet
    follow(place, writer)
    writer.close()

    assert first["steps"]
    assert kept == first
    assert lineage_of(place) != first


def lineage_of(place: Path) -> dict[str, list[object]]:
    release = opened.OpenRelease(Catalogue(place).current())
    beside = stored.read(release.folder / stored.FILE)
    assert beside is not None
    return {"bodies": list(beside.bodies.values()), "steps": list(beside.steps)}


def test_what_breaks_a_shape_is_refused_whole(place: Path, said: Document) -> None:
    body = mint("organisation", "ZZ9", "ccg")
    says = (
        f"{body.nt()} <{PREFIXES['rdf']}type> <{PREFIXES['cot']}Organisation> {said.graph.nt()} .\n"
    )
    broken = said._replace(blocks=[*said.blocks, [says.encode()]])

    with pytest.raises(InvalidWrite) as refused:
        loaded(place, broken)

    assert "organisation/ZZ9/ccg" in refused.value.at
    assert Catalogue(place).current().name == "rtables"
    assert loaded(place, said).release == "rtables+2"  # what was refused holds no lock


def test_what_rules_would_say_of_blank_nodes_of_users_is_left_out(
    place: Path, said: Document, tmp_path: Path
) -> None:
    model = PREFIXES["cot"]
    says = f"[] a <{model}Organisation> ; <{model}name> 'Nobody' ; <{model}start> '2013-04-01' ."
    writer = Writer(place)
    writer.commit([Put(Iri("urn:g"), says.encode(), "text/turtle")])
    writer.close()

    done = loaded(place, said)

    assert done.release == "rtables+3"
    assert any(b"Nobody" in each for each in told(place)["urn:g"])
    rules = [said for name, said in told(place).items() if "/derived/" in name]
    assert rules
    assert not any(each.startswith(b"_:") for said in rules for each in said)
