"""Places: names of areas that the register or a short list of counties knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.documents.mentions.model import Place
from kg.documents.mentions.names.gazetteer import Gazetteer
from kg.documents.mentions.text.view import View
from kg.documents.mentions.text.words import FUNCTION, Words

_INSIDE = frozenset({"and", "of", "the", "on", "upon", "with", ",", "&", "under"})
_LONGEST = 9


def places(
    view: View, words: Words, gazetteer: Gazetteer, is_taken: Callable[[int, int], bool]
) -> Iterator[tuple[int, int, Place]]:
    """Give the places of a text in order, the longest name at each, with their folded places."""
    at = 0
    tokens = words.tokens
    while at < len(tokens):
        if not tokens[at].is_capital or tokens[at].text in FUNCTION:
            at += 1
            continue
        last = at
        for end in range(at, min(at + _LONGEST, len(tokens))):
            token = tokens[end]
            if not token.is_capital and token.text not in _INSIDE:
                break
            name = view.text[tokens[at].start : token.end].removesuffix("'s")
            if token.is_capital and gazetteer.is_place(name):
                last = end + 1
        if last > at:
            start, end = tokens[at].start, tokens[last - 1].end
            name = view.text[start:end].removesuffix("'s")
            end = start + len(name)
            if not is_taken(start, end):
                yield start, end, Place(view.span(start, end), name)
        at = max(last, at + 1)
