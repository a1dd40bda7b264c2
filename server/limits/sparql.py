"""What is checked of a SPARQL query before an engine sees it.

The engine calls whatever SERVICE names, and dies of text that nests thousands deep. Its grammar has
no separate lexer, so that `1SERVICE<…>` and `?a<?b)SERVICE#>` do call. Therefore the text is cut
into tokens not in one way but in every way that could be meant, and refused if any is dangerous.
Where the letters do not occur and brackets are few there is no danger, and nothing more is done.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from heapq import heappop, heappush
from typing import NamedTuple
from urllib.parse import urlsplit

from kg.errors import BadQuery
from kg.release.writer.text import NOWHERE as NOWHERE
from kg.store.base import Form
from server.errors import FederationRefused, TooDeep, TooLong

LENGTH = 256 * 1024
DEPTH = 100
"""Levels of brackets; the engine's parser dies below 1,000 (EXISTS and IF in each other)."""
CHAIN = 1000
"""Operators and groups; the engine's algebra dies somewhere above 2,000 in a row."""

# SPARQL 1.1, 19.8: PN_CHARS_BASE and what builds on it
_BASE = (
    "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d"
    "\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
CHARS = _BASE + "_0-9\u00b7\u0300-\u036f\u203f\u2040\\-"
"""What a name may hold, as part of a pattern."""
_PLX = r"%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%]"
_LOCAL = rf"(?:[{_BASE}_:0-9]|{_PLX})(?:(?:[{CHARS}.:]|{_PLX})*(?:[{CHARS}:]|{_PLX}))?"
_TOKEN = re.compile(
    rf"""(?P<space>(?:[ \t\r\n]|\#[^\r\n]*)+)
       | (?P<var>[?$][{_BASE}_0-9][{_BASE}_0-9\u00b7\u0300-\u036f\u203f\u2040]*)
       | (?P<blank>_:[{_BASE}_0-9](?:[{CHARS}.]*[{CHARS}])?)
       | (?P<lang>@[A-Za-z]+(?:-+[A-Za-z0-9]+)*)
       | (?P<pname>(?P<prefix>[{_BASE}](?:[{CHARS}.]*[{CHARS}])?)?:(?:{_LOCAL})?)
       | (?P<word>[{_BASE}][{CHARS}]*)
       | (?P<number>[0-9]+)
       | (?P<quote>["'])
       | (?P<less><)
       | (?P<open>[\{{(\[])
       | (?P<close>[\}})\]])
       | (?P<operator>[!&|+*^/-])
       | (?P<other>[.;,?$:~@=>])""",
    re.VERBOSE,
)
_IRI = re.compile(r"<[^\x00-\x20<>\"{}|^`\\]*>")
_LONG = re.compile(
    r"'{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}" + r'|"{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3}', re.DOTALL
)
_SHORT = re.compile(r"'(?:[^'\\\r\n]|\\.)*'" + r'|"(?:[^"\\\r\n]|\\.)*"')
_CALL = re.compile(
    r"service([ \t\r\n]*silent)?[ \t\r\n]*<([^\x00-\x20<>\"{}|^`\\]*)>", re.IGNORECASE
)
_GROUP = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*\{")
_BOUND_BEFORE = re.compile(r"[?$](?:true|false|[0-9])", re.IGNORECASE)
_PROLOGUE = re.compile(
    r"(?:[ \t\r\n]+|#[^\r\n]*|BASE[ \t\r\n]*<[^<>\"{}|^`\\]*>"
    r"|PREFIX[ \t\r\n]+[^ \t\r\n:]*:[ \t\r\n]*<[^<>\"{}|^`\\]*>"
    r"|VERSION[ \t\r\n]*[\"'][^\"']*[\"'])*",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+")
_FORMS: dict[str, Form] = {
    "SELECT": "SELECT",
    "ASK": "ASK",
    "CONSTRUCT": "CONSTRUCT",
    "DESCRIBE": "DESCRIBE",
}
_UPDATES = re.compile(r"INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH")
_CHAINING = re.compile(
    r"UNION|OPTIONAL|MINUS|BIND|FILTER|GRAPH|EXISTS|LATERAL|SELECT|VALUES|AS|IN|NOT", re.IGNORECASE
)


_NOBODY: frozenset[str] = frozenset()
Refuse = Callable[[re.Match[str]], None]


class Reading(NamedTuple):
    """One way to read on from a place: where it ends, levels opened, links added to a chain."""

    end: int
    opened: int = 0
    linked: int = 0


def check(query: str, allowed: Collection[str] = ()) -> Form:
    """The form of a query that an engine may see.

    Raises `TooLong`, `TooDeep`, `FederationRefused` unless SERVICE names an allowed host by its
    IRI, and `BadQuery` for an update or for what begins like no query.
    """
    check_length(query)
    form = _form(query)
    if "service" in query.lower() or _is_long(query):
        hosts = frozenset(allowed)
        scan(query, lambda found: refuse_service(query, found, hosts))
    return form


def _is_long(query: str) -> bool:
    """Whether it has so many brackets, or links of chains, that it is to be read for them."""
    if len(query) <= DEPTH:
        return False
    if sum(query.count(each) for each in "{([") > DEPTH:
        return True
    return len(query) > CHAIN and sum(query.count(each) for each in "!&|+*^/-{(") > CHAIN


def check_length(query: str) -> None:
    """Raise `TooLong` for a query of more than `LENGTH` characters."""
    if len(query) > LENGTH:
        raise TooLong(len(query), LENGTH)


def _form(query: str) -> Form:
    prologue = _PROLOGUE.match(query)
    start = prologue.end() if prologue else 0
    found = _WORD.match(query, start)
    word = found.group().upper() if found else ""
    if _UPDATES.fullmatch(word):
        raise BadQuery(
            f"{word} changes the graph; this address answers queries.", place(query, start)
        )
    for name, form in _FORMS.items():
        if word.startswith(name):  # keywords need no space after them
            return form
    raise BadQuery(
        "The query begins with none of SELECT, ASK, CONSTRUCT and DESCRIBE.", place(query, start)
    )


def place(text: str, at: int) -> str:
    """A place as line and column, both from 1.

    >>> place("ab\\ncd", 4)
    '2:2'
    """
    before = text[:at]
    return f"{before.count(chr(10)) + 1}:{at - before.rfind(chr(10))}"


def scan(
    text: str, refuse: Refuse, counted: Callable[[int, re.Match[str], int], int] | None = None
) -> None:
    """Read a text in every way that it could be read, up to the limits on depth and chains.

    `refuse` is shown every token of every reading, and raises. `counted` may count the links of a
    chain in its own way: it is told how many there were, the token and the depth.
    """
    reached: dict[int, tuple[int, int]] = {0: (0, 0)}
    ahead = [0]
    while ahead:
        at = heappop(ahead)
        depth, chain = reached.pop(at)
        if depth > DEPTH:
            raise TooDeep("levels of brackets", DEPTH, place(text, at))
        if chain > CHAIN:
            raise TooDeep("operators and groups", CHAIN, place(text, at))
        found = _TOKEN.match(text, at)
        if not found:
            continue  # the end, or what no text can hold here
        if counted:
            chain = counted(chain, found, depth)
        for end, opened, linked in _readings(text, found, refuse):
            now = max(depth + opened, 0), chain + linked
            if end in reached:
                before = reached[end]
                now = max(now[0], before[0]), max(now[1], before[1])
            else:
                heappush(ahead, end)
            reached[end] = now


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The tokens as SPARQL reads them: the longest that fits, and an IRI before a less than.

    They end where a character stands that no text can hold. Not for guarding: the engine may read
    otherwise.

    >>> [each.group() for each in tokens("ASK{?s<p>'a b'}#c")]
    ['ASK', '{', '?s', '<p>', "'a b'", '}', '#c']
    """
    at = 0
    while found := _TOKEN.match(text, at):
        if found.lastgroup == "quote":
            found = _LONG.match(text, at) or _SHORT.match(text, at) or found
        elif found.lastgroup == "less":
            found = _IRI.match(text, at) or found
        yield found
        at = found.end()


def _readings(query: str, found: re.Match[str], refuse: Refuse) -> Iterator[Reading]:
    kind, at, end = str(found.lastgroup), found.start(), found.end()
    if kind == "quote":
        yield from _strings(query, at)
        return
    if kind == "less":
        if iri := _IRI.match(query, at):
            yield Reading(iri.end())
        yield Reading(end)  # less than; comparisons do not chain
        return
    if kind == "operator" and query.startswith("//", at):
        return  # of an IRI that was read as less than; no query has one
    refuse(found)
    opened = {"open": 1, "close": -1}.get(kind, 0)
    linked = kind == "operator" or query[at] == "{"
    linked |= kind == "word" and bool(_CHAINING.fullmatch(found.group()))
    yield Reading(end, opened, int(linked))


def _strings(query: str, at: int) -> Iterator[Reading]:
    long = _LONG.match(query, at)
    if long:
        yield Reading(long.end())
        if "\\" not in long.group():
            return
    # Of an escape that it does not know the engine takes a long string for an empty one.
    if short := _SHORT.match(query, at):
        yield Reading(short.end())


def refuse_service(query: str, found: re.Match[str], allowed: frozenset[str] = _NOBODY) -> None:
    """Raise `FederationRefused` if SERVICE may begin in this token, unless its host is allowed."""
    text = found.group().lower()
    offset = text.find("service")
    if offset < 0 or found.lastgroup in ("space", "lang"):
        return
    if found.lastgroup == "var" and not _BOUND_BEFORE.match(text):
        return
    if found.lastgroup in ("pname", "prefix"):
        prefix, _, local = text.partition(":")
        # A prefix of that name calls only where a group follows: `SERVICE ex:a { … }`.
        calls = "service" in prefix and _GROUP.match(query, found.end())
        if not calls and not re.search(r"[.\\%].*service", local):
            return
    call = _CALL.match(query, found.start() + offset)
    if call and offset == 0 and (host(call[2]) in allowed or (call[1] and call[2] == NOWHERE)):
        return
    raise FederationRefused("SERVICE", place(query, found.start() + offset))


def host(iri: str) -> str:
    """The host of an http or https address, in lower case; nothing of any other IRI."""
    try:
        parts = urlsplit(iri)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host if parts.scheme in ("http", "https") and iri.isascii() else ""
