"""Stances told by those of others: who "did too", agreed, or took the opposite view."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.documents.facts.model import Party, Stance
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.facts.stances.stance_parts import LEAD, OPPOSITE, Found, stance_of
from kg.documents.patterns import compiled

_LIKEWISE: Final = compiled(
    r"(?:but |and |yet )?(?:(?P<so>so|as|nor|neither) (?:did|do|does|has|have|was|were|would"
    r"|will|is"
    r"|are) )?(?:the )?[\w' -]{2,60}? ?(?:(?:would|do|does|did|has|have|had|was|were|is|are|will)"
    r"(?P<no>n't| not)|(?:did|does|do|would|was|were|has|is) (?:so )?(?P<too>too|as well"
    r"|likewise))?"
    r"[. ]*"
)
"""A sentence that only says that somebody did the same, or did not."""
_SAME: Final = compiled(
    r"\b(?:(?:has|have|had|is|are|was|were) )?(?:ma(?:de|kes?) (?:a |the )?(?:similar|same|like)"
    r" (?:demands?|points?|calls?|complaints?|case)|(?:takes?|took|taken) (?:a similar|the same)"
    r" (?:view|line|position)|(?:echo|second)(?:s|ed|es)\b|sa(?:id|ys?) (?:much )?the same"
    r"|(?:is|was|were|are) on (?:[\w.' -]{3,40}'s|his|her|their) side|sid(?:es|ed) with"
    r"|of the same (?:view|mind|opinion)|shares? (?:that|this|his|her|their|those|these) \w+"
    r"|(?:agree[sd]?|concur(?:s|red)?)(?= ?(?:\.|$| with (?:him|her|them|that)\b)))"
)
"""Words of who thinks as the one told of before does."""
_WRITER: Final = compiled(r"\b(?:agree|disagree|concur|differ)\w* with (?:me|us)\b")
_OTHER_WAY: Final = compiled(
    r"\b(?:(?:takes?|took|taken) (?:the opposite|a different|another|the contrary) (?:view|line"
    r"|position)|disagree[sd]?(?= ?(?:[.:;,]|$| with (?:him|her|them|that|me|us)\b))|demurred"
    r"|begs? to differ"
    r"|begged to differ|saw it (?:the other way|differently)|(?:thinks|thought) otherwise)"
)
"""Words of who thinks otherwise."""


_AS_WELL: Final = compiled(
    r"(?:^|[,;.] )(?:and |but )?(?:as|so)(?:, [^,;]{3,70},)? (?:is|are|was|were|did|does|do|has"
    r"|have|will|would)"
    r" (?:also )?(?:the |its |their |his |her )?"
)
"""Words before somebody who does the same: `opposed it, as did X`, `So is X`."""


_DEMAND: Final = compiled(
    r", an? (?:\w+ )?(?:demand|call|view|plea|concern|criticism|position|point|complaint|move|line"
    r"|verdict"
    r"|worry|fear|hope|opinion|sentiment|stance)"
    r" (?:(?:which|that) |(?:echoed|shared|backed|supported|repeated|endorsed"
    r"|seconded) by )(?:the )?"
)
"""Words before whoever joins in: `a demand which X supports`, `a view shared by X`."""
_NOT_SO: Final = compiled(
    r"(?:;|,|\band\b|\bbut\b|\bwhile\b)[^;]{2,60}?(?P<not> (?:(?:do|does|did|is|are|was|were|has"
    r"|have|will|would)"
    r"(?: not|n't)|against|opposed|in favour|for))(?=[.;,]|$)"
)
"""The last clause of a sentence, of who does the contrary: `X backs it; Y does not`."""
JOINED: Final = compiled(_DEMAND.pattern + r"[^.;,]{2,60}$")
"""The same, with who joins in before the verb."""
_ROW: Final = compiled(r",? (?:and |or )?(?:also )?(?:by )?(?:the |its |her |his )?")
_BUT_NOT: Final = compiled(r"\b(?:but|though|if) not (?:of|from|by|among) (?:the |its |their )?")
"""Words before somebody who does not: `has the support of X but not of Y`."""


def as_well(scene: Scene, sentence: Sentence, found: Found) -> Iterator[Stance]:
    """The stance of whoever is named after "as did", "so is" or "but not of"."""
    for hit in _AS_WELL.finditer(sentence.told):
        place = sentence.span.start + hit.end()
        before = _stance_before(scene, sentence, found, place)
        side = before.stance if before else ""
        for each in _row_from(scene, sentence, place) if side else ():
            yield stance_of(scene, "stance.told", sentence, each, side)
    yield from _contrary(scene, sentence, found)
    for hit in _DEMAND.finditer(sentence.told):
        place = sentence.span.start + hit.end()
        before = _stance_before(scene, sentence, found, place)
        side = before.stance if before else ""
        for each in _row_from(scene, sentence, place) if side else ():
            yield stance_of(scene, "stance.told", sentence, each, side)
    yield from _excepted(scene, sentence, found)


def _excepted(scene: Scene, sentence: Sentence, found: Found) -> Iterator[Stance]:
    """The stance of whom the sentence leaves out: "has the support of X but not of Y"."""
    for hit in _BUT_NOT.finditer(sentence.told):
        place = sentence.span.start + hit.end()
        named = [each for each in sentence.actors if -1 <= each.span.start - place <= 5]
        before = _stance_before(scene, sentence, found, place)
        if named and before and before.evidence[-1].span.start >= sentence.span.start:
            party, side = scene.parties[named[0].key], OPPOSITE[before.stance]
            yield stance_of(scene, "stance.told", sentence, party, side)


def _contrary(scene: Scene, sentence: Sentence, found: Found) -> Iterator[Stance]:
    """The stance of whom the last clause tells the contrary: "X backs it; Y does not"."""
    for hit in _NOT_SO.finditer(sentence.told):
        place = sentence.span.start + hit.start("not")
        named = [each for each in sentence.actors if -1 <= place - each.span.end <= 1]
        before = _stance_before(scene, sentence, found, sentence.span.start + 1)
        here = before if before and before.evidence[-1].span == sentence.span else None
        other = scene.parties[named[-1].key] if named else None
        if other and here and other.name.lower() != here.holder.name.lower():
            yield stance_of(scene, "stance.told", sentence, other, OPPOSITE[here.stance])


def _row_from(scene: Scene, sentence: Sentence, place: int) -> list[Party]:
    """Who is named from a place of the text on, one or several in a row: "X and Y"."""
    row: list[Party] = []
    for each in sorted(sentence.actors, key=lambda one: one.span):
        gap = scene.plain[place : each.span.start] if each.span.start >= place - 1 else "-"
        if _ROW.fullmatch(gap) if row else len(gap) <= 5 and gap != "-":
            row.append(scene.parties[each.key])
            place = each.span.end
    return row


def likewise(scene: Scene, sentence: Sentence, found: Found) -> Iterator[Stance]:
    """The stance of somebody who "did too" or "took the opposite view", after somebody else's."""
    part = sentence.told.split(";")[0]
    hit = _SAME.search(part) or _OTHER_WAY.search(part)
    whole = _LIKEWISE.fullmatch(part) if not hit and len(part) < LEAD else None
    if hit is None and (whole is None or not (whole["no"] or whole["too"] or whole["so"])):
        return
    place = hit.start() if hit else len(part)
    holders = [each for each in sentence.actors if each.span.end <= sentence.span.start + place]
    before = _stance_before(scene, sentence, found, sentence.span.start)
    if scene.teller and _WRITER.search(part):
        own = (found.get((scene.teller.key, side)) for side in OPPOSITE)
        before = next(filter(None, own), before)
    if before is None or not holders or (hit is None and len(sentence.actors) != 1):
        return
    is_same = not (whole and whole["no"]) and _OTHER_WAY.search(part) is None
    side = before.stance if is_same else OPPOSITE[before.stance]
    named = max(holders, key=lambda each: each.span)
    subject = scene.subject(sentence, sentence.span.start + place)
    for each in scene.together(sentence, subject or scene.parties[named.key], place):
        yield stance_of(scene, "stance.told", sentence, each, side)


def _stance_before(scene: Scene, sentence: Sentence, found: Found, place: int) -> Stance | None:
    """The last stance told in the two sentences before."""
    first = scene.sentences[max(0, sentence.number - 2)].span.start
    near = [each for each in found.values() if first <= each.evidence[-1].span.start < place]
    return max(near, key=lambda each: each.evidence[-1].span.start, default=None)
