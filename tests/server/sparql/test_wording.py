"""What is changed in a text before the engine sees it, and that it opens no way around a guard."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.release.empty import ensure_empty
from kg.store.formats import ROWS, TRIPLES
from kg.store.oxigraph import OxigraphStore
from server.limits.sparql import check
from server.sparql.wording import reworded, silenced, unescaped
from tests.conftest import Listener, Served, serving

NOWHERE = "SERVICE SILENT <urn:coterminous:nowhere>"


def rows(served: Served, query: str) -> list[str]:
    """The rows of an answer, as lines of TSV without their head."""
    response = served.client.post("/sparql", data={"query": query, "format": "tsv"})
    assert response.status_code == 200, response.text
    return response.text.split("\n")[1:-1]


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service that the token `secret` may write."""
    place = tmp_path_factory.mktemp("worded")
    ensure_empty(place)
    with serving(place, data="none", write_token="secret") as service:
        yield service


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"\u0053ELECT", "SELECT"),
        (r"\U00000053ELECT ?\u00e9", "SELECT ?é"),
        (r"'\u0022' <a\u003Eb>", r"'\u0022' <a\u003Eb>"),
        (r"'a\\u0070' '\\\u0070'", r"'a\\u0070' '\\p'"),
        (r"\uD83D\uDE00 \U00110000 \u00", r"\uD83D\uDE00 \U00110000 \u00"),
    ],
)
def test_escapes_of_what_names_hold_are_decoded(written: str, meant: str) -> None:
    assert unescaped(written) == meant


@pytest.mark.parametrize(
    "same",
    [
        "ASK { ?TRUE :TRUE TRUE:a, 'TRUE', <TRUE>, _:TRUE, 'a'@FALSE } # TRUE",
        'ASK { ?s ?p """a "TRUE" \\"""GROUP_CONCAT(?a)""" }',
        "ASK { ?s ?p true, false FILTER(?GROUP_CONCAT = 'GROUP_CONCAT(?a)') }",
    ],
)
def test_only_keywords_are_reworded(same: str) -> None:
    assert reworded(same) == same


def test_keywords_have_no_case_and_a_concatenation_no_language(served: Served) -> None:
    told = rows(
        served,
        "SELECT (GROUP_CONCAT(DISTINCT ?v; SEPARATOR = ')') AS ?all)"
        " (STRLEN(group_concat (STR(?v))) AS ?size) (TRUE AS ?yes)"
        ' { VALUES ?v { "a"@en "b"@en } } HAVING (GROUP_CONCAT(?v) != "" || False)'
        " ORDER BY GROUP_CONCAT(?v)",
    )

    assert told == ['"a)b"\t3\ttrue']


def test_escapes_are_decoded_in_queries(served: Served) -> None:
    assert rows(served, r"S\u0045LECT (1 AS ?\u0078x) {}") == ["1"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("SERVICE SILENT <{url}> {{ ?s ?p ?o }}", "\t\t"),
        ("SERVICE # or so\n Silent # as well\n <{url}> {{ ?s ?p ?o }}", "\t\t"),
        ("SERVICE SILENT ex:a {{ ?s ?p ?o }}", "\t\t"),
        (r"\u0053ERVICE SILENT <{url}> {{ ?s ?p ?o }}", "\t\t"),
        ("SERVICE SILENT <relative> {{ ?s ?p ?o }}", "\t\t"),
    ],
)
def test_a_silent_service_that_is_not_followed_gives_one_empty_solution(
    served: Served, listener: Listener, pattern: str, found: str
) -> None:
    prologue = f"BASE <{listener.url}> PREFIX ex: <{listener.url}> SELECT ?s ?p ?o "
    query = prologue + "{ " + pattern.format(url=listener.url) + " }"

    assert rows(served, query) == [found]
    assert listener.calls == []
    # nor by an engine that could
    answered(silenced(unescaped(query)))
    assert listener.calls == []


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("ASK { SERVICE <urn:a> { ?s ?p ?o } }", 403, "federation-refused"),
        ("ASK { SERVICE ?g { ?s ?p ?o } }", 403, "federation-refused"),
        ("ASK { SERVICE SILENT ?g { ?s ?p ?o } }", 403, "federation-refused"),
        ("ASK { SERVICESILENT<urn:a>{} }", 403, "federation-refused"),
        ("ASK { SERVICE <urn:a> { ?s ?p } }", 400, "bad-query"),
        ("ASK { SERVICE SILENT ?g { ?s ?p } }", 400, "bad-query"),
        ("ASK { SERVICE <urn:coterminous:nowhere> { ?s ?p ?o } }", 403, "federation-refused"),
    ],
)
def test_what_is_no_sparql_is_told_apart_from_what_is_refused(
    served: Served, query: str, status: int, code: str
) -> None:
    response = served.client.get("/sparql", params={"query": query})

    assert (response.status_code, response.json()["code"]) == (status, code)


def answered(query: str) -> None:
    """Have the engine answer, whatever comes of it."""
    with suppress(KgError, OSError, ValueError, RuntimeError):
        OxigraphStore.memory().write(query, io.BytesIO(), ROWS[0], TRIPLES[0])


_PIECES = st.lists(
    st.sampled_from(
        ["SERVICE", "SILENT", r"\u0053ERVICE", r"S\u0049LENT", "<http://peer.example/>", "ex:a",
         "<urn:a>", "?g", "{", "}", "{}", "{?s ?p ?o}", " ", "\n", "#", "'", '"', '"""', "\\",
         r"\u0027", r"\u003C", "GROUP_CONCAT", "(", ")", "TRUE", "<", ">", "?a", ".", "FILTER(",
         "BIND('\\", r"\u0022", "SERVICESILENT", NOWHERE, "\u00b7"]
    ),
    max_size=14,
)  # fmt: skip


@settings(
    max_examples=600,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(pieces=_PIECES)
def test_no_rewording_lets_a_query_call(listener: Listener, pieces: list[str]) -> None:
    text = "PREFIX ex: <http://peer.example/> SELECT * { " + "".join(pieces) + " }"
    text = reworded(silenced(unescaped(text.replace("http://peer.example/", listener.url))))
    with suppress(KgError):
        check(text)
        answered(text)

    assert listener.calls == []


_TEXTS = st.lists(
    st.sampled_from(
        ["TRUE", "False", "true", "?a", "'TRUE'", '"\\"True"', "<TRUE>", ":TRUE", "'a'@en",
         "GROUP_CONCAT(?a)", "group_concat (DISTINCT ?b; SEPARATOR='(')", "(1)", "{", "}", "(", ")",
         "# TRUE\n", "&&", "=", " ", ".", "SELECT", "WHERE", "AS"]
    ),
    max_size=10,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(pieces=_TEXTS)
def test_what_is_no_sparql_is_none_when_it_is_reworded(pieces: list[str]) -> None:
    query = "PREFIX : <urn:> SELECT * { " + " ".join(pieces) + " }"

    if is_read(query):
        assert is_read(reworded(query))
    # and nothing more is changed by doing it again but what was added
    assert reworded(query).count("STR(") <= query.lower().count("group_concat")


def is_read(query: str) -> bool:
    """Whether the engine can read it."""
    try:
        OxigraphStore.memory().write(query, io.BytesIO(), ROWS[0], TRIPLES[0])
    except KgError:
        return False
    return True


def test_updates_are_reworded_too(writable: Served) -> None:
    update = r"INSERT D\u0041TA { GRAPH <urn:worded> { <urn:a> <urn:b> TRUE } }"

    done = writable.client.post(
        "/update", data={"update": update}, headers={"authorization": "Bearer secret"}
    )

    assert done.status_code == 200, done.text
    assert rows(writable, "SELECT ?o { GRAPH <urn:worded> { ?s ?p ?o } }") == ["true"]


@pytest.mark.parametrize(
    ("update", "status"),
    [
        ("LOAD <http://peer.example/>", 403),
        ("LOAD ;", 400),
        ("CREATE GRAPH <urn:g> LOAD <http://peer.example/>", 400),
        ("LOAD SILENT <http://peer.example/> INTO <urn:g>", 400),
        ("LOAD <http://peer.example/> ; INSERT { ?s ?p } WHERE {}", 400),
        ("LOAD SILENT <http://peer.example/> INTO GRAPH <urn:g>", 200),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE <http://peer.example/> { ?s ?p ?o } }", 403),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE SILENT <http://peer.example/> { ?s ?p ?o } }", 200),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE SILENT ?g { ?s ?p ?o } }", 403),
        ("INSERT { ?s ?p ?o } WHERE { SERVICE SILENT <http://peer.example/> { ?s ?p } }", 400),
        ("CREATE GRAPH <urn:h> ; PREFIX a: <urn:> DROP GRAPH a:h", 200),
        ("CREATE GRAPH <urn:h> ; PREFIX a: <urn:> DROP GRAPH b:h", 400),
    ],
)
def test_an_update_that_is_refused_is_told_apart_from_what_is_none(
    writable: Served, update: str, status: int
) -> None:
    sent = writable.client.post(
        "/update", data={"update": update}, headers={"authorization": "Bearer secret"}
    )

    assert sent.status_code == status, sent.text


def test_a_silent_service_in_an_update_gives_one_empty_solution(writable: Served) -> None:
    text = """CREATE GRAPH <urn:silent> ; PREFIX ex: <urn:ex:>
      INSERT { GRAPH <urn:silent> { ex:a ex:found ?found } }
      WHERE { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } BIND(BOUND(?s) AS ?found) }"""

    done = writable.client.post(
        "/update", data={"update": text}, headers={"authorization": "Bearer secret"}
    )

    assert done.status_code == 200, done.text
    assert rows(writable, "SELECT ?o { GRAPH <urn:silent> { ?s ?p ?o } }") == ["false"]
