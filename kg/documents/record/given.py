"""What the one who adds a document says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from kg.errors import BadParameter
from kg.model.dates import bounds
from kg.resources import folder

_NOTATION: Final = re.compile(r'skos:notation "(\w+)"')


@dataclass(frozen=True, slots=True)
class Given:
    """Title, author, day of issue, publisher, address, kind; empty where nothing is said."""

    title: str = ""
    author: str = ""
    issued: str = ""
    publisher: str = ""
    address: str = ""
    kind: str = ""

    @classmethod
    def checked(cls, **said: str) -> Given:
        """What was said, each part without the white space around it.

        BadParameter for a date that is none (it is as precise as known: 2019, 2019-03,
        2019-03-28), an address that is not of the web, or a kind that the ontology does not have.

        >>> Given.checked(title=" A title ", issued="2019-03").title
        'A title'
        >>> Given.checked(issued="last year")
        Traceback (most recent call last):
        kg.errors.BadParameter: Parameter 'date': 'last year' is not a date
        """
        given = cls(**{name: " ".join(text.split()) for name, text in said.items()})
        if given.issued:
            _check_date(given.issued)
        if given.address:
            _check_address(given.address)
        if given.kind and given.kind not in kinds():
            near = get_close_matches(given.kind, kinds())
            hint = f"Did you mean {' or '.join(near)}?" if near else f"One of {', '.join(kinds())}."
            raise BadParameter("kind", f"'{given.kind}' is no kind of document", hint)
        return given


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of document that the ontology knows, in order.

    >>> "letter" in kinds()
    True
    """
    vocabulary = folder("ontology") / "vocab" / "doc.ttl"
    return tuple(sorted(_NOTATION.findall(vocabulary.read_text(encoding="utf-8"))))


def _check_date(text: str) -> None:
    try:
        bounds(text)
    except ValueError as error:
        hint = "Write it as 2019, 2019-03 or 2019-03-28."
        raise BadParameter("date", str(error), hint) from None


def _check_address(text: str) -> None:
    place = urlsplit(text)
    if place.scheme not in ("http", "https") or not place.netloc:
        hint = "It begins with https:// or http://."
        raise BadParameter("url", f"'{text}' is no address of a page", hint)
