"""What is in force somewhere in an operation, and what passes it: read from the schema's texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kg.model.definitions import Ontology
from kg.model.names import ID, cot, expand
from kg.model.terms import Iri, Literal, Term
from tests.server.graphql.generated.facts import Facts


class Force(NamedTuple):
    """The days, months, corpus and languages that a field and those below it are asked under.

    `own` where the field itself was given its day, `of_body` where a body leads there, and
    `timeless` where what is there is of other days anyway.
    """

    day: str | None = None
    months: int = 0
    published: str | None = None
    corpus: Iri | None = None
    languages: tuple[str, ...] = ()
    own: bool = False
    of_body: bool = False
    timeless: bool = False

    def under(
        self,
        args: Mapping[str, Any],
        ontology: Ontology,
        *,
        of_body: bool = False,
        timeless: bool = False,
    ) -> Force:
        """What is in force under a field with these arguments; a day of null is no day."""
        months, corpus = args.get("carryMonths"), args.get("corpus")
        languages = args.get("language")
        return self._replace(
            day=args.get("asOf", self.day),
            months=self.months if months is None else months,
            published=args.get("publishedBy", self.published),
            corpus=_corpus(corpus, ontology) if corpus else self.corpus,
            languages=self.languages if languages is None else looked_for(languages),
            own="asOf" in args,
            of_body=of_body,
            timeless=timeless,
        )

    def nested(self, *, of_body: bool, timeless: bool = False) -> Force:
        """The same for what a filter leads to from a thing, which is given no day of its own."""
        return self._replace(own=False, of_body=of_body, timeless=timeless)


def looked_for(tags: Sequence[str]) -> tuple[str, ...]:
    """The languages of these tags, each before the wider ones that it is in.

    >>> looked_for(["cy-GB", "en-a-oxendict"])
    ('cy-gb', 'cy', 'en-a-oxendict', 'en')
    """
    found: list[str] = []
    for tag in tags:
        parts = tag.lower().split("-")
        while parts:
            if len(parts[-1]) > 1:
                found.append("-".join(parts))
            parts.pop()
    return tuple(dict.fromkeys(found))


def matches(language: str, wanted: str) -> bool:
    """Whether a language is another one, or is in it."""
    return f"{language}-".lower().startswith(f"{wanted}-")


def chosen(found: Sequence[Term], languages: Sequence[str]) -> list[Literal]:
    """The texts in the language that comes first: of those looked for; English; whatever."""

    def rank(literal: Literal) -> tuple[int, str]:
        order = [*languages, "en"]
        for place, wanted in enumerate(order):
            if matches(literal.lang, wanted):
                return place, literal.lang
        return len(order) + (literal.lang != ""), literal.lang

    texts = [each for each in found if isinstance(each, Literal)]
    best = min(map(rank, texts), default=None)
    return [each for each in texts if rank(each) == best]


def identified(text: str) -> Iri:
    """The thing of an id: whole IRIs and prefixed names as they are, all else is ours."""
    known = text.startswith(("http:", "https:", "urn:", "cot:", "cotv:"))
    return expand(text) if known else Iri(ID + text)


def _corpus(text: str, ontology: Ontology) -> Iri:
    for each in ontology.schemes["corpus"].concepts:
        if each.notation == text.lower():
            return each.iri
    return identified(text)


class Passing:
    """What passes, of things that a field or a filter leads to."""

    def __init__(self, facts: Facts, ontology: Ontology) -> None:
        self._facts = facts
        self._ontology = ontology

    def passes(self, thing: Iri, classes: Sequence[str], force: Force) -> bool:
        """Whether it held, and was known; `classes` are the concrete ones it may be of there."""
        return self._held(thing, classes, force) and self._known(thing, classes, force)

    def _below(self, classes: Sequence[str], parent: str) -> list[str]:
        found = self._ontology.classes
        asked = classes or [name for name, each in found.items() if not each.abstract]
        return [each for each in asked if parent in found[each].parents]

    def _held(self, thing: Iri, classes: Sequence[str], force: Force) -> bool:
        dated = self._below(classes, "Dated")
        enduring = [each for each in dated if self._ontology.classes[each].is_enduring]
        if force.day is None or not dated or (force.timeless and not force.own):
            return True
        if enduring == dated and not (force.own or force.of_body):
            return True  # who says something is named whether or not it stood on the day
        must = dated if force.own else [each for each in dated if each not in enduring]
        first, start, end, last = (
            self.day(thing, f"{side}{which}")
            for side, which in (
                ("earliest", "Start"), ("latest", "Start"), ("earliest", "End"), ("latest", "End"),
            )
        )  # fmt: skip
        if start is None:
            return end is None and not self._is_any(thing, must, classes)
        return sure(force.day, start, end) or near(force.day, force.months, first, start, end, last)

    def _known(self, thing: Iri, classes: Sequence[str], force: Force) -> bool:
        must = self._below(classes, "Published")
        if force.published is None or not must:
            return True
        out = self.day(thing, "knownFrom")
        if out is None:
            return not self._is_any(thing, must, classes)
        return out <= force.published

    def _is_any(self, thing: Iri, must: Sequence[str], classes: Sequence[str]) -> bool:
        # Where nothing else can stand, nothing else is made of what has no class at all.
        return set(must) == set(classes) or self.is_of(thing, must)

    def is_of(self, thing: Iri, classes: Sequence[str]) -> bool:
        """Whether it is of one of these classes or of their subclasses."""
        names = [one for each in classes for one in (each, *self._ontology.subclasses(each))]
        wanted = {self._ontology.classes[each].iri for each in names}
        return not wanted.isdisjoint(self._facts.types(thing))

    def day(self, thing: Iri, name: str) -> str | None:
        """The day that it has under this name."""
        found = self._facts.values(thing, cot(name))
        return found[0].text if found and isinstance(found[0], Literal) else None


def sure(day: str, start: str, end: str | None) -> bool:
    """Whether something held: it had surely begun, and not surely ended."""
    return start <= day and (end is None or day <= end)


def near(
    day: str, months: int, first: str | None, start: str, end: str | None, last: str | None
) -> bool:
    """Whether it is carried to a day: attested so few months off, with nothing against it."""
    if (first is not None and day < first) or (last is not None and last < day):
        return False
    before = day < start and start <= later(day, months)
    return before or (end is not None and end < day and day <= later(end, months))


def later(day: str, months: int) -> str:
    """The day so many months on, though the month may be too short to have it.

    >>> later("2020-01-31", 1), later("2019-12-01", 13)
    ('2020-02-31', '2021-01-01')
    """
    year, month, of_month = day.split("-")
    whole = int(year) * 12 + int(month) - 1 + months
    return f"{whole // 12:04}-{whole % 12 + 1:02}-{of_month}"
