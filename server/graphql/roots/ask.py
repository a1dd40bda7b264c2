"""`ask`: the named questions, each answered by its one SPARQL query."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from graphql import GraphQLEnumType, GraphQLNamedType, GraphQLScalarType

from kg.model.terms import Iri, Literal, Term
from kg.questions.bind import bind
from kg.release.opened import OpenRelease
from kg.release.things import resolved
from server.graphql.api import Api
from server.graphql.codes import concept
from server.graphql.execution.assemble import BadValue, value
from server.graphql.identity import thing
from server.graphql.planning.plan import Asking, Computed, Cut, Picked, Root
from server.graphql.planning.scope import corpus
from server.graphql.planning.selections import Nodes, located, name_of
from server.graphql.planning.where import code, term
from server.graphql.projection import Projection
from server.graphql.roots.field import Below, RootField, from_zero
from server.graphql.schema.questions import CORPUS, AskField, Parameter
from server.limits.graphql import page

_ASKED: Final = ("count", "rows")
"""Parts of an answer for which the graph is asked; the others are known from the library."""

_CONCEPT: Final = tuple(
    (each, each)
    for each in ("id", "iri", "label", "type", "graphs", "notation", "definition", "scheme")
)


@dataclass(frozen=True)
class _Asked:
    """A question that is asked: its query, and how many rows of the answer are shown at most."""

    field: AskField
    sparql: str
    is_run: bool
    rows: int


def ask(field: RootField) -> Root:
    """One query for each question of which the rows, or their number, are selected."""
    return _Ask(field).root()


class _Ask:
    """What is selected of the library. Its values are told by response keys, because one question
    may be asked twice with other parameters."""

    def __init__(self, field: RootField) -> None:
        self._field = field
        self._selector = field.selector
        self._asked: dict[tuple[str, str], _Asked] = {}

    def root(self) -> Computed:
        """The root, with all that is selected."""
        themes = self._selector.fields("Ask", self._field.nodes)
        parts = tuple((key, key, self._theme(key, nodes)) for key, nodes in themes.items())
        queries = sum(each.is_run for each in self._asked.values())
        return Computed(self._make, Picked("Ask", parts), queries)

    def _make(self, asking: Asking) -> dict[str, Any]:
        told: dict[str, dict[str, Any]] = {}
        for (theme, key), asked in self._asked.items():
            told.setdefault(theme, {})[key] = _answer(asking, asked, self._selector.here)
        return told

    def _theme(self, key: str, nodes: Nodes) -> Picked:
        theme = self._selector.here.themes[name_of(nodes)]
        parts = []
        for name, below in self._selector.fields(theme.type_name, nodes).items():
            with located(below):
                asked = theme.fields[name_of(below)]
                args = self._selector.arguments(theme.type_name, below)
                parts.append((name, name, self._question((key, name), asked, below, args)))
        return Picked(theme.type_name, tuple(parts))

    def _question(
        self, place: tuple[str, str], asked: AskField, nodes: Nodes, args: Mapping[str, Any]
    ) -> Picked:
        fields = self._selector.fields(asked.type_name, nodes)
        at = ".".join((self._field.key, *place))
        cuts = {key: self._rows(asked, below, f"{at}.{key}") for key, below in fields.items()}
        values = {
            each.name: self._term(each, args, asked.question.sparql)
            for each in asked.parameters
            if args.get(each.name) is not None
        }
        self._asked[place] = _Asked(
            asked,
            bind(asked.question.sparql, values),
            any(name_of(each) in _ASKED for each in fields.values()),
            max((each.offset + each.first for each in cuts.values() if each), default=0),
        )
        parts = tuple((key, name_of(below), cuts[key]) for key, below in fields.items())
        return Picked(asked.type_name, parts)

    def _rows(self, asked: AskField, nodes: Nodes, at: str) -> Cut | None:
        if name_of(nodes) != "rows":
            return None
        args = self._selector.arguments(asked.type_name, nodes)
        first = page(args.get("first"), self._selector.here.limits, at)
        kind = self._selector.here.schema.type_map[asked.row_name]
        most = max(first, 1)
        below = Below(at, self._field.scope._replace(product=most), most, most)
        picked = self._field.shape(kind, nodes, below)  # type: ignore[arg-type]
        assert isinstance(picked, Picked)
        return Cut(from_zero(args.get("offset"), "offset"), first, picked)

    def _term(self, parameter: Parameter, args: Mapping[str, Any], sparql: str) -> Term:
        """What was given for a parameter; a code of a list may be named by its notation."""
        given = args[parameter.name]
        if parameter.kind == "ID":
            if parameter.name == CORPUS:
                return corpus(given, self._field.shown)
            if parameter.scheme:
                return code(parameter.scheme, given)
            return self._named(parameter.name, args, sparql)
        written = term(parameter.kind, given)
        assert isinstance(written, Literal)
        return written

    def _named(self, name: str, args: Mapping[str, Any], sparql: str) -> Iri:
        """The thing by that id; else by its code or name, as the addresses of questions have it.

        Raises `BadParameter` where that is nothing or several things. It is looked up before there
        is a plan, so that the query that is told is the one that is asked.
        """
        given: str = args[name]
        if "/" in given or ":" in given:
            return thing(given)
        texts = {key: str(args[key]) for key in (name, "on") if args.get(key) is not None}
        # Of a release it takes what a graph in memory has too: the store, the questions, the index.
        release = cast(OpenRelease, self._field.release)
        return Iri(resolved(release, sparql, texts)[name])


def _answer(asking: Asking, asked: _Asked, here: Api) -> dict[str, Any]:
    header = asked.field.question.header
    told: dict[str, Any] = {
        "title": header.title,
        "question": header.question,
        "notes": header.notes,
        "sparql": asked.sparql,
    }
    if not asked.is_run:
        return told
    found = asking.select(asked.sparql)
    kinds = [
        (name, here.schema.type_map.get(asked.field.columns.get(name, "")))
        for name in found.variables
    ]
    rows = (zip(kinds, row, strict=True) for row in found.rows[: asked.rows])
    told["count"] = len(found.rows)
    told["rows"] = [
        {name: _cell(term, kind, here.shown) for (name, kind), term in row} for row in rows
    ]
    return told


def _cell(found: Term | None, kind: GraphQLNamedType | None, shown: Projection) -> Any:
    """A term as a value of the column's type, or the error that it cannot be one."""
    if found is None or kind is None:
        return None
    if isinstance(kind, GraphQLEnumType):
        return _code(found, kind, shown)
    if isinstance(kind, GraphQLScalarType):
        return value(found, kind.name)
    if not isinstance(found, Iri):
        return _bad(found, kind)
    return concept(shown, found, _CONCEPT) if kind.name == "Concept" else found


def _code(found: Term, kind: GraphQLEnumType, shown: Projection) -> Any:
    """The value of an enum; codes are told by their IRI or by their notation."""
    text = found.text if isinstance(found, Literal) else str(found)
    scheme = shown.enums.get(kind.name)
    codes: dict[str, str] = {each.notation: each.iri for each in scheme.concepts} if scheme else {}
    wanted = codes.get(text, text)
    known = {each.value for each in kind.values.values()}
    return wanted if wanted in known else _bad(found, kind)


def _bad(found: Term, kind: GraphQLNamedType) -> BadValue:
    return BadValue(f"'{getattr(found, 'text', found)}' is not a value of {kind.name}.")
