"""Who is for or against what: told by the text, or said in quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.documents.facts.model import Party, Stance
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.facts.stances.echoes import JOINED, as_well, likewise
from kg.documents.facts.stances.holders import holder_of
from kg.documents.facts.stances.objects import of_objects
from kg.documents.facts.stances.spoken import is_ruling, speakers_of, weigh
from kg.documents.facts.stances.stance_parts import LEAD, OPPOSITE, Found, stance_of
from kg.documents.facts.stances.words import fields, frames
from kg.documents.facts.stances.words.saying_words import NOT
from kg.documents.facts.stances.words.stance_words import AGAINST, FOR, NEUTRAL
from kg.documents.facts.stances.writers import of_letters, of_opinion

_TOLD: Final = (
    ("neutral", frames.NEUTRAL),
    ("neutral", NEUTRAL),
    ("neutral", fields.NEUTRAL),
    ("against", frames.AGAINST),
    ("for", frames.FOR),
    ("for", fields.FOR),
    ("against", fields.AGAINST),
    ("against", AGAINST),
    ("for", FOR),
)
_EDITORIAL: Final = re.compile(
    r"\b(?:hsj|journal|magazine|paper|pulse) (?:would|should|believes|thinks|hopes|supports"
    r"|opposes|backs|welcomes|does|is|urges)\b"
)
"""A publisher that takes a side itself, and does not only hear or see."""


def read_stances(scene: Scene) -> tuple[Stance, ...]:
    """The stances in a text, one for each holder and direction, the first that tells it."""
    found: Found = {}
    told: set[int] = set()
    for sentence in scene.sentences:
        if _is_headline(scene, sentence) or _hear(scene, sentence, found):
            told.add(sentence.number)
    speakers = speakers_of(scene, told)
    weigh(scene, speakers, found, silent=False)
    _add(of_letters(scene), found)
    _add(of_opinion(scene), found)
    for sentence in scene.sentences:
        if sentence.segment.kind != "heading":
            _add(as_well(scene, sentence, found), found)
    for sentence in scene.sentences[1:]:
        if sentence.segment.kind != "heading":
            _add(likewise(scene, sentence, found), found)
    weigh(scene, speakers, found, silent=True)
    taken = sorted(found.values(), key=lambda each: each.evidence[0].span)
    return tuple(each for each in taken if not _is_told_better(each, taken))


_CROWD: Final = re.compile(
    r"\b(practices|members|gps|doctors|chairs|councils|residents|patients)\b"
)
_LOOSE: Final = re.compile(
    r"(?:(?:the|its|their|all|most|some|many|other|\d+|those|who|that|took|part|voted|member|gp"
    r"|local|practices|members|gps|doctors|chairs|councils|residents|patients) ?)+"
)
"""A crowd of which nothing else is told: `the 67 practices that took part`."""


def _is_told_better(stance: Stance, taken: list[Stance]) -> bool:
    """Whether somebody unnamed takes a side that the text tells of the same in more words too."""
    name = stance.holder.name.lower()
    if any(
        each is not stance
        and each.stance == stance.stance
        and each.holder.name.lower().startswith(f"{name.strip()} ")
        and name.startswith(("one ", "a ", "an ", "another ", "the "))
        for each in taken
    ):
        return True
    kind = _CROWD.search(name)
    if kind is None or not _LOOSE.fullmatch(name):
        return False
    return any(
        each.stance == stance.stance
        and kind[0] in each.holder.name.lower()
        and not _LOOSE.fullmatch(each.holder.name.lower())
        for each in taken
    )


def _is_headline(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence is a heading, or one of the bullets that sum an article up above it."""
    if sentence.segment.kind == "heading":
        return True
    before = scene.sentences[: sentence.number]
    is_top = all(each.segment.kind in ("heading", "bullet") for each in before)
    return sentence.segment.kind == "bullet" and is_top


def _hear(scene: Scene, sentence: Sentence, found: Found) -> bool:
    """Add what a sentence tells, and whether it does.

    A publisher counts only where it takes a side itself.
    """
    hits = [(side, hit) for side, words in _TOLD for hit in words.finditer(sentence.told)]
    told = _told(scene, sentence, hits)
    known = {each.holder.key for each in told}
    told += [each for each in of_objects(scene, sentence) if each.holder.key not in known]
    for stance in told:
        if is_ruling(stance.holder):
            continue
        if stance.holder.type != "publisher" or _EDITORIAL.search(sentence.plain):
            found.setdefault((stance.holder.key, stance.stance), stance)
    return bool(told)


def _add(stances: Iterable[Stance], found: Found) -> None:
    """Add the stances of holders of whom none is known yet."""
    for stance in stances:
        key = stance.holder.key
        if not any((key, side) in found for side in OPPOSITE):
            found[key, stance.stance] = stance


def _told(scene: Scene, sentence: Sentence, hits: list[tuple[str, re.Match[str]]]) -> list[Stance]:
    """From a verb or adjective of support or opposition, with its subject.

    Who welcomes a thing and warns of it in one breath is for it.
    """
    found: list[tuple[bool, Stance]] = []
    taken: list[tuple[int, int]] = []
    neutral: set[str] = set()
    for stance, hit in hits:
        if any(start < hit.end() and hit.start() <= end + 1 for start, end in taken):
            continue
        taken.append(hit.span())
        if _in_name(sentence, hit) or _is_left(sentence.told, hit):
            continue
        holder = holder_of(scene, sentence, hit)
        lead = sentence.told[max(0, hit.start() - LEAD) : hit.start()]
        turned = NOT.search(lead) is not None and _DENIES.match(hit[0]) is None
        is_crowd = holder is not None and holder.key.startswith(("somebody/", "group/"))
        turned = turned or (is_crowd and _FEW.search(lead) is not None)
        side = OPPOSITE[stance] if turned else stance
        for each in _all_holders(scene, sentence, holder, hit) if holder else ():
            if each.key in neutral:
                continue
            if stance == "neutral":
                neutral.add(each.key)
            mild = hit[0].startswith(("warn", "caution"))
            found.append((mild, stance_of(scene, "stance.told", sentence, each, side)))
    found = [each for each in found if not _is_survey(each[1], found)]
    warm = {each.holder.key for _, each in found if each.stance == "for"}
    return [each for mild, each in found if not (mild and each.holder.key in warm)]


def _is_survey(stance: Stance, found: list[tuple[bool, Stance]]) -> bool:
    """Whether a crowd is told to be for in part and against in part: a survey, and no view."""
    if not stance.holder.key.startswith("somebody/"):
        return False
    sides = {each.stance for _, each in found if each.holder.key == stance.holder.key}
    return len(sides) > 1


def _all_holders(
    scene: Scene, sentence: Sentence, holder: Party, hit: re.Match[str]
) -> tuple[Party, ...]:
    """All who hold what one of them does, before the verb or after it ("opposed by X and by Y")."""
    at = sentence.span.start
    later = [each for each in sentence.organisations if each.span.start - at >= hit.end()]
    if holder.type == "person" and (body := _body_of(scene, sentence, holder)):
        return (body, holder)
    if holder.key not in {each.key for each in later[:1]}:
        return scene.together(sentence, holder, hit.start())
    held = scene.together(sentence, holder, later[0].span.end - at)
    for last in later[1:]:
        wider = scene.together(sentence, holder, last.span.end - at)
        held = wider if len(wider) > len(held) else held
    return held


_AND_ITS: Final = re.compile(r",? and (?:its|their|the) [^.;,]{3,60}?,? ")


def _body_of(scene: Scene, sentence: Sentence, holder: Party) -> Party | None:
    """The body that does the same as its own: `X Council and its leader, Ann Lee, have`."""
    for person in sentence.people:
        for body in sentence.organisations if person.key == holder.key else ():
            if _AND_ITS.fullmatch(scene.plain, body.span.end, person.span.start):
                return scene.parties[body.key]
    return None


_DENIES: Final = re.compile(
    r"(?:no|not|never|neither|do|does|did|would|wouldn't|didn't|don't|won't)\b"
)
"""How a phrase starts that is a denial itself, which another does not turn."""
_ONCE: Final = re.compile(
    r"\b(?:initially|at first|once|originally|at one (?:time|point)|briefly) $"
)
_ASKED: Final = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|ballot(?:s|ed|ing)?|invit(?:e|es|ed|ing)|consult(?:s|ed"
    r"|ing)?)\b[^.;]{1,70}?"
    r"\b(?:to|whether (?:to|they|it)|if (?:they|it)|on whether)\b[^.,;]{0,20}$"
)

_ACCUSED: Final = re.compile(
    r"\b(?:accus|criticis|blam|condemn|prais|thank|congratulat|attack)\w* [^.;]{2,60}? (?:of|for)"
    r" (?:\w+ )?$"
)
"""What another is accused of or thanked for is no view of theirs."""
_IF: Final = re.compile(
    r"(?:^|[,;:] |- |\b(?:that|but|and|even) )(?:if|unless|(?<!, )where|until|only where|only if"
    r"|provided|providing|as long as|so long as|on condition|assuming|subject to|once) [^;:]*$"
    r"|\b(?:must|needs? to|needed to|ha(?:s|ve|d) to|required to|requires|asked to|able to)"
    r" (?:show|demonstrate|prove|have|secure|win|get|obtain|command|establish"
    r"|evidence)\b[^.;]{0,50}$"
    r"|\bneed(?:s|ed)? (?!to )[^.;]{0,24}$|\b(?:did|does|do|would|could)(?: not|n't) (?=disput|den"
    r"|reject)"
)
_FEW: Final = re.compile(
    r"\b(?:just|only|fewer than|less than|barely|no more than|as few as|a mere) [^.;,%]{0,60}$"
)
"""Before a few of many, of whom the others are told with it: `only four of the 19 backed it`."""
_MUST: Final = re.compile(
    r"\b(?:(?:ha[sd]|have|needs?|needed|yet|due|required) to|must) (?:\w+ )?$"
)
"""What has to be done is not done yet: `NHS England has to approve any merger`."""
_HAD: Final = re.compile(r"\bhad (?:\w+ )?$")
_SINCE: Final = re.compile(
    r"\bbut (?:it |they |she |he )?(?:has|have|is|are|now|later) (?:\w+ )*?(?:since|now|later|been"
    r"|come)\b"
)
"""What is told of later tells of another view: `had objected but has since been won round`."""
_UNDENIED: Final = re.compile(r"\b(?:did|does|do|would|could)(?: not|n't) $")
"""Before a denial: who does not deny a thing takes no side by that."""
_GERUND: Final = re.compile(r"\w+ing\b")
_AFTER_PREPOSITION: Final = re.compile(
    r"\b(?:before|without|after|instead of|rather than|against|about) $"
)
"""What is only spoken of: `urged them to think before voting yes`."""
_TO: Final = re.compile(r"\bto (?:\w+ (?:or|and) )?$")
_FREE: Final = re.compile(
    r"\b(?:chances?|rights?|freedom|free|powers?|options?|opportunit(?:y|ies)|able|unable|afraid"
    r"|entitled|allowed|reasons?|grounds|ways?|invitations?|requests?|deadline|until [^.;]{2,30}?"
    r"|time|choice|whether|how|unlikely|needed|required|yet|be"
    r"|(?:decid\w+|vot\w+)(?: [^.;]{2,20})? (?:on )?whether) (?:to )?(?:\w+ (?:or|and) )?$"
)
"""What somebody may do is not what they do: `three chances to say no`, `the right to reject it`."""


def _is_left(told: str, hit: re.Match[str]) -> bool:
    """Whether a view is one that its holder has left, or only what somebody is asked for."""
    lead = told[: hit.start()]
    turns = _ONCE.search(lead[-LEAD:]) or _ONCE.search(f"{hit[0].rsplit(' ', 1)[0]} ")
    if _GERUND.match(hit[0]) and _AFTER_PREPOSITION.search(lead[-LEAD:]):
        return True
    if _ACCUSED.search(lead[-LEAD:]) or (_TO.search(lead[-LEAD:]) and _FREE.search(lead[-LEAD:])):
        return True
    is_past = turns is not None and re.search(r"\bbut\b", told[hit.end() :]) is not None
    if _MUST.search(lead[-LEAD:]) and re.match(r"approv|support|back|endors|agre", hit[0]):
        return True
    if JOINED.search(lead):
        return True  # whose side that is the sentence before tells
    if _UNDENIED.search(lead) and hit[0].startswith(("disput", "den")):
        return True
    if _HAD.search(lead) and _SINCE.search(told, hit.end()):
        return True
    is_turn = hit[0].startswith(("but ", "and "))
    return is_past or bool((_ASKED.search(lead) and not is_turn) or _IF.search(lead))


def _in_name(sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether a word is of somebody's name: `Defend Our NHS`."""
    place = sentence.place(*hit.span())
    return any(each.span.has(place) for each in sentence.actors)
