"""A root field as it was asked, and how the parts of a computed value are picked for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, cast

from graphql import (
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLOutputType,
    get_named_type,
    is_list_type,
)

from kg.errors import BadQuery
from kg.model.names import cotv
from kg.model.terms import Iri
from kg.release.things import unknown
from server.graphql.identity import thing
from server.graphql.planning.plan import Asking, Computed, Cut, Fetched, Level, Picked
from server.graphql.planning.scope import Scope
from server.graphql.planning.select import Selector
from server.graphql.planning.selections import Nodes, Place, name_of
from server.graphql.projection import Projection
from server.graphql.release import Release
from server.graphql.roots.values import labels
from server.limits.graphql import check_product, page

Make = Callable[[Asking], Any]
_BOUNDED: Final = ("bodies", "hops", "nodes", "rows", "steps")
"""Lists that hold no more than a root field was asked for; others are as long as they are."""
Shape = Picked | Fetched | Cut | None
OTHER_NODES = ("Node", "Thing")


class Below(NamedTuple):
    """Where a part of a computed value stands: its path, what is in force there, and how many
    such parts there are at most: a list in a list may hold as many as a `page` in all."""

    at: str
    scope: Scope
    most: int
    page: int

    def under(self, key: str, name: str, kind: GraphQLOutputType) -> Below:
        """The place of the part of that name and type under this response key."""
        is_bounded = name in _BOUNDED or not is_list_type(_nullable(kind))
        return Below(
            f"{self.at}.{key}", self.scope, self.most if is_bounded else self.page, self.page
        )


@dataclass(frozen=True)
class RootField:
    """A root field under its response key, with its arguments."""

    selector: Selector
    release: Release
    key: str
    nodes: Nodes
    args: Mapping[str, Any]

    @property
    def name(self) -> str:
        """Its name in the schema."""
        return name_of(self.nodes)

    @property
    def shown(self) -> Projection:
        """What is shown of the ontology."""
        return self.selector.here.shown

    @property
    def scope(self) -> Scope:
        """What its arguments put in force for all that stands below."""
        return Scope().narrowed(self.args, self.shown)

    @property
    def corpus(self) -> Iri:
        """The corpus that is asked: all, where none was given."""
        return self.scope.corpus or cotv("corpus-all")

    @property
    def published(self) -> str | None:
        """The day by which documents were out that are listened to, if it was given."""
        return self.args.get("publishedBy")

    def given(self, name: str) -> Iri | None:
        """The thing whose id is that argument, if it was given."""
        text = self.args.get(name)
        return None if text is None else thing(text)

    def page(self) -> tuple[int, int]:
        """The first that are wanted and from where on, by `first` and `offset`."""
        first = page(self.args.get("first"), self.selector.here.limits, self.key)
        return first, from_zero(self.args.get("offset"), "offset")

    def computed(
        self, make: Make, queries: int = 0, *, wide: int = 1, named: Iterable[Iri | None] = ()
    ) -> Computed:
        """The root that shows what `make` computes with so many queries; a list is so `wide`.

        Where things are `named`, one query more asks whether they are there. If one is not, the
        value is `UnknownThing`: nothing found would look as if there were nothing to find.
        """
        things = [each for each in named if each is not None]
        if things:
            make, queries = _of_known(things, make), queries + 1
        query = self.selector.here.schema.query_type
        assert query is not None
        scope, most = self.scope._replace(product=max(wide, 1)), max(wide, 1)
        kind = query.fields[self.name].type
        return Computed(
            make,
            self.shape(
                kind, self.nodes, Below(self.key, scope, most, self.selector.here.limits.page)
            ),
            queries,
        )

    def shape(self, kind: GraphQLOutputType, nodes: Nodes, below: Below) -> Shape:
        """How a value of this type is shown, with what the document selects of it."""
        named = get_named_type(kind)
        if self._is_thing(named.name):
            return self._fetched(named.name, nodes, below)
        if not isinstance(named, GraphQLObjectType):
            return None
        selected = self.selector.fields(named.name, nodes).items()
        parts = tuple(
            (key, name_of(each), self._part(named, key, each, below)) for key, each in selected
        )
        return Picked(named.name, parts)

    def _part(self, kind: GraphQLObjectType, key: str, nodes: Nodes, below: Below) -> Shape:
        name = name_of(nodes)
        part = kind.fields[name].type
        return self.shape(part, nodes, below.under(key, name, part))

    def _is_thing(self, kind: str) -> bool:
        shown = self.shown
        return kind in OTHER_NODES or kind in shown.types or kind in shown.unions

    def _fetched(self, target: str, nodes: Nodes, below: Below) -> Fetched:
        check_product(below.scope.product, self.selector.here.limits, below.at)
        level = self.selector.level(Level(0, below.at, "parent", most=below.most))
        place = Place(level, level.branch, below.scope, below.at)
        return Fetched(level, self.selector.select(place, target, nodes))


def _of_known(things: Sequence[Iri], make: Make) -> Make:
    def made(asking: Asking) -> Any:
        said = labels(asking, things)
        # It is made even if one is not there: the number of queries was told before.
        value = make(asking)
        missing = next((each for each in things if each not in said), None)
        return value if missing is None else unknown(asking.release.search.find, missing)

    return made


def _nullable(kind: GraphQLOutputType) -> GraphQLOutputType:
    return cast(GraphQLOutputType, kind.of_type) if isinstance(kind, GraphQLNonNull) else kind


def from_zero(number: int | None, name: str) -> int:
    """The argument of that name, 0 where it was not given; it cannot be less."""
    if number is not None and number < 0:
        raise BadQuery(f"`{name}` is {number}; it cannot be less than 0.")
    return number or 0
