"""The W3C's tests of SPARQL, asked over HTTP of the service with `--data none`.

What is known to fail is in `known-failures.csv`, each with its reason; a new failure fails here,
and so does a failure that is none any more.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable
from pathlib import Path

import pytest
import rdflib
from rdflib import Graph

from tests.conformance import answers
from tests.conformance.manifests import Case, Data, cases
from tests.conftest import Served

TESTS = os.environ.get("COTERMINOUS_RDF_TESTS", "")
KNOWN = Path(__file__).parent / "known-failures.csv"
AUTHORIZED = {"authorization": "Bearer conformance"}
EVERYTHING = "SELECT ?g ?s ?p ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
NOT_READ = (400, 413)
"""What is read may still be refused: as 403 if it would call another service, and as 404 or 409
where a graph that it names is not there, or is."""
OF_OLD = "sparql11/aggregates/agg-empty-group"
"""A test that only the copy of 2012 has; those of 2014 and later have others in its place."""

pytestmark = [
    pytest.mark.skipif(not TESTS, reason="COTERMINOUS_RDF_TESTS names no folder of the tests"),
    pytest.mark.timeout(1200),
]


@pytest.fixture(scope="module")
def suite() -> list[Case]:
    """All tests of the folder."""
    found = cases(Path(TESTS))
    assert len(found) > 800, "the folder holds few tests, or none"
    return found


@pytest.fixture(scope="module")
def known(suite: list[Case]) -> dict[str, str]:
    """The tests of this copy that are known to fail, with the reason of each.

    A test that was changed since is known to fail in the one copy (`of 2012` or `later`) only.
    """
    other = "later" if any(each.name == OF_OLD for each in suite) else "of 2012"
    with KNOWN.open(encoding="utf-8", newline="") as file:
        return {row["test"]: row["reason"] for row in csv.DictReader(file) if row["copy"] != other}


def of(suite: Iterable[Case], *kinds: str) -> list[Case]:
    return sorted(
        (each for each in suite if each.kind in kinds),
        key=lambda each: (repr(each.data), each.name),
    )


def told(failed: Iterable[Case], known: dict[str, str], among: list[Case]) -> None:
    """Compare with what is known: nothing else fails, and nothing of it has come right."""
    names, wrong = {each.name for each in among}, {each.name for each in failed}
    new, mended = wrong - set(known), (names & set(known)) - wrong
    assert (sorted(new), sorted(mended)) == ([], [])


def test_every_query_gives_what_it_should(
    empty: Served, suite: list[Case], known: dict[str, str]
) -> None:
    asked, loaded, failed = of(suite, "query"), None, []
    for case in asked:
        if case.data != loaded:
            load(empty, case.data)
            loaded = case.data
        if not is_answered(empty, case):
            failed.append(case)

    told(failed, known, asked)


def test_every_update_leaves_what_it_should(
    empty: Served, suite: list[Case], known: dict[str, str]
) -> None:
    asked, failed = of(suite, "update"), []
    for case in asked:
        load(empty, case.data)
        status = update(empty, f"BASE <{case.base}>\n{case.text}")
        assert case.after is not None
        found = empty.client.post("/sparql", data={"query": EVERYTHING}, headers=JSON)
        if status != 200 or not answers.equal(
            answers.from_json(found.content), everything(case.after)
        ):
            failed.append(case)

    told(failed, known, asked)


def test_every_syntax_is_taken_or_refused_as_it_should(
    empty: Served, suite: list[Case], known: dict[str, str]
) -> None:
    asked, failed = of(suite, "good query", "bad query", "good update", "bad update"), []
    load(empty, Data())
    for case in asked:
        text = f"BASE <{case.base}>\n{case.text}"
        if case.kind.endswith("query"):
            status = empty.client.post("/sparql", data={"query": text}).status_code
        else:
            status = update(empty, text)
        assert status < 500, case
        if (status in NOT_READ) != case.kind.startswith("bad"):
            failed.append(case)

    told(failed, known, asked)


def test_what_is_known_to_fail_is_among_the_tests(suite: list[Case], known: dict[str, str]) -> None:
    names = {each.name for each in suite}

    # later copies do not all have every test
    assert OF_OLD not in names or [name for name in known if name not in names] == []
    assert [name for name, reason in known.items() if not reason.strip()] == []


JSON = {"accept": "application/sparql-results+json"}
_FILES = {".csv": "text/csv", ".tsv": "text/tab-separated-values"}


def is_answered(served: Served, case: Case) -> bool:
    """Whether the service gives what the test says."""
    assert case.result is not None
    query = f"BASE <{case.base}>\n{case.text}"
    ending = case.result.suffix
    accept = _FILES.get(ending, f"{JSON['accept']}, application/n-triples;q=0.9")
    response = served.client.post("/sparql", data={"query": query}, headers={"accept": accept})
    if response.status_code != 200:
        return False
    if ending in _FILES:
        separator = "," if ending == ".csv" else "\t"
        wanted = case.result.read_bytes().decode()
        return answers.cells(response.text, separator) == answers.cells(wanted, separator)
    if response.headers["content-type"].startswith("application/n-triples"):
        return answers.equal(answers.triples(response.content), answers.expected(case.result))
    both = answers.from_json(response.content), answers.expected(case.result)
    return answers.equal(*(answers.distinct(each) if case.lax else each for each in both))


def load(served: Served, data: Data) -> None:
    """Have the store hold this and nothing else."""
    blocks = [parsed(path) for path in data.default]
    blocks += [f"GRAPH <{name}> {{ {parsed(path)} }}" for name, path in data.named]
    held = "\n".join(blocks)
    assert update(served, f"DROP ALL ; INSERT DATA {{ {held} }}") == 200


def update(served: Served, text: str) -> int:
    return served.client.post("/update", data={"update": text}, headers=AUTHORIZED).status_code


def parsed(path: Path) -> str:
    """A file as N-Triples, its literals as they are written."""
    return read(path).serialize(format="nt")


def read(path: Path) -> Graph:
    before, rdflib.NORMALIZE_LITERALS = rdflib.NORMALIZE_LITERALS, False
    try:
        kind = "xml" if path.suffix == ".rdf" else "turtle"
        place = "http://w3c.test/" + "/".join(path.parts[-3:])
        return Graph().parse(path, format=kind, publicID=place)
    finally:
        rdflib.NORMALIZE_LITERALS = before


def everything(data: Data) -> list[answers.Row]:
    """All that the data says, as rows of graph, subject, predicate and object."""
    rows: list[answers.Row] = []
    for name, path in [*((None, each) for each in data.default), *data.named]:
        place = {"g": ("uri", name, "")} if name else {}
        for triple in read(path):
            cells = zip("spo", map(answers.of_node, triple), strict=True)
            rows.append(dict(cells) | place)
    return rows
