"""What became of bodies, on pages: what replaced one, its lineage as a picture and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from kg.analysis.lineage.bodies import KINDS, Body, Plan, Step
from kg.analysis.lineage.following import Lineage
from kg.analysis.lineage.following import lineage as follow
from kg.analysis.lineage.replaced import Replaced, Successor, lived
from kg.analysis.lineage.sentences import called, told_share
from kg.analysis.plots.asked import FIRST
from kg.model.dates import day_of
from kg.model.names import ID, cotv
from kg.model.terms import Iri
from kg.release.opened import OpenRelease
from server.lineage.asked import asked, followed, picture
from server.pages.words import dates
from server.pages.words.names import Link, Names, local
from server.pages.words.queries import Asked, Shown, shown
from server.readers.protocol import Request

_STEPS: Final = {
    "overlap": Link(
        "shared area",
        hint="No table says what took its place; the areas of the two are known to overlap.",
    ),
    "location": Link(
        "location of", hint="A sub-ICB location lies in a board; it is a place, not a body."
    ),
}
"""The kinds of step that are no changes of the ontology."""
BASES: Final = {
    "postcodes": "of its postcodes",
    "lsoas": "of its small areas",
    "whole body": "",
    "as recorded": "as recorded",
}
"""What shares are counted in, in words."""


_KNOWN: Final = ", as far as is known."  # the end of the first sentence of an answer


class Row(NamedTuple):
    """One step of a lineage as a row of a table."""

    day: str
    old: Link
    told: Link
    new: Link
    part: str
    share: str
    basis: str
    notes: list[str]
    evidence: list[Link]


class Place(NamedTuple):
    """A body in the place of another: how much of it, and by which last step."""

    body: Link
    part: str
    share: str
    since: str
    evidence: list[Link]


class Told(NamedTuple):
    """A lineage as a page tells it; `address` is that of its other formats, without an ending."""

    of: Link
    sentence: str
    picture: str
    rows: list[Row]
    plans: list[str]
    warnings: list[str]
    address: str
    queries: list[Shown]


class Option(NamedTuple):
    """A body that may be meant: what it is called, when it was there, and its id."""

    body: Link
    kind: str
    lived: str
    key: str


class Page(NamedTuple):
    """What the page `What replaced …?` says; `told` is `None` where there was nothing to ask."""

    text: str
    on: str
    day: str
    told: Replaced | None
    head: str
    sentence: str
    story: str
    places: list[Place]
    area: list[Link]
    options: list[Option]
    lineage: Told | None


def page(release: OpenRelease, names: Names, request: Request) -> Page:
    """What replaced the body that the request asks for; a page with a form only for no words.

    Raises `BadParameter` for what is not a day and for a kind that there is not.
    """
    text, on = request.text("q").strip(), day_of("on", request.text("on"))
    if not text:
        return Page("", on, "", None, "", "", "", [], [], [], None)
    answer = asked(release, request)
    sentence, story = _sentences(answer)
    way_told = None
    if answer.body:
        back = answer.outcome in ("stands", "not yet")
        way: Lineage = follow(
            release.lineage, answer.body.iri, "both" if back else "forward", until=answer.on
        )
        way_told = told(release, names, way)
    return Page(
        text=text,
        on=answer.on,
        day=dates.day(answer.on) if answer.on else "",
        told=answer,
        head=called(answer.body) if answer.body else text,
        sentence=sentence,
        story=story,
        places=[_place(names, each) for each in answer.successors],
        area=[_body(each) for each in answer.area],
        options=[_option(each) for each in answer.options],
        lineage=way_told,
    )


def lineage_page(release: OpenRelease, names: Names, request: Request) -> Told:
    """The lineage that the request asks for; raises what `followed` raises."""
    return told(release, names, followed(release, request))


def of_body(release: OpenRelease, names: Names, body: Iri) -> Told | None:
    """The lineage of a body, or `None` where it has none."""
    if body not in release.lineage.bodies:
        return None
    found = follow(release.lineage, body)
    return told(release, names, found) if found.steps else None


def told(release: OpenRelease, names: Names, found: Lineage) -> Told:
    """A lineage in words, as a picture where it has steps, and as a table."""
    dag = release.lineage
    return Told(
        of=_body(found.of),
        sentence=found.sentence,
        picture=picture(release, found) if found.steps else "",
        rows=[_row(names, dag.bodies, each) for each in found.steps],
        plans=announced(found.plans),
        warnings=list(found.warnings),
        address="/lineage/" + found.of.iri.removeprefix(ID),
        queries=shown(release, _asked(found.of, release.info.built[:10])),
    )


def _asked(body: Body, until: str) -> list[Asked]:
    """The questions that give the bodies of a line, and what is known of its changes."""
    of = {"body": body.iri}
    return [
        Asked("What came of it", "lineage/successors", of),
        Asked("What it came of", "lineage/predecessors", of),
        Asked("The changes in which it had part, with evidence", "lineage/changes-of-body", of),
        Asked("What went where, parts too", "lineage/transfers", {"from": FIRST, "to": until}),
    ]


def announced(plans: Iterable[Plan]) -> list[str]:
    """What was announced and changed nothing so far, a line each."""
    known = dict.fromkeys((each.name, each.status, each.day) for each in plans)
    return [
        f"{name} ({status}{f', {dates.day(when)}' if when else ''})" for name, status, when in known
    ]


def _sentences(answer: Replaced) -> tuple[str, str]:
    """The answer, and how it came to be; without what has a list of its own on the page."""
    if answer.outcome == "options":
        return f"“{answer.asked}” has meant {len(answer.options)} bodies.", ""
    if answer.outcome == "unknown":
        return f"No body is known by the code or name “{answer.asked}”.", ""
    first, known, rest = answer.sentence.partition(_KNOWN)
    return (first + known, rest.strip()) if rest else (answer.sentence, "")


def _row(names: Names, bodies: Mapping[Iri, Body], step: Step) -> Row:
    notes = list(step.warnings)
    if step.via:
        notes.append(f"through the sub-ICB location {bodies[step.via].code}")
    if step.inferred:
        notes.append("that follows from the names")
    return Row(
        day=dates.day(step.day) if step.day else "",
        old=_body(bodies[step.before]),
        told=_STEPS.get(step.kind) or names.link(cotv(f"change-{step.kind}")),
        new=_body(bodies[step.after]),
        part=step.part,
        share=_share(step.share) if not step.whole or step.share not in (None, 1) else "",
        basis=BASES.get(step.basis, step.basis) if step.share not in (None, 1) else "",
        notes=notes,
        evidence=_evidence(names, step.evidence),
    )


def _place(names: Names, successor: Successor) -> Place:
    last = [path[-1] for path in successor.paths]
    since = sorted({step.day for step in last if step.day})
    sources = (each for step in last for each in step.evidence)
    return Place(
        body=_body(successor.body),
        part=successor.part,
        share=_share(successor.share),
        since=dates.day(since[-1]) if since else "",
        evidence=_evidence(names, list(dict.fromkeys(sources))),
    )


def _share(share: Decimal | None) -> str:
    return "not known" if share is None else "all" if share == 1 else told_share(share)


def _evidence(names: Names, sources: Sequence[Iri]) -> list[Link]:
    """The sources by name; of several places in one document the first."""
    found = [names.link(each) for each in sources]
    return list({each.text: each for each in reversed(found)}.values())[::-1]


def _body(body: Body) -> Link:
    return Link(called(body), local(body.iri), f"{KINDS[body.kind]}, {lived(body)}")


def _option(body: Body) -> Option:
    return Option(_body(body), KINDS[body.kind], lived(body), body.iri.removeprefix(ID))
