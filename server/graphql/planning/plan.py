"""What is to be asked, as data: one `Level` for each list of the operation.

A level is one SPARQL query, and a second one where its total is wanted. Literals and single-valued
objects ride along in the query of the level that they hang on (`Branch`); what the response shows
of them, and under which key, is told apart from that (`Selected`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, Protocol

from kg.model.terms import Iri, Term
from kg.store.base import Rows
from server.graphql.planning.conditions import ANYTHING, Group, Step
from server.graphql.release import Release


@dataclass(frozen=True)
class Key:
    """Something to order by; without a step, the thing's IRI."""

    step: Step | None
    is_text: bool = True
    is_descending: bool = False
    nulls_first: bool = False


@dataclass(frozen=True)
class Cursor:
    """A place in a list: the values of the order's keys there, and the thing itself."""

    values: tuple[Term | None, ...]
    iri: Iri


@dataclass
class Branch:
    """A variable that stands for a thing, and what is fetched of it: literals by step, its types,
    the named graphs that state the link to it, and single-valued objects by step and group."""

    var: str
    columns: dict[Step, str] = field(default_factory=dict)
    types: str = ""
    stated: str = ""
    branches: dict[tuple[Step, Group], Branch] = field(default_factory=dict)


Source = Literal["class", "parent", "step", "types", "graphs", "fact"]
BY_PARENT: Final = ("step", "types", "graphs", "fact")
"""The sources of lists that each of several parents has."""


@dataclass
class Level:
    """One list: of things that `source` says, each a row with the branch's variables.

    `class`: all things of the group's classes. `step`: what the parents lead to along `step`.
    `parent`: the parents themselves. `types`, `graphs`: the classes of the parents, and the named
    graphs that state them. `fact`: what is known of the step from each parent, in words, and the
    named graphs that state it. The parents are `given`, or what `variable` of `above` stands for;
    `most` says how many are given at most, where that is known before. With `has_keys` the answer
    has the values of the order's keys, which only cursors need. One that `is_backward` has its
    order turned round: the `first` are then the last, and its rows are shown from the end.
    """

    number: int
    at: str
    source: Source
    step: Step | None = None
    group: Group = ANYTHING
    order: tuple[Key, ...] = ()
    first: int | None = None
    after: Cursor | None = None
    has_rows: bool = True
    has_count: bool = False
    has_keys: bool = True
    is_backward: bool = False
    branch: Branch = field(default_factory=lambda: Branch("n"))
    above: Level | None = None
    variable: Branch | None = None
    only: frozenset[str] | None = None
    given: tuple[Iri, ...] = ()
    most: int | None = None
    fingerprint: str = ""

    @property
    def queries(self) -> int:
        """How many SPARQL queries it takes, whatever is in the graph."""
        return int(self.has_rows) + int(self.has_count)


# What the response shows.


@dataclass(frozen=True)
class Name:
    """The thing's own name."""

    form: Literal["id", "iri"]


@dataclass(frozen=True)
class Leaf:
    """A literal or a code, in a variable of the row; `kind` is a scalar or `code`."""

    var: str
    kind: str


@dataclass(frozen=True)
class Coded:
    """A code of an open list as an object: response keys, and the part of the concept for each."""

    var: str
    parts: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ConceptPart:
    """A part of the thing itself, which is a concept."""

    part: str


@dataclass(frozen=True)
class Certainty:
    """How sure it is that the thing held on a day; the four variables of its bounds."""

    day: str | None
    months: int
    bounds: tuple[str, str, str, str]


@dataclass(frozen=True)
class Single:
    """A single-valued object."""

    selected: Selected


@dataclass(frozen=True)
class Plain:
    """A plain list of literals or codes: the values of a level; `coded` for open lists."""

    level: Level
    kind: str
    coded: Coded | None = None


@dataclass(frozen=True)
class Page:
    """A page: response keys, each with what is shown there."""

    level: Level
    parts: tuple[tuple[str, PagePart], ...]


@dataclass(frozen=True)
class PagePart:
    """`totalCount`, `nodes`, `edges` or `pageInfo`: with what is shown of each node, and under
    which keys stand the fields of an edge or of the page's info."""

    kind: str
    selected: Selected | None = None
    keys: tuple[tuple[str, str, Selected | Shape | None], ...] = ()


@dataclass(frozen=True)
class First:
    """The one thing of a level, if there is one; more is an error."""

    level: Level
    selected: Selected
    what: str


@dataclass(frozen=True)
class Ready:
    """A value that is known without asking the graph."""

    value: Any


class Teller(Protocol):
    """What an answer tells of a thing in a row, for those who make more of it."""

    def value(self, shape: Shape, row: Any, iri: Iri) -> Any:
        """What a shape shows."""

    def term(self, row: Any, var: str) -> Any:
        """The term of a variable, or the error that there is more than one."""

    def found(self, level: Level, iri: Iri) -> list[Any]:
        """The rows of a level below the thing."""


class Told(ABC):
    """What is made of the rows of a thing by whoever knows how."""

    @abstractmethod
    def tell(self, teller: Teller, row: Any, iri: Iri) -> Any:
        """It."""


Shape = Name | Leaf | Coded | ConceptPart | Certainty | Single | Plain | Page | Told


@dataclass(frozen=True)
class Entry:
    """A response key, and what stands there for things of these object types; of all, if none."""

    key: str
    shape: Shape
    only: frozenset[str] | None = None


@dataclass
class Selected:
    """What is shown of a thing. `possible` are the object types that it may be of."""

    branch: Branch
    possible: tuple[str, ...]
    entries: list[Entry] = field(default_factory=list)


class Asking(Protocol):
    """What a computed value is made from."""

    @property
    def release(self) -> Release:
        """The release that is asked."""

    def select(self, sparql: str) -> Rows:
        """The rows of a query; it is told in `extensions.kg`, and counts."""


# Values that are not a list of things by class: made by Python, things in them fetched by levels.


@dataclass(frozen=True)
class Fetched:
    """Things in a computed value, each an `Iri` there: all of them are fetched by one level."""

    level: Level
    selected: Selected


@dataclass(frozen=True)
class Picked:
    """What is shown of an object in a computed value: its type, and for each response key the
    name of the part in the value and what is shown of that, if it is an object or a thing."""

    kind: str
    parts: tuple[tuple[str, str, Picked | Fetched | Cut | None], ...]


@dataclass(frozen=True)
class Cut:
    """A part of a list in a computed value."""

    offset: int
    first: int
    of: Picked | Fetched | None


@dataclass(frozen=True)
class Computed:
    """A value that `make` computes, with just so many SPARQL queries of its own.

    It is nested mappings and lists; values of enums are what the schema has for them, things are
    `Iri`s. A `KgError` in it becomes an error of the response at that place.
    """

    make: Callable[[Asking], Any]
    picked: Picked | Fetched | Cut | None
    queries: int = 0


Root = Page | First | Computed | Ready


@dataclass(frozen=True)
class Plan:
    """An operation: its root fields by response key, and all its levels, parents first."""

    roots: Mapping[str, Root]
    levels: tuple[Level, ...]

    @property
    def queries(self) -> int:
        """How many SPARQL queries it takes; known before the first, whatever is in the graph."""
        computed = (each for each in self.roots.values() if isinstance(each, Computed))
        return sum(each.queries for each in self.levels) + sum(each.queries for each in computed)
