"""Policies as the text words them; above all whether the one-CCG rule keeps its hedge."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.documents.facts.model import Evidence, Policy
from kg.documents.facts.policy_words import DOCUMENT, HEDGE, RULE, SAME_AREA, UNHEDGED
from kg.documents.facts.scene import Scene
from kg.documents.facts.sentences import Sentence
from kg.documents.mentions.model import Span

_ONE_CCG: Final = "one CCG in each system"
_HEDGE_LEFT_OUT: Final = "one CCG in each system: its hedge left out"
_RULES: Final = {_ONE_CCG: "policy.one-ccg", _HEDGE_LEFT_OUT: "policy.hedge"}
_END: Final = r"(?=[.;:,\"]| - | because | but | although | so that |$)"
_MONTH: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_OTHERS: Final = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "running costs",
            r"\b(?:an? |the |any )?(?:further |new )?"
            r"(?:requirement|instruction|demand|order|target|required|told|asked)s? to "
            r"(?:cut|reduce|lower|halve|cap|find|save|make)\b[^.;:,\"]{0,60}?\b(?:costs?"
            r"|savings|budgets?)\b"
            rf"[^.;:,\"]{{0,50}}{_END}",
        ),
        (
            "running costs",
            r"\b(?:the |their )?(?:running costs?|management costs?|(?:\w+ )?allowance|budget)s?\b"
            r"(?:[^.;:,\"]|\.(?=\d)){0,40}? (?:would|will|must|should|to|are to|is to) be "
            rf"(?:cut|reduced|halved|capped|lowered)\b[^.;:,\"]{{0,60}}{_END}",
        ),
        (
            "running costs",
            r"\b(?:cut|reduc\w+|lower|halve) (?:their |its |the |our )?"
            rf"(?:running|management|administrative) costs? (?:by|to) [^;:,\"]{{1,40}}?{_END}",
        ),
        (
            "running costs",
            r"\b(?:an? |the )(?:further |new |planned )?(?:\d+|[a-z-]+) ?(?:per ?cent|%) "
            r"(?:\w+ ){0,2}?(?:reduction|cut|saving)s?\b"
            r"(?: in (?:running|management|administrative) costs?)?",
        ),
        (
            "running costs",
            r"\b(?:the )?(?:presumed |planned )?(?:running costs?|management(?: costs?)?) "
            r"(?:allowance|target|envelope|cap|limit)s?\b[^.;:,\"]{0,60}?"
            rf"(?:(?= (?:remains?|is|was|are|were|has|have|will|would|must|should)\b)|{_END})",
        ),
        (
            "authorisation",
            r"\b(?:the )?(?:requirements?|criteria|tests?|conditions) (?:for|of) "
            rf"(?:\w+ ){{0,5}}?authoris\w+{_END}",
        ),
        (
            "system coverage",
            r"\b(?:(?:having|to have|move to|wants?) )?(?:integrated care systems?|icss?) "
            r"(?:\w+ ){0,2}?(?:cover\w*|across|everywhere|in (?:every|all|each))\b"
            rf"[^.;:,\"]{{0,80}}{_END}",
        ),
        (
            "reorganisation",
            r"\b(?:the |this |another )(?:current |latest |planned |proposed |coalition's )?"
            r"(?:national |top-down |nhs |health service )*"
            r"(?:reorganisation|restructuring|restructure|shake-up)\b(?: of [^.;:,\"]{3,50})?",
        ),
        (
            "party policy",
            r"\b(?:government|labour|conservatives?|ministers?|party|coalition|democrats)\b"
            r"[^.;:\"]{0,30}?\b(?:would|will|to|plans? to|pledged to|promised to) "
            r"(?:encourage|introduce|bring in|legislate for|abolish|repeal|scrap) "
            rf"(?P<what>[^.;:,\"]{{8,90}}?)(?:(?= is | was | as )|{_END})",
        ),
        (
            "law",
            r"\bunder (?:the )?[\w ]{0,40}(?:act|bill)(?: \d{4})?, "
            rf"(?P<what>[^.;:\"]{{10,140}}){_END}",
        ),
        (
            "guidance",
            rf"\b{DOCUMENT}\b(?: \w+){{0,3}}? (?:says?|said|states?|stated|wants?|wanted|requires?"
            r"|required|commits?|committed|expects?|expected|sets? out|made clear|makes clear|asks?"
            rf"|promised|promises|proposes|proposed|would|will)(?: to| that)?"
            rf" (?P<what>[^.;:,\"]{{10,160}}?){_END}",
        ),
        (
            "national policy",
            rf"\bpolic(?:y|ies) of [^.;:,\"]{{8,80}}?(?:(?= (?:is|was|are|were|has|had)\b)|{_END})",
        ),
        (
            "deadline",
            r"\b(?:every|all|each) (?:\w+ ){0,3}?(?:ccgs?|systems?|icss?|stps?|icbs?|groups?"
            r"|consortia|areas?) (?:must|should|will have to|has to|have to|are required to"
            rf"|is required to|to) (?:\w+ ){{1,14}}?by (?:the end of )?(?:\d+ )?(?:{_MONTH}"
            rf"|\d{{4}})"
            r"(?: \d{4})?",
        ),
    )
)
_TALK: Final = re.compile(
    r"\b(?:say|says|said|saying|that|states?|stating|told|expects?|expected|told that"
    r"|reiterating|insist\w*|guidance|rule|there is an?|there was an?|clear|set out)[,"
    r" ]+[\"']?(?=\S)"
)
_STOP: Final = re.compile(
    r"[\"]?(?:\. |; | - (?=\w)|, (?:taking|with the|but|which)\b|\bbecause\b)"
)


def read_policies(scene: Scene) -> tuple[Policy, ...]:
    """The policies that a text words, in its order: the one-CCG rule, talk of its hedge, others."""
    return tuple(policy for sentence in scene.sentences for policy in _of(scene, sentence))


def _of(scene: Scene, sentence: Sentence) -> Iterator[Policy]:
    plain = sentence.plain
    gone = None if sentence.segment.kind == "heading" else UNHEDGED.search(plain)
    rule = RULE.search(plain)
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
    found = SAME_AREA.search(plain)
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
    for name, pattern in _OTHERS:
        hit = pattern.search(sentence.plain)
        if hit is None:
            continue
        span = hit.span("what") if "what" in pattern.groupindex else hit.span()
        if any(start < span[1] and span[0] < end for start, end in taken):
            continue
        taken.append(span)
        yield _policy(scene, sentence, name, span, drops=None)


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
    holder = scene.subject(sentence, place.start)
    hedge = HEDGE.search(scene.plain[place.start : place.end]) if drops is False else None
    return Policy(
        rule=_RULES.get(name, "policy.other"),
        evidence=(Evidence(sentence.span),),
        policy=name,
        wording=place.of(scene.text),
        span=place,
        drops=drops,
        hedge=hedge[0] if hedge else "",
        holder=holder.name if holder else "",
    )


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" \n\"'“‘,.;:"))
    end = span.end - (len(words) - len(words.rstrip(" \n\"'”’,.;:")))
    return Span(start, max(start, end))
