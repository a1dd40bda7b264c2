"""The summary of a document: eight lists of what it says, for reading and for scoring.

The lists are organisations, people, mergers, shared_officers, figures, policy_mentions, quotes and
stances. Each `start` and `end` counts code points, and the text between them is what stands beside.
"""

from __future__ import annotations

import re
from typing import Any, Final

from kg.documents.counted import told_once
from kg.documents.facts.model import Change, Evidence, Facts, Joint, Policy, Stance, Tenure
from kg.documents.facts.scene.subjects import COMMISSIONERS
from kg.documents.mentions.model import Figure, Group, Mentions, Quotation, Span

_STATUS = {"voted for": "proposed (voted for)", "consulted on": "proposed (consulted on)"}
Item = dict[str, Any]


def summarise(text: str, mentions: Mentions, facts: Facts) -> dict[str, list[Item]]:
    """The eight lists, each in the order of the text."""
    return {
        "organisations": _organisations(text, mentions),
        "people": _people(text, facts.tenures),
        "mergers": [_change(text, each) for each in facts.changes if each.kind == "merger"],
        "shared_officers": [_joint(text, each) for each in facts.joints],
        "figures": _figures(text, mentions),
        "policy_mentions": [_policy(text, each) for each in facts.policies],
        "quotes": [_quote(text, each) for each in mentions.quotations if _is_claim(each)],
        "stances": _stances(text, facts.stances),
    }


def _span(text: str, span: Span) -> Item:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _evidence(text: str, evidence: tuple[Evidence, ...]) -> list[Item]:
    return [_span(text, each.span) for each in evidence]


def _organisations(text: str, mentions: Mentions) -> list[Item]:
    found: dict[str, Item] = {}
    named = {
        each.key: each.name for each in reversed(mentions.organisations) if each.form == "named"
    }
    for one in mentions.organisations:
        item = found.setdefault(
            one.key,
            {
                "name": named.get(one.key, one.name),
                "canonical": one.canonical,
                "type": one.type,
                "link": one.link or None,
                "options": list(one.options),
                "mentions": [],
            },
        )
        item["mentions"].append(_span(text, one.span))
    for group in mentions.groups:
        if _is_named(group, mentions):
            key = f"{group.type}/{group.place}"
            item = found.setdefault(
                key, {"name": group.name, "type": f"group of {group.type}", "mentions": []}
            )
            item["mentions"].append(_span(text, group.span))
    return list(found.values())


def _is_named(group: Group, mentions: Mentions) -> bool:
    """Whether a group is known by its place only: its members are named nowhere.

    They are named where the text counts as many of the type, calls two or more after the place, or
    lists two or more in the same paragraph.
    """
    local = group.place and group.place != "England" and group.type in COMMISSIONERS
    if not local or group.members:
        return False
    bodies = [each for each in mentions.organisations if each.type == group.type]
    after = {each.key for each in bodies if group.place in each.name}
    beside = {
        each.key
        for segment in mentions.segments
        if segment.span.has(group.span)
        for each in bodies
        if segment.span.has(each.span)
    }
    listed = len(beside) == group.size if group.size else len(beside) > 1
    return not listed and len(after) < 2 and group.size != len({each.key for each in bodies})


def _figures(text: str, mentions: Mentions) -> list[Item]:
    """Each figure once: the same number of the same thing is told again under `also`."""
    return [
        _figure(text, each) | ({"also": [_span(text, one) for one in again]} if again else {})
        for each, again in told_once(text, mentions)
    ]


def _people(text: str, tenures: tuple[Tenure, ...]) -> list[Item]:
    """Each person with each post; a post told of once in several bodies once, with all of them."""
    found: dict[tuple[str, str, Span], Item] = {}
    for each in tenures:
        key = each.person.key, each.post.lower(), each.evidence[0].span
        item = found.setdefault(key, _tenure(text, each) | {"organisations": []})
        item["organisations"] += [each.body.name] if each.body else []
    return list(found.values())


def _tenure(text: str, each: Tenure) -> Item:
    return {
        "name": each.person.name,
        "post": each.post or None,
        "organisation": each.body.name if each.body else None,
        "interim": each.interim,
        "former": each.former,
        "incoming": each.incoming,
        "role": "author" if each.author else None,
        "evidence": _evidence(text, each.evidence),
    }


def _change(text: str, each: Change) -> Item:
    return {
        "parties": [party.name for party in each.parties],
        "result": each.result.name if each.result else None,
        "date": each.date or None,
        "status": _STATUS.get(each.status, each.status),
        "drivers": [driver.text for driver in each.drivers],
        "generic": not each.parties,
        "evidence": _evidence(text, each.evidence),
    }


def _joint(text: str, each: Joint) -> Item:
    return {
        "person": each.person.name if each.person else None,
        "post": each.post,
        "organisations": [party.name for party in each.bodies],
        "evidence": _evidence(text, each.evidence),
    }


_PARTS: Final = re.compile(r"(?i)[a-z]+[- ](?:thirds|sixths|sevenths|eighths|ninths)")
"""Shares that no round number of per cent tells: they stay in words."""


def _figure(text: str, each: Figure) -> Item:
    worded = each.span.of(text)
    return {
        "value": worded.lower() if _PARTS.fullmatch(worded) else each.value,
        "unit": each.unit,
        "what": each.what,
        "as_of": None,
        "approx": each.approx,
        "comparator": each.comparator or None,
        "value_span": _span(text, each.span),
    }


def _policy(text: str, each: Policy) -> Item:
    return {
        "policy": each.policy,
        "wording": each.wording,
        "start": each.span.start,
        "end": each.span.end,
        "drops_typically": each.drops,
        "hedge": each.hedge or None,
        "holder": each.holder or None,
        "evidence": _evidence(text, each.evidence),
    }


def _is_claim(each: Quotation) -> bool:
    """Whether quoted words are somebody's: no single word, no pull quote of the text itself."""
    return each.kind != "word" and (each.kind != "pull" or each.speaker != "")


def _quote(text: str, each: Quotation) -> Item:
    return {
        "speaker": each.speaker or None,
        "speaker_post": each.speaker_post or None,
        "speaker_organisation": each.speaker_organisation or None,
        "quote": each.span.of(text),
        "start": each.span.start,
        "end": each.span.end,
        "kind": each.kind,
        "utterance": each.utterance,
        "continues": each.continues,
    }


_ALIKE = COMMISSIONERS
"""Types of body that take a side together: of several named in one breath it is one stance."""


def _stances(text: str, stances: tuple[Stance, ...]) -> list[Item]:
    """Each stance; that of several bodies of a type that one sentence tells once, of them all."""
    found: dict[tuple[Any, ...], Item] = {}
    for number, each in enumerate(stances):
        is_one = each.holder.type in _ALIKE
        kind = each.holder.type if is_one else number
        key = each.evidence[0].span, each.stance, kind
        if key in found:
            found[key]["holder"] += f", {each.holder.name}"
        else:
            found[key] = _stance(text, each)
    return list(found.values())


def _stance(text: str, each: Stance) -> Item:
    return {
        "holder": each.holder.name,
        "stance": each.stance,
        "about": each.about or None,
        "direct": each.direct,
        "evidence": _evidence(text, each.evidence),
    }
