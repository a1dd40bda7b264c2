"""Quotations with their speakers; the parts of one utterance share a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from kg.documents.mentions.model import Post, Publication, Quotation, Segment, Span
from kg.documents.mentions.people.posts import Cast
from kg.documents.mentions.speech.quotations import Quoted, kind_of, quoted
from kg.documents.mentions.speech.speakers import Speakers
from kg.documents.mentions.speech.voice import told
from kg.documents.mentions.text.coded import code
from kg.documents.mentions.text.view import View

Coding: TypeAlias = list[tuple[int, int, str, int]]
"""Stretches of a view that stand as codes: from, to, which kind, and the number in its list."""


class Heard(NamedTuple):
    """What a speaker is found by: who is named in a view and how it is coded, documents, posts."""

    view: View
    cast: Cast
    coding: Coding
    documents: list[tuple[int, int, Publication]]
    offices: list[Post]


def utterances(text: str, paragraphs: tuple[Segment, ...], heard: Heard) -> tuple[Quotation, ...]:
    """The quotations of a text in order."""
    marks = quoted(text, paragraphs)
    proper = [one for one in paragraphs if one.kind != "furniture"]
    view, cast, coding, documents, offices = heard
    places = [(view.index(one.outer[0]), view.index(one.outer[1] - 1) + 1) for one in marks]
    coded = code(view.text, [*coding, *((a, b, "Q", at) for at, (a, b) in enumerate(places))])
    speakers = Speakers(view, coded, cast, documents, offices)
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
