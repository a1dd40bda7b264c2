"""Lists of a schema, drawn with an order, and what their pages have to be."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from graphql import GraphQLObjectType, GraphQLSchema, get_named_type
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from kg.model.definitions import Ontology
from tests.server.graphql.generated.inputs import LANGUAGES, Inputs
from tests.server.graphql.generated.operations import Draw, Operation

TOGETHER: Final = 25
"""So many pages are asked for at once: an operation may have a few more aliases than that."""
WHOLE: Final = 300
PARENTS: Final = 9
ID: Final = "... on Node { id }"
PAGE: Final = (
    "nodes { ... on Node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }"
)

Ask = Callable[[Operation], Any]


class List(NamedTuple):
    """A list of a schema: the root field of a thing, its field, and what it is ordered by.

    A list that is a root field has no thing.
    """

    one: str
    field: str
    order: Any


@dataclass(frozen=True)
class Case:
    """A list with an order, how long its pages are, and whether all on them are counted."""

    root: str
    of: List
    order: list[Any]
    languages: list[str] | None
    first: int
    is_counted: bool

    @property
    def _below(self) -> str:
        return f"{self.of.field}(orderBy: $order"

    @property
    def _page(self) -> str:
        return f"{PAGE} totalCount" if self.is_counted else PAGE

    def operation(self, body: str) -> Operation:
        """An operation in the order and languages of the case."""
        variables = {"order": self.order, "languages": self.languages}
        head = f"query Pages($order: [{self.of.order}!], $languages: [String!])"
        return Operation(f"{head} {{ {body} }}", variables, "Pages")

    def whole(self) -> Operation:
        """The operation for the lists of some things, without any page."""
        inside = (
            f"{self._below}, first: {WHOLE}) {{ totalCount edges {{ cursor node {{ {ID} }} }} }}"
        )
        return self.operation(self._of_all(inside))

    def behind(self, cursor: str) -> Operation:
        """The operation for what stands behind one place in the lists of all of them."""
        after = f"first: {self.first}, after: {json.dumps(cursor)}"
        return self.operation(self._of_all(f"{self._below}, {after}) {{ {self._page} }}"))

    def _of_all(self, inside: str) -> str:
        if not self.of.one:
            return inside.replace("orderBy:", "language: $languages, orderBy:")
        return f"{self.root}(first: {PARENTS}, language: $languages) {{ nodes {{ id {inside} }} }}"

    def page(self, name: str, thing: str, cursor: str | None, *, is_back: bool = False) -> str:
        """The selection of one page of one thing's list, behind a place or before it."""
        size, place = ("last", "before") if is_back else ("first", "after")
        limit = f", {place}: {json.dumps(cursor)}" if cursor else ""
        inside = f"{self._below}, {size}: {self.first}{limit}) {{ {self._page} }}"
        if not self.of.one:
            return f"{name}: {self._of_all(inside)}"
        named = f"id: {json.dumps(thing)}, language: $languages"
        return f"{name}: {self.of.one}({named}) {{ {inside} }}"


def lists(schema: GraphQLSchema, ontology: Ontology) -> dict[str, list[List]]:
    """The lists of the things of each class that is not abstract, by its root field."""
    found: dict[str, list[List]] = {}
    for cls in ontology.classes.values():
        kind = schema.type_map[cls.name]
        if not cls.abstract and schema.query_type and isinstance(kind, GraphQLObjectType):
            order = get_named_type(schema.query_type.fields[cls.root_list].args["orderBy"].type)
            found[cls.root_list] = [List("", cls.root_list, order)]
            found[cls.root_list] += [
                List(cls.root_field, name, get_named_type(field.args["orderBy"].type))
                for name, field in kind.fields.items()
                if "after" in field.args
            ]
    return found


def cases(
    schema: GraphQLSchema, inputs: Inputs, known: dict[str, list[List]]
) -> SearchStrategy[Case]:
    """Cases, of the lists that are known by root field."""

    @st.composite
    def drawn(draw: DrawFn) -> Case:
        made = Draw.by_hypothesis(draw)
        root = made.pick(list(known))
        of = made.pick(known[root])
        keys = [inputs.value(made, of.order, 1) for _ in range(made.pick([1, 2, 0, 3]))]
        order = [_plain(each) for each in keys if each]
        languages = [made.pick(LANGUAGES)] if made.chance(30) else None
        first = made.pick([1, 2, 3, 0, 5])
        return Case(root, of, order, languages, first, made.chance(40))

    return drawn()


def _plain(value: Any) -> Any:
    return {name: str(each) if name != "descending" else each for name, each in value.items()
            if each is not None}  # fmt: skip


def check(case: Case, ask: Ask) -> int:
    """Compares the page behind each place of each list with the whole; gives how many there were.

    `ask` gives the data of an operation. Raises `AssertionError` for a page that is another one.
    """
    places: list[tuple[str, list[Any], int]] = []
    for thing, edges, total in whole(case, ask):
        ids = [each["node"]["id"] for each in edges]
        assert len(set(ids)) == len(ids) == total
        places += [(thing, edges, start) for start in range(len(edges) + 1)]
    for some in _in_parts(places):
        for is_back in (False, True):
            parts = [
                case.page(f"p{number}", thing, _limit(edges, start, is_back), is_back=is_back)
                for number, (thing, edges, start) in enumerate(some)
            ]
            data = ask(case.operation(" ".join(parts)))
            for number, (_, edges, start) in enumerate(some):
                shown = data[f"p{number}"][case.of.field] if case.of.one else data[f"p{number}"]
                counted = {"totalCount": len(edges)} if case.is_counted else {}
                wanted = (expected_back if is_back else expected)(edges, start, case.first)
                assert shown == wanted | counted
    return len(places)


def _limit(edges: Sequence[Any], start: int, is_back: bool) -> str | None:
    """The cursor behind which, or before which, the page at a place is."""
    if is_back:
        return edges[start]["cursor"] if start < len(edges) else None
    return edges[start - 1]["cursor"] if start else None


def whole(case: Case, ask: Ask) -> list[tuple[str, list[Any], int]]:
    """The lists of some things: the thing, its list's edges, and how many there are in all."""
    data = ask(case.whole())[case.root]
    parents = data["nodes"] if case.of.one else [{"id": "", case.of.field: data}]
    lists_of = [(each["id"], each[case.of.field]) for each in parents]
    return [(thing, found["edges"], found["totalCount"]) for thing, found in lists_of]


def expected(edges: Sequence[Any], start: int, first: int) -> Any:
    """The page of a whole list that begins at a place."""
    return _page(edges[start : start + first], start > 0, start + first < len(edges))


def expected_back(edges: Sequence[Any], end: int, last: int) -> Any:
    """The page of a whole list that ends before a place."""
    start = max(end - last, 0)
    return _page(edges[start:end], start > 0, end < len(edges))


def _page(part: Sequence[Any], is_behind: bool, is_more: bool) -> Any:
    return {
        "nodes": [{"id": each["node"]["id"]} for each in part],
        "pageInfo": {
            "hasNextPage": is_more,
            "hasPreviousPage": is_behind,
            "startCursor": part[0]["cursor"] if part else None,
            "endCursor": part[-1]["cursor"] if part else None,
        },
    }


def _in_parts(places: list[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(places), TOGETHER):
        yield places[start : start + TOGETHER]
