"""Candidates: what was read in a document, one by one, for somebody to accept or refuse.

Each is one line of JSON (schema 1). Its id is made from the document's digest, the type, the rule
and the places, so reading a document again gives the same ids, and a decision holds as long as the
places do. Bodies and people come first: facts need them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from hashlib import sha256
from typing import Any, Final

from kg.documents.facts.model import (
    Change,
    Evidence,
    Fact,
    Facts,
    Joint,
    Party,
    Policy,
    Stance,
    Tenure,
)
from kg.documents.facts.rules import RULES
from kg.documents.mentions.model import Mentions, Span
from kg.documents.record.model import TextRecord

SCHEMA: Final = 1
Support = Mapping[str, tuple[int, int]]
"""How often candidates of a rule were accepted and rejected, by the rule's name."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a document; `value` holds its parts, `evidence` its exact places."""

    id: str
    type: str
    value: dict[str, Any]
    evidence: tuple[dict[str, Any], ...]
    extractor: dict[str, Any]
    document: dict[str, str]
    support: dict[str, int]
    needs: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    status: str = "unreviewed"
    schema: int = field(default=SCHEMA)

    def line(self) -> str:
        """The candidate as one line of JSON, its members sorted."""
        # Its parts are plain already: `asdict` would copy every one of them.
        told = {each.name: getattr(self, each.name) for each in fields(self)}
        return json.dumps(told, ensure_ascii=False, sort_keys=True)


def read_candidates(
    record: TextRecord, mentions: Mentions, facts: Facts, support: Support | None = None
) -> tuple[Candidate, ...]:
    """All candidates of a document: bodies and people, then facts, each list in text order.

    `support` counts the decisions on each rule; a rule that it lacks is untested (0 and 0).
    """
    making = _Making(record, support or {})
    named = [*_bodies(making, mentions), *_people(making, mentions)]
    return (
        *named,
        *(making.tenure(each) for each in facts.tenures if each.post),
        *(making.joint(each) for each in facts.joints),
        *(making.change(each) for each in facts.changes),
        *(making.policy(each) for each in facts.policies),
        *(making.stance(each) for each in facts.stances),
        *_figures(making, mentions),
        *_claims(making, mentions),
    )


class _Making:
    """Makes the candidates of one document; remembers which candidate names which key."""

    def __init__(self, record: TextRecord, support: Support) -> None:
        self.record = record
        self.support = support
        self.by_key: dict[str, str] = {}
        self.given: dict[str, int] = {}

    def make(
        self, kind: str, rule: str, value: dict[str, Any], evidence: Iterable[Evidence],
        keys: Iterable[str] = (),
    ) -> Candidate:  # fmt: skip
        """A candidate of a type, read by a rule, from its places."""
        places = tuple(evidence)
        accepted, rejected = self.support.get(rule, (0, 0))
        return Candidate(
            id=self._id(kind, rule, value, places),
            type=kind,
            value=value,
            evidence=tuple(self._place(each) for each in places),
            extractor={"rule": rule, "version": RULES[rule].version, "model": None},
            document={"id": self.record.id, "sha256": self.record.digest},
            support={"accepted": accepted, "rejected": rejected},
            needs=tuple(dict.fromkeys(self.by_key[key] for key in keys if key in self.by_key)),
        )

    def _id(self, kind: str, rule: str, value: dict[str, Any], places: tuple[Evidence, ...]) -> str:
        """Of the first place; two of one kind at one place are told apart by who they are about."""
        first = places[0].span
        named = value.get("name") if "key" in value else value.get("body") or value.get("holder")
        about = named or ""
        # By name: a body is the same whether or not the register has come to know it.
        who = str(about["name"] if isinstance(about, dict) else about)
        said = "|".join((self.record.digest, kind, rule, f"{first.start}-{first.end}", who))
        number = self.given[said] = self.given.get(said, -1) + 1
        return "c-" + sha256(f"{said}|{number}".encode()).hexdigest()[:12]

    def _place(self, each: Evidence) -> dict[str, Any]:
        span = each.span
        exact = span.of(self.record.text)
        return {"start": span.start, "end": span.end, "exact": exact, "role": each.role}

    def party(self, party: Party | None) -> dict[str, Any] | None:
        """A party as a value: the candidate that it is, its name, its link, else the options."""
        if party is None:
            return None
        return {
            "ref": self.by_key.get(party.key),
            "name": party.name,
            "type": party.type or None,
            "link": party.link or None,
            "options": list(party.options),
        }

    def parties(self, parties: Iterable[Party]) -> list[dict[str, Any]]:
        """Several parties as values."""
        return [told for each in parties if (told := self.party(each))]

    def fact(
        self, kind: str, fact: Fact, value: dict[str, Any], about: Iterable[Party | None]
    ) -> Candidate:
        """A candidate of a fact."""
        return self.make(
            kind, fact.rule, value, fact.evidence, [each.key for each in about if each]
        )

    def tenure(self, each: Tenure) -> Candidate:
        """A Tenure."""
        value = {
            "person": self.party(each.person), "post": each.post, "body": self.party(each.body),
            "interim": each.interim, "former": each.former, "incoming": each.incoming,
        }  # fmt: skip
        return self.fact("Tenure", each, value, (each.person, each.body))

    def joint(self, each: Joint) -> Candidate:
        """A JointArrangement."""
        value = {
            "person": self.party(each.person), "post": each.post,
            "organisations": self.parties(each.bodies),
        }  # fmt: skip
        return self.fact("JointArrangement", each, value, (each.person, *each.bodies))

    def change(self, each: Change) -> Candidate:
        """A ChangeProposal, or a ChangeEvent where the text says that it is done."""
        value = {
            "changeType": each.kind,
            "original": self.parties(each.parties),
            "resulting": self.party(each.result),
            "status": each.status,
            "statusChange": [
                {"status": told.status, "start": told.span.start, "end": told.span.end,
                 "text": told.span.of(self.record.text)}
                for told in each.statuses
            ],
            "influence": [
                {"text": told.text, "start": told.span.start, "end": told.span.end}
                for told in each.drivers
            ],
            "date": each.date or None,
        }  # fmt: skip
        kind = "ChangeEvent" if each.status == "completed" else "ChangeProposal"
        return self.fact(kind, each, value, (*each.parties, each.result))

    def policy(self, each: Policy) -> Candidate:
        """A Restatement of a provision."""
        value = {
            "provision": each.policy, "wording": each.wording, "start": each.span.start,
            "end": each.span.end, "dropsQualifier": each.drops, "qualifier": each.hedge or None,
            "holder": each.holder or None,
        }  # fmt: skip
        return self.fact("Restatement", each, value, ())

    def stance(self, each: Stance) -> Candidate:
        """A Claim with a stance."""
        value = {
            "holder": each.holder.name, "stance": each.stance, "about": each.about or None,
            "direct": each.direct,
        }  # fmt: skip
        return self.fact("Claim", each, value, (each.holder,))


def _bodies(making: _Making, mentions: Mentions) -> Iterator[Candidate]:
    spans: dict[str, list[Span]] = {}
    for each in mentions.organisations:
        spans.setdefault(each.key, []).append(each.span)
    first = {each.key: each for each in reversed(mentions.organisations)}
    for key, places in spans.items():
        one = first[key]
        value = {
            "key": key, "name": mentions.names.get(key, one.name),
            "canonical": one.canonical, "type": one.type,
            "link": one.link or None, "options": list(one.options),
        }  # fmt: skip
        made = making.make(
            "Organisation", "body.named", value, [Evidence(span, "name") for span in places]
        )
        making.by_key[key] = made.id
        yield made


def _people(making: _Making, mentions: Mentions) -> Iterator[Candidate]:
    spans: dict[str, list[Span]] = {}
    for each in mentions.people:
        spans.setdefault(each.key, []).append(each.span)
    first = {each.key: each for each in reversed(mentions.people)}
    for key, places in spans.items():
        one = first[key]
        value = {"key": key, "name": one.name, "title": one.title or None, "author": one.author}
        made = making.make(
            "Person", "tenure.name", value, [Evidence(span, "name") for span in places]
        )
        making.by_key[key] = made.id
        yield made


def _figures(making: _Making, mentions: Mentions) -> Iterator[Candidate]:
    for each in mentions.figures:
        value = {
            "value": each.value, "quantity": each.quantity, "unit": each.unit, "what": each.what,
            "low": each.low, "high": each.high, "approx": each.approx,
            "comparator": each.comparator or None,
        }  # fmt: skip
        yield making.make("Figure", "figure.read", value, [Evidence(each.span, "value")])


def _claims(making: _Making, mentions: Mentions) -> Iterator[Candidate]:
    for each in mentions.quotations:
        value = {
            "speaker": each.speaker or None, "kind": each.kind, "utterance": each.utterance,
            "continues": each.continues,
        }  # fmt: skip
        places = [Evidence(each.span, "quote")]
        if each.speaker_span:
            places.append(Evidence(each.speaker_span, "speaker"))
        yield making.make("Claim", "claim.quoted", value, places, [each.speaker_key])
