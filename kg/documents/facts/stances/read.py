"""Who is for or against what: told by the text, or said in quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from kg.documents.facts.model import Party, Stance
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.facts.stances.clauses import both, is_split_vote, people_together
from kg.documents.facts.stances.echoes import as_well, likewise
from kg.documents.facts.stances.holders import holder_of
from kg.documents.facts.stances.left import is_left
from kg.documents.facts.stances.objects import of_objects
from kg.documents.facts.stances.outcome import has_failed, is_reaction
from kg.documents.facts.stances.spoken import is_ruling, speakers_of, weigh
from kg.documents.facts.stances.stance_parts import LEAD, OPPOSITE, Found, stance_of
from kg.documents.facts.stances.words import demands, fields, frames
from kg.documents.facts.stances.words.saying_words import NOT
from kg.documents.facts.stances.words.stance_words import AGAINST, FOR, NEUTRAL
from kg.documents.facts.stances.writers import of_letters, of_opinion
from kg.documents.patterns import compiled

_TOLD: Final = (
    ("neutral", demands.NEUTRAL),
    ("neutral", frames.NEUTRAL),
    ("neutral", NEUTRAL),
    ("neutral", fields.NEUTRAL),
    ("against", frames.AGAINST),
    ("against", demands.AGAINST),
    ("for", demands.FOR),
    ("for", frames.FOR),
    ("for", fields.FOR),
    ("against", fields.AGAINST),
    ("against", AGAINST),
    ("for", FOR),
)
_EDITORIAL: Final = compiled(
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
    _add_opinion(scene, found)
    for sentence in scene.sentences:
        if sentence.segment.kind != "heading":
            _add(as_well(scene, sentence, found), found)
    for sentence in scene.sentences[1:]:
        if sentence.segment.kind != "heading":
            _add(likewise(scene, sentence, found), found)
    weigh(scene, speakers, found, silent=True)
    taken = sorted(found.values(), key=lambda each: each.evidence[0].span)
    return tuple(each for each in taken if not _is_told_better(each, taken))


_CROWD: Final = compiled(r"\b(practices|members|gps|doctors|chairs|councils|residents|patients)\b")
_LOOSE: Final = compiled(
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
        if _is_of_outcome(stance, sentence, [*found.values(), *told]):
            continue
        if is_ruling(stance.holder) or _is_bare_paper(stance.holder):
            continue
        if stance.holder.type != "publisher" or _EDITORIAL.search(sentence.plain):
            found.setdefault((stance.holder.key, stance.stance), stance)
    return bool(told)


def _is_turned(scene: Scene, sentence: Sentence, holder: Party | None, hit: re.Match[str]) -> bool:
    """Whether words tell the contrary: denied, of but a few, or glad that a plan has failed."""
    lead = sentence.told[max(0, hit.start() - LEAD) : hit.start()]
    is_denied = NOT.search(lead) is not None and _DENIES.match(hit[0]) is None
    is_crowd = holder is not None and holder.key.startswith(("somebody/", "group/"))
    is_few = is_crowd and _FEW.search(lead) is not None
    is_glad = is_reaction(sentence.told, hit) and has_failed(scene)
    return (is_denied or is_few) != is_glad


_OUTCOME: Final = compiled(
    r"\b(?:welcom\w+|pleased|delighted|reliev\w+|hail\w+|applaud\w+|happy)"
    r"(?: (?:by|with|at|about))?"
    r" (?:the |this |that |yesterday's |tuesday's )?(?:outcome|result|decision|vote|news|ruling"
    r"|announcement|verdict)\b"
)


def _is_of_outcome(stance: Stance, sentence: Sentence, known: list[Stance]) -> bool:
    """Whether an opponent only welcomes how it went, which is no second view."""
    return (
        stance.stance == "for"
        and _OUTCOME.search(sentence.told) is not None
        and any(each.holder == stance.holder and each.stance == "against" for each in known)
    )


def _is_bare_paper(holder: Party) -> bool:
    """Whether a holder is a document of which nobody knows whose it is: "the letter"."""
    return holder.type == "document" and " " not in holder.name.strip()


def _add(stances: Iterable[Stance], found: Found) -> None:
    """Add the stances of holders of whom none is known yet."""
    for stance in stances:
        key = stance.holder.key
        if not any((key, side) in found for side in OPPOSITE):
            found[key, stance.stance] = stance


def _add_opinion(scene: Scene, found: Found) -> None:
    """Add the side of an article of opinion, where its writer is told to hold back at most."""
    for each in of_opinion(scene):
        if all((each.holder.key, side) not in found for side in ("for", "against")):
            found.setdefault((each.holder.key, each.stance), each)


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
        if _in_name(sentence, hit) or is_left(sentence.told, hit):
            continue
        if stance == "neutral" and _is_conceded(sentence.told, hit, hits):
            continue
        holder = holder_of(scene, sentence, hit)
        turned = _is_turned(scene, sentence, holder, hit)
        side = OPPOSITE[stance] if turned else stance
        for each in _all_holders(scene, sentence, holder, hit) if holder else ():
            if each.key in neutral:
                continue
            if stance == "neutral":
                neutral.add(each.key)
            mild = hit[0].startswith(("warn", "caution"))
            found.append((mild, stance_of(scene, "stance.told", sentence, each, side)))
    is_split = is_split_vote(sentence.told)
    found = [each for each in found if not _is_survey(each[1], found, is_split=is_split)]
    warm = {each.holder.key for _, each in found if each.stance == "for"}
    return [each for mild, each in found if not (mild and each.holder.key in warm)]


_BUT: Final = compiled(r"\b(?:but|though|although|however)\b")


def _is_conceded(told: str, hit: re.Match[str], hits: list[tuple[str, re.Match[str]]]) -> bool:
    """Whether words that hold back are only conceded: "saw no right size but opposed a pause"."""
    turn = _BUT.search(told, hit.end())
    return turn is not None and any(
        side != "neutral" and other.start() >= turn.end() for side, other in hits
    )


def _is_survey(stance: Stance, found: list[tuple[bool, Stance]], *, is_split: bool) -> bool:
    """Whether a crowd is told to be for in part and against in part: a survey, and no view."""
    if is_split and stance.holder.key.startswith(("somebody/", "group/")):
        return True
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
    if holder.type == "person":
        return people_together(scene, sentence, holder, hit.start())
    if holder.key.startswith(("group/", "somebody/")) and (body := _beside(scene, sentence, hit)):
        return (body, holder)
    counted = both(scene, sentence, sentence.told[: hit.start()])
    if holder in counted:
        return counted
    if holder.key not in {each.key for each in later[:1]}:
        return scene.together(sentence, holder, hit.start())
    held = scene.together(sentence, holder, later[0].span.end - at)
    for last in later[1:]:
        wider = scene.together(sentence, holder, last.span.end - at)
        held = wider if len(wider) > len(held) else held
    return held


_AND_CROWD: Final = compiled(
    r",? and (?:(?:the|its|their|local|some|many|most|all|[\w-]+'s) )*(?:\w+ )?(?:gps|doctors"
    r"|practices|members|residents|staff|patients|councillors|unions|mps|campaigners|clinicians"
    r"|nurses|leaders)(?: (?:has|have|had|are|were|both|all|also|\w+ly))* "
)


def _beside(scene: Scene, sentence: Sentence, hit: re.Match[str]) -> Party | None:
    """The body that does the same as a crowd after it: `X Council and local GPs objected`."""
    place = sentence.span.start + hit.start()
    for body in sentence.organisations:
        if body.span.end < place and _AND_CROWD.fullmatch(scene.plain, body.span.end, place):
            return scene.parties[body.key]
    return None


_AND_ITS: Final = compiled(r",? and (?:its|their|the) [^.;,]{3,60}?,? ")


def _body_of(scene: Scene, sentence: Sentence, holder: Party) -> Party | None:
    """The body that does the same as its own: `X Council and its leader, Ann Lee, have`."""
    for person in sentence.people:
        for body in sentence.organisations if person.key == holder.key else ():
            if _AND_ITS.fullmatch(scene.plain, body.span.end, person.span.start):
                return scene.parties[body.key]
    return None


_DENIES: Final = compiled(
    r"(?:no|not|never|neither|do|does|did|would|wouldn't|didn't|don't|won't)\b"
)
"""How a phrase starts that is a denial itself, which another does not turn."""
_FEW: Final = compiled(
    r"\b(?:just|only|fewer than|less than|barely|no more than|as few as|a mere) [^.;,%]{0,60}$"
)
"""Before a few of many, of whom the others are told with it: `only four of the 19 backed it`."""


def _in_name(sentence: Sentence, hit: re.Match[str]) -> bool:
    """Whether a word is of somebody's name: `Defend Our NHS`."""
    place = sentence.place(*hit.span())
    return any(each.span.has(place) for each in sentence.actors)
