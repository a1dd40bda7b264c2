"""Cells into leaves of the response, a whole column of them at a time.

Nothing here tells of an error: it raises `Fault`, and the response is made again by way of its
tree (`assemble`, `complete`), which knows where each value stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from graphql import GraphQLNonNull, GraphQLOutputType

from kg.model.names import ID
from kg.store.cells import term, text
from server.graphql.execution.assemble import value
from server.graphql.execution.complete import serialized
from server.graphql.execution.rows import TWICE
from server.graphql.identity import short

Reader = Callable[[str], Any]
_OURS: Final = f"<{ID}"


class Fault(Exception):
    """A value that is an error."""


def strings(cells: Iterable[str]) -> list[str | None]:
    """The texts of literals.

    >>> strings(['"a"', '"b"@en', ""])
    ['a', 'b', None]
    """
    return [
        cell[1:-1] if cell[:1] == '"' == cell[-1:] and "\\" not in cell else _text(cell)
        for cell in cells
    ]


def ids(cells: Iterable[str]) -> list[str]:
    """The ids of things.

    >>> ids(["<https://w3id.org/coterminous/id/person/ann>", "<urn:x>"])
    ['person/ann', 'urn:x']
    """
    start = len(_OURS)
    return [cell[start:-1] if cell.startswith(_OURS) else short(cell[1:-1]) for cell in cells]


def each(cells: list[str], read: Reader) -> list[Any]:
    """What is read of each cell; of equal cells once."""
    known = {cell: read(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]


def reader(kind: str, output: GraphQLOutputType) -> Reader:
    """Reads values of a scalar or a code, as the output type writes them."""
    is_required = isinstance(output, GraphQLNonNull)
    leaf: Any = output.of_type if isinstance(output, GraphQLNonNull) else output

    def read(cell: str) -> Any:
        found = term(_one(cell))
        if found is None and not is_required:
            return None
        try:
            made = None if found is None else value(found, kind)
            if made is not None and not isinstance(made, Exception):
                return serialized(leaf, made)
        except Exception as error:
            raise Fault from error
        raise Fault

    return read


def _text(cell: str) -> str | None:
    return text(_one(cell))


def _one(cell: str) -> str:
    if cell[:1] == TWICE:
        raise Fault
    return cell
