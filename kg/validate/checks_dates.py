"""Laws of time: bounds that agree, bodies that do not overlap, changes on the day between.

Days are ISO texts, which sort as they follow each other; that they are days the shapes see to.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from kg.model.names import cotv, shorten
from kg.model.terms import Iri
from kg.validate.facts import Facts, Finding

_BOUNDS: Final = ("earliestStart", "latestStart", "earliestEnd", "latestEnd")
_ORDERED: Final = (  # a year's precision at both ends lets the inner two cross, not these
    ("earliestStart", "latestStart"),
    ("earliestEnd", "latestEnd"),
    ("earliestStart", "latestEnd"),
)
_ENDING: Final = {cotv(f"change-{each}") for each in ("merger", "succession", "continuation")}
_ALWAYS: Final = "0000-01-01"
_FOREVER: Final = "9999-12-31"


def bounds(facts: Facts) -> Iterator[Finding]:
    """Dated things whose bounds contradict each other or do not hold a day that is known.

    The one test of whether a thing holds on a day reads the latest start and the earliest end:
    what has surely begun and has no earliest end counts as going on. So a tenure, and whatever
    has a latest end, must have one by then. With neither bound it holds on no day, which is right
    for a tenure of which no day is attested.
    """
    tenures = set(facts.instances("Tenure"))
    for thing in facts.things("start", "end", *_BOUNDS):
        days = {name: facts.text(thing, name) for name in ("start", "end", *_BOUNDS)}
        for message in (
            *_unfolded(days),
            *_endless(days, is_tenure=thing in tenures),
            *_crossed(days),
        ):
            yield Finding("bounds", facts.place(thing), message, "Mend the dates.")


def _unfolded(days: dict[str, str]) -> Iterator[str]:
    for name, bound in (("start", "Start"), ("end", "End")):
        for side in ("earliest", "latest"):
            if days[name] and days[side + bound] != days[name]:
                found = days[side + bound] or "missing"
                yield f"its {name} is {days[name]}, its {side} {name} is {found}"


def _endless(days: dict[str, str], *, is_tenure: bool) -> Iterator[str]:
    if days["latestStart"] and not days["earliestEnd"]:
        if days["latestEnd"]:
            yield f"it has cot:latestEnd {days['latestEnd']} and no cot:earliestEnd"
        elif is_tenure:
            yield "it is a tenure without cot:earliestEnd, so it would never end"


def _crossed(days: dict[str, str]) -> Iterator[str]:
    for first, second in _ORDERED:
        if days[first] and days[second] and days[first] > days[second]:
            yield f"cot:{first} {days[first]} is after cot:{second} {days[second]}"


def outlived_bodies(facts: Facts) -> Iterator[Finding]:
    """Tenures and other links that go on after the body that they are of has ended."""
    owners = (("Tenure", "organisation"), ("Affiliation", "fromOrganisation"))
    for kind, owner in (*owners, ("Affiliation", "toOrganisation"), ("Interlock", "between")):
        for thing in facts.instances(kind):
            if not facts.text(thing, "latestStart"):
                continue  # of which no day is attested, so it holds on none
            end = facts.text(thing, "latestEnd") or facts.text(thing, "earliestEnd")
            for body in facts.iris(thing, owner):
                last = facts.text(body, "latestEnd")
                if last and (end or _FOREVER) > last:
                    until = f"until {end}" if end else "without an end"
                    message = f"it goes on {until}, {shorten(body)} ended by {last}"
                    hint = "Bounds never outlive the body: end it with the body."
                    yield Finding("outlived-body", facts.place(thing), message, hint)


def overlapping_lives(facts: Facts) -> Iterator[Finding]:
    """Bodies of one kind under one ODS code that surely stood on the same day."""
    bodies: dict[tuple[str, Iri], list[Iri]] = {}
    for body in facts.instances("Organisation"):
        if code := facts.text(body, "odsCode"):
            for kind in facts.iris(body, "organisationType"):
                bodies.setdefault((code, kind), []).append(body)
    for (code, kind), several in sorted(bodies.items()):
        for first, second in combinations(several, 2):
            start = max(facts.text(each, "latestStart") or _ALWAYS for each in (first, second))
            end = min(facts.text(each, "earliestEnd") or _FOREVER for each in (first, second))
            if start <= end:
                message = f"it and {shorten(second)} both are {code}, {shorten(kind)}, on {start}"
                hint = "End one the day before the other starts, or make them one body."
                yield Finding("overlapping-lives", facts.place(first), message, hint)


def change_dates(facts: Facts) -> Iterator[Finding]:
    """Mergers, successions and continuations whose bodies do not end and start around their day.

    A body that goes on through the change, being on both sides of it, is left out, and so is a
    group, which has no dates.
    """
    for event in facts.instances("ChangeEvent"):
        day = facts.text(event, "effectiveDate")
        if not day or not _ENDING & set(facts.iris(event, "changeType")):
            continue
        before, after = facts.iris(event, "original"), facts.iris(event, "resulting")
        eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
        for body in before:
            if body not in after:
                yield from _not_on(facts, event, body, "End", eve)
        for body in after:
            if body not in before:
                yield from _not_on(facts, event, body, "Start", day)


def _not_on(facts: Facts, event: Iri, body: Iri, what: str, day: str) -> Iterator[Finding]:
    """The finding that a body cannot have started or ended on a day."""
    earliest, latest = facts.text(body, f"earliest{what}"), facts.text(body, f"latest{what}")
    dated = any(facts.text(body, each) for each in _BOUNDS)
    if not dated or ((earliest or _ALWAYS) <= day <= (latest or _FOREVER) and (earliest or latest)):
        return
    wanted = "end" if what == "End" else "start"
    found = earliest if earliest == latest else f"between {earliest or '…'} and {latest or '…'}"
    message = f"{shorten(body)} should {wanted} on {day}, and does {found or 'not'}"
    hint = "An original ends the day before a change takes effect, a result starts on the day."
    yield Finding("change-date", facts.place(event), message, hint)
