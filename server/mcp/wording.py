"""What is wrong, in an assistant's words: the tool to call, and not an address or a command."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from server.errors import Problem

_READ_ONLY: Final = "Nothing can be written here. Ask with a query."
_SENTENCES: Final[Mapping[str, str]] = {
    "`coterminous questions` lists all.": "The tool `questions` lists all.",
    "Search for a name or a code at /search.": "The tool `search` finds it by a name or a code.",
    "Try /replaced?q=03D.": "Give one, such as 03D.",
    "A mutation is sent by POST, with a token that may write.": "A mutation is refused here.",
    "Send it as `Authorization: Bearer`.": _READ_ONLY,
    "is told by POST, to who sends a token that may write.": "is not told here.",
    "Send it as `Authorization: Bearer`, in an operation of its own.": "Ask without it.",
    "Accept text/event-stream, or connect by WebSocket (graphql-transport-ws).": (
        "Ask with a query, and again later."
    ),
}
"""What is said at the other doors, and what is said of it here."""
_ARGUMENTS: Final = {("lineage", "id"): "body", ("replaced", "q"): "body"}
"""Parameters that a tool has by another name."""


def worded(tool: str, problem: Problem) -> Problem:
    """A problem as the tool is told it: of its own arguments, and with tools for what to do."""
    here = _ARGUMENTS.get((tool, problem.at))
    detail = problem.detail
    if here and problem.code == "bad-parameter":
        detail = detail.replace(f"Parameter '{problem.at}'", f"Parameter '{here}'", 1)
    return replace(problem, detail=_said(detail), hint=_said(problem.hint), at=here or problem.at)


def reworded(errors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The errors of a GraphQL response, in the same words."""
    return [
        {**each, "message": _said(each["message"]), "extensions": _extended(each["extensions"])}
        for each in errors
    ]


def _extended(told: Mapping[str, Any]) -> dict[str, Any]:
    return {**told, "hint": _said(told["hint"])} if "hint" in told else dict(told)


def _said(text: str) -> str:
    for there, here in _SENTENCES.items():
        text = text.replace(there, here)
    return text
