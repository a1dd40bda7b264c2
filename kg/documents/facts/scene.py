"""The scene: the sentences, who is who in them, and who a pronoun or a count means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from kg.documents.facts.change_words import INTO
from kg.documents.facts.model import Party
from kg.documents.facts.sentences import Actor, Sentence, folded, read_sentences
from kg.documents.mentions.model import Group, Mentions, Organisation, Person

_LINK: Final = re.compile(r"(?: (?:of|at|in|from|across|representing)|,)? ?(?:and |the |,)? ?")
COMMISSIONERS: Final = frozenset(
    [
        "ccg",
        "icb",
        "ics",
        "stp",
        "stpOrIcs",
        "pct",
        "pctCluster",
        "sha",
        "shaCluster",
        "subIcbLocation",
        "icbCluster",
    ]
)
"""Types of body whose mergers and officers this graph tells of."""

_OWN: Final = re.compile(r"\b(he|she|it|they)\b")
"""A pronoun between a name and a verb: the verb is of who spoke, not of who was told."""
_SECOND_VERB: Final = re.compile(r"\band (?:also |has |have |then |\w+ly )?$")
_PRONOUN: Final = re.compile(
    r"(?:but |and )?(?:we|it|he|she|they|the (?:union|committee|charity|think tank))\b(?:(?!"
    r" (?:that|and|but|which|who) )[^,;:])*"
)
_SIZES: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
}  # fmt: skip
_COUNTED: Final = re.compile(
    rf"\b(?:both(?! [a-z]+ and )|(?:the|all|these|those|of)(?: (?:the|our))?"
    rf"(?: (?P<size>{'|'.join(_SIZES)})\b|(?= (?:boards|groups|bodies|organisations|consortia)\b))"
    r"|they|their)\b"
)


class Scene:
    """A text with its mentions, sentence by sentence."""

    def __init__(self, text: str, mentions: Mentions) -> None:
        self.text = text
        self.mentions = mentions
        self.plain = folded(text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text proper, in order."""
        return read_sentences(self.plain, self.mentions)

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Every body, group and person by key, under its fullest name."""
        found: dict[str, Party] = {}
        for one in self.mentions.organisations:
            known = found.get(one.key)
            if known is None or (one.form != "reference" and len(one.name) > len(known.name)):
                name = self.mentions.names.get(one.key, one.name)
                name = name if one.form == "reference" else one.name
                found[one.key] = Party(one.key, name, one.type, one.link, one.options)
        for group in self.mentions.groups:
            name = re.sub("(?i)clinical commissioning groups", "CCGs", group.name)
            found.setdefault(group.key, Party(group.key, name, group.type))
        for person in self.mentions.people:
            found.setdefault(person.key, Party(person.key, person.name, "person"))
        return found

    def members(self, group: Group) -> tuple[Party, ...]:
        """The bodies that a group means: those the text has listed, else the group itself."""
        known = tuple(self.parties[key] for key in group.members if key in self.parties)
        if not known and (group.size or _definite(group.name)) and not group.place:
            known = self.listed_before(group.span.start, group.size, group.type)
        return known or (self.parties[self._placed(group)],)

    def _placed(self, group: Group) -> str:
        """The key of a group without a place: the one group of its type that has one, if any."""
        found = {
            each.key for each in self.mentions.groups if each.type == group.type and each.place
        }
        return min(found) if len(found) == 1 and not group.place and group.size else group.key

    def listed_before(
        self, place: int, size: int | None = None, kind: str = ""
    ) -> tuple[Party, ...]:
        """The last list of commissioners before a place, of a size and a type if told."""
        before = bisect_left([start for start, _ in self._lists], place)
        for _, keys in reversed(self._lists[:before]):
            kinds = {self.parties[key].type for key in keys}
            if size in (None, len(keys)) and (not kind or kind in kinds):
                return tuple(self.parties[key] for key in keys)
        return ()

    def counted(self, sentence: Sentence) -> tuple[Party, ...]:
        """The bodies listed before that "both", "all four", "the groups" or "their" means."""
        told = _COUNTED.search(sentence.told)
        if told is None:
            return ()
        size = 2 if told[0].startswith("both") else _SIZES.get(told["size"] or "")
        return self.listed_before(sentence.span.start, size)

    @cached_property
    def _lists(self) -> list[tuple[int, tuple[str, ...]]]:
        """The lists of two or more commissioners in one sentence, by place, with their heads.

        What comes of a change ("to form C") is not of the list.
        """
        found = []
        for sentence in self.sentences:
            named = [
                each
                for each in sentence.organisations
                if each.type in COMMISSIONERS and not self._is_result(sentence, each)
            ]
            keys = tuple(dict.fromkeys(each.key for each in named))
            found += [(named[0].span.start, keys[:count]) for count in range(2, len(keys) + 1)]
        return found

    def _is_result(self, sentence: Sentence, each: Organisation) -> bool:
        return INTO.search(self.plain[sentence.span.start : each.span.start]) is not None

    def subject(self, sentence: Sentence, place: int) -> Party | None:
        """Who does what the word at `place` (of the text) says: the nearest named before it.

        A post between the person and the verb belongs to the person. A sentence that opens with a
        pronoun takes its subject from the one before.
        """
        before = sorted(
            (each for each in sentence.actors if each.span.end <= place), key=lambda one: one.span
        )
        lead = sentence.plain[: max(0, place - sentence.span.start)]
        if _SECOND_VERB.search(lead):
            before = [each for each in before[:1] if each.span.start < sentence.span.start + 6]
        if _PRONOUN.fullmatch(lead):
            before = []
        if not before:
            return self._meant(sentence, place)
        nearest = self._head(before)
        if self.plain[nearest.span.end : place].rstrip().endswith(","):
            # "X, who became chief of A, said": the comma closes what was told of X.
            told = [each for each in before if isinstance(each, Person)]
            opened = [each for each in told if self.plain.startswith(",", each.span.end)]
            nearest = opened[-1] if opened else nearest
        own = _OWN.search(self.plain[nearest.span.end : place])
        if own and nearest is not before[0]:
            people = [each for each in before if isinstance(each, Person)]
            nearest = people[-1] if own[1] in ("he", "she") and people else before[0]
        holder = next(
            (
                each.holder
                for each in sentence.posts
                if each.holder
                and each.span.start < place
                and (nearest.key in each.bodies or each.span.has(nearest.span))
            ),
            "",
        )
        return self.parties.get(holder) or self.parties[nearest.key]

    def _head(self, before: list[Actor]) -> Actor:
        """Of "practices of A and B" the practices: back over what only links names."""
        at = len(before) - 1
        while at > 0:
            gap = self.plain[before[at - 1].span.end : before[at].span.start]
            bodies = all(isinstance(each, Organisation) for each in before[at - 1 : at + 1])
            if not _LINK.fullmatch(gap) or (gap.strip() == "," and not bodies):
                break
            at -= 1
        return before[at]

    def _meant(self, sentence: Sentence, place: int) -> Party | None:
        lead = sentence.plain[: place - sentence.span.start]
        document = next((each for each in sentence.publications if each.span.end <= place), None)
        if document and (document.by or document.kind in ("report", "letter")):
            return Party(document.key, document.by or document.title or document.kind, "document")
        personal = re.search(r"\b(he|she|his|her)\b", lead)
        if not personal and not re.search(
            r"\b(it|they|its|their|we|our|the (?:union|committee|charity|think tank))\b", lead
        ):
            return None
        for earlier in reversed(self.sentences[max(0, sentence.number - 3) : sentence.number]):
            named: Iterable[Actor] = earlier.people
            if not personal:
                groups = (each for each in earlier.groups if each.type != "people")
                named = (*earlier.organisations, *groups)
            first = min(named, key=lambda each: each.span, default=None)
            if first is not None:
                return self.parties[first.key]
        return None


def _definite(name: str) -> bool:
    return re.match(r"(?i)(the|these|those|both|all)\b", name) is not None
