"""`coterminous import ods` as a person types it: shown, written, taken back, and killed."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InvalidInput, InvalidWrite
from kg.ingest.ods.differences import differences
from kg.ingest.ods.facts import Import
from kg.ingest.ods.known import Register
from kg.ingest.ods.layout import official
from kg.ingest.ods.parts import parts
from kg.ingest.ods.survey import Survey
from kg.model.names import PREFIXES, RDFS_LABEL, graph, mint
from kg.model.rdf import triples
from kg.model.terms import Iri
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from kg.release.sources import schema
from kg.release.writer.work import Done, Put
from kg.release.writer.writer import Writer, take_over
from kg.resources import folder
from kg.store.formats import TRIPLES, by_name
from kg.validate.shapes import Touched
from tests.bench.import_ods import official_row
from tests.bench.import_ods import write as write_synthetic
from tests.conftest import publish

NTRIPLES = by_name("ntriples", TRIPLES)
PROLOGUE = f"PREFIX cot: <{PREFIXES['cot']}> PREFIX id: <{PREFIXES['id']}> "


def command(place: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-m", "server", *arguments, "--store", str(place)]


def coterminous(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"COLUMNS": "120"}
    return subprocess.run(
        command(place, *arguments), env=environment, capture_output=True, text=True, check=False
    )


def asked(place: Path, query: str) -> list[tuple[str, ...]]:
    release = OpenRelease(Catalogue(place).current())
    rows = release.store.select(PROLOGUE + query).rows
    return [tuple(str(getattr(each, "text", each)) for each in row) for row in rows]


def imported(place: Path, tmp_path: Path) -> dict[str, list[bytes]]:
    """The graphs that imports have made, each as its sorted triples."""
    store = OpenRelease(Catalogue(place).current()).store
    found = {}
    for name in store.graph_names():  # type: ignore[attr-defined]
        if name.startswith(graph("user/register/")):
            path = tmp_path / "dump.nt"
            with path.open("wb") as sink:
                store.dump(Iri(name), sink, NTRIPLES)
            found[name] = sorted(path.read_bytes().splitlines())
    return found


@pytest.fixture
def extract(write: Callable[..., Path]) -> Path:
    """An extract with one of each: new, reused, renamed, closed and re-parented, contradictory."""
    return write(
        official_row("00C", "NHS DARLINGTON TOWN CCG", "20130401", "20200331"),
        official_row("00C", "NHS TEES CCG", "20210401", "20220331"),
        official_row("00J", "NHS NORTH DURHAM CCG", "20130401", "20210101"),
        official_row("00L", "NORTHUMBERLAND SUB-ICB LOCATION", "20130401", area="QOQ"),
        official_row("QF7", "NHS SOUTH YORKSHIRE INTEGRATED CARE BOARD", "20220701", "20270331"),
        official_row("A81001", "THE DENSHAM SURGERY", "19740401", parent="00L", joined="20220701"),
    )  # fmt: skip


def test_differences_are_shown_and_nothing_is_written_unless_asked(
    place: Path, extract: Path
) -> None:
    done = coterminous(place, "import", "ods", str(extract))

    assert done.returncode == 0, done.stderr
    told = " ".join(done.stdout.split())
    assert (
        "6 lines against release rtables: 2 new, 1 closed, 1 renamed, 1 re-parented, "
        "1 contradictory Nothing was written. --apply writes it."
    ) in told
    assert Catalogue(place).current().name == "rtables"


def test_what_is_written_is_in_the_next_release_with_where_it_is_from(
    place: Path, extract: Path
) -> None:
    done = coterminous(place, "import", "ods", str(extract), "--apply", "--issued", "2026-11-01")

    assert done.returncode == 0, done.stderr
    assert "`coterminous withdraw 1` takes it back" in " ".join(done.stdout.split())
    assert Catalogue(place).current().name == "rtables+2"  # and what follows
    practice = "id:organisation\\/A81001\\/gp-practice"
    wanted = f"SELECT ?name ?start {{ {practice} cot:name ?name ; cot:start ?start }}"
    assert asked(place, wanted) == [("THE DENSHAM SURGERY", "1974-04-01")]
    labelled = f"SELECT ?label {{ GRAPH ?g {{ {practice} <{RDFS_LABEL}> ?label }} }}"
    assert asked(place, labelled) == [("THE DENSHAM SURGERY",)]
    board = "id:organisation\\/QF7\\/icb"
    assert asked(
        place,
        f"SELECT ?end ?place ?file {{ {board} cot:end ?end ; cot:evidence ?cited ."
        " ?cited cot:locator ?place ; cot:inDocument/cot:sourceFile ?file }",
    ) == [("2027-03-31", "line 5", "eccg.csv")]
    location = "id:organisation\\/00L\\/sub-icb-location"
    assert sorted(
        asked(
            place,
            f"SELECT ?to ?end {{ ?link cot:fromOrganisation {location} ;"
            " cot:toOrganisation/cot:odsCode ?to ; cot:latestStart ?from ."
            " OPTIONAL { ?link cot:latestEnd ?end } FILTER (STR(?from) >= '2024') }",
        )
    ) == [("QHM", "2026-11-01"), ("QOQ", "None")]  # fmt: skip


def test_what_is_written_breaks_no_shape(
    place: Path, extract: Path, write: Callable[..., Path]
) -> None:
    archive = write(b"A81001,A81002,R,20210401,1\n", b"00D,16C,R,20200401,1\n", name="succ.csv")
    board = b"E54000099,QF7,NHS Yorkshire South Integrated Care Board\n"
    names = write(b"ICB25CD,ICB25CDH,ICB25NM\n", board, name="icb.csv")
    districts = write(b"LAD25CD,LAD25NM\n", b"E06000099,Newland\n", name="lad.csv")
    other = write(official_row("A81002", "QUEENS PARK", "20210401"), name="gp.csv")
    files = [str(each) for each in (extract, archive, names, districts, other)]

    done = coterminous(place, "import", "ods", *files, "--apply", "--json")

    counts = json.loads(done.stdout)["counts"]
    assert counts == {
        "new": 4, "closed": 1, "renamed": 2, "re-coded": 1, "re-parented": 1, "succeeded": 2,
        "contradictory": 1,
    }  # fmt: skip
    store = OpenRelease(Catalogue(place).current()).store
    things = {Iri(row[0]) for row in asked(place, _IMPORTED)}
    shapes = Touched([each for path in folder("ontology").rglob("*.ttl") for each in triples(path)])
    assert len(things) == 37
    assert shapes.check(store, things) == []


_IMPORTED = (
    "SELECT DISTINCT ?thing { GRAPH ?graph { ?thing ?property ?value }"
    f" FILTER (STRSTARTS(STR(?graph), '{graph('user/register/')}')) }}"
)


def test_the_same_file_again_differs_in_nothing_but_what_contradicts(
    place: Path, extract: Path
) -> None:
    coterminous(place, "import", "ods", str(extract), "--apply")

    done = coterminous(place, "import", "ods", str(extract), "--apply", "--json")

    whole = json.loads(done.stdout)
    assert [each["change"] for each in whole["changes"]] == ["contradictory"]
    assert whole["commits"] == []
    assert whole["release"] == "rtables+2"


def test_an_import_is_taken_back_and_outlives_a_new_base(
    place: Path, extract: Path, tmp_path: Path
) -> None:
    coterminous(place, "import", "ods", str(extract), "--apply")
    before = imported(place, tmp_path)
    publish(place, "rnext", [*schema(folder("ontology"))])
    take_over(place)
    assert Catalogue(place).current().name.startswith("rnext+")
    assert len(before) == 1
    assert imported(place, tmp_path) == before

    Catalogue(place).point("rtables+2")
    done = coterminous(place, "withdraw", "1")

    assert done.returncode == 0, done.stderr
    assert imported(place, tmp_path) == {}


def test_a_fault_stops_the_import(place: Path, write: Callable[..., Path]) -> None:
    path = write(
        official_row("A81001", "THE DENSHAM SURGERY", "19740401"),
        official_row("A81002", "QUEENS PARK", "20200231"),
    )

    done = coterminous(place, "import", "ods", str(path), "--apply", "--json")

    whole: dict[str, Any] = json.loads(done.stdout)
    assert done.returncode == 1
    assert whole["faults"] == [
        {
            "file": str(path), "line": 2,
            "reason": "the opening day '20200231' is no day of the calendar, written YYYYMMDD",
        }
    ]  # fmt: skip
    assert whole["counts"]["new"] == 1
    assert Catalogue(place).current().name == "rtables"


def test_only_the_kinds_that_are_asked_for_are_taken(place: Path, extract: Path) -> None:
    done = coterminous(place, "import", "ods", str(extract), "--only", "gp-practice", "--json")

    assert [each["code"] for each in json.loads(done.stdout)["changes"]] == ["A81001"]


def test_killed_at_any_moment_it_has_written_all_or_nothing(
    register_release: Path, tmp_path: Path
) -> None:
    path = tmp_path / "synthetic.csv"
    write_synthetic(path, 200, sound=True)
    asks = ("import", "ods", str(path), "--apply", "--issued", "2026-11-01")
    unbroken = shutil.copytree(register_release, tmp_path / "unbroken")
    coterminous(unbroken, *asks)
    expected = imported(unbroken, tmp_path)
    assert len(expected) == 1
    chance = random.Random(17)

    for number in range(int(os.environ.get("COTERMINOUS_KILLS", "3"))):
        place = shutil.copytree(register_release, tmp_path / f"killed-{number}")
        process = subprocess.Popen(
            command(place, *asks), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        with suppress(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0.3, 6))
        process.kill()
        process.wait()

        assert imported(place, tmp_path) in ({}, expected)
        again = coterminous(place, *asks)
        assert again.returncode == 0, again.stderr
        assert imported(place, tmp_path) == expected
        shutil.rmtree(place)


def test_an_import_in_several_commits_is_one_release_and_is_taken_back_whole(
    place: Path, extract: Path, tmp_path: Path, known: Register
) -> None:
    whole = shutil.copytree(place, tmp_path / "whole")
    coterminous(whole, "import", "ods", str(extract), "--apply", "--issued", "2026-11-01")
    files = [official(extract)]
    survey = Survey(files, known)
    work = Import(files, "2026-11-01", "2026-11-01")
    writer = Writer(place, shacl="refuse")
    documents = parts(work, lambda: differences(survey, known), described=False, lines=20)
    asked = (Put(work.graph, each, "application/n-triples", replace=False) for each in documents)
    done = writer.commit_whole(asked)
    writer.close()

    assert len(done) > 3
    assert {each.release for each in done} == {f"rtables+{len(done)}"}
    assert imported(place, tmp_path) == imported(whole, tmp_path)
    assert coterminous(place, "withdraw", f"1-{len(done)}").returncode == 0
    assert imported(place, tmp_path) == {}


def test_a_piece_that_is_refused_takes_the_others_with_it(place: Path) -> None:
    writer = Writer(place, shacl="refuse")
    sound = b"<urn:a> <urn:p> 1 ."
    asked = [Put(Iri("urn:g"), each, "text/turtle") for each in (sound, b"<urn:b> <urn:p> .")]

    with pytest.raises(InvalidInput):
        writer.commit_whole(asked)
    assert Catalogue(place).current().name == "rtables"
    (done,) = writer.commit([Put(Iri("urn:g"), sound, "text/turtle")])
    writer.close()

    assert isinstance(done, Done)
    assert (done.sequence, done.added) == (1, 1)


def test_all_together_are_judged_by_the_shapes_at_the_end(place: Path) -> None:
    body = mint("organisation", "ZZ9", "ccg").nt()
    says = f"{body} a <{PREFIXES['cot']}Organisation> .".encode()
    other = b"<urn:a> a <urn:b> ."
    asked = [Put(Iri("urn:g"), x, "text/turtle", replace=False) for x in (says, other)]
    writer = Writer(place, shacl="refuse")

    with pytest.raises(InvalidWrite) as refused:
        writer.commit_whole(asked)
    writer.close()

    assert "organisation/ZZ9/ccg" in refused.value.at
    assert Catalogue(place).current().name == "rtables"
