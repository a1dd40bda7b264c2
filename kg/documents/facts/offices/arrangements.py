"""Shared officers: bodies that share one, and people with one post in several bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.documents.facts.bodies.by_place import place_group
from kg.documents.facts.bodies.meant import place_told
from kg.documents.facts.model import Evidence, Joint, Party
from kg.documents.facts.offices import arrangement_words as said
from kg.documents.facts.offices.arrangement_reach import reaches
from kg.documents.facts.offices.arrangement_sets import (
    add,
    in_full,
    is_definite,
    is_told,
    may_be_one,
    with_members,
)
from kg.documents.facts.offices.double_posts import as_pair, double_posts, lent_posts
from kg.documents.facts.offices.lines import is_owner
from kg.documents.facts.offices.naming import clean, name_last
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.mentions.model import Post, Span


def read_joints(scene: Scene) -> tuple[Joint, ...]:
    """The shared officers that a text tells of, each set of bodies and post once."""
    found: list[Joint] = []
    known: dict[str, tuple[Party, ...]] = {}
    served: dict[str, tuple[Party, ...]] = {}  # by their posts alone
    for sentence in scene.sentences:
        _posted(scene, sentence, known)
        _posted(scene, sentence, served)
        lent = tuple(lent_posts(scene, sentence, served))
        holders = {each.person for each in lent}
        others = (each for each in _far(scene, sentence, known) if each.person not in holders)
        far = (*lent, *(as_pair(scene, sentence, each, lent) for each in others))
        for joint in (
            *far,
            *_shared(scene, sentence),
            *_held(scene, sentence),
            *_both(scene, sentence),
            *_team(scene, sentence),
            *_person_shared(scene, sentence),
            *double_posts(scene, sentence),
        ):
            if joint in far or not any(_is_same(joint, other) for other in far):
                add(found, as_pair(scene, sentence, joint, lent))
        known |= {each.person.key: each.bodies for each in far if each.person}
        name_last(scene, sentence, found)
    for joint in _same_post(scene):
        add(found, joint)
    told = [each for each in in_full(scene, found) if is_told(scene, each)]
    return tuple(with_members(scene, told))


def _far(scene: Scene, sentence: Sentence, known: dict[str, tuple[Party, ...]]) -> Iterator[Joint]:
    """From offices whose reach the sentence tells by a list, a count or a group."""
    for each in reaches(scene, sentence, known):
        yield _joint("joint.reach", sentence, clean(each.post), each.bodies, each.person)


def _is_same(joint: Joint, other: Joint) -> bool:
    """Whether two readings of a sentence are of one office."""
    return joint.person == other.person and may_be_one(joint.post, other.post)


def _posted(scene: Scene, sentence: Sentence, known: dict[str, tuple[Party, ...]]) -> None:
    """Keep which commissioners each person of a sentence is told to serve."""
    for post in sentence.posts:
        bodies = _post_bodies(scene, post)
        bodies = tuple(each for each in bodies if each.type in COMMISSIONERS)
        if post.holder and bodies and not post.former:
            known[post.holder] = tuple(dict.fromkeys((*known.get(post.holder, ()), *bodies)))


def _shared(scene: Scene, sentence: Sentence) -> Iterator[Joint]:
    """From "A and B share a chief officer" or "under a single accountable officer"."""
    hit = said.SHARE.search(sentence.told)
    sharing = hit is not None and (hit[0].startswith("shar") or _is_joint(hit["how"] + hit["post"]))
    if hit is None or not sharing or said.UNSHARED.search(sentence.told, 0, hit.start()):
        return
    post = clean(hit["post"])
    bodies = _bodies(scene, sentence)
    span = sentence.place(*hit.span("post"))
    person = _person(scene, sentence, span)
    groups = [each for each in bodies if each.key not in scene.named]
    if len(bodies) > 1 and len(groups) == len(bodies):
        for each in bodies:
            yield _joint("joint.share", sentence, post, (each,), person)
    elif len(bodies) > 1 or groups:
        yield _joint("joint.share", sentence, post, bodies, person)


def _held(scene: Scene, sentence: Sentence) -> Iterator[Joint]:
    """From a post with its holder and several bodies, or "all four", or "will lead both"."""
    for post in sentence.posts:
        if not post.holder or post.former or not post.title:
            continue
        bodies = _post_bodies(scene, post)
        words = sentence.plain[max(0, post.span.start - sentence.span.start) :][:90]
        over = said.OVER.match(words) or said.OF_BOTH.match(words)
        if len(bodies) < 2 and _is_halved(post) and not said.OF_BOTH.match(words):
            continue
        if len(bodies) < 2 and (over or post.joint or said.LEAD.search(sentence.told)):
            near = _bodies(scene, sentence)
            bodies = near if len(near) > 1 else scene.counted(sentence) or near
            alone = sum(each.span == post.span for each in sentence.posts) == 1
            if len(bodies) < 2 and alone and said.JOINT.search(post.title):
                bodies = scene.listed_before(post.span.start) or bodies
        is_office = over or said.OFFICE.search(post.title)
        group = is_office and bodies and bodies[0].key not in scene.named
        if len(bodies) > 1 or (group and bodies[0].type in COMMISSIONERS):
            person = scene.parties.get(post.holder)
            yield _joint("joint.post", sentence, clean(post.title.lower()), bodies, person)


def _is_halved(post: Post) -> bool:
    """Whether a post of one body may be held by two people: a "joint chair" beside a co-chair."""
    return re.search(r"(?i)\bjoint (?:\w+ )?(?:chair|lead)", post.title) is not None


def _both(scene: Scene, sentence: Sentence) -> Iterator[Joint]:
    """From "one officer" beside several bodies, or one person with a post in "both" or "also"."""
    if any(_is_mixed(scene, each) for each in sentence.posts):
        return
    bodies = tuple(each for each in _bodies(scene, sentence) if each.key in scene.named)
    keys = {each.key for each in sentence.people}
    post = re.search(said.POST, sentence.told)
    told = {
        each.key: each
        for post in sentence.posts
        if keys == {post.holder} and not post.former
        for each in _post_bodies(scene, post)
        if each.type in COMMISSIONERS
    }
    bodies = tuple(told.values()) if len(told) > 1 else bodies
    if len(bodies) < 2:
        yield from _of_group(scene, sentence)
        return
    ones = list(said.ONE.finditer(sentence.told))
    for one in ones:
        kind = one.lastgroup or "post"
        if one[kind].endswith("team") and sentence.people:
            continue
        person = _person(scene, sentence, sentence.place(*one.span(kind)))
        yield _joint("joint.share", sentence, clean(one[kind]), bodies, person)
    if not ones and post and len(keys) == 1 and said.BOTH.search(sentence.told):
        own = [each.title for each in sentence.posts if each.holder in keys and each.title]
        title = own[-1].lower() if own else post[0]
        yield _joint("joint.post", sentence, clean(title), bodies, scene.parties[min(keys)])


def _team(scene: Scene, sentence: Sentence) -> Iterator[Joint]:
    """From "A and B share a management team led by the chief officer, X"."""
    team = said.TEAM.search(sentence.told)
    bodies = _bodies(scene, sentence) if team else ()
    if team is None or len(bodies) < 2:
        return
    under = sentence.place(*team.span()).end
    for person in sentence.people:
        if said.UNDER.fullmatch(scene.plain[under : person.span.start]):
            party = scene.parties[person.key]
            yield _joint("joint.share", sentence, "leader", bodies, party)
    for post in sentence.posts:
        holder = scene.parties.get(post.holder)
        if holder and post.title and not post.former:
            yield _joint("joint.share", sentence, clean(post.title.lower()), bodies, holder)


def _person_shared(scene: Scene, sentence: Sentence) -> Iterator[Joint]:
    """From "A and B will share X", with X's post where the sentence tells it."""
    for person in sentence.people:
        lead = sentence.told[: max(0, person.span.start - sentence.span.start)]
        bodies = _bodies(scene, sentence) if said.SHARES.search(lead) else ()
        if len(bodies) > 1:
            titles = [
                each.title for each in sentence.posts if each.holder == person.key and each.title
            ]
            post = clean(titles[0].lower()) if titles else "officer"
            yield _joint("joint.share", sentence, post, bodies, scene.parties[person.key])


def _is_mixed(scene: Scene, post: Post) -> bool:
    """Whether a post is in a commissioner and in another body: "both" means these."""
    kinds = {
        scene.parties[key].type in COMMISSIONERS for key in post.bodies if key in scene.parties
    }
    return len(kinds) > 1


def _of_group(scene: Scene, sentence: Sentence) -> Iterator[Joint]:
    """From "officer of all eight groups", with the one person of the sentence."""
    keys = {each.key for each in sentence.people}
    for group in sentence.groups:
        lead = sentence.told[: max(0, group.span.start - sentence.span.start)]
        post = said.OF_THE.search(lead)
        if post and group.type in COMMISSIONERS and len(keys) == 1:
            bodies = scene.members(group)
            post_name = clean(post["post"])
            yield _joint("joint.post", sentence, post_name, bodies, scene.parties[min(keys)])


def _post_bodies(scene: Scene, post: Post) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for key in post.bodies:
        group = scene.groups.get(key)
        spread = scene.members(group) if group else (scene.parties.get(key),)
        found |= {each.key: each for each in spread if each}
    return tuple(found.values())


def _same_post(scene: Scene) -> Iterator[Joint]:
    """From one person to whom the text gives one post in several commissioners."""
    held: dict[tuple[str, str], dict[str, Span]] = {}
    also = {
        each.holder
        for sentence in scene.sentences
        if said.BOTH.search(sentence.told)
        for each in sentence.posts
    }
    for post in scene.mentions.posts:
        title = clean(post.title.lower())
        title = "officer" if post.holder in also and said.TOP.fullmatch(title) else title
        for key in post.bodies:
            party = scene.parties.get(key)
            is_held = post.holder and post.title and not post.former
            if is_held and party and party.type in COMMISSIONERS:
                held.setdefault((post.holder, title), {}).setdefault(key, post.span)
    for (holder, title), bodies in held.items():
        if len(bodies) > 1:
            yield Joint(
                rule="joint.post",
                evidence=tuple(Evidence(span) for span in dict.fromkeys(bodies.values())),
                post=clean(title),
                bodies=tuple(scene.parties[key] for key in bodies),
                person=scene.parties.get(holder),
            )


def _bodies(scene: Scene, sentence: Sentence) -> tuple[Party, ...]:
    """The commissioners of a sentence: those it names, or those that its groups mean.

    One that is named beside a group of another kind is none of them: a partnership by four CCGs.
    """
    named = {
        each.key: scene.parties[each.key]
        for each in sentence.organisations
        if each.type in COMMISSIONERS and not is_owner(scene, each)
    }
    if len(named) > 1:
        return tuple(named.values())
    groups = [each for each in sentence.groups if each.type in COMMISSIONERS]
    kinds = {each.type for each in groups}
    found = {key: each for key, each in named.items() if not kinds or each.type in kinds}
    place = place_told(sentence)
    for group in groups:
        there = place and not (group.place or is_definite(scene, group))
        meant = (place_group(scene, place.name, group.type),) if place and there else ()
        found |= {each.key: each for each in meant or scene.members(group)}
    if len(found) <= 1:
        return scene.counted(sentence) or tuple(found.values())
    return tuple(found.values())


def _person(scene: Scene, sentence: Sentence, post: Span) -> Party | None:
    """The person named right after or before a post, or said by the mention to hold it."""
    for each in sentence.posts:
        if each.span.meets(post) and each.holder:
            return scene.parties.get(each.holder)
    for person in sentence.people:
        if 0 <= person.span.start - post.end <= 4:
            return scene.parties[person.key]
    return None


def _is_joint(words: str) -> bool:
    return re.search(r"\b(?:single|joint|shared|same|one)\b", words) is not None


def _joint(
    rule: str, sentence: Sentence, post: str, bodies: tuple[Party, ...], person: Party | None
) -> Joint:
    evidence = (Evidence(sentence.span),)
    return Joint(rule=rule, evidence=evidence, post=post, bodies=bodies, person=person)
