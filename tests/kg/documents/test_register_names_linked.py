"""Every CCG, ICB and STP of the register, named as texts name it, means its own code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from kg.documents.mentions.names.gazetteer import Body
from kg.documents.mentions.read import read_mentions
from kg.documents.review.parties import bodies
from kg.documents.review.suggestions import near

LONG = {
    "ccg": ("clinical commissioning group", "CCG"),
    "icb": ("integrated care board", "ICB"),
    "stp": ("sustainability and transformation partnership", "STP"),
}
LEAST = 0.98


def place(body: Body) -> str:
    """Its name without the words of its kind."""
    name = re.sub(r"^NHS | \(.*?\)$", "", body.name)
    kinds = "CCG|Clinical Commissioning Group|Integrated Care Board|ICB|STP|ICS"
    return re.sub(rf" (?:{kinds})$", "", name)


def day(body: Body) -> str:
    return body.opened or "2017-06-01"


@cache
def known(kind: str) -> tuple[Body, ...]:
    return tuple(each for _, each in sorted(bodies().items()) if each.kind == kind)


def named(kind: str) -> Iterator[tuple[str, Body]]:
    """The short and the long name of each body, with NHS where it is its own."""
    for body in known(kind):
        for words in LONG[kind]:
            yield f"{place(body)} {words}", body
        if kind != "stp":
            yield f"NHS {place(body)} {LONG[kind][0].title()}", body


def turned(body: Body) -> str:
    """The name with the first of its places at the end; empty where it has no more than two."""
    first, *rest = re.split(r", | and (?!the )", place(body))
    return f"{', '.join(rest)} and {first} STP" if len(rest) > 1 else ""


def link(name: str, issued: str) -> list[str]:
    told = read_mentions(f"Members heard that {name} has approved the plan.", issued=issued)
    return [each.link for each in told.organisations if each.link]


@pytest.mark.parametrize("kind", LONG)
def test_a_body_by_its_name_is_linked_to_its_code(kind: str) -> None:
    wrong = [name for name, body in named(kind) if link(name, day(body)) != [body.code]]

    assert len(wrong) / len(list(named(kind))) <= 1 - LEAST, wrong


def test_a_body_by_its_name_is_never_linked_to_another() -> None:
    linked = [(link(name, day(body)), body.code) for kind in LONG for name, body in named(kind)]

    assert [each for each in linked if each[0] and each[0] != [each[1]]] == []


def test_places_in_another_order_are_linked_or_the_right_body_is_offered_first() -> None:
    asked = [(name, body) for body in known("stp") if (name := turned(body))]
    offered = [
        link(name, day(body)) or list(near(name, "stp", day(body), 1)) for name, body in asked
    ]

    assert len(asked) > 10
    assert offered == [[body.code] for _, body in asked]
