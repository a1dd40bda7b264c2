"""The JSON-LD context of the ontology, generated: `python -m kg.model.context` writes it anew."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kg.model.names import PREFIXES, RDFS_LABEL, shorten
from kg.model.ontology import Class, Ontology, Property, load
from kg.model.terms import XSD
from kg.resources import folder

FILE: Final = "context.jsonld"
_NATIVE: Final = {XSD + "string", XSD + "integer", XSD + "decimal", XSD + "boolean"}

Term = dict[str, str]
"""The definition of one term, in the keywords of JSON-LD 1.1."""


def context(ontology: Ontology) -> dict[str, dict[str, object]]:
    """The context as JSON: classes, properties and prefixes, with `id` and `type` for keywords.

    A property is a set where some class allows many values. An inverse field is a reverse term.
    Where one name is read from several properties (`claims`), it is defined in the classes only.
    """
    terms = _terms(ontology.classes.values())
    shared = {name: found[0] for name, found in terms.items() if len(found) == 1}
    body: dict[str, object] = {
        "@version": 1.1,
        "id": "@id",
        "type": "@type",
        "label": {"@id": RDFS_LABEL},
    }
    body |= {prefix: start for prefix, start in PREFIXES.items() if prefix not in ("id", "graph")}
    body |= {each.name: _class_term(each, shared) for each in ontology.classes.values()}
    return {"@context": body | dict(sorted(shared.items()))}


def text(ontology: Ontology) -> str:
    """The context as it stands in its file, one term a line, so that a change shows as one."""
    body = context(ontology)["@context"]
    lines = (f"    {json.dumps(name)}: {json.dumps(term)}" for name, term in body.items())
    return '{\n  "@context": {\n' + ",\n".join(lines) + "\n  }\n}\n"


def write(path: Path) -> None:
    """Write the context of the shipped ontology to a file."""
    path.write_text(text(load()), encoding="utf-8")


def _terms(classes: Iterable[Class]) -> dict[str, list[Term]]:
    """The definitions that each name has in one class or another."""
    many = {(each.name, each.iri) for one in classes for each in one.properties if not each.single}
    found: dict[str, list[Term]] = defaultdict(list)
    for each in (each for one in classes for each in one.properties):
        term = _term(each, many=(each.name, each.iri) in many)
        if term not in found[each.name]:
            found[each.name].append(term)
    return found


def _term(each: Property, *, many: bool) -> Term:
    term = {"@reverse" if each.inverse else "@id": shorten(each.iri)}
    if each.kind != "literal":
        term["@type"] = "@id"
    elif not _NATIVE.issuperset(each.datatypes):
        term["@type"] = shorten(each.datatypes[0])
    if many:
        term["@container"] = "@set"
    return term


def _class_term(each: Class, shared: dict[str, Term]) -> dict[str, object]:
    scoped = {
        found.name: _term(found, many=not found.single)
        for found in each.properties
        if found.name not in shared
    }
    term: dict[str, object] = {"@id": shorten(each.iri)}
    return term | {"@context": scoped} if scoped else term


if __name__ == "__main__":
    write(folder("ontology") / FILE)
