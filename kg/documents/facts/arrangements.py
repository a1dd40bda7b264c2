"""Shared officers: bodies that share one, and people with one post in several bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.documents.facts.model import Evidence, Joint, Party
from kg.documents.facts.scene import COMMISSIONERS, Scene
from kg.documents.facts.sentences import Sentence
from kg.documents.mentions.model import Post, Span

POST: Final = (
    r"(?:interim |acting |joint |single |shared |permanent |new )*(?:chief (?:executive"
    r"|operating|financial?|nurs\w+|clinical|accountable|medical|information|strategy|people)?"
    r" ?(?:officer|nurse|director)?s?"
    r"|accountable officers?|chief executives?|managing directors?|(?:clinical )?chair(?:man|s"
    r"|woman)?|clinical leads?|(?:executive )?directors? of [a-z]+(?: and [a-z]+)?|(?:finance"
    r"|nursing|medical|strategy) directors?)"
)
_SHARE: Final = re.compile(
    r"\b(?:shar(?:e|es|ed|ing)|appoint(?:ed|s|ing)?|hav(?:e|ing)|had|recruit(?:ed|ing)?"
    r"|(?:under|with|by)(?= (?:an?|one|the same) )|work\w* (?:under|to))"
    r"(?: (?:a|an|their) (?:\w+ ){1,2}and)? "
    r"(?P<how>an? (?:(?:single|joint|shared) )?|one |the same |their |(?=chief|accountable"
    r"|joint|single"
    rf"|shared|chair))(?P<post>{POST})\b"
)
_OVER: Final = re.compile(
    rf"\b(?:joint|single|shared|same) {POST}\b|\b{POST} (?:of|for|at|to|across|in|over) (?:all"
    rf"|both)\b"
)
_ONE: Final = re.compile(rf"\b(?:one|single|joint|shared|the same) (?P<post>{POST})\b")
_OF_THE: Final = re.compile(
    rf"\b(?P<post>{POST}) (?:of|for|at|across|over) (?:(?:all|the|both|these|those|\w+) ){{0,3}}$"
)
_BOTH: Final = re.compile(
    r"\b(?:both|as well as|also|the same (?:role|post|job|position)|in addition to|alongside)\b"
)
_LEAD: Final = re.compile(
    r"\b(?:will )?(?:lead|leads|run|runs|head|heads|in charge of) (?:both|all|the (?:two|three"
    r"|four|five|six|seven|eight))\b"
)
_TO_THE_ROLE: Final = re.compile(
    r"\b(?:appointed to|take up|takes up|took up|takes on|take on|fill|fills|will hold|given"
    r"|chosen for|selected for|recruited to) (?:the|this|that) (?:joint |shared |new )?(?:role"
    r"|post|job|position)\b"
)


def read_joints(scene: Scene) -> tuple[Joint, ...]:
    """The shared officers that a text tells of, each set of bodies and post once."""
    found: list[Joint] = []
    for sentence in scene.sentences:
        for joint in (
            *_shared(scene, sentence),
            *_held(scene, sentence),
            *_both(scene, sentence),
        ):
            _add(found, joint)
        _name_last(scene, sentence, found)
    for joint in _same_post(scene):
        _add(found, joint)
    return tuple(found)


def _shared(scene: Scene, sentence: Sentence) -> Iterator[Joint]:
    """From "A and B share a chief officer" or "under a single accountable officer"."""
    hit = _SHARE.search(sentence.told)
    sharing = hit is not None and (hit[0].startswith("shar") or _is_joint(hit["how"] + hit["post"]))
    if hit is None or not sharing:
        return
    post = _clean(hit["post"])
    bodies = _bodies(scene, sentence)
    span = sentence.place(*hit.span("post"))
    person = _person(scene, sentence, span)
    groups = [each for each in bodies if not _is_body(scene, each)]
    if len(bodies) > 1 and len(groups) == len(bodies):
        for each in bodies:
            yield _joint("joint.share", sentence, post, (each,), person)
    elif len(bodies) > 1 or groups:
        yield _joint("joint.share", sentence, post, bodies, person)


def _held(scene: Scene, sentence: Sentence) -> Iterator[Joint]:
    """From a post with its holder and several bodies, or "all four", or "will lead both"."""
    for post in sentence.posts:
        if not post.holder or post.former:
            continue
        bodies = _post_bodies(scene, post)
        words = sentence.plain[max(0, post.span.start - sentence.span.start) :][:90]
        over = _OVER.match(words) or re.search(r"\b(?:both|all)\b", words[:60])
        if len(bodies) < 2 and (over or post.joint or _LEAD.search(sentence.told)):
            near = _bodies(scene, sentence)
            bodies = near if len(near) > 1 else scene.counted(sentence) or near
        group = over and bodies and not _is_body(scene, bodies[0])
        if len(bodies) > 1 or (group and bodies[0].type in COMMISSIONERS):
            person = scene.parties.get(post.holder)
            yield _joint("joint.post", sentence, _clean(post.title.lower()), bodies, person)


def _both(scene: Scene, sentence: Sentence) -> Iterator[Joint]:
    """From "one officer" beside several bodies, or one person with a post in "both" or "also"."""
    bodies = tuple(each for each in _bodies(scene, sentence) if _is_body(scene, each))
    keys = {each.key for each in sentence.people}
    post = re.search(POST, sentence.told)
    if len(bodies) < 2:
        yield from _of_group(scene, sentence)
        return
    ones = list(_ONE.finditer(sentence.told))
    for one in ones:
        person = _person(scene, sentence, sentence.place(*one.span("post")))
        yield _joint("joint.share", sentence, _clean(one["post"]), bodies, person)
    if not ones and post and len(keys) == 1 and _BOTH.search(sentence.told):
        yield _joint("joint.post", sentence, _clean(post[0]), bodies, scene.parties[min(keys)])


def _of_group(scene: Scene, sentence: Sentence) -> Iterator[Joint]:
    """From "officer of all eight groups", with the one person of the sentence."""
    keys = {each.key for each in sentence.people}
    for group in sentence.groups:
        lead = sentence.told[: max(0, group.span.start - sentence.span.start)]
        post = _OF_THE.search(lead)
        if post and group.type in COMMISSIONERS and len(keys) == 1:
            bodies = scene.members(group)
            post_name = _clean(post["post"])
            yield _joint("joint.post", sentence, post_name, bodies, scene.parties[min(keys)])


def _post_bodies(scene: Scene, post: Post) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    groups = {each.key: each for each in scene.mentions.groups}
    for key in post.bodies:
        spread = scene.members(groups[key]) if key in groups else (scene.parties.get(key),)
        found |= {each.key: each for each in spread if each}
    return tuple(found.values())


def _same_post(scene: Scene) -> Iterator[Joint]:
    """From one person to whom the text gives one post in several commissioners."""
    held: dict[tuple[str, str], dict[str, Span]] = {}
    for post in scene.mentions.posts:
        for key in post.bodies:
            party = scene.parties.get(key)
            if post.holder and not post.former and party and party.type in COMMISSIONERS:
                held.setdefault((post.holder, post.title.lower()), {}).setdefault(key, post.span)
    for (holder, title), bodies in held.items():
        if len(bodies) > 1:
            yield Joint(
                rule="joint.post",
                evidence=tuple(Evidence(span) for span in dict.fromkeys(bodies.values())),
                post=_clean(title),
                bodies=tuple(scene.parties[key] for key in bodies),
                person=scene.parties.get(holder),
            )


def _bodies(scene: Scene, sentence: Sentence) -> tuple[Party, ...]:
    """The commissioners of a sentence: those it names, or those that its groups mean."""
    named = {
        each.key: scene.parties[each.key]
        for each in sentence.organisations
        if each.type in COMMISSIONERS
    }
    if len(named) > 1:
        return tuple(named.values())
    found = dict(named)
    for group in sentence.groups:
        if group.type in COMMISSIONERS:
            found |= {each.key: each for each in scene.members(group)}
    if len(found) <= 1:
        return scene.counted(sentence) or tuple(found.values())
    return tuple(found.values())


def _is_body(scene: Scene, party: Party) -> bool:
    return any(each.key == party.key for each in scene.mentions.organisations)


def _person(scene: Scene, sentence: Sentence, post: Span) -> Party | None:
    """The person named right after or before a post, or said by the mention to hold it."""
    for each in sentence.posts:
        if each.span.meets(post) and each.holder:
            return scene.parties.get(each.holder)
    for person in sentence.people:
        if 0 <= person.span.start - post.end <= 4:
            return scene.parties[person.key]
    return None


def _name_last(scene: Scene, sentence: Sentence, found: list[Joint]) -> None:
    """Name officers told of before: "X has been appointed to the role", or as what."""
    for place, joint in enumerate(found):
        if joint.person is not None or joint.evidence[0].span == sentence.span:
            continue
        holders = [
            each.holder
            for each in sentence.posts
            if each.holder
            and not (each.former or each.bodies)
            and _clean(each.title.lower()) == joint.post
        ]
        if sentence.people and _TO_THE_ROLE.search(sentence.told) and joint is found[-1]:
            holders = [sentence.people[0].key]
        if holders:
            evidence = (*joint.evidence, Evidence(sentence.span))
            found[place] = replace(joint, person=scene.parties[holders[0]], evidence=evidence)


def _add(found: list[Joint], joint: Joint) -> None:
    """Keep a shared officer unless it is told already; a named one takes an unnamed one's place."""
    for place, other in enumerate(found):
        alike = {each.key for each in other.bodies} & {each.key for each in joint.bodies}
        if not alike or (other.person and joint.person and other.person != joint.person):
            continue
        if other.person == joint.person and len(other.bodies) >= len(joint.bodies):
            return
        if other.person and not joint.person and _alike(other.post, joint.post):
            return
        if other.person == joint.person or (
            joint.person and not other.person and _alike(other.post, joint.post)
        ):
            found[place] = joint
            return
    found.append(joint)


def _alike(one: str, other: str) -> bool:
    return bool(set(one.split()) & set(other.split()))


def _is_joint(words: str) -> bool:
    return re.search(r"\b(?:single|joint|shared|same|one)\b", words) is not None


def _clean(post: str) -> str:
    """The post without what only says that it is shared, in the singular.

    >>> _clean("single accountable officers")
    'accountable officer'
    """
    words = re.sub(r"\b(?:single|shared|new|joint|same) | of (?:both|all)$", "", post.strip())
    return re.sub(r"(?<=[a-z]{3})s$", "", words)


def _joint(
    rule: str, sentence: Sentence, post: str, bodies: tuple[Party, ...], person: Party | None
) -> Joint:
    evidence = (Evidence(sentence.span),)
    return Joint(rule=rule, evidence=evidence, post=post, bodies=bodies, person=person)
