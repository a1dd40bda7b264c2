"""What is checked of a SPARQL update before an engine sees it.

No engine fetches anything for an update: SERVICE is not followed, and LOAD is seen to before. As in
a query, the text is read in every way that could be meant, because the engine has no lexer.
"""

from __future__ import annotations

import re

from server.errors import FederationRefused, TooLong
from server.limits.sparql import CHAIN, DEPTH, place, refuse_service, scan

LENGTH = 4 * 1024 * 1024
_DATA = re.compile(r"(?:INSERT|DELETE)?DATA", re.IGNORECASE)
_UNCOUNTED = -(1 << 30)
_END = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*(?:\Z|;|into)", re.IGNORECASE)
_BLANK = " \t\r\n"


def check(update: str, *, may_load: bool = False) -> None:
    """Raise `TooLong`, `TooDeep`, or `FederationRefused` where an update might fetch something.

    With `may_load` whoever asks sees to LOAD, and only the rest is looked at.
    """
    if len(update) > LENGTH:
        raise TooLong(len(update), LENGTH)
    brackets = sum(update.count(each) for each in "{([")
    links = sum(update.count(each) for each in "!&|+*^/-{(")
    lower = update.lower()
    if "service" in lower or "load" in lower or brackets > DEPTH or links > CHAIN:
        look = refuse_service if may_load else _refuse
        scan(update, lambda found: look(update, found), _counted)


def _refuse(update: str, found: re.Match[str]) -> None:
    refuse_service(update, found)
    text = found.group().lower()
    offset = text.find("load")
    if offset < 0 or found.lastgroup not in ("word", "pname", "prefix"):
        return
    if found.lastgroup != "word":
        # A prefix of that name loads only as an operation of its own: `; LOAD ex:a INTO …`.
        named = "load" in text.partition(":")[0]
        if not (named and _END.match(update, found.end()) and _begins(update, found.start())):
            return
    raise FederationRefused("LOAD", place(update, found.start() + offset))


def _begins(update: str, at: int) -> bool:
    """Whether an operation could begin there: at first, after `;`, a prologue or a comment."""
    last = at - 1
    while last >= 0 and update[last] in _BLANK:
        last -= 1
    if last < 0 or update[last] in ";>":
        return True
    if "\n" not in update[last:at] and "\r" not in update[last:at]:
        return False  # a comment would go on
    line = max(update.rfind("\n", 0, last), update.rfind("\r", 0, last))
    return "#" in update[line + 1 : last + 1]


def _counted(chain: int, found: re.Match[str], depth: int) -> int:
    """Data holds no expressions, so nothing chains in it, and every operation begins anew."""
    if depth:
        return chain
    if found.lastgroup == "word" and _DATA.fullmatch(found.group()):
        return _UNCOUNTED
    return 0 if found.group() == ";" else chain
