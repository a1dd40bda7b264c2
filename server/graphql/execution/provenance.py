"""Where a field is known from: what is told of it, made from what the graph was found to say.

The words that are found are those of `render`: `given`, `valid`, `held`, `several`, `contested`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from kg.model.names import shorten
from kg.model.terms import Iri, Literal
from server.graphql.execution.rows import Row
from server.graphql.planning.plan import Level, Page, Teller, Told

STATUS: Final = {
    "STATED": ("stated", "Something is stated, and nothing that is known speaks against it."),
    "ABSENT": ("absent", "Nothing is shown; `absence` says why."),
    "CONTESTED": (
        "contested",
        "Claims or numbers contest each other about it, or there are several values where one is"
        " meant.",
    ),
}
ABSENCE: Final = {
    "NO_CLAIM": ("noClaim", "Nothing that was read says anything of it."),
    "NOT_TO_THE_DAY": (
        "notToTheDay",
        "No day is stated, only bounds of it: the earliest that it can be, the latest, or both.",
    ),
    "NOT_VALID_THEN": ("notValidThen", "Something is said of it, but of other days."),
    "NOT_PUBLISHED_THEN": (
        "notPublishedThen",
        "Something is said of it, but by no document that was surely out by then.",
    ),
    "BEFORE_FOUNDATION": ("beforeFoundation", "The thing itself had not begun on that day."),
    "AFTER_CLOSING": ("afterClosing", "The thing itself had ended by that day."),
    "CONTESTED": ("contested", "There are several values where one is meant; none is chosen."),
}


class Bounds(NamedTuple):
    """The days of a thing: it was not before the first, had begun by `begun`, had not ended before
    `ended`, and was not after the last. Of a field that is a day, the earliest and the latest that
    it can be."""

    first: str | None = None
    begun: str | None = None
    ended: str | None = None
    last: str | None = None
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True)
class Provenance(Told):
    """Where a field is known from: what `level` finds of it, the bounds of the thing if it is
    dated, those of the field if it is a day that has some, and the days in force; by response key
    the parts that are shown."""

    level: Level
    is_single: bool
    bounds: tuple[str, str, str, str] | None
    of_field: tuple[str, str] | None
    day: str | None
    published: str | None
    parts: tuple[tuple[str, str, Page | None], ...]

    def tell(self, teller: Teller, row: Row, iri: Iri) -> dict[str, Any]:
        """The object."""
        terms = [each.node for each in teller.found(self.level, iri)]
        words = {each.text for each in terms if isinstance(each, Literal)}
        bounds = _bounds(self, row)
        status, absence = judged(self, words, bounds)
        known = {
            "status": status,
            "absence": absence,
            "explanation": explained(self, status, absence, bounds),
            "statedIn": named_graphs(each for each in terms if isinstance(each, Iri)),
        }
        shown = {
            key: teller.value(page, row, iri) if page else known[name]
            for key, name, page in self.parts
        }
        return {"__typename": "Provenance"} | shown


def judged(shape: Provenance, words: set[str], bounds: Bounds) -> tuple[str, str | None]:
    """The status, and why nothing is shown, if nothing is."""
    if shape.is_single and "several" in words:
        return "contested", "contested"
    if "held" in words:
        return ("contested" if "contested" in words else "stated"), None
    return "absent", _absence(shape, words, bounds)


def _absence(shape: Provenance, words: set[str], bounds: Bounds) -> str:
    # A day such as the start is what it is, whatever day is asked.
    if "given" not in words and (bounds.earliest or bounds.latest):
        return "notToTheDay"
    if shape.day and bounds.first and shape.day < bounds.first:
        return "beforeFoundation"
    if shape.day and bounds.last and shape.day > bounds.last:
        return "afterClosing"
    if "valid" in words:
        return "notPublishedThen"
    return "notValidThen" if "given" in words else "noClaim"


def explained(shape: Provenance, status: str, absence: str | None, bounds: Bounds) -> str:
    """The same in one sentence."""
    if absence is None and status == "stated":
        return "It is stated, and nothing that is known speaks against it."
    return {
        None: "It is stated, and contested; `claims` has who says what.",
        "noClaim": "Nothing that was read says anything of it.",
        "notToTheDay": _between(bounds.earliest, bounds.latest),
        "notValidThen": f"What is said of it did not surely hold on {shape.day}.",
        "notPublishedThen": f"No document says so that was surely out by {shape.published}.",
        "beforeFoundation": f"On {shape.day} it had not begun; {_first_day(bounds)}.",
        "afterClosing": f"On {shape.day} it had ended; {_last_day(bounds)}.",
        "contested": "There are several values where one is meant, so none is shown.",
    }[absence]


def named_graphs(found: Iterable[Iri]) -> list[str]:
    """Named graphs as prefixed names, in their order."""
    return sorted({shorten(each) for each in found})


def _first_day(bounds: Bounds) -> str:
    """When a thing began, as far as that is known.

    >>> _first_day(Bounds("2016-12-01", "2016-12-31"))
    'it began no earlier than 2016-12-01'
    """
    is_known = bounds.first == bounds.begun
    return f"{'the first day was' if is_known else 'it began no earlier than'} {bounds.first}"


def _last_day(bounds: Bounds) -> str:
    """When a thing ended, as far as that is known."""
    is_known = bounds.last == bounds.ended
    return f"{'the last day was' if is_known else 'it ended no later than'} {bounds.last}"


def _between(earliest: str | None, latest: str | None) -> str:
    """What bounds say of a day.

    >>> _between("2016-12-01", "2016-12-31")
    'It is known only to lie between 2016-12-01 and 2016-12-31.'
    """
    if earliest == latest:  # such as a post that was held to the last day of its body
        return f"No day is stated, but its bounds leave {latest} only."
    if earliest and latest:
        return f"It is known only to lie between {earliest} and {latest}."
    way = f"no earlier than {earliest}" if earliest else f"no later than {latest}"
    return f"It is known only to be {way}."


def _bounds(shape: Provenance, row: Row) -> Bounds:
    return Bounds(*_days(row, shape.bounds or ("",) * 4), *_days(row, shape.of_field or ("",) * 2))


def _days(row: Row, variables: Iterable[str]) -> list[str | None]:
    found = [row.terms.get(each) for each in variables]
    return [each.text if isinstance(each, Literal) else None for each in found]
