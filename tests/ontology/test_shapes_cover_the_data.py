"""What is said of a thing has a shape: GraphQL and the pages show no other property."""

from kg.model.names import RDF_TYPE, RDFS_LABEL, shorten
from kg.model.terms import Iri
from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder

QUERY = """
SELECT DISTINCT ?predicate ?class
WHERE { ?thing ?predicate ?value ; a ?class . FILTER (!isBlank(?thing)) }
"""
NOT_SHOWN = {
    RDF_TYPE,
    RDFS_LABEL,
    "http://www.w3.org/2002/07/owl#versionInfo",  # which version of a rule made a graph
    "http://www.w3.org/2000/01/rdf-schema#seeAlso",  # leads out, to where a code is kept
}


def test_every_property_that_a_class_has_is_in_a_shape_of_its_own_or_of_a_subclass() -> None:
    release = OpenRelease(ensure(store_folder()))
    classes = release.ontology.class_by_iri
    shown = {
        (each.iri, parent)
        for kind in release.ontology.classes.values()
        for each in kind.properties
        if not each.inverse
        for parent in (kind.name, *kind.parents)
    }

    said = {
        (predicate, classes[kind].name)
        for predicate, kind in release.store.select(QUERY).rows
        if isinstance(predicate, Iri) and isinstance(kind, Iri)
        if predicate not in NOT_SHOWN and kind in classes
    }
    assert [f"{kind}: {shorten(each)}" for each, kind in sorted(said - shown)] == []
