"""What must be so of a thing: conditions as data, from a filter, a day, a corpus, a class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from kg.model.terms import Iri, Term

Operator = Literal["eq", "in", "contains", "startsWith", "atLeast", "atMost"]


@dataclass(frozen=True)
class Step:
    """From a thing to another, or to a literal, along a property or against it."""

    predicate: Iri
    inverse: bool = False


@dataclass(frozen=True)
class Way(Step):
    """A step after others, `via`; or, instead of it, one of `also`.

    It leads on only from what `needs` leads on from. Where it `is_set`, what is reached in several
    ways is told once. With `languages`, of texts it leads to those in the first of them that there
    is; else in English, in no language that is told, or in any. Where it `is_least`, it leads to
    the least of several values.
    """

    via: tuple[Step, ...] = ()
    also: tuple[Step, ...] = ()
    needs: Step | None = None
    is_set: bool = False
    languages: tuple[str, ...] | None = None
    is_least: bool = False


@dataclass(frozen=True)
class Held:
    """What held on a day.

    Something without dates did not, if it is of one of `strict`; other things without dates pass.
    With `strict` of nothing, everything without dates fails.
    """

    day: str
    months: int
    strict: tuple[Iri, ...] | None = None


@dataclass(frozen=True)
class Known:
    """What a document that was out by a day says.

    Something without such a day is not known, if it is of one of `strict`; other things pass. With
    `strict` of nothing, everything without a day fails.
    """

    day: str
    strict: tuple[Iri, ...] | None = None


@dataclass(frozen=True)
class Group:
    """All that must be so of one thing."""

    classes: tuple[Iri, ...] = ()
    held: Held | None = None
    corpus: Iri | None = None
    where: Condition | None = None
    known: Known | None = None


ANYTHING: Final = Group()
"""What is so of everything."""


@dataclass(frozen=True)
class Same:
    """It is one of these things."""

    iris: tuple[Iri, ...]


@dataclass(frozen=True)
class Value:
    """It has a value for which the test is true; `is_numeric` values are compared as numbers, and
    `is_spoken` ones as texts in whatever language."""

    step: Step
    operator: Operator
    terms: tuple[Term, ...]
    is_single: bool = False
    is_numeric: bool = False
    is_spoken: bool = False


@dataclass(frozen=True)
class Some:
    """It leads to something that is so; along a single step, to one thing at most."""

    step: Step
    group: Group = ANYTHING
    is_single: bool = False


@dataclass(frozen=True)
class Amount:
    """It leads to so many things that are so."""

    step: Step
    group: Group
    operator: Literal["eq", "atLeast", "atMost"]
    number: int


@dataclass(frozen=True)
class Is:
    """It is of one of the group's classes, and all else of the group is so of it too."""

    group: Group


@dataclass(frozen=True)
class All:
    """All parts hold; so it does without parts."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    """The part does not hold."""

    part: Condition


Condition = Same | Value | Some | Amount | Is | All | AnyOf | Not
