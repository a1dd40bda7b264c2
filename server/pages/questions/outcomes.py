"""The counts beside the starter questions: how many share an officer, how far the rule went."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from kg.model.terms import Literal
from kg.questions.ask import ask
from kg.questions.bind import defaults, parse
from kg.release.opened import OpenRelease
from server.pages.words.dates import day
from server.pages.words.names import Link

DAYS = ("2020-03-31", "2020-04-01", "2021-04-01")
"""The eve and the morning of the largest round of mergers, and the day of the plan's deadline."""
SHARING = "people/sharing-count"
ONE = "areas/one-ccg-count"
_CARRIED = {
    "0": "on attested days only",
    "12": "with posts carried up to 12 months",
}


class Counts(NamedTuple):
    """What is counted, and the counts, each leading to the question that counts."""

    title: str
    links: list[Link]


def outcomes(release: OpenRelease, name: str) -> Counts:
    """The counts that belong to a question; no links where there are none."""
    told = _OUTCOMES.get(name)
    return told(release) if told else Counts("", [])


def _sharing(release: OpenRelease) -> Counts:
    starter = defaults(release.library["people/shared-chief-officer"].sparql)
    on = starter["on"]
    assert isinstance(on, Literal)
    links = []
    for carry, told in _CARRIED.items():
        asked = {"on": on.text, "carry": carry}
        count = _counted(release, SHARING, asked)
        if count:
            text = f"{count['ccgs']} CCGs shared {count['officers']} officers, {told}"
            links.append(_link(SHARING, asked, text))
    return Counts(f"On {day(on.text)}", links)


def _one_ccg(release: OpenRelease) -> Counts:
    links = []
    for on in DAYS:
        count = _counted(release, ONE, {"on": on})
        if count and count["areas"] != "0":
            text = f"{day(on)}: {count['one']} of {count['areas']} areas"
            links.append(_link(ONE, {"on": on}, text))
    return Counts("What came of it: areas with exactly one CCG", links)


def _counted(release: OpenRelease, name: str, asked: Mapping[str, str]) -> dict[str, str]:
    """The one row of a question that counts, by column; nothing where it is not in the library."""
    if name not in release.library:
        return {}
    question = release.library[name]
    rows = ask(release.store, question, parse(question.sparql, asked)).rows
    [row] = rows.rows
    named = zip(rows.variables, row, strict=True)
    return {column: term.text for column, term in named if isinstance(term, Literal)}


def _link(name: str, asked: Mapping[str, str], text: str) -> Link:
    return Link(text, f"/questions/{name}?{urlencode(asked)}")


_OUTCOMES: Mapping[str, Callable[[OpenRelease], Counts]] = {
    "people/shared-chief-officer": _sharing,
    "policy/one-ccg-restatements": _one_ccg,
}
