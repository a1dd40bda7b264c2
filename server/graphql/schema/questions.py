"""The named questions as fields: each with its parameters, and columns that have types."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from graphql import GraphQLSchema

from kg.model.definitions import Scheme
from kg.model.terms import XSD, Iri, Literal, Term
from kg.questions.bind import defaults
from kg.questions.library import Library, Question
from server.graphql.identity import short
from server.graphql.projection import Projection
from server.graphql.schema.twins import Twin

_SCALARS: Final = {
    XSD + "date": "Date",
    XSD + "integer": "Int",
    XSD + "boolean": "Boolean",
    XSD + "decimal": "Decimal",
}
CORPUS: Final = "corpus"


@dataclass(frozen=True)
class Parameter:
    """A parameter as an argument: its scalar, its default there, and the list its codes are of."""

    name: str
    sentence: str
    kind: str
    default: Term
    scheme: Scheme | None

    @property
    def written(self) -> str | int | bool:
        """The default as a client would write it."""
        if isinstance(self.default, Iri):
            return _notation(self.scheme, self.default)
        assert isinstance(self.default, Literal)
        if self.kind == "Int":
            return int(self.default.text)
        return self.default.text == "true" if self.kind == "Boolean" else self.default.text


@dataclass(frozen=True)
class AskField:
    """A question as a field of its theme; columns are its rows' fields, each with its type."""

    name: str
    type_name: str
    question: Question
    parameters: tuple[Parameter, ...]
    columns: Mapping[str, str]

    @property
    def row_name(self) -> str:
        """The type of its rows."""
        return f"{self.type_name}Row"


@dataclass(frozen=True)
class Theme:
    """A theme as a field of `ask`."""

    name: str
    type_name: str
    fields: Mapping[str, AskField]


def themes(library: Library, shown: Projection, schema: GraphQLSchema) -> dict[str, Theme]:
    """The themes of a library by field name; questions without a twin have columns of text."""
    found: dict[str, Theme] = {}
    for name, questions in library.themes().items():
        theme = camel(name)
        kind = f"Ask{theme[0].upper()}{theme[1:]}"
        fields = [_field(each, kind, shown, schema) for each in questions]
        found[theme] = Theme(theme, kind, {each.name: each for each in fields})
    return found


def camel(text: str) -> str:
    """A name of a question as a name in GraphQL.

    >>> camel("shared-chief-officer")
    'sharedChiefOfficer'
    """
    first, *rest = re.split(r"[^A-Za-z0-9]+", text)
    return first + "".join(each[:1].upper() + each[1:] for each in rest)


def _field(question: Question, theme: str, shown: Projection, schema: GraphQLSchema) -> AskField:
    name = camel(question.name.partition("/")[2])
    told = {each.name: each.sentence for each in question.header.parameters}
    parameters = tuple(
        Parameter(each, told.get(each, ""), _kind(term), term, _scheme(term, shown))
        for each, term in defaults(question.sparql).items()
    )
    twin = Twin(question, schema) if question.graphql else None
    columns = {
        each.name: twin.type_of(each) if twin else "String" for each in question.header.columns
    }
    return AskField(name, f"{theme}{name[0].upper()}{name[1:]}", question, parameters, columns)


def _kind(term: Term) -> str:
    return _SCALARS.get(term.datatype, "String") if isinstance(term, Literal) else "ID"


def _scheme(term: Term, shown: Projection) -> Scheme | None:
    return shown.scheme_of.get(term) if isinstance(term, Iri) else None


def _notation(scheme: Scheme | None, iri: Iri) -> str:
    codes = scheme.concepts if scheme else ()
    return next((each.notation for each in codes if each.iri == iri), short(iri))
