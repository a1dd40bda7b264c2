"""Reading one text: all finders in their order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from kg.documents.mentions.bare import aliased, bare, shortened
from kg.documents.mentions.coded import code
from kg.documents.mentions.days import days, near_date, own_date
from kg.documents.mentions.figures import figures
from kg.documents.mentions.gazetteer import shipped
from kg.documents.mentions.groups import groups
from kg.documents.mentions.model import (
    Group,
    Mentions,
    Organisation,
    Post,
    Publication,
    Quotation,
    Segment,
    Span,
)
from kg.documents.mentions.organisations import organisations
from kg.documents.mentions.people import authors, people
from kg.documents.mentions.places import places
from kg.documents.mentions.posts import Cast, posts
from kg.documents.mentions.publications import publications
from kg.documents.mentions.quotations import Quoted, kind_of, quoted
from kg.documents.mentions.references import references
from kg.documents.mentions.rows import lists
from kg.documents.mentions.segments import segments
from kg.documents.mentions.speakers import Speakers
from kg.documents.mentions.view import View, view_of
from kg.documents.mentions.voices import told
from kg.documents.mentions.words import Words

Coding = list[tuple[int, int, str, int]]


def read_mentions(
    text: str,
    *,
    issued: str = "",
    publisher: str = "",
    furniture: Collection[tuple[int, int]] = (),
    wrapped: bool = False,
) -> Mentions:
    """Find what a text names.

    `issued` is the day of issue as an ISO date as precise as known: it decides which body a name
    means and the year of `in April`; without it the text's own dateline is taken. `publisher` is
    the name of who speaks as `we`. `furniture` has the places of lines that pages repeat, and
    `wrapped` says that lines end where a page does. Every span is in code points of `text`.
    """
    paragraphs = segments(text, furniture, wrapped=wrapped)
    view = view_of(text, paragraphs)
    known = issued or own_date(text, paragraphs)
    issued = known or near_date(text, paragraphs)
    words = Words(view.text)
    found = organisations(view, words, shipped(), issued)
    dates = list(days(view, issued))
    persons = people(view, shipped(), _taken(found.organisations))
    areas = list(places(view, words, shipped(), _taken([*found.organisations, *persons])))
    cut = list(bare(view, found, areas, shipped(), issued))
    met = _taken([*found.organisations, *persons, *cut])
    cut += [one for one in (*shortened(view, found), *aliased(view, cut)) if not met(*one[:2])]
    named = sorted([*found.organisations, *cut], key=lambda one: one[:2])
    many = groups(
        view, replace(found, organisations=named, lists=[*found.lists, *lists(view, named)]), areas
    )
    bodies = sorted(
        [*found.organisations, *cut, *references(view, found.organisations)],
        key=lambda one: one[:2],
    )
    everybody: list[Organisation | Group] = [one for *_, one in bodies]
    everybody += [one for *_, one in many]
    cast = Cast([one for *_, one in persons], everybody)
    coding: Coding = [(a, b, "P", at) for at, (a, b, _) in enumerate(persons)]
    coding += [(a, b, "O", at) for at, (a, b, _) in enumerate([*bodies, *many])]
    crowds = {
        at for at, one in enumerate(everybody) if isinstance(one, Group) and one.type == "people"
    }
    acting = [one for one in coding if one[2] != "O" or one[3] not in crowds]
    coded = code(view.text, [*acting, *_pronouns(view.text, persons)])
    offices = [one for *_, one in posts(view, coded, cast)]
    documents = publications(view, coded, cast)
    return Mentions(
        segments=paragraphs,
        organisations=tuple(one for *_, one in bodies),
        groups=tuple(one for *_, one in many),
        kinds=tuple(one for *_, one in found.kinds),
        people=tuple(
            sorted(
                [*authors(text, paragraphs), *(one for *_, one in persons)],
                key=lambda one: one.span,
            )
        ),
        posts=tuple(offices),
        places=tuple(one for *_, one in areas),
        days=tuple(one for *_, one in dates),
        figures=tuple(
            one for *_, one in figures(view, _taken([*dates, *bodies]), _sentences(view.text))
        ),
        quotations=_quotations(text, paragraphs, view, coding, cast, documents, offices),
        publications=tuple(one for *_, one in documents),
        names=_names([*bodies, *many, *persons]),
        issued=known,
    )


def _pronouns(text: str, persons: Sequence[tuple[int, int, object]]) -> Coding:
    """`He` and `she` at the start of a sentence, as the last person named before."""
    found: Coding = []
    for match in re.finditer(r"(?:(?<=\. )|(?<=\n)|(?<=\" ))(?:He|She)\b", text):
        before = [at for at, (start, *_) in enumerate(persons) if start < match.start()]
        if before:
            found.append((*match.span(), "P", before[-1]))
    return found


def _taken(found: Iterable[tuple[int, int, object]]) -> Callable[[int, int], bool]:
    """A question: does a stretch meet any of those found?"""
    spans = sorted((start, end) for start, end, _ in found)
    starts = [start for start, _ in spans]

    def is_taken(start: int, end: int) -> bool:
        at = bisect_right(starts, end - 1)
        return any(a < end and start < b for a, b in spans[max(0, at - 4) : at])

    return is_taken


def _sentences(text: str) -> Callable[[int], tuple[int, int]]:
    """A question: from where to where does the sentence around a place go?"""

    def sentence(place: int) -> tuple[int, int]:
        begin = max(text.rfind("\n", 0, place), text.rfind(". ", 0, place)) + 1
        ends = [end for end in (text.find("\n", place), text.find(". ", place)) if end >= 0]
        return begin, min(ends, default=len(text))

    return sentence


def _names(found: Sequence[tuple[int, int, object]]) -> dict[str, str]:
    """For each key the first name in full, else the first of any form."""
    names: dict[str, str] = {}
    full: dict[str, str] = {}
    for *_, one in found:
        key, name = getattr(one, "key", ""), getattr(one, "name", "")
        names.setdefault(key, name)
        if not isinstance(one, Organisation) or one.form == "named":
            full.setdefault(key, name)
    return names | full


def _quotations(  # noqa: PLR0913 - all that a speaker is found by
    text: str,
    paragraphs: tuple[Segment, ...],
    view: View,
    coding: Coding,
    cast: Cast,
    documents: list[tuple[int, int, Publication]],
    offices: list[Post],
) -> tuple[Quotation, ...]:
    """The quotations with their speakers; the parts of one utterance share a number."""
    marks = quoted(text, paragraphs)
    proper = [one for one in paragraphs if one.kind != "furniture"]
    places = [(view.index(one.outer[0]), view.index(one.outer[1] - 1) + 1) for one in marks]
    coded = code(view.text, coding + [(a, b, "Q", at) for at, (a, b) in enumerate(places)])
    speakers = Speakers(view, coded, cast, documents)
    given: list[Quotation] = []
    utterance = 0
    for number, one in enumerate(marks):
        before = marks[number - 1] if number else None
        continues = bool(before and before.runs_on and before.paragraph == one.paragraph - 1)
        kind = kind_of(text, one, proper[one.paragraph])
        split = before is not None and _is_split(text[before.end : one.start])
        place = coded.place(places[number][0])
        voice = speakers.of(place, kind, continues=continues or split)
        utterance += not (continues or split)
        quotation = Quotation(
            Span(one.start, one.end), text[one.start : one.end], kind, utterance=utterance,
            continues=one.runs_on,
        )  # fmt: skip
        given.append(told(quotation, voice, view, offices))
    return tuple(_led(_unrepeated(given, proper, marks)))


def _unrepeated(
    given: list[Quotation], proper: list[Segment], marks: list[Quoted]
) -> list[Quotation]:
    """The quotations; one in a heading that the text gives again in full is a pull quote."""
    found = []
    for number, (one, mark) in enumerate(zip(given, marks, strict=True)):
        is_again = proper[mark.paragraph].kind == "heading" and any(
            one.text.rstrip(".,") in later.text for later in given[number + 1 :]
        )
        found.append(replace(one, kind="pull", speaker="", speaker_key="") if is_again else one)
    return found


def _led(given: list[Quotation]) -> Iterator[Quotation]:
    """What an opening quotes without a speaker is said by who is quoted next."""
    first = next((one for one in given if one.speaker), None)
    for number, one in enumerate(given):
        is_open = not one.speaker and number < 3 and one.kind in {"fragment", "full"}
        if is_open and first and one.span < first.span:
            yield replace(
                one, speaker=first.speaker, speaker_key=first.speaker_key,
                speaker_span=first.speaker_span, speaker_post=first.speaker_post,
                speaker_organisation=first.speaker_organisation,
            )  # fmt: skip
        else:
            yield one


def _is_split(between: str) -> bool:
    """Whether two quotations are one utterance that `he said,` cuts in two."""
    return (
        "\n" not in between
        and between.rstrip(" \u00a0“‘\"'").endswith(",")
        and len(between) < 120
        and not re.search(r"(?<!\bDr)(?<!\bMr)(?<!Mrs)(?<!\bMs)(?<!\bSt)[.!?] [A-Z]", between)
    )
