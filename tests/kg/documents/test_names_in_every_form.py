"""CCGs, ICBs and STPs in all the forms that texts give their names, over all days of their lives.

`uv run pytest -rP tests/kg/documents/test_names_in_every_form.py` tells the figures.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

import pytest

from kg.documents.mentions.names.gazetteer import Body
from kg.documents.mentions.read import read_mentions
from kg.resources import folder
from tests.kg.documents.test_register_names_linked import LEAST, LONG, known, place

LAST_DAY = "2026-10-01"
"""For a body that still stands."""


class Form(NamedTuple):
    """A sentence around a name: `{x}` the place, `{s}` and `{l}` the short and the long type."""

    sentence: str
    kinds: tuple[str, ...] = tuple(LONG)


FORMS = {
    "X CCG": Form("Members heard that {x} {s} has approved the plan."),
    "X clinical commissioning group": Form("Members heard that {x} {l} has approved the plan."),
    "NHS X CCG": Form("Members heard that NHS {x} {s} has approved the plan.", ("ccg", "icb")),
    "NHS X": Form("Members heard that NHS {x} has approved the plan.", ("ccg", "icb")),
    "X Clinical Commissioning Group (CCG)": Form("{x} {t} ({s}) has approved the plan."),
    "the CCG for X": Form("Members heard that the {s} for {x} has approved the plan."),
    "the clinical commissioning group for X": Form("Members heard that the {l} for {x} met."),
    "X CCG's": Form("Members heard that {x} {s}\N{RIGHT SINGLE QUOTATION MARK}s board met."),
    "X CCG-funded": Form("Most {x} {s}-funded beds were cut."),
    "In X CCG,": Form("In {x} {s}, three practices in four voted for it."),
    "of the X CCG": Form("Ann Lee of the {x} {s} said no."),
    "NHS X CCG in capitals": Form(
        "NHS {X} {s} TO CLOSE ITS OFFICES\n\nStaff know.", ("ccg", "icb")
    ),
    "X & Y CCG": Form("Members heard that {&} {s} has approved the plan."),
    "St. X CCG": Form("Members heard that {St.} {s} has approved the plan."),
}
LISTS = {
    "A, B and C CCGs": ("{x}", "{x} {s}s"),
    "A, B and C clinical commissioning groups": ("{x}", "{x} {l}s"),
    "A CCG, B CCG and C CCG": ("{x} {s}", "{x} {s}"),
    "NHS A, NHS B and NHS C CCGs": ("NHS {x}", "NHS {x} {s}s"),
}


def days(body: Body) -> list[str]:
    """The first, the middle and the last day of a body's life."""
    first, last = (date.fromisoformat(each) for each in (day(body), body.closed or LAST_DAY))
    return [each.isoformat() for each in (first, first + (last - first) / 2, last)]


def day(body: Body) -> str:
    """The first day of a body, the first of its year or month where no more is known."""
    first = body.opened or "2016-12-01"
    return first + "-01-01"[len(first) - len(LAST_DAY) :] if len(first) < len(LAST_DAY) else first


def spelled(form: str, name: str, kind: str) -> str:
    """The sentence of a form about a body; empty where its name has no such form."""
    long, short = LONG[kind]
    parts = {
        "x": name, "X": name.upper(), "s": short, "l": long, "t": long.title(),
        "&": name.replace(" and ", " & "), "St.": re.sub(r"\bSt ", "St. ", name),
    }  # fmt: skip
    given = FORMS[form].sentence
    is_same = any(f"{{{each}}}" in given and parts[each] == name for each in ("&", "St."))
    for key, value in parts.items():
        given = given.replace(f"{{{key}}}", value)
    return "" if is_same or kind not in FORMS[form].kinds else given


@cache
def old_names() -> dict[str, list[tuple[str, str]]]:
    """By body the other names that it had, each with the first day known for it."""
    found: dict[str, list[tuple[str, str]]] = {}
    with (folder("kg.data") / "register" / "names.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            since = row["start"].split("/")[-1]
            if len(since) == len(LAST_DAY):
                found.setdefault(row["body"], []).append((row["name"], since))
    return found


def named(kind: str) -> Iterator[tuple[Body, str, str]]:
    """Each body with each of its names, on the days that it bore it."""
    for body in known(kind):
        yield from ((body, place(body), each) for each in days(body))
        for name, since in old_names().get(body.code, ()):
            yield body, place(body._replace(name=name)), since


def links(sentence: str, issued: str) -> list[str]:
    told = read_mentions(sentence, issued=issued)
    return [each.link for each in told.organisations if each.link or each.type in LONG]


def told(form: str, right: int, asked: int) -> str:
    return f"{form}: {right} of {asked} to the right code, {right / asked:.1%}"


@pytest.mark.parametrize("form", FORMS)
def test_a_name_in_this_form_is_linked_to_its_body_on_every_day_of_it(form: str) -> None:
    asked = [
        (body.code, sentence, issued)
        for kind in LONG
        for body, name, issued in named(kind)
        if (sentence := spelled(form, name, kind))
    ]
    found = [(code, links(sentence, issued), sentence) for code, sentence, issued in asked]
    right = sum(linked == [code] for code, linked, _ in found)

    print(told(form, right, len(asked)))  # noqa: T201 - seen with -rP
    wrong = [each for each in found if any(each[1]) and each[1] != [each[0]]]
    assert wrong == []
    assert right / len(asked) >= LEAST, [each for each in found if not any(each[1])]


@pytest.mark.parametrize("form", LISTS)
def test_a_list_in_this_form_is_linked_body_by_body(form: str) -> None:
    drawn = random.Random(form)  # the same lists in every run
    each, last = LISTS[form]
    right = asked = 0
    for kind, issued in (("ccg", "2014-05-01"), ("ccg", "2020-06-01"), ("icb", "2024-01-01")):
        long, short = LONG[kind]
        alive = [
            body
            for body in known(kind)
            if body.opened <= issued <= (body.closed or LAST_DAY) and "(" not in body.name
        ]
        for _ in range(100):
            bodies = drawn.sample(alive, drawn.choice((2, 3, 4)))
            *first, end = [place(body) for body in bodies]
            names = ", ".join(each.format(x=name, s=short) for name in first)
            tail = last.format(x=end, s=short, l=long)
            linked = links(f"Members of {names} and {tail} voted for it.", issued)
            asked += len(bodies)
            right += sum(body.code in linked for body in bodies)
            assert set(linked) <= {body.code for body in bodies} | {""}, (names, tail)

    print(told(form, right, asked))  # noqa: T201 - seen with -rP
    assert right / asked >= LEAST


def test_where_day_and_name_leave_several_none_is_chosen() -> None:
    """A board took over the code and the name of a group: before and after that day, one is."""
    sentence = "Members heard that NHS Norfolk and Waveney has approved the plan."

    assert links(sentence, "2021-06-01") == ["26A/ccg"]
    assert links(sentence, "2023-06-01") == ["QMM/icb"]
    (undated,) = read_mentions(sentence, issued="").organisations
    assert (undated.name, undated.link) == ("NHS Norfolk and Waveney", "")
