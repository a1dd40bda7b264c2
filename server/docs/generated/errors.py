"""The error codes: what each is in HTTP, and what it means."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module

from kg.errors import KgError
from kg.release.opened import OpenRelease
from server.docs.generated.markdown import code, plain, prose, sentence, table
from server.errors import STATUS

WHERE = (
    "server.app", "server.graphql.answer", "server.graphql.transport.routes",
    "server.graphql.explanation.certify", "kg.release.notebook", "kg.client.refusals",
    "server.commands",
)  # fmt: skip
"""What defines errors, with what these load."""
_OF_HTTP = {
    "internal": "A fault of ours. What it was is in the log, by the request's id.",
    "not-found": "Nothing answers at this address. /openapi.json and /docs list what there is.",
    "method-not-allowed": "The address is there, but not for this method.",
    "bad-request": "What came is not HTTP as it should be, or a part that is needed is missing.",
}
"""Errors that are no class of their own."""


@cache
def meanings() -> dict[str, str]:
    """What each error code means, in a sentence."""
    for module in WHERE:
        import_module(module)
    import_module("server.app").routes()  # which loads the rooms that the service has
    found = {each.code: sentence(each.__doc__) for each in reversed([*_below(KgError)])}
    return found | _OF_HTTP


def told(_: OpenRelease) -> str:
    """A table of all codes, by name; those of our own client have no status."""
    every = meanings()
    rows = []
    for name in sorted({*every, *STATUS}, key=str.casefold):
        row = STATUS.get(name)
        of_http = (str(row.status), plain(row.title)) if row else ("–", "")
        rows.append((code(name), *of_http, prose(every.get(name, ""))))
    return table(("code", "status", "title", "what it means"), rows)


def _below(kind: type[KgError]) -> Iterator[type[KgError]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)
