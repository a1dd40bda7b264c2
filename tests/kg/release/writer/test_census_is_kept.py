"""The census of a release knows every day that its graph holds, whatever has been written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import BrokenRelease
from kg.model.terms import XSD, Iri, Literal
from kg.release import sums
from kg.release.empty import ensure_empty
from kg.release.opened import OpenRelease
from kg.release.writer.work import Drop, Put, Update, Withdraw, Work
from kg.release.writer.writer import Writer
from kg.store import census
from kg.store.census import Census

DAYS = f"""SELECT ?d {{ {{ ?s ?p ?d }} UNION {{ GRAPH ?g {{ ?s ?p ?d }} }}
                FILTER (DATATYPE(?d) = <{XSD}date>) }}"""


@pytest.fixture
def foreign(tmp_path: Path) -> Iterator[Writer]:
    ensure_empty(tmp_path)
    made = Writer(tmp_path)
    yield made
    made.close()


def counted(writer: Writer, *works: Work) -> Census | None:
    for outcome in writer.commit(works):
        assert not isinstance(outcome, Exception), outcome
    found = OpenRelease(writer.release)
    if found.census:
        held = {row[0].text for row in found.store.select(DAYS).rows if isinstance(row[0], Literal)}
        assert held <= {*found.census.days, *found.census.others}
    sums.check(writer.release)
    return found.census


def added(*days: str) -> Update:
    values = ", ".join(f'"{day}"^^<{XSD}date>' for day in days)
    return Update(f"INSERT DATA {{ GRAPH <urn:g> {{ <urn:a> <urn:p> {values} }} }}")


def test_a_commit_brings_its_days_along_as_the_engine_keeps_them(foreign: Writer) -> None:
    counted(foreign, added("2015-01-02", "2015-01-01"), added("2015-01-02+00:00", "2015-02-30"))
    data = f'<urn:b> <urn:q> "2014-12-31"^^<{XSD}date> ; a <urn:C> .'.encode()

    assert counted(foreign, Put(None, data, "text/turtle")) == Census(
        {"urn:p": 4, "urn:q": 1, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": 1, "urn:C": 1},
        ("2014-12-31", "2015-01-01", "2015-01-02"),
        ("2015-01-02Z", "2015-02-30"),
    )


def test_a_day_that_is_taken_back_and_written_again_is_known(foreign: Writer) -> None:
    counted(foreign, added("2015-01-01"))
    counted(foreign, Drop(Iri("urn:g")))
    found = counted(foreign, Withdraw(2))

    assert found is not None
    assert found.days == ("2015-01-01",)


def test_nothing_is_known_after_a_change_that_only_the_engine_knows(foreign: Writer) -> None:
    counted(foreign, added("2015-01-01"))
    copies = "INSERT { GRAPH ?h { _:n ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } BIND(?g AS ?h) }"

    assert counted(foreign, Update(copies)) is None
    assert counted(foreign, added("2015-01-02")) is None


def test_a_writer_that_begins_anew_goes_on_from_what_was_known(tmp_path: Path) -> None:
    ensure_empty(tmp_path)
    for day in ("2015-01-01", "2015-01-02"):
        writer = Writer(tmp_path)
        found = counted(writer, added(day))
        writer.close()

    assert found is not None
    assert found.days == ("2015-01-01", "2015-01-02")


def test_a_release_that_was_built_before_there_was_a_census_stays_without(writer: Writer) -> None:
    assert counted(writer, added("2015-01-01")) is None


def test_a_census_that_has_changed_on_the_disk_is_found_out(foreign: Writer) -> None:
    counted(foreign, added("2015-01-01"))
    path = foreign.release / census.FILE
    text = path.read_text("utf-8")
    path.unlink()
    path.write_text(text.replace("2015-01-01", "2015-01-09"), encoding="utf-8")

    with pytest.raises(BrokenRelease, match=census.FILE):
        sums.check(foreign.release)
