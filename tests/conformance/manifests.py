"""The cases of the W3C's SPARQL tests, read from their manifests.

Known are the layout of the W3C's own repository and that of the copy in rdflib's source package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rdflib import RDF, RDFS, Graph, Namespace, URIRef
from rdflib.collection import Collection

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
BASE = "http://w3c.test/"
LEFT_OUT = ("entailment", "service", "http-rdf-update", "protocol", "service-description")
"""Not of this engine, refused by design, or told as tables of our own."""
_FROM = re.compile(r"FROM\s+(?:NAMED\s+)?<([^>]+)>", re.IGNORECASE)
_KINDS = {
    "QueryEvaluationTest": "query",
    "CSVResultFormatTest": "query",
    "PositiveSyntaxTest": "good query",
    "PositiveSyntaxTest11": "good query",
    "NegativeSyntaxTest": "bad query",
    "NegativeSyntaxTest11": "bad query",
    "PositiveUpdateSyntaxTest11": "good update",
    "NegativeUpdateSyntaxTest11": "bad update",
    "UpdateEvaluationTest": "update",
}


@dataclass(frozen=True)
class Data:
    """The files of a default graph, and those of named graphs by name."""

    default: tuple[Path, ...] = ()
    named: tuple[tuple[str, Path], ...] = ()


@dataclass(frozen=True)
class Case:
    """One test: what is asked of which data, and the file or the data that is to come of it.

    Where it is `lax` a row may come more often than it should.
    """

    name: str
    kind: str
    text: str
    base: str
    data: Data = field(default_factory=Data)
    result: Path | None = None
    after: Data | None = None
    lax: bool = False


def cases(folder: Path) -> list[Case]:
    """All cases below a folder, by name."""
    roots = [each for each in folder.rglob("*") if each.name in _TOPS and each.is_dir()]
    manifests = sorted({path for root in roots for path in root.glob("*/manifest.ttl")})
    kept = [path for path in manifests if path.parent.name not in LEFT_OUT]
    return sorted((each for path in kept for each in _cases(path)), key=lambda each: each.name)


_TOPS = {
    "sparql10": "sparql10",
    "dawg-data-r2": "sparql10",
    "data-r2": "sparql10",
    "sparql11": "sparql11",
    "data-sparql11": "sparql11",
}
"""The folders of tests in the copies that there are, and what the W3C calls them now."""


def _cases(path: Path) -> Iterator[Case]:
    graph = Graph().parse(path, format="turtle", publicID=path.as_uri())
    for listed in graph.objects(None, MF.entries):
        for test in Collection(graph, listed):
            types = {str(each).rpartition("#")[2] for each in graph.objects(test, RDF.type)}
            kind = next((_KINDS[each] for each in types if each in _KINDS), "")
            if kind:
                yield _case(path.parent, graph, test, kind)


def _case(folder: Path, graph: Graph, test: Any, kind: str) -> Case:
    action, result = graph.value(test, MF.action), graph.value(test, MF.result)
    asked = graph.value(action, QT.query) or graph.value(action, UT.request) or action
    file = _path(asked)
    text = file.read_bytes().decode()
    base = BASE + f"{folder.parent.name}/{folder.name}/{file.name}"
    data = _data(graph, action)
    if kind == "query" and not data.default and not data.named:
        names = dict.fromkeys(_FROM.findall(text))
        data = Data((), tuple((_beside(base, each), folder / each) for each in names))
    return Case(
        f"{_TOPS[folder.parent.name]}/{folder.name}/{str(test).rpartition('#')[2]}",
        kind,
        text,
        base,
        data,
        _path(result) if kind == "query" and result is not None else None,
        _data(graph, result) if kind == "update" else None,
        graph.value(test, MF.resultCardinality) == MF.LaxCardinality,
    )


def _data(graph: Graph, node: Any) -> Data:
    default, named = [], []
    for words in (QT, UT):
        default += [_path(each) for each in graph.objects(node, words.data)]
        for each in graph.objects(node, words.graphData):
            file = graph.value(each, words.graph)
            path = _path(file if file is not None else each)
            told = graph.value(each, RDFS.label)
            place = f"{path.parent.parent.name}/{path.parent.name}/{path.name}"
            named.append((str(told) if file is not None else BASE + place, path))
    return Data(tuple(sorted(default)), tuple(sorted(named)))


def _beside(base: str, name: str) -> str:
    return name if ":" in name else base.rpartition("/")[0] + "/" + name


def _path(node: Any) -> Path:
    assert isinstance(node, URIRef), node
    return Path.from_uri(str(node)) if hasattr(Path, "from_uri") else Path(str(node)[7:])
