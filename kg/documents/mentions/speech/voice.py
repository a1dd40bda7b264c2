"""A voice: who speaks, under which name, and where the text says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.documents.mentions.model import Post, Quotation
from kg.documents.mentions.people.posts import Cast
from kg.documents.mentions.speech.speaker_words import ARTICLE
from kg.documents.mentions.text.view import View


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the name to show, the key, and where the text says so (folded places)."""

    name: str
    key: str
    start: int
    end: int
    kind: str
    """`person`, `body`, `document` or `unnamed`."""


def of_person(cast: Cast, number: int, place: int, stop: int) -> Voice:
    """The voice of a person of the cast, named at a place."""
    one = cast.people[number]
    name = one.name if " " in one.name else f"{one.title} {one.name}".strip()
    return Voice(name, one.key, place, stop, "person")


def plain(words: str) -> str:
    """A description without its article.

    >>> plain("A spokesman for Nene CCG")
    'spokesman for Nene CCG'
    """
    return ARTICLE.sub("", words)


def told(quotation: Quotation, voice: Voice | None, view: View, posts: Sequence[Post]) -> Quotation:
    """The quotation with its speaker, and the post and body that the text gives them."""
    if voice is None:
        return quotation
    post = next((one for one in posts if one.holder and one.holder == voice.key), None)
    body = voice.name if voice.kind == "body" else ""
    return replace(
        quotation, speaker=voice.name, speaker_key=voice.key,
        speaker_span=view.span(voice.start, voice.end),
        speaker_post=post.title if post else "",
        speaker_organisation=post.body_names[0] if post and post.body_names else body,
    )  # fmt: skip
