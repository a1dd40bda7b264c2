"""The card of a candidate: what was read, by which rule, what else it may mean, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from textual.content import Content

from kg.documents.review import words
from kg.documents.review.parties import bodies, known_names
from kg.documents.review.state import MISSED, Item, Progress, Review
from kg.documents.review.suggestions import offered, suggested

OPTIONS: Final = 9
PLACES: Final = 6
SIGNS: Final = {"open": "·", "accept": "✓", "reject": "✗", "unsure": "?"}


def history(item: Item) -> str:
    """How the rule of a candidate has fared in all reviews."""
    if item.candidate.extractor["rule"] == MISSED:
        return "marked by a person"
    accepted, rejected = (item.candidate.support.get(x, 0) for x in ("accepted", "rejected"))
    if not accepted + rejected:
        return "untested"
    return f"accepted {accepted:,} of {accepted + rejected:,}"


def body_line(key: str) -> str:
    """A body of the register in one line: its code, its name, the years it stood.

    >>> body_line("06W/ccg"), body_line("x/nhs-england")
    ('06W/ccg  NHS Norwich CCG (2013–2020)', 'x/nhs-england  NHS England')
    """
    known = bodies().get(key)
    if known is None:
        return f"{key}  {known_names().get(key, '')}".rstrip()
    years = f"{known.opened[:4]}–{known.closed[:4]}" if known.opened or known.closed else ""
    return f"{key}  {known.name}{f' ({years})' if years else ''}"


def card(review: Review, item: Item, at: int) -> Content:
    """All of it, as a column of any width."""
    total = len(review.items)
    parts: list[Content | str | tuple[str, str]] = [
        (words.KINDS.get(item.candidate.type, item.candidate.type), "bold $accent"),
        (f"   {at + 1} of {total}\n\n", "dim"),
        (words.sentence(item.candidate.type, item.value), "bold"), "\n\n",
        *_stands(item), *_fields(item), *_read(item), *_links(review, item), *_needs(review, item),
        *_places(review, item),
    ]  # fmt: skip
    return Content.assemble(*parts)


def _stands(item: Item) -> Iterator[str | tuple[str, str]]:
    colour = {"accept": "$text-success", "reject": "$text-error", "unsure": "$text-warning"}
    told = f"{SIGNS[item.verdict]} {words.VERDICTS[item.verdict]}"
    if item.is_implied:
        told += ", since an accepted fact needs it"
    elif item.by:
        told += f" by {item.by}"
    if item.reason:
        told += f": {words.REASONS.get(item.reason, item.reason).lower()}"
    yield told + "\n", colour.get(item.verdict, "")
    if item.is_edited:
        yield "  put right by hand\n"
    if item.is_stale:
        yield "! the rules read this otherwise now\n", "$text-warning"
    if item.disagreement:
        said = ", ".join(f"{who or 'somebody'} {words.VERDICTS.get(verdict, 'added')}"
                         for who, verdict in item.disagreement)  # fmt: skip
        yield f"! reviewers disagree: {said}\n", "bold $text-warning"
    yield "\n"


def _fields(item: Item) -> Iterator[str | tuple[str, str]]:
    for field in words.fields(item.candidate.type, item.value):
        told = _told(item.value.get(field.name))
        if told:
            yield f"{field.label}: ", "dim"
            yield f"{told}\n"
    if item.value.get("note"):
        yield f"Note: {item.value['note']}\n"


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, Mapping):
        return str(value.get("name", ""))
    if isinstance(value, (list, tuple)):
        return words.listed([_told(each) for each in value]) if value else ""
    if isinstance(value, float):
        return f"{value:,.15g}"
    return "" if value is None else str(value)


def _read(item: Item) -> Iterator[str | tuple[str, str]]:
    rule = item.candidate.extractor
    yield "Read by: ", "dim"
    if rule["rule"] == MISSED:
        yield "a person\n"
    else:
        yield f"{rule['rule']} {rule['version']}, {history(item)}\n"


def _links(review: Review, item: Item) -> Iterator[str | tuple[str, str]]:
    link, options = item.value.get("link"), offered(review, item)
    near = " None has this name; these are near." if suggested(review, item) else ""
    if link:
        yield "In the register: ", "dim"
        yield f"{body_line(str(link))}\n"
    if options:
        yield "\nWhich one is meant?" if not link else "\nIt may be:", "bold"
        yield f"{near}\n"
        for number, each in enumerate(options[:OPTIONS], 1):
            chosen = "•" if each == link else " "
            yield f" {chosen} {number}  {body_line(str(each))}\n"
        if len(options) > OPTIONS:
            yield f"     and {len(options) - OPTIONS} more: o, then /\n"


def _needs(review: Review, item: Item) -> Iterator[str | tuple[str, str]]:
    needed = [review.by_id[each] for each in item.needs if each in review.by_id]
    if needed:
        yield "\nLeans on\n", "bold"
        for each in needed:
            yield f" {SIGNS[each.verdict]} {each.value.get('name', each.id)}\n"


def _places(review: Review, item: Item) -> Iterator[str | tuple[str, str]]:
    places = item.candidate.evidence
    yield "\nIn the text\n", "bold"
    for each in places[:PLACES]:
        line, page = review.record.place(each["start"])
        where = f"page {page}, line {line}" if page else f"line {line}"
        quoted = " ".join(each["exact"].split())
        yield f" {where}: ", "dim"
        yield f"{quoted}\n"
    if len(places) > PLACES:
        yield f" and {len(places) - PLACES} more\n", "dim"


def progress(told: Progress, width: int) -> Content:
    """A bar and the counts, in one line."""
    counts = (
        f" {told.done} of {told.total} decided  ✓{told.accepted} ✗{told.rejected} ?{told.unsure}"
        f"  {told.open} open"
    )
    room = max(min(width - len(counts) - 2, 40), 4)
    full = room * told.done // told.total if told.total else room
    return Content.assemble(
        (" " + "━" * full, "bold $accent"), ("─" * (room - full), "dim"), counts
    )
