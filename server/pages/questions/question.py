"""The page of a question: its parameters as a form, its answer, and its two languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import urlencode

import orjson

from kg.model.names import shorten
from kg.model.terms import XSD, Iri, Literal, Term
from kg.questions.ask import Answer, ask
from kg.questions.bind import defaults, parse
from kg.questions.library import Question
from kg.questions.twin import variables
from kg.release.opened import OpenRelease
from kg.release.things import resolved
from server.pages.questions.charts import Chart, chart
from server.pages.questions.codes import codes, worded
from server.pages.questions.companions import companions
from server.pages.questions.grouped import GROUPINGS, Part, Words, parts
from server.pages.words.evidence import items
from server.pages.words.names import Link, Names, term_mark

_INPUTS = {XSD + "date": "date", XSD + "integer": "number"}
_NUMBERS = {XSD + "integer", XSD + "decimal", XSD + "double"}
_FORMATS = (
    ("JSON", "json"),
    ("CSV", "csv"),
    ("TSV", "tsv"),
    ("XML", "xml"),
    ("Turtle", "ttl"),
    ("JSON-LD", "jsonld"),
)


class Option(NamedTuple):
    """One choice of a field."""

    value: str
    label: str


class Field(NamedTuple):
    """A parameter as a field of a form: `kind` is `select` or the type of an input."""

    name: str
    meaning: str
    kind: str
    value: str
    told: str
    options: list[Option]


class Column(NamedTuple):
    """A column: its name, what it means, and whether it holds numbers."""

    name: str
    meaning: str
    numeric: bool


class Page(NamedTuple):
    """Everything that the page of a question says."""

    question: Question
    fields: list[Field]
    columns: list[Column]
    rows: list[list[Link]]
    parts: list[Part]
    chart: Chart | None
    sparql: str
    variables: dict[str, str]
    asked: str
    formats: list[Link]
    picture: str
    companions: list[Link]


def page(release: OpenRelease, names: Names, name: str, query: Mapping[str, str]) -> Page:
    """The question by that name with these parameters, empty ones left at their defaults.

    A thing may be given by its code or name. Raises `UnknownQuestion`, and `BadParameter` for a
    parameter that the question does not have or that cannot be read.
    """
    question = release.library[name]
    texts = {key: text for key, text in query.items() if text and key not in ("release", "format")}
    values = parse(question.sparql, resolved(release, question.sparql, texts))
    answer = ask(release.store, question, values)
    kept = urlencode(texts | {key: query[key] for key in ("release",) if query.get(key)})
    return Page(
        question=question,
        fields=[_field(release, names, question, key, term)
                for key, term in answer.parameters.items()],
        columns=_columns(answer),
        rows=_rows(release, names, answer),
        parts=told(release, names, answer),
        chart=chart(release.ontology, names, answer),
        sparql=answer.query,
        variables={key: _text(term) for key, term in answer.parameters.items()},
        asked=orjson.dumps(variables(answer.parameters), option=orjson.OPT_INDENT_2).decode(),
        formats=[
            Link(label, f"/questions/{name}.{extension}" + (f"?{kept}" if kept else ""))
            for label, extension in _FORMATS
        ],
        picture=urlencode({"question": name, **texts}),
        companions=companions(release.library, question, texts),
    )  # fmt: skip


def short(release: OpenRelease, names: Names, name: str) -> tuple[Question, list[Part]]:
    """A question and its answer for the defaults, in parts."""
    question = release.library[name]
    return question, told(release, names, ask(release.store, question))


def told(release: OpenRelease, names: Names, answer: Answer) -> list[Part]:
    """The answer in parts and groups, for a question that is told so; else nothing."""
    grouping = GROUPINGS.get(answer.question.name)
    if not grouping:
        return []
    words = Words(
        value=names.value,
        code=lambda scheme, code: _code(release, scheme, code),
        evidence=lambda thing: items(release, thing),
    )
    rows = [dict(zip(answer.rows.variables, row, strict=True)) for row in answer.rows.rows]
    return parts(rows, grouping, words)


def _code(release: OpenRelease, scheme: str, code: str) -> Link:
    found = release.ontology.schemes.get(scheme)
    for concept in found.concepts if found else ():
        if concept.notation == code:
            return Link(concept.label, f"/glossary#{term_mark(concept.iri)}", concept.definition)
    return Link(code)


def _rows(release: OpenRelease, names: Names, answer: Answer) -> list[list[Link]]:
    known, columns = codes(release.ontology, answer.question.sparql), answer.rows.variables

    def told(column: str, term: Term | None) -> Link:
        if term is None:
            return Link("")
        return worded(known, column, term) or names.value(term)

    return [list(map(told, columns, row)) for row in answer.rows.rows]


def _meanings(answer: Answer) -> dict[str, str]:
    told = {each.name: each.sentence for each in answer.question.header.columns}
    return {name: told.get(name, name) for name in answer.rows.variables}


def _columns(answer: Answer) -> list[Column]:
    return [
        Column(name, meaning, _is_numeric([row[place] for row in answer.rows.rows]))
        for place, (name, meaning) in enumerate(_meanings(answer).items())
    ]


def _is_numeric(terms: Iterable[Term | None]) -> bool:
    known = [each for each in terms if each is not None]
    numbers = [each for each in known if isinstance(each, Literal) and each.datatype in _NUMBERS]
    return bool(known) and len(numbers) == len(known)


def _field(release: OpenRelease, names: Names, question: Question, name: str, term: Term) -> Field:
    meanings = {each.name: each.sentence for each in question.header.parameters}
    meaning, value = meanings.get(name, name), _text(term)
    if isinstance(term, Iri):
        options = _options(release, names, question, name, term)
        kind = "select" if options else "text"
        return Field(name, meaning, kind, value, names.link(term).text, options)
    datatype = term.datatype if isinstance(term, Literal) else ""
    if datatype == XSD + "boolean":
        choices = [Option("true", "yes"), Option("false", "no")]
        return Field(name, meaning, "select", value, "", choices)
    return Field(name, meaning, _INPUTS.get(datatype, "text"), value, "", [])


def _options(
    release: OpenRelease, names: Names, question: Question, name: str, term: Iri
) -> list[Option]:
    """The codes of the list that the parameter's default is of, and what is asked now."""
    default = defaults(question.sparql).get(name)
    for scheme in release.ontology.schemes.values():
        if any(each.iri == default for each in scheme.concepts):
            codes = [Option(shorten(each.iri), each.label) for each in scheme.concepts]
            chosen = Option(shorten(term), names.link(term).text)
            return codes if chosen in codes else [*codes, chosen]
    return []


def _text(term: Term) -> str:
    return term.text if isinstance(term, Literal) else shorten(term)
