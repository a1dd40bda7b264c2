"""The facts: typed, frozen, each with the rule that read it and the places that say it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.documents.mentions.model import Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place that says a fact, and for which part of it: `fact`, `status`, `date`, `driver`."""

    span: Span
    role: str = "fact"


@dataclass(frozen=True, slots=True)
class Party:
    """A body, group or person that a fact is about: its key, its name and its link, if any."""

    key: str
    name: str
    type: str = ""
    link: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What all facts have: the name of the rule that read it, and where."""

    rule: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure(Fact):
    """A person holds, held or will hold a post; without a post only the name is told."""

    person: Party
    post: str = ""
    body: Party | None = None
    interim: bool = False
    former: bool = False
    incoming: bool = False
    author: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint(Fact):
    """Several bodies share an officer, who may be unnamed."""

    post: str
    bodies: tuple[Party, ...]
    person: Party | None = None


@dataclass(frozen=True, slots=True)
class StatusChange:
    """One status word: what it makes of the change, and where it stands.

    `status` is proposed, consulted on, voted for, planned, approved, agreed, cluster, completed,
    delayed, rejected, or dropped. Approved never means completed; a cluster is run as one while
    its bodies stay apart in law.
    """

    status: str
    span: Span


@dataclass(frozen=True, slots=True)
class Driver:
    """What is said to press for a change: a phrase of the text, and its place."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Fact):
    """A merger or split: of whom, into what, how far it has come, from when, and why.

    `status` is where the text leaves it; `date` the day it takes effect, as precise as the text,
    in ISO form, or empty. A change without parties is one of unnamed bodies.
    """

    kind: str
    parties: tuple[Party, ...] = ()
    result: Party | None = None
    status: str = ""
    statuses: tuple[StatusChange, ...] = ()
    date: str = ""
    drivers: tuple[Driver, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Fact):
    """A policy as the text words it.

    `drops` is whether the one-CCG rule stands without a hedge; None for another policy.
    """

    policy: str
    wording: str
    span: Span
    drops: bool | None = None
    hedge: str = ""
    holder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance(Fact):
    """Somebody is for or against something, or balances; `direct` in their own quoted words."""

    holder: Party
    stance: str
    about: str
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was read in one text, each list in the order of the text."""

    tenures: tuple[Tenure, ...] = ()
    joints: tuple[Joint, ...] = ()
    changes: tuple[Change, ...] = ()
    policies: tuple[Policy, ...] = ()
    stances: tuple[Stance, ...] = field(default=())
