"""What is wrong with what was typed, told beside the form, with what may be meant as links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from kg.errors import KgError
from kg.model.names import ID
from kg.model.terms import Iri
from server.pages.words.names import Link, Names

NEAR = re.compile(r"'(?:id:)?([a-z][a-z-]*/[^']+)'")
"""How a hint names things: `'organisation/26A/ccg'`."""
_PARAMETER = re.compile(r"^Parameter '[^']*': ")


class Trouble(NamedTuple):
    """An error in words, what to do about it, and the same form with each thing that is meant."""

    told: str
    hint: str
    choices: list[Link]


def trouble(names: Names, error: KgError, address: str, asked: Mapping[str, str]) -> Trouble:
    """What a page tells of an error in a form that was sent to an address with these texts."""
    told = _PARAMETER.sub("", str(error)).rstrip(".") + "."
    choices = [
        _choice(names, key, f"{address}?{urlencode({**asked, error.at: key})}")
        for key in NEAR.findall(error.hint)
        if error.at in asked
    ]
    return Trouble(told, "" if choices else error.hint, choices)


def _choice(names: Names, key: str, address: str) -> Link:
    thing = Iri(ID + key)
    kind = names.kind(thing)
    return Link(f"{names.link(thing).text} ({key})", address, kind.comment if kind else "")
