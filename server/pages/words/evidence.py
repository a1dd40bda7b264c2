"""Evidence in words: which document, where in it, and the words where they may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import Final, NamedTuple

from kg.analysis.asking import Row, rows_of
from kg.analysis.sources import Source
from kg.model.terms import Iri, Literal, Term
from kg.questions.bind import bind
from kg.release.opened import OpenRelease
from server.pages.words.dates import day
from server.pages.words.names import Link, local
from server.pages.words.passages import Passage, passage


class Item(NamedTuple):
    """One piece of evidence.

    `place` is where in the document, `words` what is stored of its wording (often nothing),
    `passage` the words in their place when the reader holds the text, `recorded` our own row,
    `source` the document itself.
    """

    itself: str
    document: Link
    issued: str
    place: str
    words: str
    passage: Passage | None
    address: str
    recorded: str
    source: Iri


_MOST: Final = 200  # of one thing, as in the query of one


def items(release: OpenRelease, thing: Iri) -> list[Item]:
    """The evidence of a thing, its own and that of what it was derived from, by document.

    Of a passage and words within it, the passage alone is told, with what is stored of the words.
    """
    answer = release.store.select(bind(release.library.inside("evidence-of"), {"thing": thing}))
    return _told([dict(zip(answer.variables, cells, strict=True)) for cells in answer.rows])


def items_of(release: OpenRelease, things: Iterable[Iri]) -> dict[Iri, list[Item]]:
    """The evidence of several things, as `items` has that of one, asked at once."""
    found: dict[Iri, list[Row]] = {each: [] for each in things}
    for row in rows_of(release.store, release.library, "evidence-of-all", "thing", found):
        found[Iri(str(row["thing"]))].append(row)
    return {thing: _told(rows[:_MOST]) for thing, rows in found.items()}


def _told(rows: Iterable[Row]) -> list[Item]:
    by_document: dict[Term | None, list[Row]] = {}
    for row in rows:
        by_document.setdefault(row["document"], []).append(row)
    return [each for some in by_document.values() for each in _items(some)]


def _items(rows: Sequence[Row]) -> Iterator[Item]:
    """The pieces of one document that are not within others."""
    spans = [_characters(row) for row in rows]
    for row, span in zip(rows, spans, strict=True):
        if not any(_is_within(span, other) for other in spans):
            within = (_is_within(other, span) for other in spans)
            yield _item(row, list(compress(rows, within)))


def cited(sources: Iterable[Source]) -> list[Link]:
    """Sources by title and day, each document once, leading to the first place in it."""
    found: dict[str, Link] = {}
    for each in sources:
        issued = f", {day(each.issued)}" if each.issued else ""
        link = Link((each.title or each.document) + issued, local(each.evidence), each.place)
        found.setdefault(each.document, link)
    return list(found.values())


def _is_within(inner: range, outer: range) -> bool:
    """Whether a passage is a part of another one, and less than all of it."""
    return (
        bool(inner) and inner != outer and outer.start <= inner.start and inner.stop <= outer.stop
    )


def _characters(row: Row) -> range:
    """The characters that a passage takes; none for what is cited without its text."""
    start, end = row["start"], row["end"]
    if isinstance(start, Literal) and isinstance(end, Literal):
        return range(int(start.text), int(end.text))
    return range(0)


def _item(row: Row, within: Sequence[Row]) -> Item:
    words = [each.text for part in within if isinstance(each := part["exact"], Literal)]
    told = {name: value.text for name, value in row.items() if isinstance(value, Literal)}
    start, end = told.get("start", ""), told.get("end", "")
    found = None
    if start.isdecimal() and end.isdecimal() and "digest" in told:
        found = passage(told["digest"], int(start), int(end), told.get("spanDigest", ""))
    place = told.get("locator", "")
    if start:
        place = f"characters {int(start):,} to {int(end):,}"
    document = str(row["document"])
    address = told.get("address", "")
    return Item(
        itself=local(str(row["evidence"])),
        document=Link(told.get("title") or document, local(document)),
        issued=day(told["issued"]) if "issued" in told else "",
        place=place,
        words=told.get("exact", " … ".join(words)),
        passage=found,
        address=address if address.lower().startswith(("http://", "https://")) else "",
        recorded=told.get("recordedIn", ""),
        source=Iri(document),
    )
