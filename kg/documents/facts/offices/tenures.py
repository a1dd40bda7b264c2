"""Who holds, held or will hold which post in which body."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from kg.documents.facts.model import Evidence, Joint, Party, Tenure
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.mentions.model import Post
from kg.documents.patterns import compiled


def read_tenures(scene: Scene, joints: tuple[Joint, ...] = ()) -> tuple[Tenure, ...]:
    """A tenure for each person, post and body; a person without any post once, by name.

    A shared officer named in another sentence than the post holds it too. A post told again in
    shorter words, or without its body, is not told twice.
    """
    found: list[Tenure] = []
    for post in scene.mentions.posts:
        person = scene.parties.get(post.holder)
        if person is not None and post.title:
            found += [_tenure(post, person, body) for body in _bodies(scene, post)]
    groups = {each.key for each in scene.mentions.groups}
    found = [filled for each in found for filled in _filled(each, joints, groups)]
    found += [each for joint in joints for each in _shared(joint, found)]
    single: dict[tuple[str, str, str], Tenure] = {}
    for each in found:
        key = each.person.key, each.post.lower(), each.body.key if each.body else ""
        single.setdefault(key, each)
    persons: dict[str, list[Tenure]] = {}
    for each in single.values():
        persons.setdefault(each.person.key, []).append(each)
    kept = [
        each
        for held in persons.values()
        for each in held
        if not any(_is_less(each, other) for other in held) and not _is_aside(each, held)
    ]
    kept = _in_charge(scene, kept)
    names = _names(scene, {each.person.key for each in kept})
    return tuple(sorted(kept + names, key=lambda each: each.evidence[0].span))


def _shared(joint: Joint, found: list[Tenure]) -> Iterator[Tenure]:
    """The tenure of a shared officer whose post is told of nowhere else; bodies are the joint's."""
    words = set(joint.post.split())
    for each in found:
        if each.person == joint.person and words & set(each.post.lower().split()):
            return
    if joint.person:
        yield from (
            Tenure(
                rule="tenure.post",
                evidence=joint.evidence[-1:],
                person=joint.person,
                post=joint.post,
                body=body,
            )
            for body in joint.bodies
        )


def _filled(each: Tenure, joints: tuple[Joint, ...], groups: set[str]) -> Iterator[Tenure]:
    """A post without a body, or of a group, has those that the text says share it."""
    words = set(each.post.lower().split())
    shared = next(
        (
            joint.bodies
            for joint in joints
            if (each.body is None or each.body.key in groups)
            and joint.person == each.person
            and words >= set(joint.post.split()) - {"joint"}
        ),
        (),
    )
    yield from (replace(each, body=body) for body in shared)
    if not shared:
        yield each


_CHIEFS = compiled(
    r"\b(?:accountable officer|chief officer|chief executive|managing director)(?=s?\b)"
)
_CHIEFLY = frozenset(("ccg", "icb", "pct"))


def _in_charge(scene: Scene, kept: list[Tenure]) -> list[Tenure]:
    """Who only `leads` or `runs` a commissioner has the title that the text has for its like."""
    usual = Counter(_CHIEFS.findall(scene.plain)).most_common(1)
    return [
        replace(each, post=usual[0][0])
        if usual and each.post == "leader" and each.body and each.body.type in _CHIEFLY
        else each
        for each in kept
    ]


_OFFICE = compiled(r"(?i)\b(?:officer|executive|managing director)\b")
_ASIDE = compiled(
    r"(?:\w+ )?(?:GP|MP|councillor|doctor|nurse|professor|deputy|campaigner|boss)s?", re.IGNORECASE
)


def _is_aside(one: Tenure, held: list[Tenure]) -> bool:
    """Whether a post is only a calling, beside an office that the person has."""
    if one.post == "leader" and (one.body is None or one.body.type in COMMISSIONERS):
        return any(_OFFICE.search(other.post) for other in held)
    return (
        _ASIDE.fullmatch(one.post) is not None
        and (one.body is None or one.body.type == "politicalParty")
        and any(not _ASIDE.fullmatch(other.post) for other in held)
    )


def _bodies(scene: Scene, post: Post) -> list[Party | None]:
    return [scene.parties[key] for key in post.bodies if key in scene.parties] or [None]


def _tenure(post: Post, person: Party, body: Party | None) -> Tenure:
    return Tenure(
        rule="tenure.post",
        evidence=(Evidence(post.span),),
        person=person,
        post=re.sub(r" (?:of|for|at) (?:both|all)$", "", post.title),
        body=body,
        interim=post.interim,
        former=post.former,
        incoming=post.incoming,
    )


def _is_less(one: Tenure, other: Tenure) -> bool:
    """Whether another tenure tells all that this one does, and more."""
    if one is other or one.person != other.person:
        return False
    if one.body is not None and one.body != other.body:
        return False
    mine, its = set(one.post.lower().split()), set(other.post.lower().split())
    more = (len(its), other.body is not None) > (len(mine), one.body is not None)
    return mine <= its and more


_CALLED = compiled(
    r"(?:, ?|\n| [–—-] )(?P<post>(?:[A-Za-z-]+ ){0,3}(?:reporter|correspondent|editor"
    r"|writer|columnist))\b",
    re.IGNORECASE,
)


def _byline(text: str, end: int) -> str:
    """What a byline calls the writer whose name ends at a place: `Local Democracy Reporter`."""
    called = _CALLED.match(text, end)
    return called["post"] if called else ""


def _names(scene: Scene, posted: set[str]) -> list[Tenure]:
    first = {each.key: each for each in reversed(scene.mentions.people)}
    of = {each.holder: each.bodies[0] for each in reversed(scene.mentions.posts) if each.bodies}
    return [
        Tenure(
            rule="tenure.name",
            evidence=(Evidence(each.span),),
            person=scene.parties[each.key],
            post=_byline(scene.text, each.span.end) if each.author else "",
            body=scene.parties.get(of.get(each.key, "")),
            author=each.author,
        )
        for each in first.values()
        if each.key not in posted
    ]
