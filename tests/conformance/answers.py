"""Whether two answers are equal: as sets of rows or triples, whatever blank nodes are called."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from rdflib import RDF, BNode, Graph, Literal, Namespace
from rdflib.compare import isomorphic

from tests.conformance.manifests import BASE

RS = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
XSD = "http://www.w3.org/2001/XMLSchema#"
_SRX = "{http://www.w3.org/2005/sparql-results#}"
_NUMBERS = ("integer", "decimal", "float", "double", "int", "long", "short", "byte",
            "nonNegativeInteger", "positiveInteger", "nonPositiveInteger", "negativeInteger",
            "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte")  # fmt: skip

Term = tuple[str, str, str]
"""Kind, text, and language or datatype."""
Row = Mapping[str, Term]


def expected(path: Path) -> bool | list[Row] | Graph:
    """What a file of results says."""
    text = path.read_bytes()
    if path.suffix == ".srx":
        return _xml(text)
    if path.suffix == ".srj":
        return from_json(text)
    graph = Graph().parse(data=text, format="xml" if path.suffix == ".rdf" else "turtle",
                          publicID=BASE + "/".join(path.parts[-3:]))  # fmt: skip
    for node in graph.subjects(RDF.type, RS.ResultSet):
        truth = graph.value(node, RS.boolean)
        return bool(truth) if truth is not None else [_solution(graph, each) for each in
                                                      graph.objects(node, RS.solution)]  # fmt: skip
    return graph


def from_json(text: bytes) -> bool | list[Row]:
    """The answer in SPARQL 1.1 Query Results JSON."""
    told = json.loads(text)
    if "boolean" in told:
        return bool(told["boolean"])
    return [
        {
            name: _term(each["type"], each["value"], each.get("xml:lang"), each.get("datatype"))
            for name, each in row.items()
        }
        for row in told["results"]["bindings"]
    ]


def equal(one: bool | list[Row] | Graph, other: bool | list[Row] | Graph) -> bool:
    """Whether two answers say the same; numbers are compared by their values."""
    if isinstance(one, Graph) and isinstance(other, Graph):
        return isomorphic(_canonical(one), _canonical(other))
    if not isinstance(one, list) or not isinstance(other, list):
        return one == other
    return len(one) == len(other) and _rows_equal([_valued(each) for each in one],
                                                  [_valued(each) for each in other])  # fmt: skip


def cells(text: str, separator: str) -> Counter[tuple[str, ...]]:
    """The rows of CSV or TSV, each cell with its variable; blank nodes are all alike.

    In TSV a quote is a character like others, and a string may say that it is one.
    """
    if separator == ",":
        head, *rows = csv.reader(io.StringIO(text))
    else:
        head, *rows = (line.split(separator) for line in text.splitlines())
    return Counter(
        tuple(
            sorted(
                f"{name.lstrip('?')} {_cell(each)}" for name, each in zip(head, row, strict=True)
            )
        )
        for row in rows
    )


def _cell(text: str) -> str:
    return "_:" if text.startswith("_:") else text.removesuffix(f"^^<{XSD}string>")


def distinct(answer: bool | list[Row] | Graph) -> bool | list[Row] | Graph:
    """The answer with each row once."""
    if not isinstance(answer, list):
        return answer
    return list({repr(sorted(each.items())): each for each in answer}.values())


def _xml(text: bytes) -> bool | list[Row]:
    root = ElementTree.fromstring(text)
    truth = root.find(f"{_SRX}boolean")
    if truth is not None:
        return (truth.text or "").strip() == "true"
    rows: list[Row] = []
    for result in root.iter(f"{_SRX}result"):
        row = {}
        for binding in result:
            value = binding[0]
            lang = value.get("{http://www.w3.org/XML/1998/namespace}lang")
            row[binding.get("name", "")] = _term(
                value.tag.removeprefix(_SRX), value.text or "", lang, value.get("datatype")
            )
        rows.append(row)
    return rows


def _solution(graph: Graph, node: Any) -> Row:
    return {
        str(graph.value(each, RS.variable)): of_node(graph.value(each, RS.value))
        for each in graph.objects(node, RS.binding)
    }


def of_node(node: Any) -> Term:
    """A node of rdflib as a term."""
    if isinstance(node, Literal):
        return _term("literal", str(node), node.language, str(node.datatype or "") or None)
    return ("bnode" if isinstance(node, BNode) else "uri", str(node), "")


def _term(kind: str, text: str, lang: str | None, datatype: str | None) -> Term:
    if kind not in ("literal", "typed-literal"):
        return kind, text, ""
    if lang:
        return "literal", text, "@" + lang.lower()
    return "literal", text, datatype or XSD + "string"


def _valued(row: Row) -> Row:
    return {name: _value(each) for name, each in row.items()}


def _value(term: Term) -> Term:
    kind, text, of = term
    name = of.removeprefix(XSD)
    if kind != "literal" or name == of:
        return term
    if name in _NUMBERS:
        try:
            number = float(text) if name in ("float", "double") else Decimal(text)
        except (ValueError, InvalidOperation):
            return term
        return kind, str(number if isinstance(number, float) else number.normalize()), of
    if name == "boolean":
        return kind, {"1": "true", "0": "false"}.get(text, text), of
    return kind, text.replace("+00:00", "Z").replace(".000", ""), of


def _canonical(graph: Graph) -> Graph:
    made = Graph()
    for subject, predicate, value in graph:
        made.add((subject, predicate, _canonical_node(value)))
    return made


def _canonical_node(node: Any) -> Any:
    kind, text, of = _value(of_node(node))
    if kind != "literal" or not of.startswith(XSD):
        return node
    return Literal(text) if of == XSD + "string" else Literal(text, datatype=of, normalize=False)


def _rows_equal(one: list[Row], other: list[Row]) -> bool:
    """Whether there is a way to name the blank nodes of one by those of the other."""

    def shape(row: Row) -> str:
        plain = {name: "_:" if each[0] == "bnode" else each for name, each in row.items()}
        return repr(sorted(plain.items(), key=lambda item: item[0]))

    if Counter(map(shape, one)) != Counter(map(shape, other)):
        return False
    ordered = sorted(one, key=lambda row: Counter(map(shape, one))[shape(row)])
    if not any(each[0] == "bnode" for row in one for each in row.values()):
        return True
    return _matched(ordered, list(other), {}, shape)


def _matched(one: list[Row], other: list[Row], names: dict[str, str], shape: Any) -> bool:
    if not one:
        return True
    row = one[0]
    for place, candidate in enumerate(other):
        if shape(candidate) != shape(row):
            continue
        tried = _named(row, candidate, names)
        if tried is not None and _matched(
            one[1:], other[:place] + other[place + 1 :], tried, shape
        ):
            return True
    return False


def _named(one: Row, other: Row, names: dict[str, str]) -> dict[str, str] | None:
    tried = dict(names)
    for name, (kind, text, _) in one.items():
        if kind == "bnode":
            meant = other[name][1]
            if tried.get(text, meant) != meant or (text not in tried and meant in tried.values()):
                return None
            tried[text] = meant
    return tried


def triples(text: bytes) -> Graph:
    """The triples of an answer in N-Triples."""
    graph = Graph()
    graph.parse(data=text, format="nt")
    return graph
