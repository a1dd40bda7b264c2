"""What a request means: a log, or what other pages link with in place of one."""

from __future__ import annotations

from urllib.parse import quote

from server.explore.log import Command, read, written
from server.readers.protocol import Request

_KEPT = "/:,;!$()*'~"


def commands(request: Request) -> list[Command]:
    """The commands of a request: its `do`, and what it says in single parameters.

    Those are `start` (a thing, which may be given several times), `question` with its parameters,
    `sparql`, `graphql` with `variables`, `from` with `to`, and the days `on` and `by`.
    """
    found = [Command(day, [request.text(day)]) for day in ("on", "by") if request.text(day)]
    starts = [each.removeprefix("id:") for each in request.texts("start") if each]
    if starts:
        found.append(Command("add", starts))
    if request.text("question"):
        found.append(_question(request))
    if request.text("sparql"):
        found.append(Command("sparql", [request.text("sparql")]))
    if request.text("graphql"):
        found.append(Command("graphql", [request.text("graphql"), request.text("variables")]))
    if request.text("from") and request.text("to"):
        ends = [request.text(each).removeprefix("id:") for each in ("from", "to")]
        found.append(Command("path", ends))
    return found + read(request.text("do"))


def address(log: list[Command], release: str = "") -> str:
    """The address of the page with that log."""
    query = f"do={quote(written(log), safe=_KEPT)}" if log else ""
    pinned = f"release={quote(release)}" if release else ""
    asked = "&".join(filter(None, (query, pinned)))
    return f"/explore?{asked}" if asked else "/explore"


def _question(request: Request) -> Command:
    ours = {"question", "do", "release", "start", "by", "format", "from", "to", "allowed"}
    given = [
        f"{name}={request.text(name)}"
        for name in request.params
        if name not in ours and not name.startswith("/") and request.text(name)
    ]
    return Command("question", [request.text("question"), *given])
