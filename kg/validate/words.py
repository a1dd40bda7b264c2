"""Whether no more of a text's words is stored than may be: 12 in a row, a tenth in all.

A word is a run of characters between white space that has a letter; its place is that of its first
letter or digit. Numbers are free, and so are names: the words that an `Identification` reads as a
body, a person, a place or a document. Words without a place (a hedge, the text of a figure, a
group's name as written) count where their evidence lies, unless words stored there have them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from kg.model.names import RDFS_LABEL, cot, cotv, shorten
from kg.model.terms import Iri, Literal, Statement
from kg.validate.passages import Passages, Span, held, passages

IN_A_ROW: Final = 12
SHARE: Final = 10  # one word in so many may be stored
REPEATED: Final = 8  # as many words in a row are a repetition, even in a sentence of our own
QUOTING: Final = (
    "valueText",
    "hedgeText",
    "qualifierText",
    "droppedText",
    "addedText",
    "replacedText",
    "editorialInsertion",
    "condition",
    "conditionFor",
    "scopeText",
)
"""The properties, beside `exact`, whose text is taken to be the source's own words."""

_OWN: Final = (
    RDFS_LABEL,
    *map(cot, ("text", "name", "altName", "matchReason", "reason", "note", "locator")),
)
_ELSEWHERE: Final = (cot("droppedText"), cot("replacedText"))  # words that the evidence lacks
_CALLED: Final = (cot("altName"), cot("name"))
_READ: Final = cot("readSpan")
_QUOTING: Final = frozenset(map(cot, QUOTING))
_WORD: Final = re.compile(r"\S+")
_ADJOINING: Final = 2  # characters between two stored places that leave no room for a word
_TOKEN: Final = re.compile(r"\w+")


class _Place(NamedTuple):
    """Where a word stands: a place in the text, or, where that is not known, its evidence."""

    at: int
    evidence: frozenset[Iri] = frozenset()
    words: str = ""


def check(statements: Iterable[Statement], texts: Path | None = None) -> list[str]:
    """What breaks the limits on stored words, one line each, in the order of documents.

    With a folder of texts, also every sentence of our own that repeats eight words in a row of a
    text in it (`kg.validate.passages.held`), and a wrong `wordCount`.
    """
    found = passages(statements)
    known = held(found, texts) if texts else {}
    return [
        *(each for document in found.documents for each in _of_document(found, document, known)),
        *_long(found),
        *(each for document in sorted(known) for each in _repeated(found, document, known)),
    ]


def repeated(statements: Iterable[Statement], texts: Mapping[Iri, str]) -> list[str]:
    """The sentences of our own that repeat eight words in a row of the text of a document."""
    found = passages(statements)
    return [each for document in sorted(texts) for each in _repeated(found, document, texts)]


def stored(statements: Iterable[Statement], document: Iri) -> int:
    """How many words of a document are stored, as the limit of a tenth counts them."""
    return len(_places(passages(statements), document))


def _of_document(found: Passages, document: Iri, known: Mapping[Iri, str]) -> Iterator[str]:
    name, total = shorten(document), found.number(document, "wordCount")
    used = len(_places(found, document))
    if total is None:
        yield f"{name}: it is quoted, but has no 'wordCount'. Give the number of its words."
    elif used > total // SHARE:
        yield (
            f"{name}: {used} of its {total} words are stored; at most {total // SHARE} (a tenth) "
            "may be. Take out those that matter least."
        )
    if total is not None and document in known and len(known[document].split()) != total:
        yield (
            f"{name}: its text has {len(known[document].split())} words, but 'wordCount' is "
            f"{total}. Correct 'wordCount'."
        )
    for start, end, count in _runs(_quoted(found, document)):
        if count > IN_A_ROW:
            yield (
                f"{name}: {count} words in a row are stored from {start} to {end}; at most "
                f"{IN_A_ROW} may be. Shorten 'exact' there."
            )


def _quoted(found: Passages, document: Iri) -> list[Span]:
    spans = [each for each in found.spans.values() if each.document == document and each.exact]
    return sorted(spans, key=lambda span: (span.start, span.end))


def _runs(quoted: Iterable[Span]) -> Iterator[tuple[int, int, int]]:
    """Stored words with no other word between them: first and last offset, number of words."""
    start, end, places = -1, -1 - _ADJOINING, set[int]()
    for span in quoted:
        if span.start - end > _ADJOINING:
            yield start, end, len(places)
            start, end, places = span.start, span.end, set()
        end = max(end, span.end)
        places |= _word_places(span)
    yield start, end, len(places)


def _word_places(span: Span, *, numbers: bool = True) -> set[int]:
    return {
        span.start + word.start() + first.start()
        for word in _WORD.finditer(span.exact or "")
        if (first := _TOKEN.search(word.group())) and (numbers or _has_letter(word.group()))
    }


def _has_letter(word: str) -> bool:
    return any(each.isalpha() for each in word)


def _places(found: Passages, document: Iri) -> set[_Place]:
    quoted = _quoted(found, document)
    names = _names(found)
    free = {at for span in quoted if span.iri in names for at in _word_places(span)}
    places = {_Place(at) for span in quoted for at in _word_places(span, numbers=False) - free}
    for subject, predicate, value in _quotations(found):
        spans = _evidence(found, subject, document)
        nearby = quoted if predicate in _ELSEWHERE else _within(spans, quoted)
        if spans and not any(_has_words(each.exact or "", value) for each in nearby):
            key = frozenset(each.iri for each in spans)
            words = [word for word in value.split() if _has_letter(word)]
            places |= {_Place(at, key, value.casefold()) for at in range(len(words))}
    return places


def _names(found: Passages) -> set[Iri]:
    """The spans that are read as the name of a body, a person, a place or a document."""
    return {
        span
        for (reading, predicate), spans in found.objects.items()
        if predicate == _READ
        for thing in found.values(reading, "identifies")
        if isinstance(thing, Iri)
        and not found.has_type(thing, "AgentGroup")
        and not found.has_type(thing, "Post")
        for span in spans
        if isinstance(span, Iri)
    }


def _quotations(found: Passages) -> Iterator[tuple[Iri, str, str]]:
    """The words of a source that a thing holds, by property: what `QUOTING` says, group names."""
    for (subject, predicate), values in found.objects.items():
        if predicate in _QUOTING or _is_written_name(found, subject, predicate):
            for value in values:
                if isinstance(value, Literal):
                    yield subject, predicate, value.text


def _is_written_name(found: Passages, subject: Iri, predicate: Iri) -> bool:
    if predicate not in _CALLED or not found.has_type(subject, "AgentGroup"):
        return False
    ours = cotv("basis-assigned") in found.values(subject, "nameBasis")
    return predicate == _CALLED[0] or not ours


def _evidence(found: Passages, subject: Iri, document: Iri) -> list[Span]:
    spans = (
        found.spans.get(each) for each in found.values(subject, "evidence") if isinstance(each, Iri)
    )
    return [each for each in spans if each and each.document == document]


def _within(spans: Iterable[Span], quoted: Iterable[Span]) -> list[Span]:
    return [
        each
        for each in quoted
        for span in spans
        if span.start <= each.start and each.end <= span.end
    ]


def _has_words(text: str, words: str) -> bool:
    there, wanted = (f" {' '.join(_TOKEN.findall(each.casefold()))} " for each in (text, words))
    return wanted in there


def _long(found: Passages) -> Iterator[str]:
    for subject, predicate, value in _quotations(found):
        count = len(value.split())
        if count > IN_A_ROW:
            yield (
                f"{shorten(subject)}: '{shorten(predicate)}' has {count} words; at most {IN_A_ROW} "
                "may be stored in a row. Shorten it."
            )


def _repeated(found: Passages, document: Iri, known: Mapping[Iri, str]) -> Iterator[str]:
    names = [span for iri in _names(found) if (span := found.spans.get(iri))]
    named = [range(each.start, each.end) for each in names if each.document == document]
    rows = _rows(known[document])
    there = {words: at for words, at in rows if not any(at in each for each in named)}
    for (subject, predicate), values in found.objects.items():
        texts = [each.text for each in values if predicate in _OWN and isinstance(each, Literal)]
        for text in texts:
            first = next((there[words] for words, _ in _rows(text) if words in there), None)
            if first is not None:
                yield (
                    f"{shorten(subject)}: '{shorten(predicate)}' repeats {REPEATED} words in a "
                    f"row of {shorten(document)}, from {first}. Say it in other words."
                )


def _rows(text: str) -> Iterator[tuple[tuple[str, ...], int]]:
    """Every row of eight words, without marks and capitals, and where it starts."""
    words = [(each.group().casefold(), each.start()) for each in _TOKEN.finditer(text)]
    for first in range(len(words) - REPEATED + 1):
        row = words[first : first + REPEATED]
        yield tuple(word for word, _ in row), row[0][1]
