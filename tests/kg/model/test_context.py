"""The JSON-LD context: the file is what the ontology says, and JSON read with it is RDF."""

from __future__ import annotations

import json

from kg.model.context import FILE, context, text
from kg.model.names import PREFIXES
from kg.model.ontology import load
from kg.model.rdf import parse
from kg.resources import folder

ONTOLOGY = load()


def read(*nodes: dict[str, object]) -> set[str]:
    """The triples of JSON that is read with the context, as N-Triples."""
    found: set[str] = set()
    for node in nodes:
        body = json.dumps(context(ONTOLOGY) | node)
        triples = parse(body, "application/ld+json", "the JSON")
        found |= {" ".join(term.nt() for term in each) + " ." for each in triples}
    return found


def test_the_file_is_what_the_ontology_says() -> None:
    # After a change of the ontology: `python -m kg.model.context`.
    assert (folder("ontology") / FILE).read_text(encoding="utf-8") == text(ONTOLOGY)


def test_the_text_is_the_context() -> None:
    assert json.loads(text(ONTOLOGY)) == context(ONTOLOGY)


def test_every_class_and_field_has_a_term() -> None:
    terms = context(ONTOLOGY)["@context"]

    for one in ONTOLOGY.classes.values():
        term = terms[one.name]
        assert isinstance(term, dict)
        scoped = term.get("@context", {})
        assert [each.name for each in one.properties if each.name not in {*terms, *scoped}] == []


def test_no_term_takes_the_name_of_a_prefix_or_a_keyword() -> None:
    fields = {each.name for one in ONTOLOGY.classes.values() for each in one.properties}

    assert not fields & {*PREFIXES, "id", "type", "label"}


def test_json_becomes_triples_with_types_and_iris() -> None:
    found = read(
        {
            "id": "urn:claim",
            "type": "Claim",
            "asserter": ["urn:ann"],
            "certainty": "cotv:cert-likely",
            "text": "It is so.",
        },
        {"id": "urn:body", "start": "2013-04-01", "inRegister": True},
    )

    cot, cotv = PREFIXES["cot"], PREFIXES["cotv"]
    assert found == {
        f"<urn:claim> <{PREFIXES['rdf']}type> <{cot}Claim> .",
        f"<urn:claim> <{cot}asserter> <urn:ann> .",
        f"<urn:claim> <{cot}certainty> <{cotv}cert-likely> .",
        f'<urn:claim> <{cot}text> "It is so." .',
        f'<urn:body> <{cot}start> "2013-04-01"^^<{PREFIXES["xsd"]}date> .',
        f'<urn:body> <{cot}inRegister> "true"^^<{PREFIXES["xsd"]}boolean> .',
    }


def test_a_field_that_is_read_backwards_becomes_the_forward_triple() -> None:
    found = read({"id": "urn:body", "affiliations": [{"id": "urn:link"}]})

    assert found == {f"<urn:link> <{PREFIXES['cot']}fromOrganisation> <urn:body> ."}


def test_a_name_with_several_meanings_takes_that_of_the_class() -> None:
    documents = [{"id": "urn:document"}]
    found = read(
        {"id": "urn:ann", "type": "Person", "documents": documents},
        {"id": "urn:body", "type": "Organisation", "documents": documents},
        {"id": "urn:other", "documents": documents},
    )

    assert {each for each in found if "urn:document" in each} == {
        f"<urn:document> <{PREFIXES['cot']}author> <urn:ann> .",
        f"<urn:document> <{PREFIXES['cot']}publisher> <urn:body> .",
    }
