"""Conditions as patterns and tests.

What a thing leads to is never asked with EXISTS, which engines run anew for each thing without
looking at what is bound already. It is a sub-SELECT: of the things that lead there, or of how many
each leads to. At the root it is evaluated once for all things; where a level has `LATERAL`, once
for each thing that the level has come to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from kg.model.names import cot
from kg.model.terms import Iri, Literal
from server.graphql import interval
from server.graphql.planning.conditions import (
    All,
    Amount,
    AnyOf,
    Condition,
    Group,
    Held,
    Is,
    Known,
    Not,
    Same,
    Some,
    Step,
    Value,
)
from server.graphql.render.parts import is_one_of, listed, text, triple, values

_COMPARED: Final = {"eq": "=", "atLeast": ">=", "atMost": "<="}


@dataclass
class Patterns:
    """Patterns of one group: first those that must match, then what is optional or tested."""

    first: list[str] = field(default_factory=list)
    then: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return "\n".join([*self.first, *self.then])


class Groups:
    """Writes conditions; every variable that it needs besides is a new one."""

    def __init__(self, fresh: Iterator[str], *, lateral: bool) -> None:
        self._fresh = fresh
        self._lateral = lateral
        self._bound: set[str] = set()

    def patterns(self, var: str, group: Group, start: str, *, is_set: bool) -> Patterns:
        """What holds only for things of which all of the group is so.

        `start` binds the variable. In a set it does not matter how often a thing is found.
        """
        made = Patterns([start])
        self._add(var, group, made, start, is_set=is_set)
        return made

    def fact(self, parents: str, step: Step, group: Group) -> str:
        """What is known of the step from each of the parents, `?p`, as `?n`.

        `given`: there is something; `valid`, `held`: something of which the group is so, without
        and with what is asked of its publication; `several`: it is not the same everywhere;
        `contested`: it, or the parent, is. Besides, the named graphs that state it.
        """
        found = replace(group, held=None, known=None)
        branches = [
            self._of_fact("given", step, found),
            self._of_fact("valid", step, replace(group, known=None)),
            self._of_fact("held", step, group),
        ]
        one, two, other = next(self._fresh), next(self._fresh), next(self._fresh)
        contested = cot("contestedBy").nt()
        branches += [
            f"{triple('?p', step, one)} {triple('?p', step, two)} FILTER (!sameTerm({one}, {two}))"
            ' BIND ("several" AS ?n)',
            f'?p {contested} {other} . BIND ("contested" AS ?n)',
            f'{triple("?p", step, one)} {one} {contested} {other} . BIND ("contested" AS ?n)',
            f"GRAPH ?n {{ {triple('?p', step, one)} }}",
        ]
        union = " UNION ".join(f"{{ {parents} {each} }}" for each in branches)
        return f"{{ SELECT DISTINCT ?p ?n WHERE {{ {union} }} }}"

    def _of_fact(self, word: str, step: Step, group: Group) -> str:
        name = next(self._fresh)
        found = self.patterns(name, group, triple("?p", step, name), is_set=True)
        return f'{found} BIND ("{word}" AS ?n)'

    def _add(self, var: str, group: Group, to: Patterns, start: str, *, is_set: bool) -> None:
        if group.classes:
            name = next(self._fresh)
            to.then.append(f"FILTER EXISTS {{ {is_one_of(var, group.classes, name)} }}")
        if group.held:
            self._held(var, group.held, to)
        if group.known:
            self._known(var, group.known, to)
        if group.corpus:
            to.first.append(f"{var} {cot('corpus').nt()} {group.corpus.nt()} .")
        for part in _conjuncts(group.where):
            self._require(var, part, to, start, is_set=is_set)

    def _held(self, var: str, held: Held, to: Patterns) -> None:
        wanted = ("latestStart", "earliestEnd", "earliestStart", "latestEnd")
        bound = {each: next(self._fresh) for each in wanted[: 4 if held.months else 2]}
        names = interval.Names(
            Literal.date(held.day).nt(),
            bound.get("earliestStart", ""), bound["latestStart"],
            bound["earliestEnd"], bound.get("latestEnd", ""), str(held.months),
        )  # fmt: skip
        test = interval.holds(names)
        if held.months:
            test = f"({test}) || ({interval.carried(names)})"
        begun, *others = (f"{var} {cot(each).nt()} {name} ." for each, name in bound.items())
        start, end = bound["latestStart"], bound["earliestEnd"]
        if held.strict is None:
            to.first.append(begun)
        else:
            undated = f"!BOUND({start}) && !BOUND({end})"
            if held.strict:
                undated += f" && {self._is_none(var, held.strict)}"
            others.insert(0, begun)
            test = f"({undated}) || (BOUND({start}) && ({test}))"
        to.then += [f"OPTIONAL {{ {each} }}" for each in others]
        to.then.append(f"FILTER ({test})")

    def _known(self, var: str, known: Known, to: Patterns) -> None:
        name, day = next(self._fresh), Literal.date(known.day).nt()
        out = f"{var} {cot('knownFrom').nt()} {name} ."
        if known.strict is None:
            to.first.append(out)
            to.then.append(f"FILTER ({name} <= {day})")
            return
        to.then += [
            f"OPTIONAL {{ {out} }}",
            f"FILTER (COALESCE({name} <= {day}, {self._is_none(var, known.strict)}))",
        ]

    def _is_none(self, var: str, classes: tuple[Iri, ...]) -> str:
        """The test that a thing is of none of these classes; one of two must not stand twice."""
        return f"!EXISTS {{ {is_one_of(var, classes, next(self._fresh))} }}"

    def _require(
        self, var: str, part: Condition, to: Patterns, start: str, *, is_set: bool
    ) -> None:
        """Adds what is so only where the condition holds: joined where that is safe."""
        match part:
            case Same(iris) if var in self._bound:
                to.then.append(f"FILTER ({var} IN ({listed(iris)}))")
            case Same(iris):
                to.first.insert(0, values(var, iris))
            case Value() if part.is_single or is_set or _is_one_triple(part):
                self._tested(var, part, to)
            case Some(step, group) if part.is_single or is_set:
                name = next(self._fresh)
                to.first.append(triple(var, step, name))
                self._add(name, group, to, triple(next(self._fresh), step, name), is_set=is_set)
            case Some(step, group):
                name = next(self._fresh)
                inner = self._set(name, group, triple(var, step, name))
                to.then.append(self._selected(f"SELECT DISTINCT {var} WHERE {{\n{inner}\n}}"))
            case _:
                to.then.append(f"FILTER ({self._test(var, part, to, start)})")

    def _test(self, var: str, part: Condition, to: Patterns, start: str) -> str:
        """A test that is true or false, never an error, so that `!` turns it round."""
        match part:
            case Same(iris):
                return f"{var} IN ({listed(iris)})"
            case Value():
                inner = Patterns()
                self._tested(var, part, inner)
                return f"EXISTS {{ {inner} }}"
            case Some(step, Group((), None, None, None, None)):
                return f"EXISTS {{ {triple(var, step, next(self._fresh))} }}"
            case Some() | Amount() | Is():
                return self._amount(var, part, to, start)
            case Not(inner_part):
                return f"!({self._test(var, inner_part, to, start)})"
            case All(parts) | AnyOf(parts):
                glue = " && " if isinstance(part, All) else " || "
                tests = [f"({self._test(var, each, to, start)})" for each in parts]
                return glue.join(tests) or ("1 = 1" if isinstance(part, All) else "1 = 0")

    def _amount(self, var: str, part: Some | Amount | Is, to: Patterns, start: str) -> str:
        name = next(self._fresh)
        if isinstance(part, Is):
            typed = replace(part.group, classes=())
            if self._lateral:
                self._bound.add(var)  # LATERAL forbids to assign it again, with VALUES too
            inner = self._set(var, typed, is_one_of(var, part.group.classes, name))
        else:
            inner = self._set(name, part.group, triple(var, part.step, name))
        counted = self._counted(var, name, inner, to, start)
        wanted = f"{_COMPARED[part.operator]} {part.number}" if isinstance(part, Amount) else "> 0"
        return f"{counted} {wanted}"

    def _set(self, var: str, group: Group, start: str) -> Patterns:
        return self.patterns(var, group, start, is_set=True)

    def _counted(self, var: str, name: str, inner: Patterns, to: Patterns, start: str) -> str:
        """Adds how many there are for each thing, none counted too; returns the variable."""
        counted = next(self._fresh)
        everything = "{ }" if self._lateral else f"{{ {start} }}"
        to.then.append(self._selected(
            f"SELECT {var} (COUNT(DISTINCT {name}) AS {counted}) WHERE {{\n"
            f"{everything} UNION {{\n{inner}\n}}\n}} GROUP BY {var}"
        ))  # fmt: skip
        return counted

    def _selected(self, select: str) -> str:
        return f"{'LATERAL ' if self._lateral else ''}{{ {select} }}"

    def _tested(self, var: str, part: Value, to: Patterns) -> None:
        if _is_one_triple(part):
            to.first.append(f"{var} {part.step.predicate.nt()} {part.terms[0].nt()} .")
            return
        name = next(self._fresh)
        to.first.append(triple(var, part.step, name))
        to.then.append(f"FILTER ({_compared(name, part)})")


def _conjuncts(where: Condition | None) -> list[Condition]:
    if isinstance(where, All):
        return [each for part in where.parts for each in _conjuncts(part)]
    return [where] if where else []


def _is_one_triple(part: Value) -> bool:
    return part.operator == "eq" and not part.is_numeric and not part.is_spoken


def _compared(name: str, part: Value) -> str:
    terms = part.terms
    if part.is_spoken:
        name = f"STR({name})"
    if part.operator == "in" and part.is_numeric:  # IN may compare terms, and 1 is written 1.0 too
        return " || ".join(f"{name} = {each.nt()}" for each in terms) or "1 = 0"
    if part.operator == "in":
        return f"{name} IN ({listed(terms)})"
    if part.operator in ("contains", "startsWith"):
        wanted = Literal(text(terms[0]).lower()).nt()
        function = "CONTAINS" if part.operator == "contains" else "STRSTARTS"
        return f"{function}(LCASE(STR({name})), {wanted})"
    return f"{name} {_COMPARED[part.operator]} {terms[0].nt()}"
