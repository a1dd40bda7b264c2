"""No query calls out; the engine itself says what it would have done."""

import io
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import BadQuery, KgError
from kg.model.terms import Iri, Literal, Statement
from kg.store.formats import ROWS, TRIPLES
from kg.store.oxigraph import OxigraphStore
from server.errors import FederationRefused
from server.limits.sparql import check
from tests.conftest import Listener, Served

PLACE = "http://peer.example/"
PREFIXES = f"PREFIX ex: <{PLACE}> PREFIX cot: <urn:cot:> "
RINGS = [
    "SERVICE <{url}> {{ ?s ?p ?o }}",
    "service<{url}>{{}}",
    "SERVICE SILENT <{url}> {{ }}",
    "SERVICESILENT<{url}>{{}}",
    "SERVICE ex: {{ }}",
    "SERVICEex:{{}}",
    "SERVICEex:a#x\n{{}}",
    "SERVICESILENTex:a {{}}",
    "?s ?p ?o.SERVICE<{url}>{{}}",
    "?s ?p ?o FILTER(1<2)SERVICE#>\n<{url}>{{}}",
    "?s ?p ?o FILTER(?o<?o||true)SERVICE#>\n<{url}>{{}}",
    "?s ?p ?o # no\rSERVICE <{url}> {{}}",
    "?s ?p ?o # no\n#>\nSERVICE#<\n<{url}> {{}}",
    "BIND('it\\'s' AS ?x) SERVICE <{url}> {{}} BIND('x' AS ?y)",
    'BIND("""a"b""" AS ?x)SERVICE<{url}>{{}}BIND("""c""" AS ?y)',
    "VALUES ?x {{ cot:a\\' }} SERVICE <{url}> {{}} VALUES ?y {{ cot:b\\' }}",
    "VALUES ?x {{ 1 }}SERVICE<{url}>{{}}",
    "BIND(<urn:a'b> AS ?x) SERVICE <{url}> {{}} BIND(<urn:c'd> AS ?y)",
    "OPTIONAL {{ SERVICE <{url}> {{}} }}",
    "{{ }} UNION {{ SERVICE <{url}> {{}} }}",
    "BIND(EXISTS {{ SERVICE <{url}> {{}} }} AS ?x)",
    "{{ SELECT * {{ SERVICE <{url}> {{}} }} }}",
]


@pytest.fixture(scope="module")
def store() -> OxigraphStore:
    """Whatever the patterns of these tests ask, there is something to be found."""
    texts = ["a", "SERVICE", "it's", 'a"b', "x"]
    things: list[Iri | Literal] = [Literal(each) for each in texts]
    things += [Iri(PLACE), Iri("urn:cot:a'"), Iri("urn:a")]
    return OxigraphStore.memory(
        Statement(Iri("urn:a"), Iri("urn:a"), each, Iri("urn:g")) for each in things
    )


def ring(store: OxigraphStore, query: str) -> None:
    """Have the engine answer the query, whatever comes of it."""
    with suppress(KgError, OSError, ValueError, RuntimeError):
        store.write(query, io.BytesIO(), ROWS[0], TRIPLES[0])


@pytest.mark.parametrize("pattern", RINGS)
def test_a_query_that_calls_out_is_refused(
    store: OxigraphStore, listener: Listener, pattern: str
) -> None:
    prologue = f"PREFIX ex: <{listener.url}> PREFIX cot: <urn:cot:> "
    query = f"{prologue}SELECT * WHERE {{ {pattern.format(url=listener.url)} }}"

    with pytest.raises(FederationRefused, match=r"^SERVICE at \d+:\d+ is not followed here\.$"):
        check(query)

    # and the refusal was needed: without it the engine calls
    ring(store, query)
    assert listener.calls != []


@pytest.mark.parametrize(
    "pattern",
    [
        '?s ?p "SERVICE <x> { }"',
        "?s ?p 'a service', '''it's a service''', \"\"\"a \"service\" <x> \"\"\"",
        "?s ?p ?service . ?service ?p ?o",
        "?s cot:service cot:sharedService .",
        "?s cot:service ?o # a service <x> {}",
        "?s ?p <https://example.org/a-service/x#service>",
        "?s ?p <urn:service:a>",
        "?s ?p 'x'@en-service",
        "?s ?p <https://example.org/it's-a-service>, 'ours'",
        "FILTER(?a < ?b && ?c > ?d) ?s ?p ?service",
        "service:a cot:b service:c, service: ; a service:d .",
        "?s ?p service:a . OPTIONAL { ?s ?p service:b }",
    ],
)
def test_the_letters_alone_are_harmless(pattern: str) -> None:
    prologue = f"{PREFIXES} PREFIX service: <urn:service:>\nPREFIX aService:<urn:b>"

    assert check(f"{prologue} SELECT * WHERE {{ {pattern} }}") == "SELECT"


_TERMS = st.sampled_from(
    ["?s", "?service", "cot:a\\'", "cot:a.b", "'SERVICE'", "'it\\'s'", '"a\\"b"', "'''a'b'''",
     '"""a"b"""', '""', "''", "1", "1.", "1e0", ".5", "true", "false", "<urn:a>", "<urn:a'b>",
     '<urn:a#b>', "'x'@en", "'x'^^cot:t", "cot:", "ex:", "ex:service", "[]", "_:b", "?s.", "a:b"]
)  # fmt: skip
_SPACES = st.sampled_from(["", " ", "\n", "\r", "\t", "#x\n", "#'\r", "#>\n", '#"\n', "#<\n#{\r"])
_CALLS = st.sampled_from(
    ["SERVICE{0}<{1}>", "service{0}SILENT{0}<{1}>", "SERVICE{0}ex:", "SERVICESILENT{0}<{1}>"]
)


@st.composite
def _queries(draw: st.DrawFn) -> str:
    """Queries that would call out if the engine came to it, in every disguise we know of."""

    def piece() -> str:
        term, other, space = draw(_TERMS), draw(_TERMS), draw(_SPACES)
        return draw(
            st.sampled_from(
                [
                    f"?s{space}?p{space}{term}",
                    f"?s ?p {term},{space}{other}",
                    f"?s ?p {term}{space}.",
                    f"VALUES ?v{space}{{{term}{space}{other}}}",
                    f"FILTER({term}<{space}{other})",
                    f"FILTER({term}<?b||{other}>?c)",
                    f"FILTER(1<{space}2)",
                    f"FILTER({space}!{term}||true)",
                    f"OPTIONAL{{?s ?p {term}}}",
                    f"BIND({term}{space}AS{space}?x)",
                    f"?s <urn:a>?{term}",
                ]
            )
        )

    before = "".join(draw(st.lists(st.builds(piece), max_size=3)))
    after = "".join(draw(st.lists(st.builds(piece), max_size=2)))
    call = draw(_CALLS).format(draw(_SPACES), PLACE)
    glue, tail = draw(_SPACES), draw(_SPACES)
    return f"{PREFIXES}SELECT*{{{before}{glue}{call}{tail}{{?q ?r ?t}}{tail}{after}}}"


@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(query=_queries())
def test_whatever_the_guard_lets_pass_does_not_call(
    store: OxigraphStore, listener: Listener, query: str
) -> None:
    # No lexer of one's own is to be trusted: the engine is asked, and a real port listens.
    query = query.replace(PLACE, listener.url)
    try:
        check(query)
    except KgError:
        return
    ring(store, query)

    assert listener.calls == []


_SOUP = st.lists(
    st.sampled_from(
        ["SERVICE", "SILENT", f"<{PLACE}>", "ex:a", "{", "}", "{?s ?p ?o}", " ", "\n", "\r", "#",
         "'", '"', '"""', "\\", "<", ">", "?a", "?", ".", ":", "_:", "@en", "1", "true", "FILTER(",
         ")", "||", "UNION", "a", "cot:a\\'", "SERVICE:a",
         "SERVICEex:a", "service:", "\u00b7", "\u017f", "%41"]
    ),
    max_size=14,
)  # fmt: skip


@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(pieces=_SOUP)
def test_no_soup_of_letters_calls_either(
    store: OxigraphStore, listener: Listener, pieces: list[str]
) -> None:
    query = f"{PREFIXES}SELECT*{{{''.join(pieces)}}}".replace(PLACE, listener.url)
    try:
        check(query)
    except KgError:
        return
    ring(store, query)

    assert listener.calls == []


def test_a_service_is_followed_where_its_host_is_allowed() -> None:
    query = "SELECT * { SERVICE SILENT <https://peer.example/sparql> { ?s ?p ?o } }"

    assert check(query, ["peer.example"]) == "SELECT"


@pytest.mark.parametrize(
    "service",
    [
        "<https://other.example/>",
        "<https://peer.example@other.example/>",
        "<https://peer.example.other.example/>",
        "<file://peer.example/etc/passwd>",
        "<//peer.example/>",
        "<https://[peer.example/>",
        "?anything",
        "ex:",
    ],
)
def test_no_other_service_is_followed_for_that(service: str) -> None:
    query = f"{PREFIXES}SELECT * {{ SERVICE {service} {{ ?s ?p ?o }} }}"

    with pytest.raises(FederationRefused):
        check(query, ["peer.example"])


@pytest.mark.parametrize("keyword", ["SERVICE", "service", "SerVice"])
def test_federation_is_refused_before_any_call_leaves(
    served: Served, listener: Listener, keyword: str
) -> None:
    # An endpoint that follows SERVICE is a way into the network behind it.
    query = f"SELECT * {{\n  {keyword} <{listener.url}> {{ ?s ?p ?o }}\n}}"

    response = served.client.get("/sparql", params={"query": query})

    assert response.status_code == 403
    assert response.json()["code"] == "federation-refused"
    assert response.json()["detail"] == "SERVICE at 2:3 is not followed here."
    assert listener.calls == []


@pytest.mark.parametrize(
    "query",
    ["LOAD <{url}>", "LOAD SILENT <{url}>", "LOAD <file:///etc/passwd>",
     "SELECT * FROM <{url}> {{}}", "DESCRIBE <{url}>",
     "SELECT * FROM NAMED <{url}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
     "SELECT * {{ GRAPH <{url}> {{ ?s ?p ?o }} }}"],
)  # fmt: skip
def test_nothing_else_in_a_query_fetches(served: Served, listener: Listener, query: str) -> None:
    served.client.get("/sparql", params={"query": query.format(url=listener.url)})
    served.client.get(
        "/sparql", params={"query": "ASK { ?s ?p ?o }", "default-graph-uri": listener.url}
    )

    assert listener.calls == []


def test_an_update_is_refused_by_its_name() -> None:
    for update in ("DELETE WHERE { ?s ?p ?o }", "load <x:y>", "WITH <a:b> DELETE {} WHERE {}"):
        with pytest.raises(BadQuery, match=f"^{update.split()[0].upper()} changes the graph"):
            check(update)
