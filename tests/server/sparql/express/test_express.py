"""What the express lane answers is, to the byte, what a reader answers; and it is little work."""

from __future__ import annotations

import random
import re
import socket
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from urllib.parse import quote

import pytest

from kg.model.names import RDF_TYPE, RDFS_LABEL, cot, mint
from kg.questions.library import Library
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from kg.store.oxigraph import OxigraphStore
from kg.store.widths import QUERY, Width, Widths, measured
from server.sparql.express.bound import MOST, anchors, estimate, steps
from server.sparql.express.lane import Lane
from server.sparql.express.shape import Pattern, cut, read
from tests.bench.sparql_asked import HEAD, KINDS, Kind, texts
from tests.bench.sparql_world import statements
from tests.conftest import Served, publish, serving

PREFIXES = HEAD + "PREFIX d: <https://w3id.org/coterminous/def#>\n"
TYPES = (
    "application/sparql-results+json",
    "text/csv",
    "application/n-triples, text/turtle;q=0.5",
    "application/sparql-results+xml;q=0.4, */*;q=0.1",
    "image/png",
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store folder of a world of some 1,700 triples."""
    folder = tmp_path_factory.mktemp("express")
    publish(folder, "express", list(statements(40)))
    return folder


@pytest.fixture(scope="module")
def release(place: Path) -> OpenRelease:
    return OpenRelease(Catalogue(place).current())


@pytest.fixture(scope="module")
def service(place: Path) -> Iterator[Served]:
    with serving(place, workers=1, cache=0) as served:
        yield served


def told(service: Served, query: str, accept: str, *more: str) -> bytes:
    """All that is sent back, but for the time of day."""
    lines = (
        f"GET /sparql?query={quote(query, safe='')} HTTP/1.1",
        f"Host: {service.url[7:]}",
        f"Accept: {accept}",
        "X-Request-Id: one",
        *more,
    )
    host, _, port = service.url[7:].partition(":")
    with socket.create_connection((host, int(port)), timeout=20) as line:
        line.sendall("".join(f"{each}\r\n" for each in (*lines, "")).encode())
        return re.sub(rb"\r\ndate: [^\r]*", b"\r\ndate", received(line))


def received(line: socket.socket) -> bytes:
    """A response, of which the length is told or which comes in chunks."""
    data = b""
    while True:
        head, end, body = data.partition(b"\r\n\r\n")
        length = re.search(rb"\r\ncontent-length: (\d+)", head)
        if end and ((length and len(body) >= int(length[1])) or body.endswith(b"0\r\n\r\n")):
            return data
        more = line.recv(1 << 16)
        assert more, data[:500]
        data += more


def generated(store: OxigraphStore, number: int) -> list[str]:
    """Queries of basic graph patterns, most from a named thing, some wide, endless or wrong."""
    chance = random.Random(11)
    names = ["odsCode", "successor", "organisation", "holder", "name", "about", "latestStart"]
    verbs = [f"cot:{each}" for each in names] + ["a", "rdfs:label", "?p", "d:successor+", "?q"]
    rows = store.select("SELECT DISTINCT ?s { ?s ?p ?o } LIMIT 90").rows
    things = [f"<{row[0]}>" for row in rows]
    codes = [f'"B{each:06}"' for each in range(20)] + ['"x"@en', '"2001-01-01"^^xsd:date', "7"]
    ends = ["?a", "?b", "?c", "?d"]
    forms = ("SELECT *", "SELECT DISTINCT ?a ?b", "ASK", "CONSTRUCT { ?a cot:name ?b }")
    found = []
    for turn in range(number):
        first = f"?a cot:odsCode {chance.choice(codes)}" if turn % 2 else ""
        first = first or f"{chance.choice(things)} {chance.choice(verbs)} ?a"
        group = [first] if turn % 5 else []
        for _ in range(chance.choice((0, 1, 2, 3)) or not group):
            pair = [chance.choice(ends[:2]), chance.choice([*ends, chance.choice(things)])]
            chance.shuffle(pair)
            group.append(f"{pair[0]} {chance.choice(verbs)} {pair[1]}")
        head = chance.choice(forms)
        limit = chance.choice(("", "", " LIMIT 3")) if head != "ASK" else ""
        found.append(f"{PREFIXES}{head} WHERE {{ {' . '.join(group)} }}{limit}")
    return found + [f"DESCRIBE {each}" for each in things[:10]]


def test_both_ways_tell_the_same_to_the_byte(service: Served, release: OpenRelease) -> None:
    store = OxigraphStore.sealed(release.folder / "store")
    chance, lane, quick = random.Random(3), Lane(release), 0
    asked = generated(store, 600)
    asked += [each for kind in KINDS for each in texts(kind, store, 5, ours=False)]

    for query in asked:
        accept = chance.choice(TYPES)
        more = chance.choice(([], ["Accept-Encoding: gzip"], ["Origin: http://a.example"]))
        once = told(service, query, accept, *more)
        assert once == told(service, query, accept, *more, "X-Long-Way: 1"), query
        quick += lane.answer(query, accept) is not None

    assert quick > 150


def test_every_question_is_answered_the_same_both_ways(small_folder: Path) -> None:
    with serving(small_folder, workers=1, cache=0) as service:
        for name, question in Library().items():
            once = told(service, question.sparql, TYPES[0])
            assert once == told(service, question.sparql, TYPES[0], "X-Long-Way: 1"), name


def test_what_one_way_has_kept_the_other_finds(place: Path) -> None:
    query = f'{PREFIXES}SELECT ?b {{ ?b cot:odsCode "B000004" }}'
    with serving(place, workers=1) as service:
        first = told(service, query, TYPES[0])
        again = told(service, query, TYPES[0])
        long = told(service, query, TYPES[0], "X-Long-Way: 1")

        assert first == again == long
        # The harness has asked for something too.
        assert (service.state.shelf.hits, service.state.shelf.misses) == (2, 2)


@pytest.mark.parametrize("kind", [each for each in KINDS if not each.scans], ids=lambda k: k.name)
def test_point_queries_take_the_express_lane(kind: Kind, release: OpenRelease) -> None:
    store = OxigraphStore.sealed(release.folder / "store")
    lane = Lane(release)

    for query in texts(kind, store, 10):
        assert lane.answer(query, "*/*") is not None


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { ?s ?p ?o }",
        "SELECT * { ?s cot:name ?o }",
        "SELECT * { ?s a cot:Tenure ; ?p ?o }",
        'SELECT * { ?s cot:odsCode "a" . ?t cot:odsCode "b" }',
        'SELECT * { ?s cot:odsCode "a" . ?t cot:name ?n }',
        'SELECT * { ?s cot:odsCode "a" ; ?p ?s }',
        'SELECT * { ?s cot:odsCode "a" ; cot:successor ?t . ?t cot:predecessor ?s }',
        'SELECT * { ?s cot:odsCode "a" . FILTER (?s = ?s) }',
        'SELECT * { ?s cot:odsCode "a" } ORDER BY ?s',
        'SELECT * FROM <urn:g> { ?s cot:odsCode "a" }',
        'SELECT * { GRAPH ?g { ?s cot:odsCode "a" } }',
        'SELECT * { SERVICE <urn:a> { ?s cot:odsCode "a" } }',
        'SELECT * { ?s cot:matches "a" }',
        'SELECT * { ?s cot:odsCode "a" } # end',
        "SELECT * { ?s cot:odsCode 'a' }",
        'SELECT * { ?s cot:odsCode """a""" }',
        'SELECT * { ?s cot:odsCode "\\u0041" }',
        'SELECT * { [] cot:odsCode "a" }',
        'SELECT * { ?s ^cot:about "a" }',
        "SELECT * { ?s cot:odsCode }",
        "DESCRIBE ?s { ?s cot:name ?o }",
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
    ],
)
def test_what_may_take_long_or_is_not_plain_goes_to_a_reader(
    query: str, release: OpenRelease
) -> None:
    assert Lane(release).answer(PREFIXES + query, "*/*") is None


def test_no_part_of_a_query_has_more_rows_than_the_bound(release: OpenRelease) -> None:
    store = OxigraphStore.sealed(release.folder / "store")
    widths = measured(store, Library().inside(QUERY))
    assert widths
    checked = 0
    for query in generated(store, 400):
        shape = cut(query)
        found = read(*shape) if shape else None
        if not found or not found.patterns or steps(found, widths) > MOST:
            continue
        group = query[query.index("{", query.index("WHERE")) + 1 : query.rindex("}")].split(" . ")
        for size in range(1, len(group) + 1):
            for part in combinations(range(len(group)), size):
                if _hangs(found.patterns, part):
                    text = " . ".join(group[each] for each in part)
                    rows = store.select(f"{PREFIXES}SELECT * {{ {text} }}").rows
                    assert len(rows) <= steps(found, widths), query
                    checked += 1

    assert checked > 60


def _hangs(patterns: Sequence[Pattern], part: Sequence[int]) -> bool:
    """Whether these patterns hang together and begin with the one that has most constants."""
    if min(range(len(patterns)), key=lambda at: estimate(patterns[at])) not in part:
        return False
    names = [{term.variable for term in patterns[at][:3] if term.variable} for at in part]
    met, left = set(names[0]), names[1:]
    while shared := next((each for each in left if each & met), None):
        met |= shared
        left.remove(shared)
    return not left


def test_a_thing_of_which_much_is_said_is_not_described_here() -> None:
    few = Widths({RDFS_LABEL: Width(1, 1, 20)}, {"urn:wide": 99})
    query = read(*(cut("DESCRIBE <urn:a>") or ("", [])))

    assert query
    assert steps(query, few) <= MOST
    assert steps(query, Widths(few.by, few.wide, blanks=True)) > MOST
    assert [each.slot for each in anchors(query)] == [0]


def test_queries_that_differ_in_a_property_are_judged_apart(release: OpenRelease) -> None:
    lane, thing = Lane(release), mint("organisation", "B000001", "ccg")
    one, other = (
        f"SELECT ?x ?y ?z {{ ?x <{each}> <{thing}> . ?x ?y ?z }}"
        for each in (cot("organisation"), RDF_TYPE)
    )

    both = [lane.answer(each, "*/*") is not None for each in (one, other, one, other)]

    assert both == [True, False, True, False]


def test_an_acknowledged_write_is_seen_at_once(tmp_path: Path) -> None:
    publish(tmp_path, "express", list(statements(10)))
    thing = mint("organisation", "B000001", "ccg")
    query = f"{PREFIXES}SELECT ?x {{ <{thing}> <urn:said> ?x }}"
    with serving(tmp_path, workers=1, write_token="a" * 32, data="none") as service:
        for number in range(5):
            service.client.post(
                "/update",
                content=f'INSERT DATA {{ <{thing}> <urn:said> "{number}" }}',
                headers={
                    "content-type": "application/sparql-update",
                    "authorization": f"Bearer {'a' * 32}",
                },
            ).raise_for_status()
            answer = told(service, query, "text/csv")
            assert answer.count(b"\r\n", answer.index(b"\r\n\r\n") + 4) == number + 2
            assert answer == told(service, query, "text/csv", "X-Long-Way: 1")
