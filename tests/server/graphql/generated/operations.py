"""Operations drawn from a schema: whatever it has, with all its arguments, is asked.

What is drawn is valid by construction. A `Site` is a place of a response: all selections that are
merged there share it, so that no response key is asked to mean two things.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from random import Random
from typing import Any, Final, NamedTuple

from graphql import (
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_required_argument,
)
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.server.graphql.generated.inputs import Inputs, Written

ALIASES: Final = 25
PRODUCT: Final = 2_000
DEPTH: Final = 11
FIELDS: Final = 40
FRAGMENTS: Final = 12
LIKELY: Final = {"where": 20, "orderBy": 35, "asOf": 40, "publishedBy": 20}
"""How likely arguments are that need not be given, in percent."""
ONE_OF: Final = {"lineage": ["id", "odsCode"]}
"""Arguments of which only one may be given."""
Wanted = Callable[[str, str], bool]
"""Whether a field may be asked, by type and name."""


class Operation(NamedTuple):
    """An operation as a client would send it."""

    document: str
    variables: dict[str, Any]
    name: str | None


@dataclass
class Site:
    """The response keys of one place, each with what it means and the place below it."""

    keys: dict[str, tuple[str, Site]] = field(default_factory=dict)


class Width(NamedTuple):
    """How deep a place is, and how many of it there may be."""

    depth: int = 1
    product: int = 1


class Draw:
    """Draws; small answers come first, which is where hypothesis shrinks to."""

    def __init__(self, number: Callable[[int], int]) -> None:
        self._number = number

    @classmethod
    def by_hypothesis(cls, draw: DrawFn) -> Draw:
        """Draws what hypothesis can make smaller."""
        return cls(lambda most: draw(_numbers(most)))

    @classmethod
    def by_chance(cls, seed: int) -> Draw:
        """Draws by chance alone; hypothesis comes back to what it has drawn, and this does not."""
        random = Random(seed)
        return cls(lambda most: random.randrange(most + 1))

    def number(self, most: int) -> int:
        """A number from 0 on."""
        return self._number(most) if most else 0

    def chance(self, percent: int) -> bool:
        """Whether something so likely is so."""
        return self.number(99) >= 100 - percent

    def pick(self, found: Any) -> Any:
        """One of a sequence."""
        return found[self.number(len(found) - 1)]


@cache
def _numbers(most: int) -> SearchStrategy[int]:
    return st.integers(0, most)


class Writer:
    """Writes one operation."""

    def __init__(self, schema: GraphQLSchema, draw: Draw, inputs: Inputs, wanted: Wanted) -> None:
        self._schema = schema
        self._draw = draw
        self._written = Written(draw)
        self._inputs = inputs
        self._wanted = wanted
        self._aliases = 0
        self._fields = 0
        self._fragments: list[str] = []

    def operation(self, root: str | None = None) -> Operation:
        """An operation of a few root fields, or of this one."""
        query = self._schema.query_type
        assert query is not None
        site = Site()
        names = [each for each in query.fields if self._wanted("Query", each)]
        lists = [each for each in names if "first" in query.fields[each].args] or names
        asked = (
            [root]
            if root
            else [
                self._draw.pick(names if self._draw.chance(25) else lists)
                for _ in range(1 + self._draw.number(1))
            ]
        )
        parts = [self._field(query, each, site, Width()) for each in asked]
        body = " ".join(each for each in parts if each) or "__typename"
        variables = ", ".join(self._written.defined)
        name = "Asked" if variables or self._draw.chance(30) else None
        head = f"query {name}{f'({variables})' if variables else ''} " if name else ""
        document = " ".join([f"{head}{{ {body} }}", *self._fragments])
        if name and self._draw.chance(20):
            return Operation(f"{document} query Other {{ __typename }}", self._written.values, name)
        return Operation(document, self._written.values, None)

    def _field(self, parent: Any, name: str, site: Site, width: Width) -> str:
        definition: GraphQLField = parent.fields[name]
        first = self._first(definition, width)
        if first is None:
            return ""
        before = self._written.mark()
        args = self._arguments(name, definition, first)
        key = self._key(site, name, f"{name}{args}: {definition.type}")
        if key is None:
            self._written.back_to(before)
            return ""
        self._fields += 1
        below = site.keys[key][1]
        text = f"{'' if key == name else f'{key}: '}{name}{args}{self._directive()}"
        kind = get_named_type(definition.type)
        if is_composite_type(kind):
            wide = Width(width.depth + 1, width.product * max(first, 1))
            text += f" {{ {self._selections(kind, below, wide)} }}"
        return text

    def _first(self, definition: GraphQLField, width: Width) -> int | None:
        """How many of a list to ask for; nothing where there would be too many."""
        if "first" not in definition.args:
            return 1
        if width.depth + 3 > DEPTH:
            return None
        first = self._draw.pick([3, 50, 2, 5, 1, 0])
        return first if width.product * first <= PRODUCT else 1

    def _arguments(self, name: str, definition: GraphQLField, first: int) -> str:
        parts: list[str] = []
        left_out = self._draw.pick(ONE_OF.get(name, [""]))
        for each, argument in definition.args.items():
            if each == left_out:
                continue
            if each == "first":
                parts.append(self._written.argument(each, argument.type, first))
            elif is_required_argument(argument) or self._draw.chance(LIKELY.get(each, 12)):
                value = self._inputs.argument(self._draw, name, each, argument)
                parts += [self._written.argument(each, argument.type, *value)] if value else []
        if self._inputs.needs_a_name(definition) and not any(
            part.partition(":")[0] in self._inputs.names for part in parts
        ):
            value = self._inputs.argument(self._draw, name, "id", definition.args["id"])
            parts += [self._written.argument("id", definition.args["id"].type, *value or ())]
        return f"({', '.join(parts)})" if parts else ""

    def _key(self, site: Site, name: str, meaning: str) -> str | None:
        """A response key for what is meant; one of its own where the name means something else."""
        meant = site.keys.get(name)
        is_same = meant is not None and meant[0] == meaning
        if is_same or (meant is None and not self._draw.chance(15)):
            site.keys.setdefault(name, (meaning, Site()))
            return name
        if self._aliases >= ALIASES:
            return None
        self._aliases += 1
        key = f"{self._draw.pick(['x', '_', 'type', 'nodes'])}{self._aliases}"
        site.keys[key] = meaning, Site()
        return key

    def _directive(self) -> str:
        if not self._draw.chance(6):
            return ""
        name, value = self._draw.pick(["include", "skip"]), self._draw.chance(50)
        return f" @{name}({self._written.flag('if', value)})"

    # Selections.

    def _selections(self, kind: GraphQLNamedType, site: Site, width: Width) -> str:
        most = 3 if self._fields < FIELDS else 0
        parts = [self._selection(kind, site, width) for _ in range(1 + self._draw.number(most))]
        if self._draw.chance(12):
            parts.append("__typename")
        return " ".join(each for each in parts if each) or "__typename"

    def _selection(self, kind: Any, site: Site, width: Width) -> str:
        if is_abstract_type(kind) and self._draw.chance(60):
            return self._fragment(self._draw.pick(self._possible(kind)), site, width)
        if not hasattr(kind, "fields"):
            return "__typename"
        if self._draw.chance(6):
            return self._fragment(kind, site, width)
        is_deep = width.depth < DEPTH and self._fields < FIELDS
        names = [
            each
            for each, definition in kind.fields.items()
            if self._wanted(kind.name, each)
            and (is_deep or not is_composite_type(get_named_type(definition.type)))
        ]
        return self._field(kind, self._draw.pick(names), site, width) if names else ""

    def _fragment(self, kind: GraphQLNamedType, site: Site, width: Width) -> str:
        inside = self._selections(kind, site, width)
        if self._draw.chance(30) and len(self._fragments) < FRAGMENTS:
            name = f"Part{len(self._fragments)}"
            self._fragments.append(f"fragment {name} on {kind.name} {{ {inside} }}")
            return f"...{name}{self._directive()}"
        return f"... on {kind.name}{self._directive()} {{ {inside} }}"

    def _possible(self, kind: Any) -> list[GraphQLNamedType]:
        """The object types that it may be, and the interfaces above and below it."""
        found: dict[str, GraphQLNamedType] = {}
        for each in self._schema.get_possible_types(kind):
            found[each.name] = each
            found |= {above.name: above for above in each.interfaces}
        return list(found.values())


def operations(
    schema: GraphQLSchema, inputs: Inputs, wanted: Wanted, root: str | None = None
) -> SearchStrategy[Operation]:
    """Operations of a schema; of these fields alone, of this root field if one is given."""

    @st.composite
    def drawn(draw: DrawFn) -> Operation:
        return Writer(schema, Draw.by_hypothesis(draw), inputs, wanted).operation(root)

    return drawn()
