"""How far an office reaches: over a list, a group, or bodies that are only counted or meant.

A sentence is read with every person, body, group and post as one character, so that one pattern
stands for all the ways to say who leads how many: `A leads all three`, `the four that A has run`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.documents.facts.bodies import meant
from kg.documents.facts.bodies.by_place import place_group
from kg.documents.facts.model import Party
from kg.documents.facts.offices import arrangement_words as said
from kg.documents.facts.offices import reach_words as reach
from kg.documents.facts.offices.lines import Line
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.text.coded import T, number_of


@dataclass(frozen=True, slots=True)
class Reach:
    """An office told of with all its bodies: its words, who holds it, if named, and the bodies."""

    post: str
    bodies: tuple[Party, ...]
    person: Party | None


def reaches(
    scene: Scene, sentence: Sentence, known: dict[str, tuple[Party, ...]]
) -> Iterator[Reach]:
    """The offices of a sentence that reach over several bodies.

    `known` has the bodies that each person was told to serve before, by the person's key.
    """
    told = sentence.told
    is_told = bool(sentence.people or reach.JOINT.search(told) or reach.HE.search(told))
    if not is_told and (len(scene.commissioners(sentence)) < 2 or not reach.TELLS.search(told)):
        return
    line = Line(scene, sentence)
    told_here = tuple(_told_of(line, known))
    yield from told_here
    for found in reach.GAPPED.finditer(line.text):
        who, first = line.person(found["who"]), told_here[-1:]
        if first and who and all(each.person != who for each in told_here):
            yield Reach(line.post(found["post"]), first[0].bodies, who)


def _told_of(line: Line, known: dict[str, tuple[Party, ...]]) -> Iterator[Reach]:
    """The offices of a line, in the order of the patterns that tell of them."""
    for pattern in (reach.LEADS, reach.LED, reach.RELATIVE, reach.ACROSS, reach.ADDS):
        for found in pattern.finditer(line.text):
            yield from _led(line, found, known)
            yield from _led_too(line, found, pattern)
    for found in (*reach.OFFICE.finditer(line.text), *reach.IN_ROLE.finditer(line.text)):
        holder = line.holder(found["post"]) or line.same_holder(found.start())
        holder = holder or line.starter(found.start())
        bodies = tuple(dict.fromkeys((*line.reach(found), *_further(line, found))))
        is_open = not line.people and reach.OPEN_POST.search(line.text)
        if (holder or is_open) and _is_several(bodies):
            yield Reach(line.post(found["post"]), bodies, holder)
    yield from _of_words(line)
    yield from _of_count(line)
    yield from _with_others(line)
    yield from _shared(line)


def _of_words(line: Line) -> Iterator[Reach]:
    """From an office in the passive, of "whose" or in a list."""
    for found in reach.HELD_BY.finditer(line.text):
        bodies = line.reach(found)
        if _is_several(bodies):
            yield Reach(line.post(found["post"]), bodies, line.person(found["who"]))
    for found in reach.COMMON.finditer(line.text):
        bodies, who = _all_of(line), line.person(found["who"] or found["who2"])
        bodies = bodies or line.scene.listed_before(line.sentence.span.start)
        if who and _is_several(bodies):
            yield Reach(line.post(found["post"]), bodies, who)
    for found in reach.WHOSE.finditer(line.text):
        yield Reach(line.post(found["post"]), line.row(found["row"]), line.person(found["who"]))
    for found in reach.LISTED.finditer(line.text):
        who = line.person(found["who"] or found["who2"])
        bodies = line.reach(found) if found["who"] else line.row(found["row"])
        if _is_several(bodies):
            yield Reach(line.post(found["post"] or found["post2"]), bodies, who)


def _of_count(line: Line) -> Iterator[Reach]:
    """From an officer of a count: `the trio's accountable officer, A`."""
    for found in reach.POSSESSIVE.finditer(line.text):
        who, bodies = line.person(found["who"] or found["who2"]), line.reach(found)
        if who and _is_several(bodies):
            yield Reach(line.post(found["post"]), bodies, who)


def _with_others(line: Line) -> Iterator[Reach]:
    """From `A's joint chief nurse with B`, and from a joint post that is advertised."""
    for found in reach.JOINT_WITH.finditer(line.text):
        own = line.own(found.start())
        if own and reach.JOINT.search(line.post(found["post"])):
            bodies = tuple(dict.fromkeys((own, *line.row(found["row"]))))
            yield Reach(line.post(found["post"]), bodies, line.holder(found["post"]))
    for found in reach.SHARED_WITH.finditer(line.text):
        own = line.own(found.start())
        if own:
            bodies = tuple(dict.fromkeys((own, *line.row(found["row"]))))
            yield Reach(line.post(found["post"]), bodies, line.person(found["who"]))
    advert = None if line.people else reach.ADVERT.match(line.text)
    if advert and (advert["joint"] or reach.JOINT.search(line.post(advert["post"]))):
        yield Reach(line.post(advert["post"]), line.row(advert["row"]), None)


def _led(line: Line, found: re.Match[str], known: dict[str, tuple[Party, ...]]) -> Iterator[Reach]:
    who = line.person(found["who"])
    whole = reach.ALSO_ALL.match(line.text, found.end())
    bodies = (*line.reach(found), *_further(line, found), *(line.reach(whole) if whole else ()))
    if who and reach.TOO.search(line.text):
        bodies = (*known.get(who.key, ()), *bodies)
    bodies = tuple(dict.fromkeys(bodies))
    if who and _is_several(bodies):
        yield Reach(_title(line, who, found), bodies, who)


def _led_too(line: Line, found: re.Match[str], pattern: re.Pattern[str]) -> Iterator[Reach]:
    """Who runs what another leads: `is chaired by A and run by B`."""
    also = reach.AND_RUN_BY.match(line.text, found.end()) if pattern is reach.LED else None
    who, bodies = line.person(also["who"]) if also else None, line.reach(found)
    if also and who and _is_several(bodies):
        yield Reach(_title(line, who, also), bodies, who)


def _further(line: Line, found: re.Match[str]) -> tuple[Party, ...]:
    """The bodies told after the first: `at A since May and at B since September`."""
    bodies: tuple[Party, ...] = ()
    end = found.end()
    while found["reach"] and (more := reach.MORE.match(line.text, end)):
        bodies += (line.scene.parties[line.bodies[number_of(more["more"])].key],)
        end = more.end()
    return bodies


def _title(line: Line, who: Party, found: re.Match[str]) -> str:
    """The title of who leads, where the text gives one; else what the verb says."""
    scene, groups = line.scene, found.groupdict()
    lead = groups.get("lead") or ""
    before = [
        each.title.lower()
        for each in scene.mentions.posts
        if each.title
        and each.holder
        and each.span.end <= line.sentence.span.start + line.coded.at(found.start())
    ]
    if groups.get("same") == "same" and before:
        return before[-1]
    if lead.startswith("chair"):
        return "chair"
    titles = [
        each.title.lower()
        for each in scene.mentions.posts
        if each.holder == who.key and said.OFFICE.search(each.title) and not each.former
    ]
    return titles[0] if titles else "leader"


def _shared(line: Line) -> Iterator[Reach]:
    """From `A and B share a chair, X, and a chief nurse, Y`, and posts that stand open."""
    bodies = _all_of(line)
    if not _is_several(bodies):
        return
    for added in reach.ADDED.finditer(line.text):
        bodies = tuple(dict.fromkeys((*bodies, *line.row(added["more"]))))
    for found in filter(lambda each: _is_held(line, each), reach.SHARES.finditer(line.text)):
        is_shared = re.match(rf"[^{T[1:-1]}]*\b(?:shar|the same )", found[0]) is not None
        for item in reach.ITEM.finditer(found[0]):
            joint = reach.JOINT.search(item["how"] + line.post(item["post"]))
            is_team = line.post(item["post"]).endswith("team") and line.people
            if (is_shared or joint) and not is_team:
                yield Reach(line.post(item["post"]), bodies, line.person(item["who"]))
    for found in reach.OF_CLUSTER.finditer(line.text):
        yield Reach(line.post(found["post"]), bodies, line.person(found["who"]))
    if not line.people:
        yield from _open(line, bodies)


def _is_held(line: Line, found: re.Match[str]) -> bool:
    """Whether what is told of as shared is shared: not ended, not only talked of."""
    is_ended = said.UNSHARED.search(line.text, 0, found.start())
    return not (is_ended or reach.TALKED_OF.match(line.text, found.start()))


def _open(line: Line, bodies: tuple[Party, ...]) -> Iterator[Reach]:
    """From a shared post that nobody holds yet."""
    if bodies:
        for found in reach.POST_OPEN.finditer(line.text):
            if found["how"] or reach.JOINT.search(line.post(found["post"])):
                yield Reach(line.post(found["post"]), bodies, None)


def _all_of(line: Line) -> tuple[Party, ...]:
    """The bodies that a sentence is about: its list, its group, or those it means."""
    row = re.search(reach.ROW, line.text)
    if row:
        return line.row(row[0])
    counted = re.search(rf"(?P<reach>)(?P<count>{reach.COUNT})", line.text)
    for group in line.groups:
        return line._of_group(group)
    found = line._counted(counted["count"]) if counted else ()
    place = meant.place_told(line.sentence) if reach.HEADED.match(line.sentence.told) else None
    if place and not found:
        return (place_group(line.scene, place.name),)
    found = found or meant.bodies_meant(line.scene, line.sentence) or _listed_last(line)
    is_area = not found and not line.bodies and reach.AREA.match(line.text)
    return line.scene.listed_before(line.sentence.span.start) if is_area else found


def _listed_last(line: Line) -> tuple[Party, ...]:
    """The list of the sentence before, for one that names no body itself."""
    if line.bodies or line.groups:
        return ()
    before = line.scene.sentences[max(0, line.sentence.number - 1)]
    listed = line.scene.listed_before(line.sentence.span.start)
    keys = {each.key for each in before.organisations}
    return listed if listed and all(each.key in keys for each in listed) else ()


def _is_several(bodies: tuple[Party, ...]) -> bool:
    keys = {each.key for each in bodies}
    return len(keys) > 1 or any(key.split("/")[0] in reach.GROUPS for key in keys if "/" in key)
