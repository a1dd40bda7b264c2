"""Shared officers told of twice: which are one, and which can be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.documents.facts.model import Joint, Party
from kg.documents.facts.offices import arrangement_words as said
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.mentions.figures.numbers import SMALL
from kg.documents.mentions.model import Group
from kg.documents.patterns import compiled

_MANY = 16
"""Bodies that no one officer has: so many are a statistic."""


_VAGUE = frozenset(("chief", "boss", "leader", "head"))
"""Titles for which a text has the official one elsewhere."""


def in_full(scene: Scene, found: list[Joint]) -> Iterator[Joint]:
    """Take "X, officer of the three CCGs" and "A, B and C share an officer" for one."""
    sizes = {each.key: each.size for each in scene.mentions.groups}
    taken: list[Joint] = []
    for joint in found:
        size = sizes.get(joint.bodies[0].key) if len(joint.bodies) == 1 and joint.person else None
        same = next(
            (
                other
                for other in found
                if size
                and not other.person
                and len(other.bodies) == size
                and may_be_one(other.post, joint.post)
            ),
            None,
        )
        if same:
            taken.append(same)
            yield replace(joint, bodies=same.bodies, evidence=(*same.evidence, *joint.evidence))
    for joint in found:
        size = sizes.get(joint.bodies[0].key) if len(joint.bodies) == 1 and joint.person else None
        named = any(size == len(one.bodies) and may_be_one(one.post, joint.post) for one in taken)
        if joint not in taken and not (size and named):
            yield joint


def add(found: list[Joint], joint: Joint) -> None:
    """Keep a shared officer unless it is told already; a named one takes an unnamed one's place."""
    for place, other in enumerate(found):
        alike = {each.key for each in other.bodies} & {each.key for each in joint.bodies}
        if not alike or (other.person and joint.person and other.person != joint.person):
            continue
        if other.person is None and joint.person is None and not may_be_one(other.post, joint.post):
            continue
        if other.person == joint.person and len(other.bodies) >= len(joint.bodies):
            is_full = " " in joint.post and len(other.bodies) == len(alike)
            if other.post in _VAGUE and is_full:
                found[place] = replace(other, post=joint.post)
            return
        if other.person and not joint.person and may_be_one(other.post, joint.post):
            return
        most = len(alike) * 2 > max(len(other.bodies), len(joint.bodies))
        if other.person == joint.person or (
            joint.person and not other.person and most and may_be_one(other.post, joint.post)
        ):
            found[place] = joint
            return
    found.append(joint)


_FIELD = compiled(
    r"\b(?:financ\w+|operating|nurs\w+|medical|digital|information|people|strategy|clinical|workforce"
    r"|commissioning|transformation|quality|delivery)\b"
)
"""What an officer is in charge of, beside the one who is in charge of all."""


def may_be_one(one: str, other: str) -> bool:
    """Whether two titles may be of one post: equal, one part of the other, or both the top one."""
    mine, its = set(one.split()), set(other.split())
    if _FIELD.findall(one) != _FIELD.findall(other):
        return False
    return mine <= its or its <= mine or bool(said.TOP.fullmatch(one) and said.TOP.fullmatch(other))


_AHEAD = 3
"""Sentences after an officer of a group in which its members are listed."""


def with_members(scene: Scene, found: list[Joint]) -> Iterator[Joint]:
    """Take a counted group for its members where the next sentences list as many: `It covers A`."""
    sizes = {each.key: each.size for each in scene.mentions.groups}
    for joint in found:
        alone = joint.bodies[0] if len(joint.bodies) == 1 else None
        size = sizes.get(alone.key) if alone else None
        size = size or _size_told(scene, joint, is_alone=alone is not None)
        listed = _listed_next(scene, joint, size) if size else ()
        yield replace(joint, bodies=listed or _as_worded(scene, joint))


def _as_worded(scene: Scene, joint: Joint) -> tuple[Party, ...]:
    """The bodies; a group of a place that is told as `in Kent` so: `CCGs in Kent`."""
    kind, _, place = joint.bodies[0].key.partition("/")
    if len(joint.bodies) != 1 or kind not in ("ccg", "icb", "pct") or not place:
        return joint.bodies
    told = joint.evidence[0].span
    is_in = re.search(
        rf"\b(?:in|across) (?:the )?{re.escape(place.lower())}\b",
        scene.plain[told.start : told.end],
    )
    name = f"{kind.upper()}s in {place}"
    return (replace(joint.bodies[0], name=name),) if is_in else joint.bodies


_GROUP = compiled(
    rf"\b({'|'.join(SMALL)}) (?:[\w' -]{{0,40}} )?(?:ccgs|icbs|pcts|groups|boards|clinical"
    r" commissioning groups|integrated care boards|commissioners)\b"
)


def _size_told(scene: Scene, joint: Joint, *, is_alone: bool) -> int | None:
    """How many the sentence of a joint post counts: `Norfolk's five CCGs`.

    Where bodies told of before were taken for them, only bodies that are new there are counted:
    `five CCGs which answer to X`, not `the five CCGs`.
    """
    span = joint.evidence[0].span
    told = _GROUP.search(scene.plain, span.start, span.end)
    if told is None:
        return None
    lead = scene.plain[max(0, told.start() - 24) : told.start()]
    named = any(
        span.has(each.span)
        for each in scene.mentions.organisations
        if each.key in {one.key for one in joint.bodies}
    )
    is_new = not (named or _DEFINITE.search(lead))
    return SMALL[told[1]] if is_alone or is_new else None


def _listed_next(scene: Scene, joint: Joint, size: int) -> tuple[Party, ...]:
    """The members that one of the next sentences lists, as many as counted and no others."""
    start = joint.evidence[0].span.start
    here = next((one.number for one in scene.sentences if one.span.start >= start), 0)
    ahead = scene.sentences[here : here + _AHEAD + 1]
    lists = scene.lists_before(ahead[-1].span.end) if ahead else []
    return next(
        (
            tuple(scene.parties[key] for key in keys)
            for number, keys in lists
            if number >= here and len(keys) == size
        ),
        (),
    )


_GIVEN_UP = compiled(
    r"\b(?:officer|executive|director|chair|team|leader|boss|post|role|job)\b[^.;]{0,60}? (?:was"
    r"|were|has been|have been"
    r"|had been|is) (?:\w+ )?(?:ruled out|rejected|abandoned|dropped|scrapped|turned down)\b"
)
"""A shared post that nobody will have: `a single officer has been ruled out`."""
_DEFINITE = compiled(r"\b(?:the|these|those|all|both|its|their|our|such)(?: \w+)? $")


def is_definite(scene: Scene, group: Group) -> bool:
    """Whether a group is one told of before: `the three CCGs`, `all five boards`."""
    lead = scene.plain[max(0, group.span.start - 24) : group.span.start]
    return _DEFINITE.search(lead) is not None


def is_told(scene: Scene, joint: Joint) -> bool:
    """Whether anybody can tell of which bodies: `the CCGs` alone are none.

    Bodies of unlike kinds without a commissioner among them only stand beside each other.
    """
    kinds = {each.type for each in joint.bodies}
    span = joint.evidence[0].span
    if joint.person is None and _GIVEN_UP.search(scene.plain, span.start, span.end):
        return False
    if len(kinds) > 1 and not kinds & set(COMMISSIONERS):
        return False
    groups = {each.key: each for each in scene.mentions.groups}
    return any(
        each.key not in groups or groups[each.key].place or 0 < (groups[each.key].size or 0) < _MANY
        for each in joint.bodies
    )
