"""What a service can be asked: each call as a request to be made, and how its answer is read.

Nothing here sends anything. A call is one request, or, where `more` is set, the first of several.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar, cast
from urllib.parse import quote

from kg.client.answers import (
    Answer,
    Hit,
    Lineage,
    Place,
    Question,
    Release,
    Replaced,
    Rows,
    Thing,
)
from kg.client.refusals import Refused

T = TypeVar("T")
_JSON = "application/json"
_SPARQL = "application/sparql-results+json, text/turtle;q=0.9"


@dataclass(frozen=True)
class Told:
    """What a response holds: its text, the same as JSON if it is that, its type and release."""

    text: str
    json: Any
    media_type: str
    release: str


@dataclass(frozen=True)
class Call(Generic[T]):
    """A request to be made, and how its answer is read."""

    path: str
    read: Callable[[Told], T]
    params: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    json: Mapping[str, Any] | None = None
    form: Mapping[str, str] | None = None
    accept: str = _JSON

    @property
    def method(self) -> str:
        """The method: POST where there is something to send."""
        return "GET" if self.json is None and self.form is None else "POST"

    def of_release(self, name: str) -> Call[T]:
        """The same of one release."""
        if not name or "release" in self.params:
            return self
        return replace(self, params={**self.params, "release": name})


def ask(question: str, /, **parameters: object) -> Call[Answer]:
    """The answer of a named question, such as `people/shared-chief-officer`, of parameters `on=…`.

    A thing is given by its IRI, code or name, a day as ISO text or `datetime.date`. Raises
    `Refused` with the codes `unknown-question` and `bad-parameter`.
    """
    return Call(f"/questions/{_path(question)}.json", _answer, _texts(parameters))


def questions() -> Call[list[Question]]:
    """The questions that can be asked by name, with their parameters and columns."""
    return Call("/questions.json", lambda told: _each(told.json, "questions"))


def search(text: str, /, *, kind: str = "", first: int = 20) -> Call[list[Hit]]:
    """Things by a name or a code, the best first, at most 100; only those of a `kind` such as
    `Organisation` or `Person`, if one is given."""
    params = _texts({"q": text, "kind": kind, "first": first})
    return Call("/search.json", lambda told: _each(told.json, "hits"), params)


def show(what: str, /, *, on: object = "") -> Call[Thing]:
    """What is stated of a thing, by its IRI, code or name: each statement with its evidence.

    Of several by one code, the one that stood `on` that day. Raises `Refused` with the codes
    `unknown-thing` and `bad-parameter`.
    """
    read: Callable[[Told], Thing] = _whole
    return Call(f"/statements/{_path(what)}.json", read, _texts({"on": on}))


def evidence(what: str, /, *, on: object = "") -> Call[list[Place]]:
    """The places in documents that bear out a thing, by its IRI, code or name."""
    params = _texts({"on": on})
    return Call(f"/evidence/{_path(what)}.json", lambda told: _each(told.json, "evidence"), params)


def replaced(what: str, /, *, on: object = "", kind: str = "") -> Call[Replaced]:
    """What replaced a body, by any code or name that it had: its successors on a day or the latest,
    with shares; `options` where several bodies had it."""
    read: Callable[[Told], Replaced] = _whole
    return Call("/replaced.json", read, _texts({"q": what, "on": on, "kind": kind}))


def lineage(what: str, /, *, direction: str = "both") -> Call[Lineage]:
    """What became of a body and what it came from, by its id or by a code or name that it alone
    had; only `forward` or `back`, if that is wanted."""
    read: Callable[[Told], Lineage] = _whole
    return Call(f"/lineage/{_path(what)}.json", read, _texts({"direction": direction}))


def graphql(document: str, variables: Mapping[str, Any] | None = None, /) -> Call[dict[str, Any]]:
    """The data of a GraphQL operation.

    Raises `Refused` if there is any error; what data there is all the same is in its `data`.
    """
    return Call("/graphql", data, json={"query": document, "variables": dict(variables or {})})


def sparql(query: str, /) -> Call[Rows | bool | str]:
    """The answer of a SPARQL query: rows of a SELECT, a truth of an ASK, else triples in Turtle."""
    return Call("/sparql", _results, form={"query": query}, accept=_SPARQL)


def releases() -> Call[list[Release]]:
    """The releases that the service keeps, of which any can be asked."""
    return Call("/releases/index.json", lambda told: _releases(told.json))


def _path(text: str) -> str:
    return quote(text, safe="/")


def _texts(given: Mapping[str, object]) -> dict[str, str | Sequence[str]]:
    """Parameters as a query string has them; what is empty or `None` is left out."""
    return {
        name: [_text(each) for each in value] if isinstance(value, (list, tuple)) else _text(value)
        for name, value in given.items()
        if value is not None and value != ""
    }


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _whole(told: Told) -> Any:
    if not isinstance(told.json, dict):
        raise TypeError("it is no object")
    return told.json


def _answer(told: Told) -> Answer:
    return Answer.of(told.json)


def _each(told: Mapping[str, Any], name: str) -> list[Any]:
    """The objects of a list of the answer."""
    found = told[name]
    if not (isinstance(found, list) and all(isinstance(each, dict) for each in found)):
        raise TypeError("it is no list of objects")
    return found


def data(told: Told) -> dict[str, Any]:
    """The data of a GraphQL response; raises `Refused` where it holds an error."""
    errors = told.json.get("errors")
    if not errors:
        return cast("dict[str, Any]", told.json["data"])
    first = errors[0]
    more = first.get("extensions", {})
    raise Refused.by(
        more.get("code", "bad-query"),
        first["message"],
        hint=more.get("hint", ""),
        at=".".join(map(str, first.get("path", ()))),
        data=told.json.get("data"),
        errors=tuple(errors),
    )


def _results(told: Told) -> Rows | bool | str:
    if not told.media_type.endswith("json"):
        return told.text
    return bool(told.json["boolean"]) if "boolean" in told.json else Rows.of(told.json)


def _releases(told: Mapping[str, Any]) -> list[Release]:
    kept = ("name", "built", "digest", "bytes")
    return [
        cast("Release", {name: each[name] for name in kept} | {"current": each["name"] == current})
        for current in [told["current"]]
        for each in told["releases"]
    ]
