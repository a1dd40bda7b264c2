"""A sentence as one line of characters: people, bodies, groups and posts one character each."""

from __future__ import annotations

import re

from kg.documents.facts.bodies import meant
from kg.documents.facts.bodies.by_place import place_group, place_party
from kg.documents.facts.model import Party
from kg.documents.facts.offices import arrangement_words as said
from kg.documents.facts.offices import reach_words as reach
from kg.documents.facts.offices.arrangement_sets import is_definite
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.mentions.model import Group, Organisation
from kg.documents.mentions.text.coded import O, P, Q, code, number_of
from kg.documents.patterns import compiled


class Line:
    """A sentence with its people, bodies, groups and posts as single characters."""

    def __init__(self, scene: Scene, sentence: Sentence) -> None:
        self.scene, self.sentence = scene, sentence
        at = sentence.span.start
        self.bodies: list[Organisation] = [
            each
            for each in sentence.organisations
            if each.type in (*COMMISSIONERS, "localAuthority")
            and (each.form != "reference" or _is_second(sentence, each))
            and not is_owner(scene, each)
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
        for post in re.finditer(rf"{said.POST}(?!\w)", sentence.told):
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
        """The words of a post; of `one such officer` those of the post told last."""
        words = self.posts[number_of(character)][0].rstrip()
        if not words.startswith("such "):
            return words
        at = self.sentence.span.start + self.posts[number_of(character)].start()
        told = [each.title for each in self.scene.mentions.posts if each.span.end <= at]
        told = [each for each in told if said.OFFICE.search(each)]
        return told[-1].lower() if told else words

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

    def starter(self, place: int) -> Party | None:
        """The last person before a post taken up: `A began in May as chair of`."""
        before = re.findall(P, self.text[:place])
        is_taken_up = reach.AS.search(self.text, max(0, place - reach.AS_REACH), place) is not None
        return self.person(before[-1]) if before and is_taken_up else None

    def reach(self, found: re.Match[str]) -> tuple[Party, ...]:
        """The bodies that the words after an office mean."""
        words = found["reach"]
        if not words:
            return self._before(found) or self._counted(found["count"])
        group = re.search(Q, words)
        if group:
            return self._of_group(self.groups[number_of(group[0])])
        return self.row(words)

    def _before(self, found: re.Match[str]) -> tuple[Party, ...]:
        """The list of the sentence so far, where "each" or a count of as many stands for it."""
        rows = re.findall(reach.ROW, self.text[: found.start()])
        bodies = self.row(rows[-1]) if rows else ()
        size = next((n for word, n in reach.SIZES.items() if word in found["count"].split()), 0)
        return bodies if size in (0, len(bodies)) else ()

    def row(self, words: str) -> tuple[Party, ...]:
        """The bodies of a list of names."""
        keys = [self.bodies[number_of(each)].key for each in re.findall(O, words)]
        return tuple(dict.fromkeys(self.scene.parties[key] for key in keys))

    def _of_group(self, group: Group) -> tuple[Party, ...]:
        scene = self.scene
        there = meant.place_there(scene, self.sentence)
        if there:
            return (place_group(scene, there.name, group.type),)
        place = meant.place_told(self.sentence)
        if place and not (group.place or is_definite(scene, group)):
            return (place_group(scene, place.name, group.type),)
        known = scene.members(group)
        if len(known) > 1 or group.place:
            return known
        counted = meant.of_size(scene, self.sentence, group.size) if group.size else ()
        if counted and is_definite(scene, group):
            return counted
        inside = dict.fromkeys(scene.parties[each.key] for each in self.bodies)
        if group.size and len(inside) == group.size:
            return tuple(inside)
        return (place_group(scene, place.name, group.type),) if place else ()

    def _places_at_head(self, size: int) -> tuple[Party, ...]:
        """The commissioners of the places that open a sentence: `In Bath, Swindon and Kent`."""
        places = [each for each in self.sentence.places if each.name != "England"]
        first = self.sentence.span.start
        is_head = self.sentence.plain.startswith("in ") and len(places) == size > 1
        if not is_head or places[0].span.start - first > len("in the "):
            return ()
        return tuple(
            place_party(each.name, self.scene.usual_type)
            for each in sorted(places, key=lambda one: one.span)
        )

    def _two_so_far(self, size: int) -> tuple[Party, ...]:
        """The two commissioners that the text has named so far, where it has named no others."""
        told = (
            each
            for sentence in self.scene.sentences[: self.sentence.number + 1]
            for each in self.scene.commissioners(sentence)
            if each.span.end <= self.sentence.span.end and each.form != "reference"
        )
        keys = dict.fromkeys(each.key for each in told if not _is_new(self.scene, each))
        pair = size == len(keys) == reach.SIZES["both"]
        return tuple(self.scene.parties[key] for key in keys) if pair else ()

    def _counted(self, words: str) -> tuple[Party, ...]:
        scene, sentence = self.scene, self.sentence
        size = next(
            (reach.SIZES[word] for word in re.findall(r"[a-z]+", words) if word in reach.SIZES), 0
        )
        if size and (placed := self._places_at_head(size)):
            return placed
        part = re.search(r"\b(last|first)\b", words)
        if part and size:
            listed = scene.listed_before(sentence.span.start, whole=True)
            return listed[-size:] if part[1] == "last" else listed[:size]
        if re.search(r"\b(?:other|remaining)\b", words):
            return scene.listed_before(sentence.span.start, size + 1)
        if size:
            found = scene.listed_before(sentence.span.start, size, whole=True)
            found = found or meant.of_size(scene, sentence, size)
            found = found or self._two_so_far(size)
        else:
            found = scene.listed_before(sentence.span.start) or meant.bodies_meant(scene, sentence)
        place = None if found or not size else meant.place_told(sentence)
        return (place_group(scene, place.name),) if place else found


_COUNTED = compiled(rf"'s (?:own |other )?{reach.SIZE} ")


def is_owner(scene: Scene, body: Organisation) -> bool:
    """Whether a name only says whose several bodies are: `Norfolk's five CCGs`."""
    return _COUNTED.match(scene.plain, body.span.end) is not None


def _is_second(sentence: Sentence, body: Organisation) -> bool:
    """Whether a body told again is the second of two: `runs both the council and the CCG`."""
    lead = sentence.plain[: max(0, body.span.start - sentence.span.start)]
    return re.search(r"\band (?:of |at )?(?:the )?$", lead) is not None


_NEW = compiled(
    r"\b(?:new|single|combined|merged|enlarged|successor|proposed|future)(?: [\w-]+)? $"
)


def _is_new(scene: Scene, body: Organisation) -> bool:
    """Whether a body is called new, so that it is what the others become."""
    return _NEW.search(scene.plain, max(0, body.span.start - 30), body.span.start) is not None
