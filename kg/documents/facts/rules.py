"""The rules by name and version, so that a candidate can say what read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its name, its version (raised when its readings change), and what it reads."""

    name: str
    version: str
    reads: str


_ALL: Final = (
    Rule("tenure.post", "1.5", "a person with a post, and the body where the text tells it"),
    Rule("tenure.name", "1.4", "a person named without a post"),
    Rule("joint.share", "1.5", "bodies that share an officer"),
    Rule("joint.post", "1.5", "one person with one post in several bodies"),
    Rule("joint.reach", "1.3", "bodies that a clause gives one officer or team in common"),
    Rule("change.merger", "1.4", "a merger, its parties, result, status, day and drivers"),
    Rule("change.split", "1.3", "a body divided into several"),
    Rule("policy.one-ccg", "1.4", "the rule of one CCG in each system, hedged or not"),
    Rule("policy.hedge", "1.3", "talk of leaving the hedge of that rule out"),
    Rule("policy.other", "1.4", "another policy: costs, authorisation, reorganisation, deadlines"),
    Rule("stance.told", "1.5", "somebody is said to be for or against something"),
    Rule("stance.said", "1.5", "somebody's quoted words are for or against something"),
    Rule("figure.read", "1.3", "a number with what it counts or measures"),
    Rule("claim.quoted", "1.5", "quoted words with their speaker"),
    Rule("body.named", "1.5", "a body that the text names"),
)
RULES: Final = {rule.name: rule for rule in _ALL}
