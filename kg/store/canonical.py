"""Blank nodes out of a schema: canonical labels (RDFC-1.0), then IRIs made of them."""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

from kg.model.names import BASE
from kg.model.terms import Blank, Iri, Literal, Term, Triple

SKOLEM = BASE + ".well-known/genid/"


def skolemised(triples: Iterable[Triple], scope: str) -> list[Triple]:
    """The same triples with each blank node as an IRI that depends on its place only.

    `scope` keeps blank nodes of different files apart. RDF 1.1 Concepts, section 3.5.

    >>> [one] = skolemised([Triple(Blank("x"), Iri("urn:p"), Literal("v"))], "core")
    >>> one.subject
    'https://w3id.org/coterminous/.well-known/genid/core-c14n0'
    """
    data = ox.Dataset(_quad(each) for each in triples)
    data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    named = (
        Triple(_name(each.subject, scope), _name(each.predicate, scope), _from(each.object, scope))
        for each in data
    )
    return sorted(named, key=lambda triple: [term.nt() for term in triple])


def _name(term: object, scope: str) -> Iri:
    name = _from(term, scope)
    assert isinstance(name, Iri)
    return name


def _quad(triple: Triple) -> ox.Quad:
    subject, predicate = _to(triple.subject), _to(triple.predicate)
    assert isinstance(subject, (ox.NamedNode, ox.BlankNode))
    assert isinstance(predicate, ox.NamedNode)
    return ox.Quad(subject, predicate, _to(triple.object))


def _to(term: Term) -> ox.NamedNode | ox.BlankNode | ox.Literal:
    if isinstance(term, Iri):
        return ox.NamedNode(term)
    if isinstance(term, Blank):
        return ox.BlankNode(term)
    if term.lang:
        return ox.Literal(term.text, language=term.lang)
    return ox.Literal(term.text, datatype=ox.NamedNode(term.datatype))


def _from(term: object, scope: str) -> Iri | Literal:
    if isinstance(term, ox.BlankNode):
        return Iri(f"{SKOLEM}{scope}-{term.value}")
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        return Literal(term.value, term.datatype.value)
    assert isinstance(term, ox.NamedNode)
    return Iri(term.value)
