"""What a service answers, typed: as it sends it, or with the little that Python adds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

Value = str | int | float | bool | None
"""What a cell is: a thing as its IRI, a day as ISO text."""


class Latest(TypedDict):
    """The latest source that a theme knows of."""

    day: str
    document: str
    title: str


@dataclass(frozen=True)
class Answer:
    """The answer of a named question: a mapping a row, in the order of the question.

    `columns` has what each column means, `notes` what to keep in mind, `release` what a citation
    should carry; `latest_source` is the latest document that the data of its theme is from, or
    `None` where none is dated.
    """

    question: str
    name: str
    parameters: dict[str, Value]
    columns: dict[str, str]
    rows: Sequence[dict[str, Value]]
    notes: Sequence[str]
    release: str
    latest_source: Latest | None = None

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @classmethod
    def of(cls, told: dict[str, Any]) -> Answer:
        """The answer that a service has sent as JSON."""
        columns = {each["name"]: each["meaning"] for each in told["columns"]}
        kept = ("question", "name", "parameters", "rows", "notes", "release")
        latest = told.get("latestSource")
        return cls(**{each: told[each] for each in kept}, columns=columns, latest_source=latest)


@dataclass(frozen=True)
class Rows:
    """The answer of a SELECT query: values as Python has them, `None` where there is none.

    `terms` has the same rows as the SPARQL JSON results do, with types and languages.
    """

    variables: Sequence[str]
    rows: Sequence[dict[str, Value]]
    terms: Sequence[dict[str, dict[str, str]]]

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    @classmethod
    def of(cls, told: dict[str, Any]) -> Rows:
        """The rows of SPARQL 1.1 Query Results JSON."""
        variables = told["head"]["vars"]
        terms = told["results"]["bindings"]
        return cls(
            variables,
            [{name: value(each.get(name)) for name in variables} for each in terms],
            terms,
        )


def value(term: dict[str, str] | None) -> Value:
    """A term of the SPARQL JSON results as Python has it; what cannot be read stays text.

    >>> xsd = "http://www.w3.org/2001/XMLSchema#"
    >>> value({"type": "literal", "value": "7", "datatype": xsd + "integer"})
    7
    >>> value({"type": "uri", "value": "urn:x"}), value(None)
    ('urn:x', None)
    """
    if term is None:
        return None
    read = _READ.get(term.get("datatype", "").rpartition("#")[2])
    try:
        return read(term["value"]) if read else term["value"]
    except ValueError:
        return term["value"]


_READ: dict[str, Any] = {
    "integer": int,
    "decimal": float,
    "double": float,
    "boolean": lambda text: text in ("true", "1"),
}


class Parameter(TypedDict):
    """A parameter of a question, with what it is if it is left out."""

    name: str
    meaning: str
    default: Value


class Column(TypedDict):
    """A column of a question's answer."""

    name: str
    meaning: str


class Question(TypedDict):
    """A question that can be asked by its name."""

    name: str
    theme: str
    title: str
    question: str
    parameters: list[Parameter]
    columns: list[Column]
    notes: list[str]
    address: str


class Hit(TypedDict):
    """A thing that a search found, by which of its names or codes."""

    iri: str
    id: str
    label: str
    matched: str
    kind: str
    kindLabel: str
    detail: str


class Statement(TypedDict):
    """One statement of a thing, or (`direction` is `in`) one that leads to it."""

    thing: str
    direction: str
    property: str
    propertyLabel: str
    value: str | None
    valueLabel: str | None
    graph: str | None
    evidence: str | None


class Thing(TypedDict):
    """What is stated of a thing, and who says so: `evidence` are IRIs, with `; ` between."""

    iri: str
    statements: list[Statement]
    release: str


class Place(TypedDict):
    """A place in a document that bears something out: characters of its text, or a locator."""

    evidence: str
    document: str | None
    title: str | None
    issued: str | None
    address: str | None
    start: int | None
    end: int | None
    locator: str | None
    recordedIn: str | None


Step = TypedDict(
    "Step",
    {
        "from": str,
        "to": str,
        "kind": str,
        "day": str | None,
        "whole": bool,
        "part": str | None,
        "share": float | None,
        "basis": str | None,
        "event": str | None,
        "evidence": list[str],
        "through": str | None,
        "inferred": bool,
        "warnings": list[str],
    },
)
"""One body into another: on which day, as a whole or which part, and what bears it out."""


class Lineage(TypedDict):
    """What became of a body and what it came from, in a sentence and step by step; `forward` and
    `back` are paths, as places in `steps`."""

    of: str
    sentence: str
    bodies: list[dict[str, Any]]
    steps: list[Step]
    forward: list[list[int]]
    back: list[list[int]]
    warnings: list[str]
    release: str


class Replaced(TypedDict):
    """What replaced a body on a day, or as last known; `outcome` says whether that is known."""

    asked: str
    on: str | None
    outcome: str
    sentence: str
    body: dict[str, Any] | None
    successors: list[dict[str, Any]]
    options: list[dict[str, Any]]
    release: str


class Release(TypedDict):
    """A release that the service keeps, with the digest of all that it says."""

    name: str
    built: str
    digest: str
    bytes: int
    current: bool
