"""One person in charge of two bodies at a time, each under a title of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.documents.facts.model import Evidence, Joint, Party
from kg.documents.facts.offices.arrangement_words import POST
from kg.documents.facts.offices.naming import clean
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.mentions.model import Post
from kg.documents.patterns import compiled

_COUNCIL: Final = "localAuthority"
_TOP: Final = compiled(
    r"(?:(?:interim|acting|joint|single|shared|independent|executive|chief|clinical|accountable"
    r"|medical|system|managing|senior|responsible|strategic|finance|financial|operating|nursing"
    r"|programme|place|convenor) )*(?:officer|executive|director|chair(?:man|woman)?|lead(?:er)?"
    r"|head"
    r"|boss|chief)(?: designate)?"
)
"""Titles of who is in charge, for themselves alone: no `director of public health`."""
_RUNS: Final = compiled(
    r"(?:(?:interim|acting|joint) )*(?:chief executive|managing director|leader|head|chief|boss"
    r"|town clerk|chief officer|accountable officer)"
)
"""What the head of a council's officers is called."""
_TOO: Final = compiled(
    r"\b(?:too|as well|also|both|alongside|in addition|while (?:remaining|keeping|staying)"
    r"|combin\w+|doubl\w+)\b"
)
"""What says that somebody who takes up a post keeps the other."""
_ELECTED: Final = compiled(r"\b(?:cllr|coun|councillor|mayor|mp)\b", re.IGNORECASE)


def double_posts(scene: Scene, sentence: Sentence) -> Iterator[Joint]:
    """From `X, chief executive of A Council and accountable officer of B CCG`.

    One of the bodies is a commissioner, each other a commissioner or a council; who only moves
    from one to the other, or sits there for voters, is left out.
    """
    held: dict[str, list[tuple[Post, Party]]] = {}
    for post in sentence.posts:
        title = post.title.lower()
        for key in post.bodies:
            body = scene.parties.get(key)
            if post.holder and not post.former and body and _is_top(title, body):
                held.setdefault(post.holder, []).append((post, body))
    for holder, posts in held.items():
        bodies = tuple(dict.fromkeys(body for _, body in posts))
        moves = {post.incoming for post, _ in posts}
        person = scene.parties.get(holder)
        leaves = len(moves) > 1 and not _TOO.search(sentence.told)
        if len(bodies) < 2 or leaves or person is None or _is_elected(scene, holder):
            continue
        if len({post.span for post, _ in posts}) < 2 or not _has_commissioner(bodies):
            continue
        titles = dict.fromkeys(post.title.lower() for post, _ in posts)
        yield Joint(
            rule="joint.post",
            evidence=(Evidence(sentence.span),),
            post="; ".join(titles),
            bodies=bodies,
            person=person,
        )


_HERS: Final = compiled(rf"\b(?:her|his) (?P<post>{POST})(?=,? )")
_ALSO: Final = compiled(r"\b(?:as well|too|also|both|in addition|alongside|part of (?:her|his))\b")


def lent_posts(
    scene: Scene, sentence: Sentence, known: dict[str, tuple[Party, ...]]
) -> Iterator[Joint]:
    """From `Her chief nurse, X, also works for B`: X is in the body of who "she" is, and in B.

    `known` has the bodies that each person was told to serve before.
    """
    hers = _HERS.search(sentence.told)
    named = scene.commissioners(sentence)
    if hers is None or len(named) != 1 or not _ALSO.search(sentence.told, hers.end()):
        return
    at = sentence.span.start + hers.start()
    before = [each.key for each in scene.mentions.people if each.span.end <= at]
    after = [each.key for each in sentence.people if each.span.start >= at]
    other = scene.parties[named[0].key]
    owns = (
        tuple(each for each in known.get(before[-1], ()) if each.type == other.type)
        if before
        else ()
    )
    if owns and after and other not in owns:
        yield Joint(
            rule="joint.post",
            evidence=(Evidence(sentence.span),),
            post=clean(hers["post"]),
            bodies=(*owns, other),
            person=scene.parties[after[0]],
        )


def as_pair(scene: Scene, sentence: Sentence, joint: Joint, lent: tuple[Joint, ...]) -> Joint:
    """A post of "the two" beside one lent between two: of the same two."""
    named = {each.key for each in scene.commissioners(sentence)}
    pair = next((each.bodies for each in lent), ())
    is_two = len(pair) == len(joint.bodies) == len(("one", "other"))
    is_told = is_two and not any(each.key in named for each in joint.bodies)
    return replace(joint, bodies=pair) if is_told and _TWO.search(sentence.told) else joint


_TWO: Final = compiled(r"\b(?:the two|both|the pair)\b")


def _is_top(title: str, body: Party) -> bool:
    """Whether a title is of who is in charge of a commissioner, or of a council's officers."""
    if body.type == _COUNCIL:
        return _RUNS.fullmatch(title) is not None
    if body.type in ("stp", "stpOrIcs"):
        return False  # who leads a partnership does so beside the day job
    return body.type in COMMISSIONERS and _TOP.fullmatch(title) is not None


def _is_elected(scene: Scene, holder: str) -> bool:
    return any(each.key == holder and _ELECTED.search(each.title) for each in scene.mentions.people)


def _has_commissioner(bodies: tuple[Party, ...]) -> bool:
    return any(each.type in COMMISSIONERS for each in bodies)
