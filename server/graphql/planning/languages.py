"""Languages: which text is chosen where there are several, and what is told of the choice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from kg.errors import BadQuery
from kg.model.terms import Iri, Literal
from server.graphql.planning.conditions import (
    All,
    Amount,
    AnyOf,
    Condition,
    Group,
    Is,
    Not,
    Some,
    Step,
    Value,
    Way,
)
from server.graphql.planning.plan import Key, Level, Teller, Told

MOST: Final = 8
"""So many languages may be preferred at once."""
_RANGE: Final = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def ranges(told: Sequence[str]) -> tuple[str, ...]:
    """The languages that are looked for, the best first, each before the wider one it is in.

    Raises `BadQuery` for what is not the tag of a language, and for too many of them.

    >>> ranges(["cy-GB", "en"])
    ('cy-gb', 'cy', 'en')
    """
    wrong = next((each for each in told if not _RANGE.fullmatch(each)), None)
    if wrong is not None:
        raise BadQuery(f"'{wrong}' is not a language.", hint="Write tags such as 'cy' or 'en-GB'.")
    if len(told) > MOST:
        raise BadQuery(f"`language` has {len(told)} languages; it may have {MOST} at most.")
    found: dict[str, None] = {}
    for each in told:
        parts = each.lower().split("-")
        # RFC 4647, 3.4: a tag of one letter belongs to the one behind it.
        wider = (parts[:size] for size in range(len(parts), 0, -1))
        found |= {"-".join(some): None for some in wider if len(some[-1]) > 1}
    return tuple(found)[: 2 * MOST]


def chosen(step: Step, spoken: frozenset[Iri], languages: tuple[str, ...]) -> Step:
    """The step to a text, which chooses one where there are several languages."""
    if step.predicate not in spoken:
        return step
    way = step if isinstance(step, Way) else Way(step.predicate, step.inverse)
    return replace(way, languages=languages)


def ordered(
    keys: Iterable[Key], spoken: frozenset[Iri], languages: tuple[str, ...]
) -> tuple[Key, ...]:
    """An order by the texts that are chosen."""
    return tuple(
        replace(each, step=chosen(each.step, spoken, languages)) if each.step else each
        for each in keys
    )


def heard(levels: Iterable[Level], spoken: frozenset[Iri]) -> None:
    """Lets the filters of levels find texts in any language."""
    for level in levels if spoken else ():
        level.group = _group(level.group, spoken)


def _group(group: Group, spoken: frozenset[Iri]) -> Group:
    return replace(group, where=_condition(group.where, spoken) if group.where else None)


def _condition(part: Condition, spoken: frozenset[Iri]) -> Condition:
    match part:
        case Value(step) if step.predicate in spoken:
            return replace(part, is_single=False, is_spoken=True)
        case Some() | Amount() | Is():
            return replace(part, group=_group(part.group, spoken))
        case All(parts) | AnyOf(parts):
            return type(part)(tuple(_condition(each, spoken) for each in parts))
        case Not(inner):
            return Not(_condition(inner, spoken))
        case _:
            return part


@dataclass(frozen=True)
class Text(Told):
    """A text with its language; `parts` of it, by response key."""

    var: str
    languages: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]

    def tell(self, teller: Teller, row: Any, iri: Iri) -> Any:
        """The object; null where there is no text."""
        term = teller.term(row, self.var)
        if not isinstance(term, Literal):
            return term
        known = {
            "value": term.text,
            "language": term.lang or None,
            "requested": list(self.languages),
            "isFallback": bool(self.languages) and not _matches(term.lang, self.languages),
        }
        return {"__typename": "Text"} | {key: known[name] for key, name in self.parts}


def _matches(language: str, wanted: Iterable[str]) -> bool:
    """Whether a language is one of these, or is in one of them."""
    tag = language.lower()
    return any(tag == each or tag.startswith(f"{each}-") for each in wanted)
