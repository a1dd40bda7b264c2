"""What was sent with a request: the fields of a form or the members of a JSON object, alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

import orjson

from kg.documents.record.given import Given
from kg.errors import BadParameter
from server.limits.form import fields, is_form
from server.readers.protocol import Request

_JSON: Final = "application/json"
_GIVEN: Final = ("title", "author", "issued", "publisher", "address", "kind")


class Sent(NamedTuple):
    """Members by name; those of a form are lists of text."""

    members: Mapping[str, Any]
    is_form: bool

    @classmethod
    def of(cls, request: Request) -> Sent:
        """What came with a request; BadParameter for JSON that is not an object."""
        media = request.headers.get("content-type", "")
        if is_form(media):
            told = fields(media, request.body)
            return cls({name: [_text(each) for each in told[name]] for name in told}, True)
        try:
            members = orjson.loads(request.body)
        except orjson.JSONDecodeError as error:
            raise BadParameter("body", f"it is no JSON: {error}") from None
        if not isinstance(members, dict):
            raise BadParameter("body", "it is no JSON object")
        return cls(members, False)

    def text(self, name: str, otherwise: str = "") -> str:
        """A member that is a text; BadParameter where it is something else."""
        told = self.members.get(name)
        if self.is_form:
            return told[0] if told else otherwise
        if told is None:
            return otherwise
        if not isinstance(told, str):
            raise BadParameter(name, "it is to be a text")
        return told

    def number(self, name: str) -> int:
        """A member that is a whole number; BadParameter where it is not."""
        told = self.members.get(name)
        text = told[0] if isinstance(told, list) and told else told
        if isinstance(text, bool) or not str(text).isascii() or not str(text).isdecimal():
            raise BadParameter(name, "it is to be a whole number")
        return int(str(text)[:12])

    def texts(self, name: str) -> list[str]:
        """All values of a field of a form."""
        return list(self.members.get(name, ())) if self.is_form else []

    def mapping(self, name: str) -> dict[str, Any]:
        """A member that is an object; BadParameter where it is something else."""
        told = self.members.get(name) or {}
        if not isinstance(told, dict):
            raise BadParameter(name, "it is to be an object")
        return told


class Document(NamedTuple):
    """A document that was sent, and what was said of it."""

    data: bytes
    name: str
    given: Given


def document(request: Request) -> Document:
    """The document of a request: a form's file or text, JSON's text, or the whole body.

    With a whole body, what is said of it is in the query. BadParameter where there is none.
    """
    media = request.headers.get("content-type", "")
    if is_form(media):
        told = fields(media, request.body)
        said = {name: _text(told[name][0]) for name in _GIVEN if name in told}
        # A form sends every line end of what is typed as CR LF, whatever it was.
        typed = b"".join(told.get("text", ())).replace(b"\r\n", b"\n")
        return _checked(b"".join(told.get("file", ())) or typed, said)
    if media.partition(";")[0].strip().lower() == _JSON:
        sent = Sent.of(request)
        said = {name: sent.text(name) for name in _GIVEN}
        return _checked(sent.text("text").encode("utf-8", "surrogatepass"), said)
    return _checked(request.body, {name: request.text(name) for name in _GIVEN})


def _checked(data: bytes, said: Mapping[str, str]) -> Document:
    if not data:
        raise BadParameter("file", "no document was sent", "Choose a file, or paste its text.")
    return Document(data, said.get("title") or "The document", Given.checked(**said))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
