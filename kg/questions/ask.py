"""One question, asked by name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model.terms import Term
from kg.questions.bind import bind, defaults
from kg.questions.library import Question
from kg.store.base import Rows, Store


@dataclass(frozen=True)
class Answer:
    """An answer: the question, the parameters as they were used, and the rows."""

    question: Question
    parameters: Mapping[str, Term]
    query: str
    rows: Rows


def ask(store: Store, question: Question, values: Mapping[str, Term] | None = None) -> Answer:
    """The answer of a question with these parameter values, defaults for the rest.

    Raises `BadParameter` for a name that the question does not have.
    """
    used = dict(defaults(question.sparql)) | dict(values or {})
    query = bind(question.sparql, dict(values or {}))
    return Answer(question, used, query, store.select(query))
