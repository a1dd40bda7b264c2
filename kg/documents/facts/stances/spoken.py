"""What side each speaker takes: by all their words together, quoted and reported."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from kg.documents.facts.model import Evidence, Party, Stance
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.facts.stances.clauses import people_together
from kg.documents.facts.stances.crowds import single_before
from kg.documents.facts.stances.holders import is_own
from kg.documents.facts.stances.leanings import leaning
from kg.documents.facts.stances.sides import INSTEAD, NEUTRAL_SIDE, weight_of
from kg.documents.facts.stances.stance_parts import OPPOSITE, Found, about
from kg.documents.facts.stances.words.saying_words import SAID
from kg.documents.mentions.model import Quotation, Span
from kg.documents.patterns import compiled

_STARTS: Final = compiled(r"(?<!\S)(?=\S)")
_MARKS: Final = " \"'“‘"
_NOBODY: Final = frozenset(("nhs", "the nhs"))
_PASSIVE: Final = compiled(r"\b(?:is|are|was|were|been|be) (?:\w+ )?$")
_BOTH: Final = compiled(
    r"\bboth (?:has |have |had )?(?:\w+ )?(?:said|say|believe|argue|think|want)"
)
_FOR_OFFICE: Final = compiled(r"\bspokes\w+")
_OWN_BOARD: Final = compiled(
    r"(?:(?:its|their|the) )?(?:governing body|board|membership|executive|trustees|leadership)"
)
_NATIONAL: Final = compiled(r"\b(?:nhs england|nhse|nhs improvement|department|government|dhsc?)\b")
"""Who speaks for the office that decides takes no side by kind words."""
_OUTSIDE: Final = frozenset(("thinkTank", "membershipBody"))
"""Types of body that comment on many things."""
_FEWEST: Final = 3
"""Words that must be quoted before they can be a stance."""
_PLAIN: Final = 3.0
"""What words must weigh by which somebody takes a side whose body takes none."""
_STRONG: Final = 4.0
"""What words must weigh to be a second side beside the one the text tells."""
_SAYS_AFTER: Final = compiled(
    r", (?:says?|said|according to|argues?|argued|warns?|warned|claims?|claimed|believes?"
    r"|insists?) (?:the )?"
)
_GOES_ON: Final = compiled(
    r" (?:had|has|have|is|are|was|were|would|will|could|should|might|may|must|ought|do|does|did"
    r"|needs?|wants?|wanted|\w+ed)\b"
)
"""A verb after a name: of `X, who chairs A, said GPs had` the GPs are not who says it."""
_NO_VIEW: Final = compiled(
    r"\b(?:plan|guidance|minutes|papers?|pack|slides?|survey|constitution|strategy|framework"
    r"|business cases?|presentation|briefing|agenda|standing orders|submission|blueprint)$"
)
"""Documents that are quoted for what they rule or record, not for what they wish."""


@dataclass(slots=True)
class Spoken:
    """All that one speaker says in a text: the words, where, and in which sentence first."""

    holder: Party
    first: Sentence
    words: list[str] = field(default_factory=list)
    places: list[Span] = field(default_factory=list)
    direct: int = 0
    """Words that are quoted."""
    is_whole: bool = False
    """Whether a whole clause is quoted."""


def speakers_of(scene: Scene, told: set[int]) -> tuple[Spoken, ...]:
    """All that each speaker says, in the order in which they first speak.

    `told` has the numbers of the sentences that tell a stance themselves.
    """
    speakers: dict[str, Spoken] = {}
    for sentence in scene.sentences:
        if sentence.number not in told:
            _report(scene, sentence, speakers)
        _quote(scene, sentence, speakers)
    return tuple(speakers.values())


def weigh(scene: Scene, speakers: tuple[Spoken, ...], found: Found, *, silent: bool) -> None:
    """Add the side of each speaker of whom no side is known yet.

    First of those whose words take one; then of the `silent`, whose words take none, by how they
    lean.
    """
    for each in speakers:
        is_silent = weight_of(" . ".join(each.words)) is None
        if is_silent == silent:
            is_held = _is_held(each.holder, found)
            is_more = _may_differ(each) or _says_more(each, found)
            stance = _taken(scene, each, found) if is_more or not is_held else None
            if stance and not (is_held and stance.stance == "neutral"):
                found.setdefault((stance.holder.key, stance.stance), stance)


def _may_differ(each: Spoken) -> bool:
    """Whether a body that takes a side is reported to say more: it may be for another thing."""
    return not each.direct and each.holder.type in _OUTSIDE


def _says_more(each: Spoken, found: Found) -> bool:
    """Whether the quoted words of a person plainly take another side than the text tells.

    People are for one thing and against another: `Lee urged caution but said it “makes sense”`.
    """
    sides = [side for side in OPPOSITE if (each.holder.key, side) in found]
    weight = _together([weight_of(one) for one in each.words])
    if not each.direct or each.holder.type != "person" or weight in (None, NEUTRAL_SIDE):
        return False
    if sides == ["neutral"]:
        return True
    said = "for" if (weight or 0.0) > 0 else "against"
    return sides == [OPPOSITE[said]] and abs(weight or 0.0) >= _STRONG


def _is_held(holder: Party, found: Found) -> bool:
    """Whether the text tells itself what side the holder takes."""
    return any(
        key == holder.key or holder.name.startswith(told.holder.name)
        for (key, _), told in found.items()
    )


def _taken(scene: Scene, each: Spoken, found: Found) -> Stance | None:
    """The side that the words of a speaker take, and where they take none the speaker's own."""
    words = " . ".join(each.words)
    weight = _together([weight_of(one) for one in each.words])
    if abs(weight or 0.0) < _PLAIN and _is_of_neutral(scene, each.holder, found):
        return None
    is_told, score = weight is not None, 0.0
    is_short = 0 < each.direct < _FEWEST and len(each.words) == 1
    if is_short and weight is None:
        return None
    if weight is NEUTRAL_SIDE:
        side = "neutral"
    elif is_told or (each.direct and each.holder.key.startswith("person/")):
        score = (weight or 0.0) + leaning(scene, each.holder, each.first, found)
        side = "for" if score > 0 else "against" if score < 0 else ""
    else:
        side = ""
    name = each.holder.name.lower()
    is_office = _FOR_OFFICE.search(name) and _NATIONAL.search(name)
    if side == "for" and score < _PLAIN and each.direct and is_office:
        side = "neutral"
    if not side:
        return None
    return Stance(
        rule="stance.said" if each.direct else "stance.told",
        evidence=tuple(Evidence(span) for span in each.places),
        holder=each.holder,
        stance=side,
        about=about(words),
        direct=each.direct > 0,
    )


def _is_of_neutral(scene: Scene, holder: Party, found: Found) -> bool:
    """Whether somebody speaks for a body that has taken no side."""
    bodies = {
        key for each in scene.mentions.posts if each.holder == holder.key for key in each.bodies
    }
    return any((key, "neutral") in found for key in bodies)


def _together(weights: list[float | None]) -> float | None:
    """What all that somebody says weighs; who holds back first and says nothing else, holds back.

    What is told first counts most: it opens with the point that the rest explains.
    """
    told = [each for each in weights if each is not None]
    taken = [each for each in told if each is not NEUTRAL_SIDE]
    if not told or told[0] is NEUTRAL_SIDE or not taken:
        return told[0] if told else None
    return sum(taken) + taken[0] / 2


def _add(speakers: dict[str, Spoken], holder: Party, sentence: Sentence) -> Spoken:
    return speakers.setdefault(holder.key or holder.name, Spoken(holder, sentence))


def _quote(scene: Scene, sentence: Sentence, speakers: dict[str, Spoken]) -> None:
    """Add the quoted words of a sentence to what their speakers say."""
    for each in sentence.quotations:
        is_here = sentence.span.start <= each.span.start < sentence.span.end
        holder = _speaker(scene, each) if is_here and each.kind != "pull" else None
        if holder and holder.key == holder.name and _OWN_BOARD.fullmatch(holder.name.lower()):
            holder = _owner(scene, sentence, each.span.start) or holder
        if holder is None:
            continue
        words = scene.plain[each.span.start : each.span.end]
        if each.kind != "full":
            words = _with_subject(scene.plain[sentence.span.start : each.span.start], words)
        one = _add(speakers, holder, sentence)
        if not any(words in earlier for earlier in one.words):
            one.words.append(words)
        one.direct += len(words.split())
        one.is_whole = one.is_whole or each.kind == "full"
        one.places.append(each.span)


def _owner(scene: Scene, sentence: Sentence, place: int) -> Party | None:
    """Whose board it is that is quoted: the body that the sentence tells of first."""
    named = sorted(sentence.organisations, key=lambda one: one.span)
    return scene.parties[named[0].key] if named and named[0].span.end <= place else None


def _with_subject(lead: str, words: str) -> str:
    """Quoted words with what they are said of, if that is to do nothing: `waiting is “costly”`."""
    lead = f"{lead.rstrip(_MARKS)} "
    whole = (lead[hit.start() :] + words for hit in _STARTS.finditer(lead))
    return next((each for each in whole if INSTEAD.match(each)), words)


def _speaker(scene: Scene, each: Quotation) -> Party | None:
    """Who is quoted, if it is somebody who can take a side."""
    if not each.speaker:
        return None
    party = scene.parties.get(each.speaker_key)
    if party and (party.type == "publisher" or party == scene.teller):
        return None  # nobody quotes themselves in their own article
    if each.speaker_key.startswith("document/"):
        document = Party(each.speaker_key, each.speaker, "document")
        return None if is_ruling(document) or " " not in each.speaker else document
    key = each.speaker_key or each.speaker
    known = party or Party(key, each.speaker)
    return Party(key, each.speaker, known.type, known.link, known.options)


def is_ruling(holder: Party) -> bool:
    """Whether somebody is a document that rules or records and takes no side."""
    return holder.type == "document" and _NO_VIEW.search(holder.name.lower()) is not None


def _report(scene: Scene, sentence: Sentence, speakers: dict[str, Spoken]) -> None:
    """Add what a sentence reports to what its speaker says."""
    heard = _heard(scene, sentence)
    if heard is None:
        return
    holder, clause = heard
    if holder is None or holder.type == "publisher" or holder.name.lower() in _NOBODY:
        return
    is_both = _BOTH.search(sentence.told)
    place = is_both.start() if is_both else 0
    together = scene.together(sentence, holder, place) if is_both else (holder,)
    if holder.type == "person":
        together = people_together(scene, sentence, holder, _said_at(sentence))
    for each in together:
        if weight_of(clause) is None:
            continue
        one = _add(speakers, each, sentence)
        one.words.append(clause)
        one.places.append(Span(sentence.span.start, sentence.span.end))


def _said_at(sentence: Sentence) -> int:
    """Where the saying verb of a sentence stands."""
    hit = SAID.search(sentence.told)
    return hit.start() if hit else 0


def _heard(scene: Scene, sentence: Sentence) -> tuple[Party | None, str] | None:
    """Who speaks in a sentence of reported speech, and what is reported."""
    told = sentence.told
    after = _SAYS_AFTER.search(told)
    if after:
        place = sentence.span.start + after.end()
        named = [each for each in sentence.actors if 0 <= each.span.start - place < 4]
        if named and not _GOES_ON.match(scene.plain, named[0].span.end):
            return scene.parties[named[0].key], told[: after.start()]
    hit = SAID.search(told)
    if hit is None or _PASSIVE.search(told[: hit.start()]):
        return None
    if is_own(told[: hit.start()]):
        holder = scene.voice(sentence)
    elif single := single_before(scene, sentence, told[: hit.start()]):
        holder = single
    else:
        holder = scene.subject(sentence, sentence.span.start + hit.start())
    comma = told.rfind(",", 0, hit.start())
    is_last = len(told[hit.end() :].strip(" .")) < 4
    return holder, told[:comma] if is_last and comma > 0 else told[hit.end() :]
