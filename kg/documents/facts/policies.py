"""Policies as the text words them; above all whether the one-CCG rule keeps its hedge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.documents.facts.model import Evidence, Policy
from kg.documents.facts.policy_costs import COST_WORDS, COSTS
from kg.documents.facts.policy_patterns import NEEDS, OTHERS
from kg.documents.facts.policy_words import DOCUMENT, HARDENED, HEDGE, RULE, SAME_AREA, UNHEDGED
from kg.documents.facts.scene import Scene
from kg.documents.facts.sentences import Sentence
from kg.documents.mentions.model import Span

_ONE_CCG: Final = "one CCG in each system"
_HEDGE_LEFT_OUT: Final = "one CCG in each system: its hedge left out"
_RULES: Final = {_ONE_CCG: "policy.one-ccg", _HEDGE_LEFT_OUT: "policy.hedge"}
_TALK: Final = re.compile(
    r"\b(?:say|says|said|saying|that|states?|stating|told|expects?|expected|told that"
    r"|reiterating|insist\w*|guidance|rule|there is an?|there was an?|clear|set out)[,"
    r" ]+[\"']?(?=\S)"
)
_SAID_IN: Final = re.compile(
    rf"\b(?:(?:nhs|government|national|operational|model|five year|\d{{4}}"
    rf"|health)(?:'s)?[ -])*{DOCUMENT}\b"
)
"""A document that holds a policy, with the words that name it in full."""
_STOP: Final = re.compile(
    r"[\"]?(?:\. |; | - (?=\w)|, (?:taking|with the|but|which)\b|\bbecause\b)"
)


def read_policies(scene: Scene) -> tuple[Policy, ...]:
    """The policies that a text words, in its order: the one-CCG rule, talk of its hedge, others."""
    return tuple(policy for sentence in scene.sentences for policy in _of(scene, sentence))


def _of(scene: Scene, sentence: Sentence) -> Iterator[Policy]:
    plain = sentence.plain
    is_rule = (
        "ccg" in plain or "commission" in plain or "one of these" in plain or "group" in plain
    ) and ("one" in plain or "single" in plain or "sole" in plain or "1" in plain)
    is_quoted = ("ally" in plain and ('"' in plain or "'" in plain)) or HARDENED.search(plain)
    is_told = is_quoted and sentence.segment.kind != "heading"
    gone = (UNHEDGED.search(plain) or HARDENED.search(plain)) if is_told else None
    rule = RULE.search(plain) if is_rule else None
    span: tuple[int, int] | None = None
    if gone:
        start = min(gone.start(), rule.start()) if rule else gone.start()
        yield _policy(scene, sentence, _HEDGE_LEFT_OUT, (start, gone.end()), drops=True)
        return
    rule = rule or _hedged_area(plain)
    if rule and not _is_narrative(plain, rule):
        span = _clause(plain, rule.start(), rule.end())
        hedged = HEDGE.search(plain[span[0] : span[1]]) is not None
        yield _policy(scene, sentence, _ONE_CCG, span, drops=not hedged)
    if sentence.segment.kind != "heading":
        yield from _others(scene, sentence, span)


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
            r"|\bvot\w+\b",
            before,
        )
        is not None
    )


def _others(scene: Scene, sentence: Sentence, told: tuple[int, int] | None) -> Iterator[Policy]:
    """Other policies, outside the stretch that tells the one-CCG rule."""
    taken = [told] if told else []
    plain = sentence.plain
    yield from _costs(scene, sentence, taken)
    near = {name for name, needs in NEEDS.items() if any(need in plain for need in needs)}
    for name, pattern in OTHERS:
        hit = pattern.search(plain) if name in near else None
        if hit is None:
            continue
        span = hit.span("what") if "what" in pattern.groupindex else hit.span()
        if any(start < span[1] and span[0] < end for start, end in taken):
            continue
        taken.append(span)
        yield _policy(scene, sentence, name, span, drops=None)


def _costs(scene: Scene, sentence: Sentence, taken: list[tuple[int, int]]) -> Iterator[Policy]:
    """What is required of costs, each stretch once; what is read is added to `taken`."""
    plain = sentence.plain
    if not COST_WORDS.search(plain):
        return
    for pattern in COSTS:
        for hit in pattern.finditer(plain):
            if all(hit.end() <= start or end <= hit.start() for start, end in taken):
                taken.append(hit.span())
                yield _policy(scene, sentence, "running costs", hit.span(), drops=None)


def _clause(plain: str, start: int, end: int) -> tuple[int, int]:
    """The clause around the rule: after the word of saying, to the end of what is said."""
    leads = [hit.end() for hit in _TALK.finditer(plain[: start + 1]) if hit.end() <= start + 1]
    first = leads[-1] if leads else 0
    if HEDGE.search(plain[:start]) and not HEDGE.search(plain[first:end]):
        first = leads[-2] if len(leads) > 1 else 0
    stop = _STOP.search(plain, end)
    last = stop.start() if stop else len(plain)
    return min(first, start), max(end, last)


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
