"""Worlds told in Turtle, and pySHACL, the oracle of the compiled shapes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pyshacl
import pytest
import rdflib

from kg.model import rdf
from kg.model.names import PREFIXES, RDF_TYPE, cot, mint, prologue, shorten
from kg.model.terms import XSD, Blank, Iri, Literal, Statement, Triple
from kg.store.oxigraph import OxigraphStore
from kg.validate import checks
from kg.validate.shapes import check

Result = tuple[str, str, str, str]
"""Focus, path, component and value; the last is empty where a thing as a whole is meant."""

Judge = Callable[[Iterable[Triple], Iterable[Triple]], set[Result]]
"""The results of a graph by these shapes."""


Told = Callable[[str], list[Triple]]
"""The triples of Turtle in which all prefixes are known, and `id:` takes slashes."""


_TERMS = {
    "owl:Class": "Affiliation AgentGroup ChangeEvent ChangeProposal Figure Interlock Organisation "
    "Person SourceGraph StatusChange Tenure",
    "owl:DatatypeProperty": "earliestEnd earliestStart effectiveDate end enumerated latestEnd "
    "latestStart name odsCode sequence start value",
    "owl:ObjectProperty": "approximation between changeType currentStatus fromOrganisation "
    "groupSize hasMember holder organisation organisationType original resulting status "
    "statusChange toOrganisation",
    "skos:Concept": "approx-around approx-exact change-continuation change-functionTransfer "
    "change-merger change-succession status-agreed status-dropped status-idea type-ccg type-icb",
}


@pytest.fixture
def schema() -> list[Triple]:
    """An ontology of a few terms, which says nothing but what they are."""
    lines = [
        f"{'cotv' if kind == 'skos:Concept' else 'cot'}:{name} a {kind} ."
        for kind, names in _TERMS.items()
        for name in names.split()
    ]
    return _turtle("\n".join(lines) + "cot:name rdfs:subPropertyOf foaf:name .")


@pytest.fixture
def findings(schema: list[Triple]) -> Callable[[str], list[str]]:
    """What the checks find in Turtle, in a graph that describes itself."""

    def found(text: str) -> list[str]:
        world = _statements(_turtle(text))
        graph = world[0].graph
        description = Statement(graph, RDF_TYPE, cot("SourceGraph"), graph)
        return [each.line() for each in checks.check([description, *world], schema)]

    return found


@pytest.fixture
def turtle() -> Told:
    return _turtle


@pytest.fixture
def world() -> Callable[[str], list[Statement]]:
    """The statements of Turtle, all in one graph."""
    return lambda text: _statements(_turtle(text))


@pytest.fixture
def shapes() -> Told:
    """A shape of claims with these constraints, and the shape of a code list."""
    return lambda text: _turtle(
        f"cots:Claim a sh:NodeShape ; sh:targetClass cot:Claim ; {text} .\n"
        "cots:Scheme-answers a sh:NodeShape ;"
        " sh:property [ sh:path skos:inScheme ; sh:hasValue cotv:answers ] ."
    )


@pytest.fixture
def ours() -> Judge:
    return _ours


@pytest.fixture
def oracle(caplog: pytest.LogCaptureFixture) -> Judge:
    caplog.set_level("CRITICAL", "rdflib.term")  # it tells of each literal that is no date
    return _theirs


def _turtle(text: str) -> list[Triple]:
    whole = re.sub(r"\bid:([\w/-]+)", lambda found: mint(*found[1].split("/")).nt(), text)
    return rdf.parse(prologue() + whole, "text/turtle", "the test")


def _statements(triples: Iterable[Triple]) -> list[Statement]:
    graph = Iri("https://w3id.org/coterminous/graph/register/test")
    return [
        Statement(subject, predicate, value, graph)
        for subject, predicate, value in triples
        if isinstance(subject, Iri) and not isinstance(value, Blank)
    ]


def _ours(world: Iterable[Triple], shapes: Iterable[Triple]) -> set[Result]:
    return {
        (each.focus, each.path, shorten(each.component), each.value.nt() if each.value else "")
        for each in check(OxigraphStore.memory(_statements(world)), shapes)
    }


def _theirs(world: Iterable[Triple], shapes: Iterable[Triple]) -> set[Result]:
    _, report, _ = pyshacl.validate(_graph(world), shacl_graph=_graph(shapes), inplace=True)
    sh = rdflib.Namespace(PREFIXES["sh"])
    found = set()
    for result in report.objects(None, sh.result):  # those inside another are its details
        path = report.value(result, sh.resultPath)
        backwards = report.value(path, sh.inversePath) if path else None
        value = report.value(result, sh.value) if path else None
        found.add(
            (
                str(report.value(result, sh.focusNode)),
                f"^{shorten(backwards)}" if backwards else shorten(path) if path else "",
                shorten(str(report.value(result, sh.sourceConstraintComponent))),
                _written(value) if value is not None else "",
            )
        )
    return found


def _written(term: rdflib.term.Node) -> str:
    if isinstance(term, rdflib.Literal):
        return Literal(str(term), str(term.datatype or XSD + "string"), term.language or "").nt()
    return Iri(str(term)).nt()


def _graph(triples: Iterable[Triple]) -> rdflib.Graph:
    lines = [f"{s.nt()} {p.nt()} {o.nt()} ." for s, p, o in triples]
    return rdflib.Graph().parse(data="\n".join(lines), format="nt")
