"""Graphs of texts, and queries that search in them: in any case, from either end, in any script."""

from __future__ import annotations

from hypothesis import strategies as st

from kg.model.names import RDF_TYPE
from kg.model.terms import XSD, Iri, Literal, Statement, Term
from tests.kg.rewriting.queries import HEAD

PIECES = (
    "a", "nhs", "NHS", "Nhs", "15E", "15e", "ford", "Bradford", "bradford ", " ", "  ", "-", "\n",
    "\t", "\r", "\\", "'", "ä", "Ä", "a\u0308", "A\u0308", "ß", "ss", "SS", "ẞ", "İ", "ı", "i", "I",
    "ſ", "s", "\u212a", "k", "K", "ﬁ", "fi", "FI", "ﬆ", "st", "ŉ", "n", "ǰ", "j", "é", "Σ", "ς",
    "œ", "日本", "\u00a0", "\u200d", "\u0000", "🙂", ".", "$", "^", "x1",
)  # fmt: skip
SEARCHED = tuple(each for each in PIECES if each.isprintable() and each not in ("\\", "'"))


def texts() -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(PIECES), max_size=5).map("".join)


def values() -> st.SearchStrategy[Term]:
    plain = texts().map(Literal)
    spoken = st.builds(
        lambda text, lang: Literal(text, lang=lang), texts(), st.sampled_from(("en", "de", "en-gb"))
    )
    others: tuple[Term, ...] = (
        Literal("nhs", "urn:text"),
        Literal("15", XSD + "integer"),
        Literal("2015-01-01", XSD + "date"),
        Literal("true", XSD + "boolean"),
        Literal("nhs", XSD + "normalizedString"),
        Iri("urn:nhs"),
        Iri("urn:s1"),
    )
    return st.one_of(plain, plain, plain, spoken, st.sampled_from(others))


def statements() -> st.SearchStrategy[list[Statement]]:
    things = st.sampled_from([Iri(f"urn:s{each}") for each in range(4)])
    graphs = st.sampled_from([Iri("urn:g1"), Iri("urn:g2")])
    said = st.builds(
        Statement, things, st.sampled_from([Iri("urn:p"), Iri("urn:q")]), values(), graphs
    )
    only = st.builds(Statement, things, st.just(Iri("urn:t")), texts().map(Literal), graphs)
    typed = st.builds(lambda thing: Statement(thing, RDF_TYPE, Iri("urn:C"), Iri("urn:g1")), things)
    return st.lists(said | said | only | typed, max_size=25)


@st.composite
def _searched(draw: st.DrawFn) -> str:
    text = "".join(draw(st.lists(st.sampled_from(SEARCHED), min_size=1, max_size=3)))
    return draw(st.sampled_from(('"{}"', "'{}'", 'LCASE("{}")', 'UCASE("{}")'))).format(text)


@st.composite
def searches(draw: st.DrawFn) -> str:
    """One test of a variable's text; mostly of a kind that is put anew."""
    way = draw(
        st.sampled_from(
            ("{}", "{}", "STR({})", "LCASE({})", "UCASE({})", "LCASE(STR({}))", "STR(LCASE({}))")
        )
    )
    of, text = way.format(draw(st.sampled_from(("?t", "$t", "?t", "?e")))), draw(_searched())
    name = draw(st.sampled_from(("CONTAINS", "contains", "STRSTARTS", "STRENDS", "REGEX")))
    flags = draw(st.sampled_from(("", "", ', "i"', ', "x"'))) if name == "REGEX" else ""
    if name == "REGEX" and draw(st.booleans()):
        text = draw(st.sampled_from(('"^nhs"', '"ford$"', '"^15e$"', '"[0-9]"', '"n.s"')))
    call = f"{name}({of}, {text}{flags})"
    return draw(st.sampled_from(("{}", "{}", "({})", "!{}", "{} = true", "{} || ?x = :s1"))).format(
        call
    )


@st.composite
def queries(draw: st.DrawFn) -> str:
    """A query with such tests and, now and then, with something beside them."""
    triples = draw(
        st.sampled_from(
            ("?x :p ?t", "?x :t ?t", "?x :p ?t ; :q ?e", "?x a :C ; :p ?t .", "?x :p ?t . ?y :q ?t")
        )
    )
    tests = draw(st.lists(searches(), min_size=1, max_size=3))
    linked = draw(st.sampled_from((" && ", " && ", ") FILTER (")))
    beside = draw(st.sampled_from(("", "", "", "OPTIONAL { ?x :q ?f }", "MINUS { ?x :t ?t }")))
    body = f"{triples} FILTER ({linked.join(tests)}) {beside}"
    scope = draw(st.sampled_from(("", "", "", "FROM :g1 ")))
    way = draw(
        st.sampled_from(
            (
                "SELECT * {0}{{ {1} }}",
                "SELECT ?x {0}WHERE {{ {1} }} ORDER BY ?x",
                "SELECT DISTINCT ?t {0}{{ {1} }}",
                "SELECT ?t (COUNT(*) AS ?n) {0}{{ {1} }} GROUP BY ?t",
            )
        )
    )
    return HEAD + way.format(scope, body)
