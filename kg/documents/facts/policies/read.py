"""Policies as the text words them; above all whether the one-CCG rule keeps its hedge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.documents.facts.model import Evidence, Policy
from kg.documents.facts.policies.conditions import CONDITION_WORDS, CONDITIONS
from kg.documents.facts.policies.costs import COST_WORDS, COSTS
from kg.documents.facts.policies.directives import DIRECTIVE_WORDS, DIRECTIVES
from kg.documents.facts.policies.hedges import KEPT, hedge_lost
from kg.documents.facts.policies.national import NATIONAL, NATIONAL_WORDS, NEGATED
from kg.documents.facts.policies.patterns import NEEDS, OTHERS
from kg.documents.facts.policies.savings import is_saving
from kg.documents.facts.policies.stated import (
    AUTHORITY_WORDS,
    BY_AUTHORITY,
    STATED,
    STATED_WORDS,
)
from kg.documents.facts.policies.stretch import clause_of, in_other_words
from kg.documents.facts.policies.words import (
    A_BODY,
    AS_MANY,
    BE_ONE,
    DOCUMENT,
    HEDGE,
    MEANT_AGAIN,
    ONE_EACH,
    RULE,
    SAME_AREA,
)
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.model import Span
from kg.documents.patterns import compiled

_ONE_CCG: Final = "one CCG in each system"
_HEDGE_LEFT_OUT: Final = "one CCG in each system: its hedge left out"
_RULES: Final = {_ONE_CCG: "policy.one-ccg", _HEDGE_LEFT_OUT: "policy.hedge"}
_TAKEN_UP: Final = 3
"""Sentences after the rule in which a pronoun takes it up."""
_TALKED_OF: Final = 12
"""Sentences after "typically" in which "the adverb" is that word."""
_SAID_IN: Final = compiled(
    rf"\b(?:(?:nhs|government|national|operational|model|five year|\d{{4}}"
    rf"|health)(?:'s)?[ -])*{DOCUMENT}\b"
)
"""A document that holds a policy, with the words that name it in full."""


def read_policies(scene: Scene) -> tuple[Policy, ...]:
    """The policies that a text words, in its order: the one-CCG rule, talk of its hedge, others."""
    return tuple(policy for sentence in scene.sentences for policy in _of(scene, sentence))


def is_rule(sentence: Sentence) -> bool:
    """Whether a sentence that names no body words the one-CCG rule, and so tells of no merger."""
    return not sentence.organisations and RULE.search(sentence.plain) is not None


def _of(scene: Scene, sentence: Sentence) -> Iterator[Policy]:
    gone = _gone(scene, sentence)
    rule = _rule(scene, sentence)
    if gone and (rule is None or rule.start() < gone.end()):
        start = min(gone.start(), rule.start()) if rule else gone.start()
        yield _policy(scene, sentence, _HEDGE_LEFT_OUT, (start, gone.end()), drops=True)
        return
    if gone:
        yield _policy(scene, sentence, _HEDGE_LEFT_OUT, gone.span(), drops=True)
    rule = rule or _hedged_area(sentence.plain)
    told: list[tuple[int, int]] = []
    while rule and not _is_narrative(sentence.plain, rule):
        first, last = _quoted(sentence, rule, clause_of(sentence.plain, *rule.span()))
        span = (rule.start() if told else first, last)
        told.append(span)
        hedged = HEDGE.search(sentence.plain[span[0] : span[1]]) is not None
        yield _policy(scene, sentence, _ONE_CCG, span, drops=not hedged)
        rule = in_other_words(sentence, span[1])
    if sentence.segment.kind != "heading":
        yield from _others(scene, sentence, told)


def _gone(scene: Scene, sentence: Sentence) -> re.Match[str] | None:
    """Talk of the rule's hedge: that it was left out, or became an order."""
    if sentence.segment.kind == "heading":
        return None
    near = scene.sentences[max(0, sentence.number - _TALKED_OF) : sentence.number + 1]
    return hedge_lost(sentence.plain, is_near=any("typically" in each.plain for each in near))


def _rule(scene: Scene, sentence: Sentence) -> re.Match[str] | None:
    """The one-CCG rule in a sentence, in full or taken up."""
    plain = sentence.plain
    is_near = any(
        word in plain for word in ("ccg", "commission", "one of these", "group", "statutory")
    ) and any(word in plain for word in ("one", "single", "sole", "1", " a "))
    rule = (RULE.search(plain) or A_BODY.search(plain)) if is_near else None
    rule = rule or AS_MANY.search(plain)
    return rule or _taken_up(scene, sentence)


def _taken_up(scene: Scene, sentence: Sentence) -> re.Match[str] | None:
    """The rule told again by a pronoun, right after a sentence that tells it."""
    each = ONE_EACH.search(sentence.plain) or BE_ONE.search(sentence.plain)
    if each and _is_of_bodies(scene, sentence):
        return each
    kept = KEPT.search(sentence.plain) if "ally" in sentence.plain else None
    if kept and _is_of_bodies(scene, sentence):
        return kept
    found = MEANT_AGAIN.search(sentence.plain)
    if found is None:
        return None
    before = scene.sentences[max(0, sentence.number - _TAKEN_UP) : sentence.number]
    is_told = any(RULE.search(each.plain) for each in before)
    is_merger = "required" in found[0] and any("merg" in each.plain for each in before)
    return found if is_told or is_merger else None


def _is_of_bodies(scene: Scene, sentence: Sentence) -> bool:
    """Whether "one per system" is of commissioners: it or those beside it name them."""
    near = scene.sentences[max(0, sentence.number - _TAKEN_UP) : sentence.number + 2]
    return any(_BODIES.search(each.plain) for each in near)


_BODIES: Final = compiled(r"\b(?:ccgs?|commissioners?|clinical commissioning groups?|icbs?)\b")


def _quoted(sentence: Sentence, rule: re.Match[str], span: tuple[int, int]) -> tuple[int, int]:
    """The clause of the rule, cut off where the quotation ends that it stands in."""
    place = sentence.place(*rule.span())
    for each in sentence.quotations:
        if each.span.has(place):
            return span[0], min(span[1], each.span.end - sentence.span.start)
    return span


def _hedged_area(plain: str) -> re.Match[str] | None:
    """The rule told by areas, "CCGs would typically cover the same area as an ICS", hedged only."""
    found = SAME_AREA.search(plain) if HEDGE.search(plain) else None
    return found if found and HEDGE.search(found[0]) else None


def _is_narrative(plain: str, rule: re.Match[str]) -> bool:
    """Whether the words tell of a merger that makes one CCG, not of a rule."""
    before = plain[max(0, rule.start() - 60) : rule.end()]
    return (
        re.search(
            r"\b(?:merg\w+|form\w*|becom\w+|creat\w+) (?:in)?to (?:a|one) (?:single|new)"
            r"|\bvot\w+\b|\bhop(?:e|es|ing) (?:for|to have)\b|\b(?:nobody|no one|no-one)\b",
            before,
        )
        is not None
    )


def _others(scene: Scene, sentence: Sentence, told: list[tuple[int, int]]) -> Iterator[Policy]:
    """Other policies, outside the stretches that tell the one-CCG rule."""
    taken = [*told]
    plain = sentence.plain
    yield from _costs(scene, sentence, taken)
    yield from _national(scene, sentence, taken)
    yield from _conditions(scene, sentence, taken)
    near = {name for name, needs in _NEEDS.items() if needs.search(plain)}
    for name, pattern in OTHERS:
        hit = pattern.search(plain) if name in near else None
        if hit is None:
            continue
        span = hit.span("what") if "what" in pattern.groupindex else hit.span()
        if _is_taken(taken, span) or NEGATED.search(plain[: span[0]]):
            continue
        if plain.startswith("another reorg", span[0]) and _DENIED.search(plain[: span[0]]):
            continue
        if name == "running costs" and is_saving(plain, span):
            continue
        taken.append(span)
        yield _policy(scene, sentence, name, span, drops=None)
    if STATED_WORDS.search(plain):
        said = BY_AUTHORITY if AUTHORITY_WORDS.search(plain) else ()
        yield from _laid_down(scene, sentence, (*said, *STATED), taken)


_NEEDS: Final = {name: compiled("|".join(map(re.escape, needs))) for name, needs in NEEDS.items()}
_OF_COSTS: Final = compiled(r"\b(?:costs?|cuts?|reductions?|savings?|budgets?|targets?) that $")
"""Words before a clause that only says which costs are meant."""
_DENIED: Final = compiled(r"\b(?:not|no|nor|never|without)\b[^.;]{0,40}$")
"""Words before a reorganisation that is told not to be one."""


def _conditions(scene: Scene, sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Policy]:
    """What is required of those that would merge or plan; what is read is added to `taken`."""
    plain = sentence.plain
    for pattern in CONDITIONS if CONDITION_WORDS.search(plain) else ():
        hit = pattern.search(plain)
        if hit is None or _is_taken(taken, hit.span("what")):
            continue
        if _OF_COSTS.search(plain[: hit.start("what")]):
            continue
        if NEGATED.search(plain[: hit.start("what")]):
            continue
        taken.append(hit.span("what"))
        yield _policy(scene, sentence, "national policy", hit.span("what"), drops=None)


def _national(scene: Scene, sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Policy]:
    """What is laid down from above; what is read is added to `taken`."""
    patterns = NATIONAL if NATIONAL_WORDS.search(sentence.plain) else ()
    directives = DIRECTIVES if DIRECTIVE_WORDS.search(sentence.plain) else ()
    yield from _laid_down(scene, sentence, (*patterns, *directives), taken)


def _laid_down(
    scene: Scene,
    sentence: Sentence,
    patterns: tuple[re.Pattern[str], ...],
    taken: list[tuple[int, int]],
) -> Iterator[Policy]:
    plain = sentence.plain
    for pattern in patterns:
        for hit in pattern.finditer(plain):
            span = hit.span("what")
            if _is_taken(taken, span) or NEGATED.search(plain[: span[0]]):
                continue
            if not _is_of_named(scene, sentence, span):
                taken.append(span)
                yield _policy(scene, sentence, "national policy", span, drops=None)


def _is_of_named(scene: Scene, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether a clause is of bodies by name: "A and B CCGs should be dissolved" is no policy."""
    first = sentence.place(span[0], min(span[0] + _HEAD, span[1]))
    return any(each.span.meets(first) for each in scene.commissioners(sentence))


_HEAD: Final = 8
"""Characters in which a clause tells of whom it is."""


def _is_taken(taken: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


def _costs(scene: Scene, sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Policy]:
    """What is required of costs, each stretch once; what is read is added to `taken`."""
    plain = sentence.plain
    if not COST_WORDS.search(plain):
        return
    for pattern in COSTS:
        for hit in pattern.finditer(plain):
            if is_saving(plain, hit.span()):
                continue
            if all(hit.end() <= start or end <= hit.start() for start, end in taken):
                taken.append(hit.span())
                yield _policy(scene, sentence, "running costs", hit.span(), drops=None)


def _policy(
    scene: Scene, sentence: Sentence, name: str, span: tuple[int, int], *, drops: bool | None
) -> Policy:
    place = _trimmed(scene.text, sentence.place(*span))
    holder = _holder(scene, sentence, span[0])
    hedge = HEDGE.search(scene.plain[place.start : place.end]) if drops is False else None
    return Policy(
        rule=_RULES.get(name, "policy.other"),
        evidence=(Evidence(sentence.span),),
        policy=name,
        wording=place.of(scene.text),
        span=place,
        drops=drops,
        hedge=hedge[0] if hedge else "",
        holder=holder,
    )


def _holder(scene: Scene, sentence: Sentence, start: int) -> str:
    """Whose policy it is: the document that says it, else the subject of the saying."""
    said = [hit for hit in _SAID_IN.finditer(sentence.plain) if hit.end() <= start + 1]
    near = [
        each.span.end for each in sentence.actors if each.span.end <= sentence.span.start + start
    ]
    if said and (not near or max(near) <= sentence.span.start + said[-1].end()):
        return sentence.place(*said[-1].span()).of(scene.text)
    holder = scene.subject(sentence, sentence.span.start + start)
    return holder.name if holder else ""


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" \n\"'“‘,.;:"))
    end = span.end - (len(words) - len(words.rstrip(" \n\"'”’,.;:")))
    return Span(start, max(start, end))
