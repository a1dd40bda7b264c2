"""Graphs and queries of every shape that is put anew, and of those that must not be."""

from __future__ import annotations

from hypothesis import strategies as st

from kg.model.names import RDF_TYPE
from kg.model.terms import XSD, Iri, Literal, Statement, Term

HEAD = f"PREFIX : <urn:> PREFIX xsd: <{XSD}> "
LONG = dict.fromkeys(("urn:p", "urn:q", "urn:r", "urn:C"), 200_000)
"""Sizes with which it always pays; they only tell what pays."""


def literals() -> st.SearchStrategy[Term]:
    days = st.sampled_from(("2014-12-30", "2014-12-31", "2015-01-01", "2015-01-02", "2015-01-31"))
    zones = st.sampled_from(("", "", "", "Z", "+00:00", "-00:00", "+14:00", "-14:00", "+01:00"))
    dates = st.builds(lambda day, zone: Literal(day + zone, XSD + "date", ""), days, zones)
    odd = ("2015-02-30", "x", "", "12015-01-01", "-0001-01-01", "0000-01-01", "2015-1-1",
           "02015-01-01", " 2015-01-01", "2015-01-01T00:00:00")  # fmt: skip
    strange = st.builds(lambda text: Literal(text, XSD + "date"), st.sampled_from(odd))
    others: tuple[Term, ...] = (
        Literal("2015-01-01T00:00:00", XSD + "dateTime"),
        Literal("2015-01-01"),
        Literal("2015-01-01", lang="en"),
        Literal("2015-01-01", "urn:date"),
        Literal("2015", XSD + "gYear"),
        Literal("2015-01", XSD + "gYearMonth"),
        Literal("2015", XSD + "integer"),
        Iri("urn:s1"),
    )
    return st.one_of(dates, dates, dates, strange, st.sampled_from(others))


def triples() -> st.SearchStrategy[Statement]:
    return st.builds(
        Statement,
        st.sampled_from([Iri(f"urn:s{each}") for each in range(3)]),
        st.sampled_from([Iri("urn:p"), Iri("urn:q"), Iri("urn:r")]),
        literals(),
        st.sampled_from([Iri("urn:g1"), Iri("urn:g2")]),
    )


def statements() -> st.SearchStrategy[list[Statement]]:
    things = [Iri(f"urn:s{each}") for each in range(3)]
    typed = st.builds(
        lambda thing: Statement(thing, RDF_TYPE, Iri("urn:C"), Iri("urn:g1")),
        st.sampled_from(things),
    )
    many = st.lists(triples() | triples() | triples() | typed, min_size=10, max_size=40)
    return many | st.lists(triples(), max_size=5)


DAYS = st.builds(
    lambda day, mark: f'"{day}"^^{mark}',
    st.sampled_from(("2014-12-31", "2015-01-01", "2015-01-02", "2015-02-30", "9999-01-01")),
    st.sampled_from(("xsd:date", f"<{XSD}date>")),
)
NEAR_DAYS = st.sampled_from(
    ('"2015-01-01Z"^^xsd:date', '"2015-01-01"', '"2015-01-01T00:00:00"^^xsd:dateTime', "?e")
)


@st.composite
def comparison(draw: st.DrawFn, days: st.SearchStrategy[str]) -> str:
    operator = draw(st.sampled_from(("<", "<=", ">", ">=", "=")))
    name, day = draw(st.sampled_from(("?d", "$d"))), draw(days)
    space = draw(st.sampled_from(("", " ", " # a { comment\n")))
    parts = [name, operator, day] if draw(st.booleans()) else [day, operator, name]
    return draw(st.sampled_from(("{}", "({})"))).format(space.join(parts))


@st.composite
def filters(draw: st.DrawFn) -> str:
    sure = draw(st.lists(comparison(DAYS), min_size=1, max_size=3))
    near = draw(st.lists(comparison(NEAR_DAYS), max_size=1))
    more = draw(st.lists(st.sampled_from(("BOUND(?e)", "isLITERAL(?d)", "?x != :s1")), max_size=1))
    return "FILTER (" + " && ".join(draw(st.permutations(sure + near + more))) + ")"


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Groups that are read, and some that are not."""
    triples = draw(
        st.sampled_from(
            (
                "?x :p ?d",
                "?x :p ?d ; :q ?e",
                "?x :p ?d . ?x :q ?e . ?x :r ?f .",
                "?x :p ?d , ?e ;",
                "?x a :C ; :p ?d .",
                "?x :p ?d . ?y :q ?d",
                "?x :q ?e . ?y :p $d .",
                "?d :p ?d",
            )
        )
    )
    tests = draw(st.lists(filters(), max_size=2))
    beside = draw(
        st.sampled_from(
            (
                "",
                "",
                "OPTIONAL { ?x :q ?e }",
                "OPTIONAL { ?y :q ?d FILTER(?d > ?e) } .",
                "MINUS { ?x :r ?d }",
                "BIND (YEAR(?d) AS ?z)",
                "FILTER NOT EXISTS { ?x :r ?d }",
                "FILTER EXISTS { ?x :r ?g . FILTER(?g <= ?d) }",
                "{ ?x :q ?e } UNION { ?x :r ?d }",
                "GRAPH ?g { ?x :q ?d }",
                "VALUES ?d { UNDEF }",
            )
        )
    )
    first, second = draw(st.permutations([triples, " ".join(tests)]))
    return (
        f"{first} {second} {beside} " if draw(st.integers(0, 5)) else f"{beside} {first} {second}"
    )


@st.composite
def queries(draw: st.DrawFn) -> str:
    body, scope = draw(bodies()), draw(st.sampled_from(("", "", "FROM :g1 FROM :g2 ")))
    way = draw(
        st.sampled_from(
            (
                "SELECT * {0}WHERE {{ {1} }}",
                "SELECT ?x ?d {0}{{ {1} }}",
                "SELECT DISTINCT ?x {0}{{ {1} }} ORDER BY ?x",
                "SELECT ?x (COUNT(*) AS ?n) {0}{{{1}}} GROUP BY ?x",
                "SELECT (COUNT(DISTINCT ?d) AS ?n) {0}{{ {1}}}",
                "SELECT ?x {0}{{ OPTIONAL {{ {1} }} }}",
                "SELECT ?x {0}{{ {{ {1} }} UNION {{ ?x :q ?d }} }}",
                "SELECT ?x {0}{{ ?x :q ?d MINUS {{ {1} }} }}",
                "SELECT ?x {0}{{ ?x :r ?d FILTER EXISTS {{ {1} }} }}",
            )
        )
    )
    return HEAD + way.format(scope, body)


@st.composite
def stars(draw: st.DrawFn) -> str:
    """Queries of several properties of one thing, with a range that leaves most or with none."""
    properties = draw(
        st.lists(st.sampled_from((":p", ":q", ":r", "<urn:p>")), min_size=2, max_size=4)
    )
    values = ["?d", "?e", "$f", "?g"]
    linked = draw(st.sampled_from((" ; ", " . ?x ")))
    triples = linked.join(f"{name} {values.pop(0)}" for name in properties)
    wide = st.sampled_from(('?d < "2030-01-01"^^xsd:date', '?e >= "1990-01-01"^^xsd:date'))
    filters = [f"FILTER ({each})" for each in draw(st.lists(wide, max_size=2, unique=True))]
    first, second = draw(st.permutations([f"?x {triples} . ", " ".join(filters)]))
    shown = draw(
        st.sampled_from(("*", "?e (COUNT(*) AS ?n)", "DISTINCT ?x ?f", "?e (COUNT(?x) AS ?n)"))
    )
    scope = draw(st.sampled_from(("", "FROM :g1 FROM :g2 ", "FROM :g1 ")))
    grouped = "GROUP BY ?e" if "?n" in shown else ""
    return f"{HEAD}SELECT {shown} # date\n{scope}{{ {first} {second} }} {grouped}"


PIECES = (
    *(".", ";", ",", "(", ")", "{", "}", "<", ">", "/", "*", "^", "|", "&&", "||", "!", "#", "\\"),
    *("?d", "$d", ":p", "a", "-1", "é", "[]", "_:b", "LIMIT 1", "MIN(?d)", "<urn:x>", "\n", " "),
    *('"', "'"),
)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A query with some of its characters gone, doubled or in the place of others."""
    query = draw(queries() | stars())
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(len(HEAD) // 2, len(query)))
        cut = draw(st.integers(0, 3))
        more = draw(st.sampled_from(("", "", *PIECES)))
        query = query[:at] + more + query[at + cut :]
    return query
