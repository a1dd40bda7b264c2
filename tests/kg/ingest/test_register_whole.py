"""All the tables together: nothing dangles, everything says where it is from."""

from __future__ import annotations

import csv
import os
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from kg.ingest.annotations import read as annotated
from kg.model.names import ID, RDF_TYPE, cot
from kg.model.terms import Iri, Statement
from kg.resources import folder

DATA = folder("kg.data")
Rows = Callable[[str], list[dict[str, str]]]


def test_every_source_of_the_tables_is_used_and_dated_or_said_not_to_be(rows: Rows) -> None:
    used = {
        source
        for path in DATA.glob("*/*.csv")
        for row in rows(f"{path.parent.name}/{path.stem}")
        for source in row.get("source", "").split("|")
    }
    for name in ("register/sources", "editorial/sources"):
        for row in rows(name):
            assert row["key"] in used
            assert bool(row["date"]) == (row["date_basis"] != "notStated"), row


def test_nothing_in_the_register_points_at_what_is_not_there(
    statements: list[Statement],
) -> None:
    # Tables also refer to what annotations describe.
    described = [*statements, *annotated(DATA / "annotations")]
    typed = {each.subject for each in described if each.predicate == RDF_TYPE}

    assert {
        each.object
        for each in statements
        if isinstance(each.object, Iri) and each.object.startswith(ID) and each.object not in typed
    } == set()


def test_every_typed_node_says_its_corpora_and_its_evidence(statements: list[Statement]) -> None:
    said: defaultdict[Iri, set[str]] = defaultdict(set)
    for each in statements:
        said[each.subject].add(each.predicate)
    typed = [each for each in statements if each.predicate == RDF_TYPE]
    without = [each.subject for each in typed if cot("corpus") not in said[each.subject]]
    unproved = [
        each.subject
        for each in typed
        if each.object not in {cot("Citation"), cot("SourceGraph")}
        and cot("evidence") not in said[each.subject]
    ]

    assert (without, unproved) == ([], [])


def test_the_tables_say_what_the_reference_tables_say(rows: Rows) -> None:
    place = os.environ.get("COTERMINOUS_SHARED")
    if not place:
        pytest.skip("COTERMINOUS_SHARED is not set, so there are no reference tables to compare")

    def shared(name: str) -> list[Mapping[str, str]]:
        with (Path(place) / "data" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    lives = ("ods_code", "name", "opened", "closed")
    assert [tuple(row[each] for each in lives) for row in rows("register/ccgs")] == [
        tuple(row[each] for each in lives) for row in shared("ccgs")
    ]
    ours = {
        (row["fact"], row["role"], row["from"], row["to"], row["as_of"], body.partition("/")[0])
        for row in rows("editorial/officers")
        for body in row["bodies"].split("|")
    }
    assert ours == {
        tuple(row[each] for each in ("fact_id", "role", "from", "to", "as_of", "org_code"))
        for name in ("officers", "officers_2")
        for row in shared(name)
    }
