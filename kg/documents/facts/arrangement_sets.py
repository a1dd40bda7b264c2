"""Shared officers told of twice: which are one, and which can be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.documents.facts import arrangement_words as said
from kg.documents.facts.model import Joint
from kg.documents.facts.scene import COMMISSIONERS, Scene


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
            return
        if other.person and not joint.person and may_be_one(other.post, joint.post):
            return
        if other.person == joint.person or (
            joint.person and not other.person and may_be_one(other.post, joint.post)
        ):
            found[place] = joint
            return
    found.append(joint)


def may_be_one(one: str, other: str) -> bool:
    """Whether two titles may be of one post: equal, one part of the other, or both the top one."""
    mine, its = set(one.split()), set(other.split())
    return mine <= its or its <= mine or bool(said.TOP.fullmatch(one) and said.TOP.fullmatch(other))


def is_told(scene: Scene, joint: Joint) -> bool:
    """Whether anybody can tell of which bodies: `the CCGs` alone are none.

    Bodies of unlike kinds without a commissioner among them only stand beside each other.
    """
    kinds = {each.type for each in joint.bodies}
    if len(kinds) > 1 and not kinds & set(COMMISSIONERS):
        return False
    groups = {each.key: each for each in scene.mentions.groups}
    return any(
        each.key not in groups or groups[each.key].place or groups[each.key].size
        for each in joint.bodies
    )
