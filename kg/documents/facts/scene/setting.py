"""The setting: the sentences of a text, its parties, and which bodies a list or a count means."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from typing import Final

from kg.documents.facts.changes.words import INTO
from kg.documents.facts.model import Party
from kg.documents.facts.scene.sentences import Sentence, folded, read_sentences
from kg.documents.mentions.figures.numbers import SMALL
from kg.documents.mentions.model import Group, Mentions, Organisation, Span
from kg.documents.patterns import compiled

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
_DEFINITE: Final = compiled(r"\b(?:the|these|those|all|both|its|their|our)\b")
_EARLY: Final = compiled(
    r"\b(?:pathfinders?|consortia|(?:emerging|shadow|fledgling) (?:clinical )?commissioning)\b"
)
_TO_COME: Final = compiled(
    r"\b(?:an?|one)(?: (?:single|new|larger|bigger|merged|combined|unified|joint|proposed|planned"
    r"|future|possible|united|enlarged|brand new|statutory|pan)){0,3} $"
)
"""Words before the name of a body that is not there yet: nobody says "a Kent CCG" of one that is.
"""
_OF_ONE: Final = compiled(
    r"(?:'s)? (?:spokes|chair|lead|gps?\b|practice|board|member|director|officer|source|report"
    r"|paper"
    r"|meeting|insider|statement|document|survey|manager|representative|governing|lay|chief|account"
    r"|clinical|staff|letter|brief|decision|vote|patient|doctor|event|website|press|plan|bid|case)"
)
"""What follows the name of a body where the article is not its own: "a Kent CCG spokesman"."""
_WIDE: Final = compiled(r"-wide\b", re.IGNORECASE)
_SIGNED: Final = compiled(
    r"\b(?:yours (?:sincerely|faithfully|truly)|(?:kind|best) regards|signed)\b"
)
_COPIED: Final = compiled(r"\bcc:? ")
_COUNTED: Final = compiled(
    rf"\b(?:both(?! [a-z]+ and )|(?:the|all|these|those|(?<!one )of)(?: (?:the|our))?"
    rf"(?: (?P<size>{'|'.join(SMALL)})\b|(?= (?:boards|groups|bodies|organisations|consortia)\b))"
    r"|they|their)\b"
)


class Setting:
    """A text with its mentions, sentence by sentence, and its lists of bodies."""

    def __init__(self, text: str, mentions: Mentions) -> None:
        self.text = text
        self.mentions = mentions
        self.plain = folded(text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text proper, in order."""
        return read_sentences(self.plain, self.mentions)

    def commissioners(self, sentence: Sentence) -> list[Organisation]:
        """The named commissioners of a sentence; a body to come, `CCG for Kent`, is none."""
        return [
            each
            for each in sentence.organisations
            if each.type in COMMISSIONERS
            and not each.name.startswith(("CCG for ", "ICB for "))
            and not self.is_to_come(each)
        ]

    def is_to_come(self, body: Organisation) -> bool:
        """Whether a body is named as one that would be made: `a single Kent and Medway CCG`."""
        if _WIDE.search(body.name):
            return True
        lead = self.plain[max(0, body.span.start - 40) : body.span.start]
        return _TO_COME.search(lead) is not None and not _OF_ONE.match(self.plain, body.span.end)

    def to_come(self, sentence: Sentence) -> Organisation | None:
        """The commissioner that a sentence names as one that would be made, if it does."""
        return next(
            (
                each
                for each in sentence.organisations
                if each.type in COMMISSIONERS and self.is_to_come(each)
            ),
            None,
        )

    def opening(self, sentence: Sentence) -> Sentence:
        """The first sentence of the paragraph of a sentence."""
        return self._openings[sentence.segment.span]

    @cached_property
    def _openings(self) -> dict[Span, Sentence]:
        found: dict[Span, Sentence] = {}
        for each in self.sentences:
            found.setdefault(each.segment.span, each)
        return found

    @cached_property
    def is_before_ccgs(self) -> bool:
        """Whether the text is of the years in which groups of practices were not yet bodies."""
        early = _EARLY.search(self.plain)
        return "" < self.mentions.issued < "2012" or early is not None

    @cached_property
    def usual_type(self) -> str:
        """The type of commissioner that the text speaks of most: `ccg`, `icb` or `pct`."""
        mentions = self.mentions
        told = [each.type for each in mentions.organisations]
        told += [each.type for each in mentions.kinds] + [each.type for each in mentions.groups]
        counts = Counter(each for each in told if each in ("ccg", "icb", "pct"))
        return counts.most_common(1)[0][0] if counts else "ccg"

    @cached_property
    def named(self) -> frozenset[str]:
        """The keys of the bodies that the text names, which groups are not."""
        return frozenset(each.key for each in self.mentions.organisations)

    @cached_property
    def groups(self) -> dict[str, Group]:
        """The groups by key, as the text tells of them last."""
        return {each.key: each for each in self.mentions.groups}

    @cached_property
    def parties(self) -> dict[str, Party]:
        """Every body, group and person by key, under its fullest name."""
        found: dict[str, Party] = {}
        for one in self.mentions.organisations:
            known = found.get(one.key)
            if known is None or (one.form != "reference" and len(one.name) > len(known.name)):
                name = self.mentions.names.get(one.key, one.name)
                name = name if one.form == "reference" else one.name
                if one.form == "short" and one.type in COMMISSIONERS and one.link:
                    name = name if "CCG" in name or "IC" in name else one.canonical
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
        if known and self._is_headed_off(group, known):
            known = ()
        if not known and (group.size or _definite(group.name)) and not group.place:
            lead = self.plain[max(0, group.span.start - 12) : group.span.end]
            whole = group.size is not None and not _DEFINITE.search(lead)
            known = self.listed_before(group.span.start, group.size, group.type, whole=whole)
        return known or (self.parties[self._placed(group)],)

    def _is_headed_off(self, group: Group, known: tuple[Party, ...]) -> bool:
        """Whether a heading of the group's own place parts it from bodies counted for it."""
        if not group.place or any(group.place in each.name for each in known):
            return False
        keys = {each.key for each in known}
        places = (
            each.span.end
            for each in self.mentions.organisations
            if each.key in keys and each.span.end <= group.span.start
        )
        last = max(places, default=group.span.start)
        return any(
            last <= each.span.start < group.span.start and group.place.lower() in each.plain
            for each in self.sentences
            if each.segment.kind == "heading"
        )

    def _placed(self, group: Group) -> str:
        """The key of a group without a place: the one group of its type that has one, if any."""
        found = {
            each.key
            for each in self.mentions.groups
            if each.type == group.type and each.place and each.size in (None, group.size)
        }
        return min(found) if len(found) == 1 and not group.place and group.size else group.key

    def listed_before(
        self, place: int, size: int | None = None, kind: str = "", *, whole: bool = False
    ) -> tuple[Party, ...]:
        """The last list of commissioners before a place, of a size and a type if told.

        Where it must be `whole`, the first few of a longer list are none.
        """
        before = bisect_left(self._list_starts, place)
        for _, keys, is_whole in reversed(self._lists[:before]):
            if (whole and not is_whole) or size not in (None, len(keys)):
                continue
            if not kind or any(self.parties[key].type == kind for key in keys):
                return tuple(self.parties[key] for key in keys)
        return ()

    def lists_before(self, place: int) -> list[tuple[int, tuple[str, ...]]]:
        """The whole lists of commissioners before a place: number of sentence and keys of each."""
        before = self._lists[: bisect_left(self._list_starts, place)]
        starts = [each.span.start for each in self.sentences]
        return [
            (bisect_right(starts, start) - 1, keys) for start, keys, is_whole in before if is_whole
        ]

    def counted(self, sentence: Sentence) -> tuple[Party, ...]:
        """The bodies listed before that "both", "all four", "the groups" or "their" means."""
        told = _COUNTED.search(sentence.told)
        if told is None:
            return ()
        size = 2 if told[0].startswith("both") else SMALL.get(told["size"] or "")
        return self.listed_before(sentence.span.start, size)

    @cached_property
    def _list_starts(self) -> list[int]:
        return [start for start, *_ in self._lists]

    @cached_property
    def _lists(self) -> list[tuple[int, tuple[str, ...], bool]]:
        """The lists of two or more commissioners in one sentence, by place, with their heads.

        What comes of a change ("to form C") is not of the list.
        """
        found = []
        for sentence in self.sentences:
            named = [
                each
                for each in sentence.organisations
                if each.type in COMMISSIONERS
                and not self.is_to_come(each)
                and not self._is_result(sentence, each)
            ]
            same = [each for each in named if each.type not in ("stp", "ics", "stpOrIcs")]
            named = same if len({each.key for each in same}) > 1 else named
            keys = tuple(dict.fromkeys(each.key for each in named))
            found += [
                (named[0].span.start, keys[:count], count == len(keys))
                for count in range(2, len(keys) + 1)
            ]
        return found

    def _is_result(self, sentence: Sentence, each: Organisation) -> bool:
        return INTO.search(self.plain[sentence.span.start : each.span.start]) is not None

    @cached_property
    def writers(self) -> Party | None:
        """Who signs a letter, as one party; None where nobody does."""
        signed = _SIGNED.search(self.plain)
        if signed is None:
            return None
        names = dict.fromkeys(
            each.name
            for each in self.mentions.people
            if signed.end() <= each.span.start <= signed.end() + 400
            and not _COPIED.search(self.plain[signed.end() : each.span.start])
        )
        return Party("writers", ", ".join(names), "person") if names else None

    @cached_property
    def teller(self) -> Party | None:
        """Who says "I" or "we" outside quotations: the author, else the body of the masthead."""
        author = next((each for each in self.mentions.people if each.author), None)
        if author:
            return self.parties[author.key]
        top = [each for each in self.sentences[:3] if each.segment.kind == "heading"]
        bodies = [
            one for each in top for one in each.organisations if one.type not in COMMISSIONERS
        ]
        if bodies:
            told = [each for each in bodies if "Committee" in each.name] or bodies
            return self.parties[told[0].key]
        if any({"lmc", "lmcs"} & set(each.plain.split()) for each in self.sentences[:3]):
            return Party("writers", "LMC Committee", "localMedicalCommittee")
        return None


def _definite(name: str) -> bool:
    return re.match(r"(?i)(the|these|those|both|all)\b", name) is not None
