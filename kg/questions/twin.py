"""The rows of a question, read out of its GraphQL twin's result.

Each answer column names a path into the twin's `data`: `organisations.nodes.odsCode`. Lists are
unnested, siblings combine, and a list with nothing in it gives no row, as a join would; a step
that ends in `?` keeps the row and leaves the column empty, as an OPTIONAL would. What GraphQL
cannot compute is arithmetic over such paths: `count(path)`, of the distinct values, and
`sum(path)`. `code(path)` turns an enum's value into the code that the graph holds, and `"text"`
is a constant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from kg.model.terms import XSD, Iri, Literal, Term
from kg.questions.header import Column

_CALL = re.compile(r"^(count|sum|code)\((.+)\)$")
_NUMBERS = {XSD + kind for kind in ("integer", "decimal", "double", "float", "int", "long")}

Cell = str | None
Json = object


def rows(data: Mapping[str, Json], columns: Sequence[Column]) -> list[tuple[Cell, ...]]:
    """The distinct rows that the twin's result gives, sorted.

    >>> told = {"bodies": {"nodes": [{"code": "A", "to": [{"name": "X"}, {"name": "Y"}]}]}}
    >>> rows(told, [Column("c", "", "bodies.nodes.code"), Column("n", "", "bodies.nodes.to.name")])
    [('A', 'X'), ('A', 'Y')]
    """
    fixed: dict[str, Cell] = {}
    paths: dict[str, tuple[str, ...]] = {}
    codes: set[str] = set()
    for column in columns:
        call = _CALL.match(column.path)
        if column.path.startswith('"'):
            fixed[column.name] = column.path.strip('"')
        elif call and call[1] in ("count", "sum"):
            fixed[column.name] = _arithmetic(call[1], data, tuple(call[2].split(".")))
        else:
            paths[column.name] = tuple((call[2] if call else column.path).split("."))
            if call:
                codes.add(column.name)
    found = {
        tuple(
            _code(cell) if name in codes and cell else cell
            for name, cell in ((each.name, (fixed | row)[each.name]) for each in columns)
        )
        for row in _unnest(data, paths)
    }
    return sorted(found, key=_order)


def call(path: str) -> tuple[str, str]:
    """The function of a column's path, or nothing, and the path that it is of.

    >>> call("sum(figures.nodes.value)"), call("bodies.nodes.name")
    (('sum', 'figures.nodes.value'), ('', 'bodies.nodes.name'))
    """
    found = _CALL.match(path)
    return (found[1], found[2]) if found else ("", path)


def plain(answer: Iterable[tuple[Term | None, ...]]) -> list[tuple[Cell, ...]]:
    """The distinct rows of a SPARQL answer as plain text, in the same order as `rows`."""
    return sorted({tuple(_text(term) for term in row) for row in answer}, key=_order)


def _order(row: tuple[Cell, ...]) -> list[tuple[bool, str]]:
    return [(cell is not None, cell or "") for cell in row]


def _text(term: Term | None) -> Cell:
    if isinstance(term, Literal):
        return _number(term.text) if term.datatype in _NUMBERS else term.text
    return None if term is None else str(term)


def _number(text: str) -> str:
    return format(Decimal(text).normalize(), "f")


def _leaf(value: Json) -> Cell:
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return _number(str(value)) if isinstance(value, (int, float)) else str(value)


def _code(text: str) -> str:
    first, *rest = text.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


def _unnest(node: Json, paths: Mapping[str, tuple[str, ...]]) -> Iterator[dict[str, Cell]]:
    if isinstance(node, list):
        for each in node:
            yield from _unnest(each, paths)
        return
    if not isinstance(node, dict):
        yield {name: _leaf(node) if not steps else None for name, steps in paths.items()}
        return
    steps: dict[str, dict[str, tuple[str, ...]]] = {}
    for name, (step, *rest) in paths.items():
        steps.setdefault(step, {})[name] = tuple(rest)
    branches = [_branch(node, step, below) for step, below in steps.items()]
    for combination in product(*branches):
        yield {name: cell for part in combination for name, cell in part.items()}


def _branch(
    node: Mapping[str, Json], step: str, below: Mapping[str, tuple[str, ...]]
) -> list[dict[str, Cell]]:
    kept = step.endswith("?")
    found = list(_unnest(node.get(step.removesuffix("?")), below))
    return found or ([dict.fromkeys(below)] if kept else [])


def _arithmetic(function: str, data: Json, path: tuple[str, ...]) -> str:
    leaves = [each[""] for each in _unnest(data, {"": path})]
    if function == "count":
        return str(len({each for each in leaves if each is not None}))
    return _number(str(sum(Decimal(each) for each in leaves if each is not None)))


def variables(values: Mapping[str, Term]) -> dict[str, str | int | bool]:
    """Parameter values as the twin's GraphQL variables: IRIs and days as text."""
    return {name: _variable(term) for name, term in values.items()}


def _variable(term: Term) -> str | int | bool:
    if isinstance(term, Literal) and term.datatype == XSD + "integer":
        return int(term.text)
    if isinstance(term, Literal) and term.datatype == XSD + "boolean":
        return term.text == "true"
    return str(term) if isinstance(term, Iri) else getattr(term, "text", str(term))
