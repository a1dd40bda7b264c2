"""The day that a thing's page is of: the one asked for, else its last, else today."""

from __future__ import annotations

from typing import NamedTuple

from kg.model.ontology import Class, Ontology
from server.pages.things.listings import Said, View, period
from server.pages.words import dates


class Day(NamedTuple):
    """A day as a page is of it: `on` is ISO, empty where no day makes a difference.

    `told` says the day in words, `usual` the day without one asked for (empty where none was).
    `standing` is how the thing stood: `stood`, `had ended`, `had not begun`, or `may have …`.
    A page that `moves` is another one tomorrow.
    """

    on: str
    told: str = ""
    usual: str = ""
    standing: str = ""
    moves: bool = False


def day_of(view: View, shape: Class | None, said: Said) -> Day:
    """The day of a view of a thing; `view.today` is the one to fall back on."""
    ended = _last(shape, said, view.today)
    if view.on:
        usual = f"{dates.day(ended)}, {_which(shape, said)}" if ended else "today"
        return Day(view.on, f"as on {dates.day(view.on)}", usual, _standing(shape, said, view.on))
    if ended:
        return Day(ended, f"as on {dates.day(ended)}, {_which(shape, said)}")
    if not view.today or not is_dated(view.release.ontology, shape):
        return Day("")
    standing = _standing(shape, said, view.today)
    return Day(view.today, f"as on {dates.day(view.today)}, today", "", standing, moves=True)


def is_dated(ontology: Ontology, shape: Class | None) -> bool:
    """Whether a day changes anything: the thing has a life, or what points at it has."""
    if not shape or "latestStart" in shape.by_name:
        return shape is not None
    pointing = {name for each in shape.properties if each.inverse for name in each.ranges}
    return any("latestStart" in ontology.classes[name].by_name for name in pointing)


def _last(shape: Class | None, said: Said, today: str) -> str:
    """The last day on which something is known to have stood, if that is over; else nothing."""
    if not shape or "latestStart" not in shape.by_name:
        return ""
    end = period(shape, said).earliest_end
    return end if end < today else ""


def _which(shape: Class | None, said: Said) -> str:
    found = period(shape, said) if shape else None
    exact = found and found.earliest_end == found.latest_end
    return "its last day" if exact else "the last day it is known of"


def _standing(shape: Class | None, said: Said, on: str) -> str:
    if not shape or "latestStart" not in shape.by_name:
        return ""
    found = period(shape, said)
    if found.holds(on):
        return "stood"
    if found.earliest_end and found.earliest_end < on:
        return "had ended" if found.latest_end and found.latest_end < on else "may have ended"
    return "had not begun" if found.earliest_start > on else "may have begun"
