"""Every term, code and alignment of the ontology has what a reader needs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.model import rdf
from kg.model.names import BASE, PREFIXES
from kg.model.ontology import Concept, Scheme, load
from kg.resources import folder

FOLDER = folder("ontology")
FILES = sorted(FOLDER.rglob("*.ttl"))
COT = rdflib.Namespace(PREFIXES["cot"])
ONTOLOGY = load()
SCHEMES = list(ONTOLOGY.schemes.values())
CODES = [(each, code) for each in SCHEMES for code in each.concepts]


def named(path: Path) -> str:
    return str(path.relative_to(FOLDER))


def terms(*files: Path) -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in files or FILES:
        graph.parse(path)
    return graph


WHOLE = terms()
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
DEFINED = sorted({str(each) for kind in KINDS for each in WHOLE.subjects(RDF.type, kind)})
PROPERTIES = sorted({str(each) for kind in KINDS[1:] for each in WHOLE.subjects(RDF.type, kind)})


@pytest.mark.parametrize("path", FILES, ids=named)
def test_two_parsers_read_the_same_triples(path: Path) -> None:
    assert len(list(rdf.triples(path))) == len(terms(path))


@pytest.mark.parametrize("name", DEFINED)
def test_a_term_has_one_label_one_comment_and_a_home(name: str) -> None:
    term = rdflib.URIRef(name)
    (label,) = WHOLE.objects(term, RDFS.label)
    (comment,) = WHOLE.objects(term, RDFS.comment)
    (home,) = WHOLE.objects(term, RDFS.isDefinedBy)

    assert isinstance(label, rdflib.Literal)
    assert isinstance(comment, rdflib.Literal)
    assert (label.language, comment.language) == ("en", "en")
    assert re.fullmatch(r"[A-Z].*\.", comment), "a comment is made of whole sentences"
    ours = term.startswith(BASE)
    assert str(home) == BASE + "def" if ours else term.startswith(str(home))


@pytest.mark.parametrize("name", PROPERTIES)
def test_a_property_is_named_in_both_directions(name: str) -> None:
    term = rdflib.URIRef(name)
    (inverse,) = WHOLE.objects(term, COT.inverseLabel)
    (label,) = WHOLE.objects(term, RDFS.label)

    assert isinstance(inverse, rdflib.Literal)
    assert inverse.language == "en"
    symmetric = (term, RDF.type, OWL.SymmetricProperty) in WHOLE
    assert (str(inverse) == str(label)) == symmetric


def test_nothing_is_inferred_from_domains_and_ranges() -> None:
    # They would turn a group into an organisation. What a property takes, the shapes say.
    assert not list(WHOLE.subject_objects(RDFS.domain))
    assert not list(WHOLE.subject_objects(RDFS.range))


def test_alignments_go_one_way_and_from_terms_that_exist() -> None:
    graph = terms(FOLDER / "alignments.ttl")

    assert set(graph.predicates()) == {RDFS.subClassOf, RDFS.subPropertyOf, RDFS.seeAlso}
    assert {str(each) for each in graph.subjects()} <= set(DEFINED)
    assert not [each for each in graph.objects() if str(each).startswith(BASE)]


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda each: each.name)
def test_a_code_list_stands_in_the_file_of_its_name(scheme: Scheme) -> None:
    graph = terms(FOLDER / "vocab" / f"{scheme.name}.ttl")

    assert set(graph.subjects(RDF.type, SKOS.ConceptScheme)) == {rdflib.URIRef(scheme.iri)}
    assert len(scheme.concepts) == len(set(graph.subjects(RDF.type, SKOS.Concept))) > 0
    assert re.fullmatch(r"[A-Z].*\.", scheme.definition)
    labels = [code.label for code in scheme.concepts]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(("scheme", "code"), CODES, ids=lambda each: each.iri.split("#")[-1])
def test_a_code_has_a_label_a_definition_and_a_notation(scheme: Scheme, code: Concept) -> None:
    assert code.iri == f"{scheme.iri}-{code.notation}"
    assert re.fullmatch(r"[a-z][A-Za-z]*", code.notation), "it becomes a value of an enumeration"
    assert re.fullmatch(r"[A-Z].*\.", code.definition)
    assert not re.search(r"\b[a-z]+[A-Z]", code.label), "a label is written as people write"


def test_the_open_lists_are_those_that_grow_with_the_sources() -> None:
    assert {each.name for each in SCHEMES if not each.closed} == {
        "doc",
        "event",
        "qk",
        "role",
        "type",
    }
