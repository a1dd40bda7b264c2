"""A feed as Atom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement, register_namespace, tostring

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"


class Entry(NamedTuple):
    """What an entry tells: its id, for good, the day of it, and where more is to be read."""

    id: str
    title: str
    day: str
    address: str
    summary: str


class Feed(NamedTuple):
    """A feed: its id, the page that it is a feed of, and its own address."""

    id: str
    title: str
    day: str
    author: str
    page: str
    address: str
    rights: str
    entries: Sequence[Entry]


def written(feed: Feed) -> bytes:
    """The feed as XML."""
    register_namespace("", ATOM)
    root = Element(_in("feed"))
    for name, text in (("id", feed.id), ("title", feed.title), ("updated", moment(feed.day))):
        SubElement(root, _in(name)).text = legal(text)
    SubElement(SubElement(root, _in("author")), _in("name")).text = feed.author
    SubElement(root, _in("link"), rel="self", type=MEDIA_TYPE, href=feed.address)
    SubElement(root, _in("link"), rel="alternate", type="text/html", href=feed.page)
    SubElement(root, _in("rights")).text = feed.rights
    for each in feed.entries:
        entry = SubElement(root, _in("entry"))
        told = (("id", each.id), ("title", each.title), ("updated", moment(each.day)))
        for name, text in (*told, ("summary", each.summary)):
            SubElement(entry, _in(name)).text = legal(text)
        SubElement(entry, _in("link"), rel="alternate", type="text/html", href=each.address)
    made: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return made + b"\n"


def moment(day: str) -> str:
    """A day, or a moment, as Atom has it.

    >>> moment("2020-04-01"), moment("2026-11-22T10:00:00Z")
    ('2020-04-01T00:00:00Z', '2026-11-22T10:00:00Z')
    """
    return day if "T" in day else f"{day}T00:00:00Z"


def legal(text: str) -> str:
    r"""The text without the characters that XML cannot have.

    >>> legal("a\x00b\tc")
    'ab\tc'
    """
    return "".join(
        each
        for each in text
        if each in "\t\n\r" or " " <= each <= "\ud7ff" or "\ue000" <= each <= "\ufffd"
        or each > "\uffff"
    )  # fmt: skip


def _in(name: str) -> str:
    return f"{{{ATOM}}}{name}"
