"""Reading one text: all finders in their order."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from kg.documents.mentions.days import days, near_date, own_date
from kg.documents.mentions.figures.read import figures
from kg.documents.mentions.model import Group, Kind, Mentions, Organisation, Person, Place
from kg.documents.mentions.names.gazetteer import shipped
from kg.documents.mentions.names.organisations import organisations
from kg.documents.mentions.people.people import authors, people
from kg.documents.mentions.people.posts import Cast, posts
from kg.documents.mentions.places.bare import aliased, bare
from kg.documents.mentions.places.groups import groups
from kg.documents.mentions.places.places import places
from kg.documents.mentions.places.references import references
from kg.documents.mentions.places.rows import lists
from kg.documents.mentions.places.shortened import shortened
from kg.documents.mentions.speech.publications import publications
from kg.documents.mentions.speech.utterances import Coding, Heard, utterances
from kg.documents.mentions.text.coded import code
from kg.documents.mentions.text.segments import segments
from kg.documents.mentions.text.taken import taken
from kg.documents.mentions.text.view import View, view_of
from kg.documents.mentions.text.words import Words
from kg.documents.patterns import keep

keep()  # the patterns of all finders are compiled by now

T = TypeVar("T")


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
    named = _named(view, issued)
    cast, coding = _cast(named)
    coded = code(view.text, [*_acting(coding, cast), *_pronouns(view.text, named.persons)])
    offices = [one for *_, one in posts(view, coded, cast)]
    documents = publications(view, coded, cast)
    dates = list(days(view, issued))
    measured = figures(view, taken([*dates, *named.bodies]), _sentences(view.text))
    everybody = [*authors(text, paragraphs), *_ones(named.persons)]
    return Mentions(
        segments=paragraphs,
        organisations=_ones(named.bodies),
        groups=_ones(named.groups),
        kinds=_ones(named.kinds),
        people=tuple(sorted(everybody, key=lambda one: one.span)),
        posts=tuple(offices),
        places=_ones(named.areas),
        days=_ones(dates),
        figures=_ones(measured),
        quotations=utterances(text, paragraphs, Heard(view, cast, coding, documents, offices)),
        publications=_ones(documents),
        names=_names([*named.bodies, *named.groups, *named.persons]),
        issued=known,
    )


class _Named(NamedTuple):
    """All that has a name in a text, or stands for what has one, by its place in the view."""

    bodies: Sequence[tuple[int, int, Organisation]]
    groups: Sequence[tuple[int, int, Group]]
    persons: Sequence[tuple[int, int, Person]]
    areas: Sequence[tuple[int, int, Place]]
    kinds: Sequence[tuple[int, int, Kind]]


def _named(view: View, issued: str) -> _Named:
    """Bodies by their full names come first, and last those that only what was named explains."""
    words = Words(view.text)
    found = organisations(view, words, shipped(), issued)
    persons = people(view, shipped(), taken(found.organisations))
    areas = list(places(view, words, shipped(), taken([*found.organisations, *persons])))
    found.people = frozenset(start for start, *_ in persons)

    cut = list(bare(view, found, areas, shipped(), issued))
    met = taken([*found.organisations, *persons, *cut])
    cut += [one for one in (*shortened(view, found), *aliased(view, cut)) if not met(*one[:2])]
    by_name = _sorted([*found.organisations, *cut])

    known = replace(found, organisations=by_name, lists=[*found.lists, *lists(view, by_name)])
    many = groups(view, known, areas)
    meant = references(view, found.organisations)
    return _Named(_sorted([*by_name, *meant]), many, persons, areas, found.kinds)


def _cast(named: _Named) -> tuple[Cast, Coding]:
    """Who is named, and where: people as `P`, bodies and groups as `O`, by their numbers."""
    bodies: list[tuple[int, int, Organisation | Group]] = [*named.bodies, *named.groups]
    coding: Coding = [(a, b, "P", at) for at, (a, b, _) in enumerate(named.persons)]
    coding += [(a, b, "O", at) for at, (a, b, _) in enumerate(bodies)]
    return Cast(list(_ones(named.persons)), list(_ones(bodies))), coding


def _acting(coding: Coding, cast: Cast) -> Coding:
    """Those that may hold a post or have one: `local GPs` do not."""
    crowds = {
        at for at, one in enumerate(cast.bodies) if isinstance(one, Group) and one.type == "people"
    }
    return [one for one in coding if one[2] != "O" or one[3] not in crowds]


def _ones(found: Iterable[tuple[int, int, T]]) -> tuple[T, ...]:
    """What was found, without the places."""
    return tuple(one for *_, one in found)


def _sorted(found: Iterable[tuple[int, int, T]]) -> list[tuple[int, int, T]]:
    """What was found, by its places."""
    return sorted(found, key=lambda one: one[:2])


def _pronouns(text: str, persons: Sequence[tuple[int, int, object]]) -> Coding:
    """`He` and `she` at the start of a sentence, as the last person named before."""
    found: Coding = []
    for match in re.finditer(r"(?:(?<=\. )|(?<=\n)|(?<=\" ))(?:He|She)\b", text):
        before = [
            at
            for at, (start, end, *_) in enumerate(persons)
            if start < match.start() and not text.startswith("'s ", end)
        ]
        if before:
            found.append((*match.span(), "P", before[-1]))
    return found


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
