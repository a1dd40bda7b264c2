"""Changes told by what was said before: "three in Kent followed", and the items below a lead."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.documents.facts.bodies.by_place import place_group, place_party
from kg.documents.facts.bodies.meant import place_told
from kg.documents.facts.bodies.places import place_of, placed
from kg.documents.facts.changes.cues import Cue, read_cue
from kg.documents.facts.changes.telling import Telling
from kg.documents.facts.changes.words import MERGING, NEW_BODIES
from kg.documents.facts.model import Party, StatusChange
from kg.documents.facts.progress.statuses import statuses_of
from kg.documents.facts.progress.words import FAILED, WEAK
from kg.documents.facts.scene.sentences import Sentence, part_of
from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.model import Span
from kg.documents.patterns import compiled

_FOLLOWED: Final = compiled(
    r"\b(?:(?P<same>(?:do|does|did|done|doing) (?:the same|likewise|so too)|follow(?:s|ing)? suit"
    r"|(?:will|would|to|are|is) (?:all )?follow(?:ing)?\b(?! (?:the|a|an|by|from)\b)|go(?:es)? the"
    r" same way|(?:so|as) (?:will|would|do|does|are|is)\b)"
    r"|(?P<past>followed(?: suit)?\b(?! (?:by|the|a|an|this|that|from)\b)|went the same way"
    r"|went next|came next|joined them|(?:was|were) next|got there (?:first|in)|(?:so|as|like)"
    r" did\b|had (?:already )?(?:done so|led the way)|had beaten them to it))"
)
_WISH: Final = compiled(r"\b(?:hop|want|wish|like|would|may|might|could|seek)\w*\b[^.;,]*$")
_SOURCE: Final = compiled(
    r"\b(?:formed|made up|created|built|carved|drawn)(?: \w+)? (?:from|of|out of)|taking in"
    r"|to replace|replac(?:es|ing)|(?:bring|join|unit|link)(?:s|ing) (?:together )?"
    r"|compris(?:es|ing)"
    r"|combin(?:es|ing)|covering|absorbing|merging|succeed(?:s|ing)|instead of|out of|from\b"
)
_SOME_IN: Final = compiled(
    r" ?(?:and )?(?:the )?(?:two|three|four|five|six|seven|eight|nine|\d+|all) (?:of the )?"
    r"(?:groups|ccgs|icbs|boards|pcts|trusts|bodies) (?:in|of|across) "
)
_LABEL: Final = 30
"""Characters of a label: `Voted down.`"""
_TURNS: Final = 2
"""Sentences after a change in which one of its bodies turns it down."""
_BESIDE: Final = 8
"""Characters between "so will" and the person of whom it is told."""
_HOLDS: Final = 6
"""Sentences before in which the change stands that another one follows."""


def read_following(scene: Scene, sentence: Sentence, telling: Telling) -> Cue | None:
    """The cue of a change told as the same as the one before: of other bodies, or elsewhere."""
    before = telling.cues[-1]
    hit = _FOLLOWED.search(sentence.told)
    if hit is None or sentence.number - before.sentence.number > _HOLDS:
        return None
    end = sentence.place(*hit.span()).end
    if any(0 <= each.span.start - end < _BESIDE for each in sentence.people):
        return None
    named = tuple(dict.fromkeys(each.key for each in scene.commissioners(sentence)))
    after = dict.fromkeys(
        each.name for each in sentence.places if each.span.start >= sentence.place(*hit.span()).end
    )
    pair = tuple(after) if not named and len(after) > 1 else ()
    group = None if named or pair else placed(scene, sentence)
    place = None if named or pair or group else place_told(sentence)
    parties: tuple[Party, ...] = tuple(scene.parties[key] for key in named)
    if pair and before.parties:
        parties = tuple(place_party(each, before.parties[0].type) for each in pair)
    if place:
        parties = (place_group(scene, place.name),)
    parties = (group,) if group else parties
    if not parties or (named and len(named) < 2):
        return None
    day = next((each for each in sentence.days if each.value and "/" not in each.value), None)
    span = sentence.place(*hit.span())
    status = "completed" if hit["past"] else _told_of(telling)
    if _WISH.search(sentence.told[: hit.start()]):
        status = "proposed"
    return replace(
        before, sentence=sentence, again=False, parties=parties, result=None,
        statuses=(StatusChange(status, span),) if status else (),
        date=day.value if day else "" if hit["past"] else before.date,
        date_span=day.span if day else None, drivers=(), size=None, opens=True, option="",
        elsewhere="",
    )  # fmt: skip


_OUTCOME: Final = compiled(
    r"\b(?:got (?:the|a|its|their) (?:nod|go-ahead|green light|all-clear|wish)|won (?:approval"
    r"|permission|the go-ahead)|(?:was|were|been|be|being|get) (?:also |likewise |both "
    r"|all )?(?:successful"
    r"|unsuccessful|cleared|approved|rejected|turned down|refused|deferred|given (?:the|a|formal"
    r"|conditional) [\w-]+|waved through|signed off|told to (?:wait|think again))|(?:must"
    r"|will have to|has to|have to) (?:wait|think again|try again)|(?:also |already |both |all "
    r"|since |likewise |have |has |had )*"
    r"(?:applied|filed|submitted|lodged|put in|sent in|handed in|bid)(?: (?:an|their|its|a|separate"
    r"|similar|joint|formal|rival|own))* ?(?:applications?|bids?|papers|cases?)?(?= (?:on"
    r"|at) the same"
    r"|,| too\b| as well\b| and (?:are|expect|hope|will|is|hear)| (?:on|in|last|this|also) \w+[,. ]"
    r"|\.|;|$))"
)


def read_outcome(scene: Scene, sentence: Sentence) -> Cue | None:
    """The cue of a sentence that tells, among mergers, only how it went for others: "Shropshire and
    Telford groups were successful", "three groups in Leicestershire got the nod"."""
    hits = list(_OUTCOME.finditer(sentence.told))
    hit = hits[-1] if hits else None
    if hit is None or sentence.segment.kind == "heading":
        return None
    end = sentence.span.start + hit.start()
    keys = dict.fromkeys(each.key for each in scene.commissioners(sentence) if each.span.end <= end)
    group = placed(scene, sentence)
    parties = (group,) if group else tuple(scene.parties[key] for key in keys)
    is_told = any(each.span.start < end for each in (*sentence.people, *sentence.posts))
    statuses = tuple(each for each in statuses_of(sentence) if each.span.start >= end)
    if is_told or not (group or len(parties) > 1):
        return None
    statuses = statuses or (StatusChange("proposed", sentence.place(*hit.span())),)
    return Cue(
        sentence, "merger", False, parties, None, statuses, "", None, (), None, frozenset(), True,
        elsewhere=place_of(parties[0]) if group else "",
    )  # fmt: skip


_ABOUT: Final = compiled(
    r"\b(?:talks|mergers?|plans?|idea|proposals?|it|vote[ds]?|no|away|out|deal|move|union|clock)\b"
)
_CORE: Final = compiled(r"(?:NHS )?(.+?)(?: (?:CCG|ICB|PCT|SHA|Clinical .*|Integrated .*))?$")


def read_turn(scene: Scene, sentence: Sentence, telling: Telling) -> Cue | None:
    """The cue of a sentence in which one of the bodies of the change just told turns it down or
    puts it off: "Trafford walked away from the talks"."""
    apart = sentence.number - telling.cues[-1].sentence.number
    if apart > _TURNS or sentence.segment.kind == "heading" or sentence.people:
        return None
    cores = (_CORE.fullmatch(each.name) for each in telling.parties.values())
    names = [core[1].lower() for core in cores if core]
    is_one = any(re.search(rf"\b{re.escape(name)}\b", sentence.told) for name in names)
    if not _ABOUT.search(sentence.told) or not is_one:
        return None
    statuses = tuple(each for each in statuses_of(sentence) if each.status in (*FAILED, "delayed"))
    if not statuses:
        return None
    return Cue(
        sentence, "merger", True, (), None, statuses, "", None, (), None, frozenset(), False,
        is_next=True,
    )  # fmt: skip


def _told_of(telling: Telling) -> str:
    statuses = [each.status for each in telling.cues[-1].statuses]
    strong = [each for each in statuses if each not in WEAK]
    if any(each.status == "cluster" for cue in telling.cues for each in cue.statuses):
        strong = ["cluster"]
    return next(iter(strong or statuses), "")


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
    coming = scene.to_come(sentence)
    made = [coming] if coming else named
    before = [each for each in made if each.span.end <= at]
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
