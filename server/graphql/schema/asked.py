"""`ask`: every named question as a typed field, added to a schema that does not have it yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from graphql import (
    GraphQLArgument,
    GraphQLField,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLString,
)

from server.graphql.schema.questions import CORPUS, AskField, Parameter, Theme
from server.graphql.schema.roots import told

_TEXTS: Final = {
    "Ask": "The named questions, by theme.",
    "theme": "Questions about",
    "title": "A short title.",
    "question": "The question as a reader would ask it.",
    "notes": "What a reader must know to take the answer rightly.",
    "sparql": "The SPARQL query that answers it, with these parameters.",
    "count": "How many rows the answer has.",
    "rows": "The rows of the answer, in its order.",
    "named": ": its id, or the exact code or name of one thing of the kind of the default",
    "row": "A row of an answer.",
}


def with_questions(schema: GraphQLSchema, themes: Mapping[str, Theme]) -> GraphQLSchema:
    """The schema with the field `ask`, by theme and question; the given one is changed."""
    query = schema.query_type
    assert query is not None
    release = GraphQLArgument(GraphQLString, description=told("release"))
    fields = {each.name: _theme(each, schema) for each in themes.values()}
    asked = GraphQLObjectType("Ask", fields, description=_TEXTS["Ask"])
    query.fields["ask"] = GraphQLField(
        GraphQLNonNull(asked), {"release": release}, description=_TEXTS["Ask"]
    )
    known: dict[str, Any] = {**schema.to_kwargs(), "assume_valid": True}
    return GraphQLSchema(**known)


def _theme(theme: Theme, schema: GraphQLSchema) -> GraphQLField:
    fields = {each.name: _question(each, schema) for each in theme.fields.values()}
    told = f"{_TEXTS['theme']} {theme.name}."
    kind = GraphQLObjectType(theme.type_name, fields, description=told)
    return GraphQLField(GraphQLNonNull(kind), description=told)


def _question(asked: AskField, schema: GraphQLSchema) -> GraphQLField:
    header = asked.question.header
    text, number = GraphQLNonNull(GraphQLString), GraphQLNonNull(GraphQLInt)
    page = {
        "first": GraphQLArgument(GraphQLInt, description=told("first")),
        "offset": GraphQLArgument(GraphQLInt, 0, description=told("offset")),
    }
    fields = {
        "title": GraphQLField(text, description=_TEXTS["title"]),
        "question": GraphQLField(text, description=_TEXTS["question"]),
        "notes": GraphQLField(_list(GraphQLString), description=_TEXTS["notes"]),
        "sparql": GraphQLField(text, description=_TEXTS["sparql"]),
        "count": GraphQLField(number, description=_TEXTS["count"]),
        "rows": GraphQLField(_list(_row(asked, schema)), page, description=_TEXTS["rows"]),
    }
    kind = GraphQLObjectType(asked.type_name, fields, description=header.title)
    return GraphQLField(
        GraphQLNonNull(kind), _arguments(asked, schema), description=header.question
    )


def _arguments(asked: AskField, schema: GraphQLSchema) -> dict[str, GraphQLArgument]:
    return {
        each.name: GraphQLArgument(
            _type(schema, each.kind), each.written, description=_sentence(each)
        )
        for each in asked.parameters
    }


def _sentence(parameter: Parameter) -> str:
    is_thing = parameter.kind == "ID" and parameter.name != CORPUS and not parameter.scheme
    return f"{parameter.sentence}{_TEXTS['named']}" if is_thing else parameter.sentence


def _row(asked: AskField, schema: GraphQLSchema) -> GraphQLObjectType:
    fields = {
        column.name: GraphQLField(
            _type(schema, asked.columns[column.name]), description=column.sentence
        )
        for column in asked.question.header.columns
    }
    return GraphQLObjectType(asked.row_name, fields, description=_TEXTS["row"])


def _type(schema: GraphQLSchema, name: str) -> Any:
    return schema.type_map[name]


def _list(kind: Any) -> Any:
    return GraphQLNonNull(GraphQLList(GraphQLNonNull(kind)))
