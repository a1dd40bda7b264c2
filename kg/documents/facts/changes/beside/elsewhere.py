"""Changes of other places told in few words, without their bodies: "Staffordshire's six came to
grief", "Kent, where talks have been parked"."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.bodies.by_place import place_group, place_party
from kg.documents.facts.bodies.places import placed, whole_place
from kg.documents.facts.changes.cues import Cue
from kg.documents.facts.changes.sameness import is_told_of
from kg.documents.facts.changes.telling import Telling
from kg.documents.facts.model import Party, StatusChange
from kg.documents.facts.progress.statuses import statuses_of
from kg.documents.facts.progress.words import FAILED
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.model import Place
from kg.documents.patterns import compiled

_SIZE: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
_WHO: Final = (
    rf"(?:{_SIZE}|groups|ccgs|icbs|boards|gps|practices|doctors|members|membership|leaders"
    r"|commissioners|chiefs|bosses|plan|proposal|merger|scheme|talks|union|version)"
)
_AFTER: Final = compiled(
    rf"(?:'s?(?: own)? (?:[\w-]+ ){{0,3}}?{_WHO}\b|,? (?:where|whose|which)\b"
    rf"|,? (?:gps|practices|doctors|members|merger|union|tie-up|scheme|version)\b)"
)
"""What makes the place right before it the one that a sentence tells of."""
_BEFORE: Final = compiled(
    rf"(?:^|[,;:] |\b(?:but|and|while|meanwhile|unlike|like|contrast|elsewhere) )"
    rf"(?:in|across|over in|up in|down in|as in|(?:[a-z]+ ){{0,2}}?(?:{_WHO} )+(?:in|across|of"
    rf"|for)) (?:\w+ )?$"
)
_WHAT: Final = compiled(
    r"\b(?:(?:plans?|proposals?|talks|ideas?|schemes?|applications?|bids?)\b(?! (?:to|of|for"
    r"|about|on)"
    r" (?!(?:\w+ )?(?:merg|form|join|creat|becom|combin|unit|union|amalgam|single|one\b|go\b|going"
    r"|bring|put|turn)))|mergers?|merging|unions?|theirs|knot|marriage|single (?:\w+ )?(?:body|ccg"
    r"|commissioner|organisation|group|board)|one (?:body|ccg|commissioner|organisation)|to merge"
    r"|amalgamation|tie-up|grief|unstuck|cropper|join(?:ing)? (?:forces|up|together))\b"
)
_PAIR: Final = compiled(r" and ")
_MANY: Final = compiled(rf"\b{_SIZE}(?: \w+)? (?:groups|ccgs|icbs|boards|commissioners)\b")


def read_elsewhere(scene: Scene, sentence: Sentence, told: list[Telling]) -> Cue | None:
    """The cue of a sentence that tells, among mergers, what came of one in another place."""
    if not told or sentence.segment.kind == "heading" or scene.commissioners(sentence):
        return None
    if not sentence.places or not _WHAT.search(sentence.told):
        return None
    statuses = tuple(each for each in statuses_of(sentence) if each.status in _TOLD)
    if not statuses:
        return None
    places = _topic(sentence, statuses[0])
    if not places or any(is_told_of(each, places[0].name) for each in told):
        return None
    parties = _parties(scene, sentence, places)
    return Cue(
        sentence, "merger", False, parties, None, statuses, "", None, (), None, frozenset(), True,
        elsewhere=places[0].name,
    )  # fmt: skip


_TOLD: Final = (*FAILED, "delayed", "approved")


def _topic(sentence: Sentence, status: StatusChange) -> list[Place]:
    """The place that a sentence is of, or two that it tells of together."""
    for each in sorted(sentence.places, key=lambda one: one.span):
        end = each.span.end - sentence.span.start
        start = each.span.start - sentence.span.start
        if each.name == "England" or each.span.start > status.span.start:
            continue
        is_topic = _AFTER.match(sentence.plain, end) or _BEFORE.search(sentence.plain[:start])
        if is_topic:
            pair = [
                one
                for one in sentence.places
                if _PAIR.fullmatch(sentence.plain[one.span.end - sentence.span.start : start])
            ]
            return [*pair, each]
    return []


def _parties(scene: Scene, sentence: Sentence, places: list[Place]) -> tuple[Party, ...]:
    group = placed(scene, sentence)
    if group:
        return (group,)
    if len(places) > 1 and not _MANY.search(sentence.told):
        return tuple(place_party(each.name, scene.usual_type) for each in places)
    return (place_group(scene, " and ".join(whole_place(scene, each) for each in places)),)


_FURTHER: Final = compiled(
    r"\b(?:further|other|more|another|second|third|fourth|separate|similar|parallel|rival"
    r"|remaining)"
    r" (?:formal |joint )?(?:applications?|bids?|mergers?|proposals?|plans?|schemes?|unions?"
    r"|cases?)"
    r"\b[^.;:]{0,40}?(?:\b(?:from|by|of|for|involving|covering|between|in|is|are)\b|:)"
)
"""How other changes are told of than that of which the text is."""
_OWN: Final = compiled(rf"(?:'s?)? (?:\w+ )??{_SIZE}\b|'s? (?:groups|ccgs|icbs|boards)\b")
_IN: Final = compiled(rf"\b{_SIZE}(?: (?:groups|ccgs|icbs|boards))? (?:in|of|across) (?:\w+ )*$")


def read_further(scene: Scene, sentence: Sentence, told: list[Telling]) -> tuple[Cue, ...]:
    """The cues of "two further applications, from A and B and from three groups in C": one of the
    bodies named, and one for each place whose groups are counted."""
    is_news = told and sentence.segment.kind != "heading"
    hit = _FURTHER.search(sentence.told) if is_news else None
    if hit is None:
        return ()
    end = sentence.span.start + hit.end()
    keys = dict.fromkeys(
        each.key for each in scene.commissioners(sentence) if each.span.start >= end - 1
    )
    known = {key for each in told for key in each.parties}
    sets = [tuple(scene.parties[key] for key in keys)] if len(keys) > 1 else []
    names = [] if keys else _counted(scene, sentence, hit.end())
    sets += [(place_group(scene, name),) for name in names]
    statuses = statuses_of(sentence)
    return tuple(
        Cue(
            sentence, "merger", False, each, None, statuses, "", None, (), None, frozenset(), True,
            elsewhere=names[0] if names else "",
        )
        for each in sets
        if not known & {one.key for one in each}
    )  # fmt: skip


def _counted(scene: Scene, sentence: Sentence, start: int) -> list[str]:
    """The places after a word whose groups a sentence counts."""
    names = []
    for each in sorted(sentence.places, key=lambda one: one.span):
        first, last = (at - sentence.span.start for at in (each.span.start, each.span.end))
        is_counted = _OWN.match(sentence.plain, last) or _IN.search(sentence.plain[start:first])
        if first >= start and is_counted and each.name != "England":
            names.append(whole_place(scene, each))
    return names


_HEAD: Final = compiled(r"(?:[•*·-] ?|\d+\. )?(?P<head>[^:.;]{3,90}): ")


def read_label(scene: Scene, sentence: Sentence, told: list[Telling]) -> Cue | None:
    """The cue of an item of a list of changes that begins with its bodies: "Kent and Surrey: out to
    consultation"; they are named, or told by their places alone."""
    hit = _HEAD.match(sentence.plain)
    if hit is None or sentence.segment.kind != "bullet" or not told:
        return None
    end = sentence.span.start + hit.end("head")
    statuses = tuple(each for each in statuses_of(sentence) if each.span.start >= end)
    bare = _BARE.match(sentence.told, hit.end())
    if bare and not statuses:
        statuses = (StatusChange(_BARE_WORDS[bare[0]], sentence.place(*bare.span())),)
    keys = dict.fromkeys(each.key for each in scene.commissioners(sentence) if each.span.end <= end)
    places = dict.fromkeys(each.name for each in sentence.places if each.span.end <= end)
    if not statuses or max(len(keys), len(places)) < _TWO:
        return None
    kind = scene.usual_type
    parties = tuple(scene.parties[key] for key in keys)
    if len(keys) < _TWO:
        parties = tuple(place_party(each, kind) for each in places)
    known = {key for each in told for key in each.parties}
    if known & {each.key for each in parties}:
        return None
    return Cue(
        sentence, "merger", False, parties, None, statuses, "", None, (), None, frozenset(), True,
    )  # fmt: skip


_BARE_WORDS: Final = {
    "clustered": "cluster", "cluster": "cluster", "merged": "completed", "done": "completed",
    "complete": "completed", "live": "completed", "planned": "planned", "pending": "proposed",
    "proposed": "proposed", "talking": "proposed", "in talks": "proposed",
}  # fmt: skip
_BARE: Final = compiled("|".join(_BARE_WORDS))
"""What an item of a list says in one word."""
_TWO: Final = 2
