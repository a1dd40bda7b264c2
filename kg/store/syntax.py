"""Whether a text is SPARQL 1.1 Update, as the engine reads it; nothing of it is run."""

from __future__ import annotations

import pyoxigraph as ox

from kg.store.oxigraph import syntax_error

_NEVER = "CREATE GRAPH <urn:coterminous:once> ; CREATE GRAPH <urn:coterminous:once> ; "
"""What fails wherever it is run, and so keeps from running what stands behind it."""


def check_update(update: str, base: str | None = None, at: int = 0) -> None:
    """Raise `BadQuery` for what is no update; `at` is where its first operation begins.

    The engine reads all of a text before it runs any of it, and fails before that operation.

    >>> check_update("PREFIX a: <urn:a> LOAD a:b", at=18)
    """
    try:
        ox.Store().update(f"{update[:at]}{_NEVER}{update[at:]}", base_iri=base)
    except SyntaxError as error:
        complaint = syntax_error(error, "update")
        complaint.at = _moved(complaint.at, update[:at])
        raise complaint from None
    except (RuntimeError, ValueError):
        return  # all of it was read


def _moved(place: str, before: str) -> str:
    """A place, line and column, in the text that does not have `_NEVER` after these words."""
    line, _, column = place.partition(":")
    first = len(before) - before.rfind("\n")
    if not column or int(line) != before.count("\n") + 1 or int(column) < first:
        return place
    return f"{line}:{max(int(column) - len(_NEVER), first)}"
