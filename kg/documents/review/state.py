"""What the decisions on a document come to: of each candidate, whether it holds and as what.

The last decision on a candidate counts; of several reviewers the last of each is shown. What an
accepted fact needs is accepted with it, unless somebody decided otherwise. A candidate that was
decided and is no longer read stays as it was decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from functools import cached_property
from hashlib import sha256
from json import dumps
from typing import Any, Final, Literal

from kg.documents.candidates import Candidate
from kg.documents.record.model import TextRecord
from kg.documents.review.log import Decision

Standing = Literal["open", "accept", "reject", "unsure"]
MISSED: Final = "missed"
"""The name that stands for a rule where a person marked what the rules had missed."""
_FIRST: Final = {"Organisation": 0, "AgentGroup": 1, "Person": 2}


@dataclass(frozen=True, slots=True)
class Item:
    """A candidate and what was decided of it.

    `value` is the candidate's with what the reviewer put right; `by`, `reason` and `when` are of
    the decision that counts. `is_implied` marks what was accepted because an accepted fact needs
    it, `is_stale` what the rules read otherwise, or no longer, since it was decided.
    """

    candidate: Candidate
    verdict: Standing = "open"
    by: str = ""
    reason: str = ""
    when: str = ""
    value: Mapping[str, Any] = field(default_factory=dict)
    disagreement: tuple[tuple[str, str], ...] = ()
    is_edited: bool = False
    is_implied: bool = False
    is_stale: bool = False

    @property
    def id(self) -> str:
        """The candidate's id."""
        return self.candidate.id

    @property
    def needs(self) -> tuple[str, ...]:
        """The ids of the bodies and people that it leans on."""
        return self.candidate.needs


@dataclass(frozen=True, slots=True)
class Progress:
    """How many candidates there are, and what became of them."""

    total: int
    done: int
    open: int
    accepted: int
    rejected: int
    unsure: int


@dataclass(frozen=True)
class Review:
    """A document, its candidates and the decisions on them."""

    record: TextRecord
    candidates: tuple[Candidate, ...]
    decisions: tuple[Decision, ...]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All candidates in the order of review: bodies, people, then facts in text order."""
        found = {each.id: each for each in self.candidates}
        given = standing(self.decisions)
        for name, decided in given.items():
            told = decided[-1].about
            if name not in found and told:
                found[name] = candidate_of(told)
        read = {each.id for each in self.candidates}
        items = [_item(each, given.get(name, ()), name in read) for name, each in found.items()]
        return tuple(sorted(_with_needs(items), key=_order))

    @cached_property
    def by_id(self) -> Mapping[str, Item]:
        """The items by the id of their candidate."""
        return {each.id: each for each in self.items}

    @property
    def accepted(self) -> tuple[Item, ...]:
        """What is to stand in the graph."""
        return tuple(each for each in self.items if each.verdict == "accept")

    @property
    def progress(self) -> Progress:
        """How far the review has come; what is unsure is done, too."""
        told = [each.verdict for each in self.items]
        count = {name: told.count(name) for name in ("open", "accept", "reject", "unsure")}
        return Progress(
            len(told), len(told) - count["open"], count["open"], count["accept"],
            count["reject"], count["unsure"],
        )  # fmt: skip

    def next_after(self, name: str = "") -> Item | None:
        """The next open item after that one, or from the beginning; None when all are decided."""
        places = [each.id for each in self.items]
        start = places.index(name) + 1 if name in places else 0
        turned = (*self.items[start:], *self.items[:start])
        return next((each for each in turned if each.verdict == "open"), None)

    def support(self) -> dict[str, tuple[int, int]]:
        """How many candidates of each rule were accepted and rejected here, by the rule's name."""
        return support_of(self.decisions)


def standing(decisions: Iterable[Decision]) -> dict[str, tuple[Decision, ...]]:
    """The decisions that stand, by candidate: of each reviewer the last that was not undone."""
    decisions = tuple(decisions)
    undone = {each.changes.get("undoes") for each in decisions if each.verdict == "undo"}
    kept: dict[str, dict[str, Decision]] = {}
    for each in decisions:
        if each.verdict != "undo" and each.sequence not in undone:
            of_one = kept.setdefault(each.candidate, {})
            of_one.pop(each.reviewer, None)  # so that the last decision is the last in order
            of_one[each.reviewer] = each
    return {name: tuple(of_one.values()) for name, of_one in kept.items()}


def support_of(decisions: Iterable[Decision]) -> dict[str, tuple[int, int]]:
    """How many candidates of each rule were accepted and rejected, by the rule's name."""
    counted: dict[str, list[int]] = {}
    for decided in standing(decisions).values():
        last = decided[-1]
        rule = last.about.get("extractor", {}).get("rule")
        if rule and last.verdict in ("accept", "reject"):
            counted.setdefault(rule, [0, 0])[last.verdict == "reject"] += 1
    return {rule: (yes, no) for rule, (yes, no) in counted.items()}


def candidate_of(told: Mapping[str, Any]) -> Candidate:
    """A candidate that a decision was about, from what the decision kept of it."""
    known = dict(told) | {name: tuple(told.get(name, ())) for name in ("evidence", "needs")}
    return Candidate(**known | {"conflicts": tuple(told.get("conflicts", ()))})


def digest_of(candidate: Candidate) -> str:
    """SHA-256 of what a candidate says and where, in hexadecimal; its support is left out."""
    said = [candidate.type, candidate.value, candidate.evidence]
    return sha256(dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def kept_of(candidate: Candidate) -> dict[str, Any]:
    """What a decision keeps of a candidate."""
    told = asdict(candidate)
    return {name: value for name, value in told.items() if name not in ("support", "status")} | {
        "support": {}
    }


def _item(candidate: Candidate, decided: tuple[Decision, ...], is_read: bool) -> Item:
    if not decided:
        return Item(candidate, value=candidate.value)
    last = decided[-1]
    verdict: Standing = "accept" if last.verdict == "missed" else last.verdict  # type: ignore[assignment]
    is_missed = candidate.extractor["rule"] == MISSED
    is_stale = not is_missed and (not is_read or last.digest != digest_of(candidate))
    decided_on = candidate_of(last.about) if is_stale and last.about else candidate
    answers = tuple((each.reviewer, each.verdict) for each in decided)
    return Item(
        decided_on,
        verdict,
        last.reviewer,
        last.reason,
        last.when,
        dict(decided_on.value) | dict(last.changes),
        answers if len({verdict for _, verdict in answers}) > 1 else (),
        bool(last.changes),
        is_stale=is_stale,
    )


def _with_needs(items: list[Item]) -> list[Item]:
    """The items, with what accepted facts need accepted, too, where nobody decided on it."""
    needed: dict[str, Item] = {}
    for each in items:
        if each.verdict == "accept":
            needed.update({name: each for name in each.needs if name not in needed})
    return [_implied(each, needed[each.id]) if each.id in needed else each for each in items]


def _implied(item: Item, by: Item) -> Item:
    if item.verdict != "open":
        return item
    reason = f"needed by {by.id}"
    return Item(item.candidate, "accept", by.by, reason, by.when, item.value, is_implied=True)


def _order(item: Item) -> tuple[int, int, int, str]:
    places = item.candidate.evidence
    first = places[0] if places else {"start": 0, "end": 0}
    return _FIRST.get(item.candidate.type, 3), first["start"], first["end"], item.id
