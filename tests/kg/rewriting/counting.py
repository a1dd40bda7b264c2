"""Graphs with classes and days, and queries that count, group, sort and cut off."""

from __future__ import annotations

from hypothesis import strategies as st

from kg.model.names import RDF_TYPE
from kg.model.terms import XSD, Iri, Literal, Statement, Term
from tests.kg.rewriting.queries import HEAD

KINDS: tuple[Term, ...] = (
    Iri("urn:k1"), Iri("urn:k2"), Literal("k"), Literal("k", lang="en"), Literal("a\tb\n\"c\\"),
    Literal("1", XSD + "integer"), Literal("01", XSD + "integer"), Literal("1", XSD + "decimal"),
    Literal("1.50", XSD + "decimal"), Literal("1", XSD + "double"),
    Literal("true", XSD + "boolean"),
    Literal("2015-01-01", XSD + "date"), Literal("x", XSD + "integer"), Literal("k", "urn:k"),
)  # fmt: skip


def statements() -> st.SearchStrategy[list[Statement]]:
    things = st.sampled_from([Iri(f"urn:s{each}") for each in range(6)])
    graphs = st.sampled_from([Iri("urn:g1"), Iri("urn:g2")])
    days = st.sampled_from(("2014-12-31", "2015-01-01", "2015-01-02", "2016-02-29"))
    dated = st.builds(
        Statement,
        things,
        st.sampled_from([Iri("urn:d"), Iri("urn:e"), Iri("urn:d")]),
        st.builds(lambda day: Literal(day, XSD + "date"), days),
        graphs,
    )
    of = st.builds(
        Statement, things, st.sampled_from([Iri("urn:k"), Iri("urn:l")]), st.sampled_from(KINDS),
        graphs,
    )  # fmt: skip
    typed = st.builds(
        Statement, things, st.just(Iri(RDF_TYPE)), st.sampled_from((Iri("urn:C"), Iri("urn:D"))),
        graphs,
    )  # fmt: skip
    linked = st.builds(Statement, things, st.just(Iri("urn:n")), things, graphs)
    odd = st.builds(
        Statement, things, st.just(Iri("urn:e")),
        st.sampled_from((Literal("2015-01-01Z", XSD + "date"), Literal("2015"))), graphs,
    )  # fmt: skip
    many = st.lists(st.one_of(dated, dated, of, of, of, typed, linked, linked), max_size=40)
    return many | st.tuples(many, st.lists(odd, max_size=1)).map(lambda both: both[0] + both[1])


AGGREGATES = (
    "COUNT(*)", "COUNT(?x)", "COUNT(DISTINCT ?x)", "count(?k)", "COUNT(DISTINCT ?k)",
    "COUNT(DISTINCT $d)", "MIN(?d)", "MAX(?d)", "MAX(DISTINCT ?d)", "MIN(?k)", "COUNT(?none)",
    "COUNT(DISTINCT *)", "COUNT(?x) * 2 + 1", "IF(COUNT(*) > 1, \"many\", \"few\")",
    "YEAR(MAX(?d))", "COUNT(?x + 1)", "STR(?k)",
)  # fmt: skip


@st.composite
def bodies(draw: st.DrawFn) -> str:
    triples = draw(
        st.sampled_from(
            (
                "?x :k ?k", "?x :k ?k ; :d ?d", "?x :d ?d . ?x :k ?k .", "?x a ?k",
                "?x ?k ?d", "?x ?k ?d", "?x ?k ?k", "?x ?k :k1",
                "?x ?k ?d ; :l ?l",
                "?x a :C ; :k ?k",
                "?x a :C , :D ; :d ?d ; :k ?k", "?x :k ?k ; :l ?l ; :d ?d ; :e ?e", "?x :none ?k",
                "?x a :None ; :k ?k", "?x :k ?k ; :l ?k", "?x :k ?k . ?y :d ?d",
                "?x :k :k1 ; :d ?d",
                "?x :k \"k\" ; :l ?k", "?x :e ?d ; :k ?k", "?x :l ?l ; :k ?k",
                "?x :n ?y . ?y :k ?k", "?y :k ?k ; :d ?d . ?x :n ?y", "?x :n ?y . ?y :n ?k",
                "?x a ?c ; :n ?y . ?y a ?k", "?x :n ?k . ?k :d ?d", "?x :n ?y . ?y :n ?x",
                "?x :k ?k . ?y :n ?z . ?z :n ?y", "?x :d ?y . ?y :k ?k", "?x :n ?y . ?z :n ?y",
                "?x :d ?k",
            )
        )
    )  # fmt: skip
    day = st.sampled_from(("2014-12-31", "2015-01-01", "2015-01-02", "2015-02-30", "2016-01-01"))
    bound = st.builds(
        lambda name, operator, day: f'{name} {operator} "{day}"^^xsd:date',
        st.sampled_from(("?d", "?d", "$d", "?k")),
        st.sampled_from(("<", "<=", ">", ">=", "=")),
        day,
    )
    bounds = draw(st.lists(bound, max_size=2))
    more = draw(st.sampled_from(("", "", "", "", " OPTIONAL { ?x :l ?o }", " FILTER (?x != :s1)")))
    return triples + (f" FILTER ({' && '.join(bounds)})" if bounds else "") + more


@st.composite
def queries(draw: st.DrawFn) -> str:
    """A query that counts; sometimes of a kind that is not put anew, or that cannot be read."""
    keys = draw(st.sampled_from(("", "?k", "?k", "?k", "?k ?l", "?d", "?x", "?k ?d", "?none")))
    if draw(st.integers(0, 5)) == 0:
        shown, keys, having = (
            f"DISTINCT {draw(st.sampled_from(('?k', '?k ?d', '?x', '*')))}",
            "",
            "",
        )
        aliases: list[str] = []
    else:
        found = draw(st.lists(st.sampled_from(AGGREGATES), min_size=0 if keys else 1, max_size=3))
        aliases = [f"?n{at}" for at in range(len(found))]
        items = [f"({each} AS {alias})" for each, alias in zip(found, aliases, strict=True)]
        shown = " ".join(draw(st.permutations([*keys.split(), *items])))
        shown = f"{draw(st.sampled_from(('', '', '', 'DISTINCT ')))}{shown}"
        having = draw(
            st.sampled_from(
                ("", "", "HAVING (COUNT(?x) > 1)", "HAVING (COUNT(*) > 1) (?k != :k1)",
                 "HAVING (?n0 > 1)", "HAVING COUNT(?x)")
            )
        )  # fmt: skip
    names = [*keys.split(), *aliases]
    ways = ("{}", "ASC({})", "DESC({})", "({})", "DESC(STR({}))")
    order = [
        draw(st.sampled_from(ways)).format(name)
        for name in (draw(st.permutations(names)) if draw(st.booleans()) else ())
    ]
    cut = draw(st.sampled_from(("", "", "LIMIT 2", "LIMIT 100", "LIMIT 1 OFFSET 1", "OFFSET 1")))
    if cut and not order:
        cut = "LIMIT 1000"
    scope = draw(st.sampled_from(("", "", "", "", "FROM :g1 ")))
    grouped = f"GROUP BY {keys} {having}" if keys else having
    sorting = f"ORDER BY {' '.join(order)}" if order else ""
    return f"{HEAD}SELECT {shown} {scope}{{ {draw(bodies())} }} {grouped} {sorting} {cut}"
