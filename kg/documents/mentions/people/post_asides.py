"""Posts told in passing: seats, verbs, letters, curricula vitae, successors, members."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.documents.mentions.model import Post
from kg.documents.mentions.people import post_patterns as said
from kg.documents.mentions.people import post_verbs as verbs_said
from kg.documents.mentions.people.post_bodies import STRONG, bodies_of, following, several
from kg.documents.mentions.people.post_reading import Reading
from kg.documents.mentions.text.coded import O, P, T
from kg.documents.patterns import compiled

_SEAT = r"(?<![\w-])[A-Z][\w'-]{1,30}(?:(?:,? and| upon| on|,)? [A-Z][\w'-]{1,30}){0,5}"
_MP = compiled(
    rf"(?:(?P<party>{O}) )?(?P<mp>(?:{_SEAT} (?:(?P<party2>{O}) )?)?MP(?: for "
    rf"{_SEAT})?),? (?P<who>{P})"
)
_MP_AFTER = compiled(
    rf"(?P<who>{P})(?:,| \()? (?:the )?(?:(?P<party>{O}) )?(?P<mp>(?:{_SEAT} "
    rf"(?:(?P<party2>{O}) )?)?MP(?: for {_SEAT})?)\b"
)
_OFFICER = compiled(
    r"(?:chief|accountable|managing|clinical) (?:officer|executive|director|clinical)",
    re.IGNORECASE,
)
_VERB_TITLES = {"chair": "chair", "lead": "leader", "led": "leader", "head": "head"}
_MANY = compiled(r"(?:officer|chair|executive|director|leader|lead|secretar(?:y|ie))s\b")
_FAR = 900
"""Characters before a paragraph in which stands the post that it calls the same."""
_ONE_OF = compiled(r"\b(?:[Oo]ne|[Aa]nother|[Ff]irst|[Ll]ast) of (?:them|these|those|the \w+),? $")
_ALONE = compiled(
    rf"(?:(?P<own>{said.BODIES})(?:'s?)? )?(?P<post>{T})"
    rf"(?: (?:of|at|for|in|with|from|across|over) (?P<of>{said.BODIES}))?"
)


def seats(reading: Reading) -> Iterator[tuple[int, int, Post]]:
    """Seats in Parliament, with the party as the body."""
    for match in (*_MP.finditer(reading.text), *_MP_AFTER.finditer(reading.text)):
        start, end = reading.place(*match.span("mp"))
        who = reading.people(match["who"])[0]
        parties = reading.bodies("".join(filter(None, match.group("party", "party2"))))
        yield start, end, Post(
            reading.view.span(start, end), reading.view.text[start:end], who.key,
            tuple(one.key for one in parties), who.name, tuple(one.name for one in parties),
        )  # fmt: skip


def verbs(reading: Reading) -> None:
    """Who `chairs` or `leads` a body, or by whom it is led."""
    for match in verbs_said.VERBS_ALL.finditer(reading.text):
        listed = said.SEVERAL.match(reading.text, match.end())
        bodies = several(reading, match.start(), listed["size"]) if listed else []
        start, end = reading.place(*match.span("verb"))
        title = _VERB_TITLES.get(re.sub(r"s$|ed$", "", match["verb"]), "leader")
        reading.keep(start, end, title, reading.people(match["who"]), bodies, match)
    for match in (
        *verbs_said.VERBS_OTHER.finditer(reading.text),
        *verbs_said.CHAIRING.finditer(reading.text),
    ):
        verb = re.sub(r"s$|ed$|ing$", "", match["verb"].lower())
        start, end = reading.place(*match.span("verb"))
        title = _VERB_TITLES.get(verb, "leader")
        reading.keep(start, end, title, reading.people(match["who"]), [], match)
    for match in (*verbs_said.VERBS.finditer(reading.text), *said.PASSIVE.finditer(reading.text)):
        verb = re.sub(r"^(?:will |has |had |used to )|s$|ed$", "", match["verb"])
        title = _VERB_TITLES.get(verb, "leader")
        start, end = reading.place(*match.span("verb"))
        bodies = reading.bodies(match["of"])
        if title == "leader" and bodies and all(one.type == "stp" for one in bodies):
            title = "lead"
        who = reading.people(match["who"])
        reading.keep(start, end, title, who, bodies, match)
        if match.start("who") < match.start("verb"):
            following(reading, who, match.end())
    for match in (
        *verbs_said.VERBS_PLACE.finditer(reading.text),
        *verbs_said.CHOSEN.finditer(reading.text),
    ):
        start, end = reading.place(*match.span("verb"))
        title = _VERB_TITLES.get(re.sub(r"s$|ed$", "", match["verb"]), "leader")
        who = reading.people(match["who"])
        if all(holder != who[0].key for _, holder in reading.found):
            reading.keep(start, end, title, who, [], match)


def moves(reading: Reading) -> None:
    """What somebody is where they come from, and from which post they rise to which."""
    for match in said.WHERE.finditer(reading.text):
        start = reading.text.rfind("\n", 0, match.start()) + 1
        who = reading.people(match["he"]) or reading.people(reading.text[start : match.start()])
        if who and match.start("post") not in reading.covered:
            reading.title(match.start("post"), who[-1:], reading.bodies(match["of"]), match)
    for match in said.PROMOTED.finditer(reading.text):
        who, bodies = reading.people(match["who"]), reading.bodies(match["by"])
        if match.start("post") not in reading.covered:
            reading.title(match.start("post"), who, bodies, match)
            start, end = reading.place(match.start("old"), match.start("old") + 1)
            title = reading.words(match.start("old"))
            reading.covered.add(match.start("old"))
            reading.keep(start, end, title, who, bodies, match, is_past=True)


def first_person(reading: Reading) -> None:
    """What a letter's writer says of themselves: `I am chair of …`, by who signs it."""
    signed = list(said.SIGNATURE.finditer(reading.text, max(0, len(reading.text) - 1200)))
    if len(signed) != 1:
        return
    writer = reading.people(signed[0]["who"])
    for match in verbs_said.FIRST_VERB.finditer(reading.text):
        start, end = reading.place(*match.span("verb"))
        title = _VERB_TITLES.get(match["verb"], "leader")
        reading.keep(start, end, title, writer, reading.bodies(match["of"]), match)
    for match in said.FIRST_PERSON.finditer(reading.text):
        if match.start("post") not in reading.covered:
            bodies = bodies_of(reading, match)
            reading.title(match.start("post"), writer, bodies, match)


def by_others(reading: Reading) -> None:
    """Posts that are only told as those of another: `replaces A`, `holds the same post at B`."""
    for match in (
        *said.SAME_POST.finditer(reading.text),
        *said.REPLACES.finditer(reading.text),
        *said.COUNTERPART.finditer(reading.text),
    ):
        groups = match.groupdict()
        who = reading.people(groups.get("who") or groups.get("old"))
        start, end = reading.place(*match.span())
        line = reading.outer.at(reading.inner.at(reading.text.rfind("\n", 0, match.start()) + 1))
        many = list(re.finditer(T, reading.text[max(0, match.start() - 300) : match.start()]))
        place = max(0, match.start() - 300) + many[-1].start() if many else -1
        if many and place not in reading.covered and _MANY.search(reading.words(place)):
            title = re.sub(r"s$|^(?:current|present|existing|outgoing) ", "", reading.words(place))
            bodies = reading.bodies(groups.get("of"))
            reading.keep(start, end, title.removesuffix("s"), who, bodies, match)
            continue
        known = [one for one in reading.found.values() if line <= one[0] < start and one[2].title]
        known = known or [
            one
            for one in reading.found.values()
            if line - _FAR <= one[0] < start and one[2].title and one[2].holder != who[0].key
        ]
        if not known or any(one[2].holder == who[0].key for one in reading.found.values()):
            continue
        other = max(known, key=lambda one: one[0])[2]
        same = [one for one in reading.cast.bodies if one.key in other.bodies]
        bodies = reading.bodies(groups.get("of")) or list({one.key: one for one in same}.values())
        reading.keep(start, end, other.title, who, bodies, match, is_past="old" in groups)


def career(reading: Reading) -> None:
    """The posts of a curriculum vitae: those of the person the text names most."""
    lines = list(said.YEARS.finditer(reading.text))
    often = Counter(one.key for one in reading.people(reading.text)) if lines else Counter()
    if not often:
        return
    key = often.most_common(1)[0][0]
    subject = next(one for one in reading.cast.people if one.key == key)
    for match in lines:
        if match.start("post") not in reading.covered:
            bodies = reading.bodies((match["of"] or "") + (match["at"] or ""))
            reading.title(match.start("post"), [subject], bodies, match)


def alone(reading: Reading) -> None:
    """Posts of which no holder is named, where a body or the title tells that they are posts."""
    for match in _ALONE.finditer(reading.text):
        at = match.start("post")
        if at in reading.covered:
            continue
        start, end = reading.place(at, at + 1)
        words = reading.view.text[start:end]
        is_told = bool(match["own"] or match["of"] or _OFFICER.search(words))
        if is_told and STRONG.search(words):
            reading.title(at, [], bodies_of(reading, match), match)


def members(reading: Reading) -> None:
    """People who are only said to be of a body; not those whose post there is told."""
    told = {(one.holder, key) for *_, one in reading.found.values() for key in one.bodies}
    for pattern in (said.OFFICE_OF, said.LISTED, said.OF_OWN):
        for match in pattern.finditer(reading.text):
            who, bodies = reading.people(match["who"])[0], reading.bodies(match["of"])
            if bodies and (who.key, bodies[0].key) not in told and bodies[0].type != "people":
                start, end = reading.place(*match.span("of"))
                title = _one_of(reading, match.start())
                reading.keep(start, end, title, [who], bodies, match)


def _one_of(reading: Reading, at: int) -> str:
    """The title of somebody who is `one of them`, told of right before; else empty."""
    if not _ONE_OF.search(reading.text, max(0, at - 24), at):
        return ""
    titles = list(re.finditer(T, reading.text[max(0, at - 300) : at]))
    place = max(0, at - 300) + titles[-1].start() if titles else -1
    is_many = bool(titles) and reading.is_plural(place)
    return reading.words(place).removesuffix("s").lower() if is_many else ""
