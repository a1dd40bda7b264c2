"""What is checked of a document before a parser sees it.

Parsers expand entities without end, fetch what documents name, and die of what nests thousands
deep. Each syntax is read here only as far as is needed to know of these.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from kg.errors import KgError

DEPTH = 100
"""Levels of elements, of objects and lists, or of triple terms; a parser dies of thousands."""
_DOCTYPE = re.compile(r"<!DOCTYPE(?P<inner>[^>\[]*)(?P<subset>\[)?", re.IGNORECASE)
_TAG = re.compile(
    r"""<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!|<(?P<close>/)?[^\s<>/]+(?:[^<>"']|"[^"]*"|'[^']*')*>""",
    re.DOTALL,
)
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{\]}]', re.DOTALL)
_TERM = re.compile(
    r'"{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3}|' + r"'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}|"
    r"\"(?:[^\"\\\r\n]|\\.)*\"|'(?:[^'\\\r\n]|\\.)*'|#[^\r\n]*|<<|>>|<[^<>\s]*>",
    re.DOTALL,
)


class BadDocument(KgError):
    """A document that cannot be read as what it was sent as, or is dangerous to read."""

    code = "bad-document"

    def __init__(self, reason: str, hint: str = "", at: str = "") -> None:
        super().__init__(f"The document cannot be taken: {reason}")
        self.at = at
        self.hint = hint or "Nothing was written."


def check(data: bytes, media: str) -> None:
    """Raise `BadDocument` for what is not UTF-8, or dangerous to read as that media type."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadDocument(f"it is not UTF-8 at byte {error.start}.") from None
    if media == "application/rdf+xml":
        _check_xml(text)
    elif media == "application/ld+json":
        _check_json(text)
    elif text.count("<<") > DEPTH:
        _refuse_depth(text, _steps(_TERM, text, "<<", ">>"), "triple terms")


def _check_xml(text: str) -> None:
    found = _DOCTYPE.search(text)
    if found and ("<!ENTITY" in text or re.search("SYSTEM|PUBLIC", found["inner"])):
        raise BadDocument(
            "its DOCTYPE declares entities, or names another document.",
            "Write out what the entities stand for, and leave the DOCTYPE out.",
            _line(text, found.start()),
        )
    if text.count("<") > DEPTH:
        _refuse_depth(text, _elements(text), "elements")


def _check_json(text: str) -> None:
    if text.count("[") + text.count("{") > DEPTH:
        _refuse_depth(text, _steps(_BRACKET, text, "[{", "]}"), "objects and lists")
    try:
        json.loads(text, object_pairs_hook=_refuse_remote)
    except ValueError as error:
        place = f"{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise BadDocument("it is not JSON.", at=place) from None


def _refuse_remote(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object; every pair is looked at, because parsers differ on names that come twice."""
    for name, value in pairs:
        named = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        remote = [each for each in named if isinstance(each, str)]
        if name in ("@context", "@import") and remote:
            raise BadDocument(
                f"its {name} is elsewhere, at {remote[0][:200]}, and nothing is fetched.",
                f"Write the {name} out in the document.",
            )
    return dict(pairs)


def _elements(text: str) -> Iterator[tuple[int, int]]:
    for each in _TAG.finditer(text):
        tag = each.group()
        if each["close"]:
            yield each.start(), -1
        elif not tag.startswith(("<!", "<?")) and not tag.endswith("/>"):
            yield each.start(), 1


def _steps(tokens: re.Pattern[str], text: str, up: str, down: str) -> Iterator[tuple[int, int]]:
    for each in tokens.finditer(text):
        if each.group() in up:
            yield each.start(), 1
        elif each.group() in down:
            yield each.start(), -1


def _refuse_depth(text: str, steps: Iterable[tuple[int, int]], what: str) -> None:
    depth = 0
    for at, step in steps:
        depth = max(depth + step, 0)
        if depth > DEPTH:
            raise BadDocument(
                f"its {what} nest more than {DEPTH} deep.", "Write it flatter.", _line(text, at)
            )


def _line(text: str, at: int) -> str:
    return f"{text.count(chr(10), 0, at) + 1}"
