"""The page `What changed in my area?`: changes, officers and claims since a day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from kg.errors import KgError
from kg.model.dates import day_of
from kg.model.names import ID
from kg.model.terms import Iri
from kg.questions.ask import Answer
from kg.questions.library import Question
from kg.release.answers.since import QUESTIONS
from kg.release.answers.since import asked as ask
from kg.release.opened import OpenRelease
from kg.release.things import named
from server.pages.questions.grouped import Group
from server.pages.questions.question import told
from server.pages.words import dates
from server.pages.words.names import Link, Names
from server.pages.words.queries import Asked, Shown, shown
from server.pages.words.trouble import Trouble, trouble
from server.readers.protocol import Request

HEADINGS: Final = {
    "changes": "What opened, closed and merged",
    "officers": "Who came and went",
    "claims": "What was said of it",
}
"""The questions by what they tell, each with a heading."""
USUAL: Final = "2019-04-01"


class Answered(NamedTuple):
    """A question with its answer, and where it is asked alone."""

    heading: str
    question: Question
    groups: list[Group]
    address: str


class Page(NamedTuple):
    """What the page says: the form as it was sent, and the answers, or what is wrong with it."""

    area: str
    since: str
    day: str
    of: Link | None
    answers: list[Answered]
    problem: Trouble | None
    address: str
    queries: Sequence[Shown] = ()


def page(release: OpenRelease, names: Names, request: Request) -> Page:
    """What changed in `area`, or `/key`, since the day `since`; a form only without an area.

    What cannot be read is told on the page, beside the form.
    """
    asked = Page(
        (request.text("/key") or request.text("area")).strip(),
        request.text("since") or USUAL,
        "",
        None,
        [],
        None,
        "",
    )
    if not asked.area:
        return asked
    try:
        since = day_of("since", asked.since)
        thing = named(release, asked.area, since, "area")
    except KgError as error:
        texts = {"area": asked.area, "since": asked.since}
        return asked._replace(problem=trouble(names, error, "/since", texts))
    return asked._replace(
        day=dates.day(since),
        of=names.link(thing),
        answers=[
            Answered(HEADINGS[name], *_answered(release, names, each, thing, since))
            for name, each in ask(release, thing, since).items()
        ],
        address=f"/since/{thing.removeprefix(ID)}",
        queries=shown(
            release,
            [
                Asked(HEADINGS[name], each, {"area": thing, "since": since})
                for name, each in QUESTIONS.items()
            ],
        ),
    )


def _answered(
    release: OpenRelease, names: Names, answer: Answer, area: Iri, since: str
) -> tuple[Question, list[Group], str]:
    question = answer.question
    parts = told(release, names, answer)
    address = f"/questions/{question.name}?area=id:{area.removeprefix(ID)}&since={since}"
    return question, [group for part in parts for group in part.groups], address
