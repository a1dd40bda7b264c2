"""A world of five bodies, three people and two papers, small enough to walk by hand."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.names import ID as START
from kg.model.names import PREFIXES, RDF_TYPE, RDFS_LABEL, cot, cotv, graph
from kg.model.terms import Iri, Literal, Statement

PLACE = graph("register/small")
TITLE = Iri(PREFIXES["dct"] + "title")
PREFERRED = Iri(PREFIXES["skos"] + "prefLabel")


def id_(key: str) -> Iri:
    return Iri(START + key)


Facts = dict[Iri, list[Iri | Literal]]


def thing(key: str, kind: str, facts: Facts, *papers: str) -> Iterator[Statement]:
    """A thing with these facts, borne out by a citation in each of these papers."""
    iri = id_(key)
    yield Statement(iri, RDF_TYPE, cot(kind), PLACE)
    for term, values in facts.items():
        yield from (Statement(iri, term, value, PLACE) for value in values)
    for paper in papers:
        citation = id_(f"citation/{key.replace('/', '-')}-{paper}")
        yield Statement(iri, cot("evidence"), citation, PLACE)
        yield Statement(citation, RDF_TYPE, cot("Citation"), PLACE)
        yield Statement(citation, cot("inDocument"), id_(f"document/{paper}"), PLACE)
        yield Statement(citation, cot("recordedIn"), Literal(f"row of {key}"), PLACE)


def named(name: str, *types: str) -> Facts:
    return {
        RDFS_LABEL: [Literal(name)],
        cot("name"): [Literal(name)],
        cot("organisationType"): [cotv(each) for each in types],
    }


def days(start: str, end: str) -> Facts:
    return {cot("latestStart"): [Literal.date(start)], cot("earliestEnd"): [Literal.date(end)]}


def tenure(person: str, body: str, span: tuple[str, str], *papers: str) -> Iterator[Statement]:
    facts: Facts = {
        cot("holder"): [id_(f"person/{person}")],
        cot("organisation"): [id_(f"organisation/{body}/ccg")],
        cot("roleType"): [cotv("role-chiefOfficer")],
        **days(*span),
    }
    yield from thing(f"tenure/{person}/{body}", "Tenure", facts, *papers)


def world() -> list[Statement]:
    """Ann led A and B, Bea B and C; a paper speaks of A and D; the region holds everything.

    From A to C it is two hops through Ann and Bea … and B; all of Ann's and Bea's offices are in
    three papers, while the claim that speaks of both A and C is in one.
    """
    made: list[Statement] = [
        Statement(cotv("role-chiefOfficer"), PREFERRED, Literal("chief officer", lang="en"), PLACE),
        Statement(cotv("affil-inRegion"), PREFERRED, Literal("in region", lang="en"), PLACE),
    ]
    for body in "ABCDE":
        life = days("2013-04-01", "2016-03-31" if body == "B" else "2022-06-30")
        facts = named(f"Body {body}", "type-ccg") | life
        made += thing(f"organisation/{body}/ccg", "Organisation", facts, "list")
        affiliation: Facts = {
            cot("fromOrganisation"): [id_(f"organisation/{body}/ccg")],
            cot("toOrganisation"): [id_("organisation/Y1/region")],
            cot("affiliationType"): [cotv("affil-inRegion")],
            **days("2013-04-01", "2015-03-31"),
        }
        made += thing(f"affiliation/{body}", "Affiliation", affiliation, "list")
    made += thing(
        "organisation/Y1/region", "Organisation", named("North", "type-nhsRegion"), "list"
    )
    for person in ("ann", "bea", "eve"):
        made += thing(f"person/{person}", "Person", named(person.title()), "news")
    made += tenure("ann", "A", ("2014-01-01", "2015-12-31"), "news", "list", "book")
    made += tenure("ann", "B", ("2014-01-01", "2015-12-31"), "news", "list", "book")
    made += tenure("bea", "B", ("2014-06-01", "2016-03-31"), "news", "list", "book")
    made += tenure("bea", "C", ("2014-06-01", "2016-03-31"), "news", "list", "book")
    made += claim("1", "Both will merge.", "eve", ("A", "D"), "news", "2014-05-31")
    made += claim("2", "Neither is large.", "eve", ("D", "E"), "book", "2018-05-31")
    for paper in ("list", "news", "book"):
        facts = {TITLE: [Literal(f"The {paper}")], RDFS_LABEL: [Literal(f"The {paper}")]}
        made += thing(f"document/{paper}", "Document", facts, "list")
    return made


def claim(
    key: str, text: str, speaker: str, about: tuple[str, ...], paper: str, known: str
) -> Iterator[Statement]:
    facts: Facts = {
        cot("text"): [Literal(text)],
        RDFS_LABEL: [Literal(text)],
        cot("asserter"): [id_(f"person/{speaker}")],
        cot("about"): [id_(f"organisation/{body}/ccg") for body in about],
        cot("knownFrom"): [Literal.date(known)],
    }
    yield from thing(f"claim/{key}", "Claim", facts, paper)
