"""How far an office reaches: over a list, a group, or bodies that are only counted or meant.

A sentence is read with every person, body, group and post as one character, so that one pattern
stands for all the ways to say who leads how many: `A leads all three`, `the four that A has run`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.documents.facts import arrangement_words as said
from kg.documents.facts import reach_words as reach
from kg.documents.facts.meant import bodies_meant, of_size, place_group, place_there, place_told
from kg.documents.facts.model import Party
from kg.documents.facts.scene import COMMISSIONERS, Scene
from kg.documents.facts.sentences import Sentence
from kg.documents.mentions.coded import O, P, Q, T, code, number_of
from kg.documents.mentions.model import Group, Organisation


@dataclass(frozen=True, slots=True)
class Reach:
    """An office told of with all its bodies: its words, who holds it, if named, and the bodies."""

    post: str
    bodies: tuple[Party, ...]
    person: Party | None


class Line:
    """A sentence with its people, bodies, groups and posts as single characters."""

    def __init__(self, scene: Scene, sentence: Sentence) -> None:
        self.scene, self.sentence = scene, sentence
        at = sentence.span.start
        self.bodies: list[Organisation] = [
            each
            for each in sentence.organisations
            if each.type in COMMISSIONERS and each.form != "reference"
        ]
        self.groups: list[Group] = [each for each in sentence.groups if each.type in COMMISSIONERS]
        self.people = [each.key for each in sentence.people]
        marks = [
            (each.span.start - at, each.span.end - at, kind, number)
            for kind, ones in (("O", self.bodies), ("Q", self.groups), ("P", sentence.people))
            for number, each in enumerate(ones)
        ]
        taken = [one[:2] for one in marks]
        for he in reach.HE.finditer(sentence.told):
            before = [p for p in scene.mentions.people if p.span.start < at + he.start()]
            if before and not before[-1].author:
                marks.append((*he.span(), "P", len(self.people)))
                self.people.append(before[-1].key)
        self.posts: list[re.Match[str]] = []
        for post in re.finditer(said.POST, sentence.told):
            if all(post.end() <= a or b <= post.start() for a, b in taken):
                end = post.start() + len(post[0].rstrip())
                marks.append((post.start(), end, "T", len(self.posts)))
                self.posts.append(post)
        self.coded = code(sentence.told, marks)
        self.text = self.coded.text

    def person(self, character: str | None) -> Party | None:
        """The person that a character stands for."""
        return self.scene.parties[self.people[number_of(character)]] if character else None

    def post(self, character: str) -> str:
        """The words of a post."""
        return self.posts[number_of(character)][0].rstrip()

    def holder(self, character: str) -> Party | None:
        """Who is told to hold the post, by the posts of the text."""
        post = self.posts[number_of(character)]
        span = self.sentence.place(*post.span())
        for each in self.sentence.posts:
            if each.span.meets(span) and each.holder and not each.former:
                return self.scene.parties.get(each.holder)
        return None

    def own(self, place: int) -> Party | None:
        """The commissioner that has a post: of the sentence so far, else the last one before."""
        here = re.findall(O, self.text[:place])
        if here:
            return self.row(here[-1])[0]
        at = self.sentence.span.start
        told = [
            each
            for each in self.scene.mentions.organisations
            if each.type in COMMISSIONERS and each.span.end <= at
        ]
        return self.scene.parties[told[-1].key] if told else None

    def same_holder(self, place: int) -> Party | None:
        """The one person of the sentence, for a further post: `is … and also chair of both`."""
        people = set(re.findall(P, self.text))
        is_more = reach.FURTHER.search(self.text, max(0, place - 24), place) is not None
        who = people.pop() if len(people) == 1 and is_more else ""
        return self.person(who) if who and self.text.find(who) < place else None

    def reach(self, found: re.Match[str]) -> tuple[Party, ...]:
        """The bodies that the words after an office mean."""
        words = found["reach"]
        if not words:
            return self._counted(found["count"])
        group = re.search(Q, words)
        if group:
            return self._of_group(self.groups[number_of(group[0])])
        return self.row(words)

    def row(self, words: str) -> tuple[Party, ...]:
        """The bodies of a list of names."""
        keys = [self.bodies[number_of(each)].key for each in re.findall(O, words)]
        return tuple(dict.fromkeys(self.scene.parties[key] for key in keys))

    def _of_group(self, group: Group) -> tuple[Party, ...]:
        scene = self.scene
        there = place_there(scene, self.sentence)
        if there:
            return (place_group(scene, there.name, group.type),)
        known = scene.members(group)
        if len(known) > 1 or group.place:
            return known
        inside = dict.fromkeys(scene.parties[each.key] for each in self.bodies)
        if group.size and len(inside) == group.size:
            return tuple(inside)
        place = place_told(self.sentence)
        return (place_group(scene, place.name, group.type),) if place else ()

    def _counted(self, words: str) -> tuple[Party, ...]:
        scene, sentence = self.scene, self.sentence
        size = next(
            (reach.SIZES[word] for word in re.findall(r"[a-z]+", words) if word in reach.SIZES), 0
        )
        part = re.search(r"\b(last|first)\b", words)
        if part and size:
            listed = scene.listed_before(sentence.span.start, whole=True)
            return listed[-size:] if part[1] == "last" else listed[:size]
        if re.search(r"\b(?:other|remaining)\b", words):
            return scene.listed_before(sentence.span.start, size + 1)
        if size:
            found = scene.listed_before(sentence.span.start, size, whole=True)
            found = found or of_size(scene, sentence, size)
        else:
            found = scene.listed_before(sentence.span.start) or bodies_meant(scene, sentence)
        place = None if found or not size else place_told(sentence)
        return (place_group(scene, place.name),) if place else found


def reaches(
    scene: Scene, sentence: Sentence, known: dict[str, tuple[Party, ...]]
) -> Iterator[Reach]:
    """The offices of a sentence that reach over several bodies.

    `known` has the bodies that each person was told to serve before, by the person's key.
    """
    words = reach.JOINT.search(sentence.told) or reach.HE.search(sentence.told)
    if not (sentence.people or words):
        return
    line = Line(scene, sentence)
    for pattern in (reach.LEADS, reach.LED, reach.RELATIVE):
        for found in pattern.finditer(line.text):
            yield from _led(line, found, known)
    for found in (*reach.OFFICE.finditer(line.text), *reach.IN_ROLE.finditer(line.text)):
        holder = line.holder(found["post"]) or line.same_holder(found.start())
        bodies = line.reach(found)
        if holder and _is_several(bodies):
            yield Reach(line.post(found["post"]), bodies, holder)
    for found in reach.LISTED.finditer(line.text):
        who = line.person(found["who"] or found["who2"])
        bodies = line.reach(found) if found["who"] else line.row(found["row"])
        if _is_several(bodies):
            yield Reach(line.post(found["post"] or found["post2"]), bodies, who)
    yield from _with_others(line)
    yield from _shared(line)


def _with_others(line: Line) -> Iterator[Reach]:
    """From `A's joint chief nurse with B`, and from a joint post that is advertised."""
    for found in reach.JOINT_WITH.finditer(line.text):
        own = line.own(found.start())
        if own and reach.JOINT.search(line.post(found["post"])):
            bodies = tuple(dict.fromkeys((own, *line.row(found["row"]))))
            yield Reach(line.post(found["post"]), bodies, line.holder(found["post"]))
    advert = None if line.people else reach.ADVERT.match(line.text)
    if advert and (advert["joint"] or reach.JOINT.search(line.post(advert["post"]))):
        yield Reach(line.post(advert["post"]), line.row(advert["row"]), None)


def _led(line: Line, found: re.Match[str], known: dict[str, tuple[Party, ...]]) -> Iterator[Reach]:
    who = line.person(found["who"])
    bodies = line.reach(found)
    end = found.end()
    while bodies and found["reach"] and (more := reach.MORE.match(line.text, end)):
        bodies += (line.scene.parties[line.bodies[number_of(more["more"])].key],)
        end = more.end()
    if reach.UNTIL.match(line.text, end):
        return
    if who and reach.TOO.search(line.text):
        bodies = (*known.get(who.key, ()), *bodies)
    bodies = tuple(dict.fromkeys(bodies))
    if who and _is_several(bodies):
        yield Reach(_title(line.scene, who, found), bodies, who)


def _title(scene: Scene, who: Party, found: re.Match[str]) -> str:
    """The title of who leads, where the text gives one; else what the verb says."""
    lead = found.groupdict().get("lead") or ""
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
    for found in reach.SHARES.finditer(line.text):
        is_shared = re.match(rf"[^{T[1:-1]}]*\bshar", found[0]) is not None
        for item in reach.ITEM.finditer(found[0]):
            joint = reach.JOINT.search(item["how"] + line.post(item["post"]))
            if is_shared or joint:
                yield Reach(line.post(item["post"]), bodies, line.person(item["who"]))
    for found in reach.OF_CLUSTER.finditer(line.text):
        yield Reach(line.post(found["post"]), bodies, line.person(found["who"]))
    if not line.people:
        yield from _open(line, bodies)


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
    return found or bodies_meant(line.scene, line.sentence) or _listed_last(line)


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
    return len(keys) > 1 or any("/" in key and key.split("/")[0] in reach.GROUPS for key in keys)
