"""Changes told by what was said before: "three in Kent followed", and the items below a lead."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.documents.facts.change_places import placed
from kg.documents.facts.change_words import MERGING, NEW_BODIES
from kg.documents.facts.cues import Cue, read_cue
from kg.documents.facts.meant import place_group, place_party, place_told
from kg.documents.facts.model import Party, StatusChange
from kg.documents.facts.scene import Scene
from kg.documents.facts.sentences import Sentence, part_of
from kg.documents.facts.status_words import WEAK
from kg.documents.facts.statuses import statuses_of
from kg.documents.mentions.model import Span

_FOLLOWED: Final = re.compile(
    r"\b(?:(?P<same>(?:do|does|did|done|doing) (?:the same|likewise|so too)|follow(?:s|ing)? suit"
    r"|(?:will|would|to|are|is) (?:all )?follow(?:ing)?\b(?! (?:the|a|an|by|from)\b)|go(?:es)? the"
    r" same way|(?:so|as) (?:will|would|do|does|are|is)\b)"
    r"|(?P<past>followed(?: suit)?\b(?! (?:by|the|a|an|this|that|from)\b)|went the same way"
    r"|went next|came next|joined them|(?:was|were) next|got there (?:first|in)|(?:so|as|like)"
    r" did\b|had (?:already )?(?:done so|led the way)|had beaten them to it))"
)
_SOURCE: Final = re.compile(
    r"\b(?:formed|made up|created|built|carved|drawn)(?: \w+)? (?:from|of|out of)|taking in"
    r"|to replace|replac(?:es|ing)|(?:bring|join|unit|link)(?:s|ing) (?:together )?"
    r"|compris(?:es|ing)"
    r"|combin(?:es|ing)|covering|absorbing|merging|succeed(?:s|ing)|instead of|out of|from\b"
)
_SOME_IN: Final = re.compile(
    r" ?(?:and )?(?:the )?(?:two|three|four|five|six|seven|eight|nine|\d+|all) (?:of the )?"
    r"(?:groups|ccgs|icbs|boards|pcts|trusts|bodies) (?:in|of|across) "
)
_LABEL: Final = 30
"""Characters of a label: `Voted down.`"""
_HOLDS: Final = 3
"""Sentences before in which the change stands that another one follows."""


def read_following(scene: Scene, sentence: Sentence, before: Cue) -> Cue | None:
    """The cue of a change told as the same as the one `before`: of other bodies, or elsewhere."""
    hit = _FOLLOWED.search(sentence.told)
    if hit is None or sentence.number - before.sentence.number > _HOLDS:
        return None
    named = tuple(dict.fromkeys(each.key for each in scene.commissioners(sentence)))
    after = dict.fromkeys(
        each.name for each in sentence.places if each.span.start >= sentence.place(*hit.span()).end
    )
    pair = tuple(after) if not named and len(after) > 1 else ()
    place = None if named or pair else place_told(sentence)
    parties: tuple[Party, ...] = tuple(scene.parties[key] for key in named)
    if pair and before.parties:
        parties = tuple(place_party(each, before.parties[0].type) for each in pair)
    if place:
        parties = (place_group(scene, place.name),)
    if not parties or (named and len(named) < 2):
        return None
    day = next((each for each in sentence.days if each.value and "/" not in each.value), None)
    span = sentence.place(*hit.span())
    status = "completed" if hit["past"] else _told_of(before)
    return replace(
        before, sentence=sentence, again=False, parties=parties, result=None,
        statuses=(StatusChange(status, span),) if status else (),
        date=day.value if day else "" if hit["past"] else before.date,
        date_span=day.span if day else None, drivers=(), size=None, opens=True, option="",
        elsewhere="",
    )  # fmt: skip


def _told_of(before: Cue) -> str:
    strong = [each.status for each in before.statuses if each.status not in WEAK]
    told = strong or [each.status for each in before.statuses]
    return told[0] if told else ""


def lead_of(scene: Scene, sentence: Sentence) -> Sentence | None:
    """The sentence that opens the list of which this is an item, if it tells of changes.

    A label at the head of a paragraph, `Deferred.`, opens it in the same way.
    """
    first = scene.opening(sentence)
    if first.number == sentence.number - 1 and len(first.plain) <= _LABEL and _is_strong(first):
        return first
    if sentence.segment.kind != "bullet":
        return None
    at = sentence.number - 1
    while at >= 0 and scene.sentences[at].segment.kind == "bullet" and sentence.number - at < 20:
        at -= 1
    lead = scene.sentences[at] if at >= 0 else None
    if lead is None or not lead.plain.rstrip().endswith(":"):
        return None
    tells = MERGING.search(lead.told) or NEW_BODIES.search(lead.told) or _is_strong(lead)
    return lead if tells else None


def _is_strong(sentence: Sentence) -> bool:
    return any(each.status not in WEAK for each in statuses_of(sentence))


def read_item(scene: Scene, sentence: Sentence) -> Cue | None:
    """The cue of an item in a list of changes: a body to come, and those that it is made from."""
    lead = lead_of(scene, sentence)
    source = _SOURCE.search(sentence.told) if lead else None
    if lead and lead.segment is sentence.segment:
        return _labelled(scene, sentence, lead)
    if lead is None:
        return None
    if source is None:
        cue = read_cue(scene, sentence)
        is_weak = cue is not None and cue.opens and not cue.is_strong
        return replace(cue, statuses=statuses_of(lead)) if cue and is_weak else cue
    named = scene.commissioners(sentence)
    at = sentence.span.start + source.start()
    before = [each for each in named if each.span.end <= at]
    after = dict.fromkeys(each.key for each in named if each.span.start > at)
    if len(before) != 1 or not after:
        return None
    cue = read_cue(scene, sentence)
    day = next((each for each in lead.days if each.value and "/" not in each.value), None)
    date, span = (cue.date, cue.date_span) if cue and cue.date else ("", None)
    if not date and day and MERGING.search(lead.told):
        date, span = day.value, Span(day.span.start, day.span.end)
    result = scene.parties[before[0].key]
    parties = tuple(scene.parties[key] for key in after if key != result.key)
    statuses = statuses_of(sentence) or statuses_of(lead)
    return Cue(
        sentence, "merger", False, parties, result, statuses, date, span, (),
        None, frozenset(), True,
    )  # fmt: skip


def _labelled(scene: Scene, sentence: Sentence, label: Sentence) -> Cue | None:
    """The cue of a sentence of several bodies after a label that says how far they have come."""
    cue = read_cue(scene, sentence)
    if cue:
        return cue if cue.is_strong else replace(cue, statuses=statuses_of(label))
    keys = dict.fromkeys(each.key for each in scene.commissioners(sentence))
    if len(keys) < 2:
        return None
    return Cue(
        sentence, "merger", False, tuple(scene.parties[key] for key in keys), None,
        statuses_of(label), "", None, (), None, frozenset(), True,
    )  # fmt: skip


def read_inline(scene: Scene, sentence: Sentence) -> tuple[Cue, ...]:
    """The cues of a list in one sentence: "three more were agreed: A with B; four groups in C"."""
    colon = sentence.told.find(":")
    if colon < 0 or ";" not in sentence.told[colon:]:
        return ()
    lead = part_of(sentence, sentence.span.start, sentence.span.start + colon)
    before = scene.sentences[sentence.number - 1] if sentence.number else lead
    if not MERGING.search(lead.told) and not MERGING.search(before.told):
        return ()
    if not statuses_of(lead):
        return ()
    found, at = [], sentence.span.start + colon + 1
    for item in sentence.plain[colon + 1 :].split(";"):
        cue = _inline(scene, part_of(sentence, at, at + len(item)), lead)
        found += [cue] if cue else []
        at += len(item) + 1
    return tuple(found) if len(found) > 1 else ()


def _inline(scene: Scene, item: Sentence, lead: Sentence) -> Cue | None:
    """The cue of one item: two bodies or more, or the groups of a place."""
    keys = tuple(dict.fromkeys(each.key for each in scene.commissioners(item)))
    parties = tuple(scene.parties[key] for key in keys) if len(keys) > 1 else ()
    group = None if keys else placed(scene, item)
    if group is None and not keys and _SOME_IN.match(item.plain) and item.places:
        group = place_group(scene, item.places[0].name)
    parties = (group,) if group else parties
    if not parties:
        return None
    statuses = statuses_of(item)
    strong = [each for each in statuses if each.status not in WEAK]
    days = [each for each in item.days if each.value and "/" not in each.value]
    days = days or [each for each in lead.days if each.value and "/" not in each.value][-1:]
    if not strong:
        statuses = (max(statuses_of(lead), key=lambda each: each.span),)
    return Cue(
        item, "merger", False, parties, None, statuses,
        days[0].value if days else "", days[0].span if days else None, (), None,
        frozenset(), True,
    )  # fmt: skip
