"""A level as a query: the page of each parent, what is fetched of each thing, and the totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import count
from typing import Final

from kg.model.terms import Iri, Literal, Term
from server.graphql.planning.conditions import Way
from server.graphql.planning.plan import BY_PARENT, Branch, Cursor, Key, Level
from server.graphql.render.groups import Groups
from server.graphql.render.parts import NOBODY, A, of_any, text, triple, values


def rows(
    level: Level,
    parents: Sequence[Iri],
    *,
    lateral: bool,
    is_cut: bool = False,
    keeps_order: bool = False,
) -> str:
    """The query for a page of the level for each parent: `?p ?n`, the order's keys, the branch.

    Where `is_cut`, whoever asks cuts the pages, and it is for the whole lists instead. An engine
    that `keeps_order` is not asked again for the order that it has cut the pages in.
    """
    writer = _Writer(level, lateral=lateral, is_cut=is_cut)
    keys = [f"?k{number}" for number in range(len(level.order))]
    names = ["?p", "?n"] if level.source in BY_PARENT else ["?n"]
    is_ordered = keeps_order and not is_cut and (level.source == "class" or level.first is not None)
    inner = writer.page(parents, names + keys + ([] if is_ordered else [*writer.sorted_by()]))
    outer = writer.branch(level.branch)
    order = "" if is_ordered else writer.ordered()
    ordered = f"\nORDER BY {order}" if order else ""
    kept = keys if level.has_keys else []
    shown = " ".join([*names, *kept, *(f"?{each}" for each in columns(level.branch))])
    return f"SELECT {shown} WHERE {{\n{inner}\n{outer}}}{ordered}"


def total(level: Level, parents: Sequence[Iri], *, lateral: bool) -> str:
    """The query for how many there are on all pages: `?count`, and `?p` where there are parents."""
    writer = _Writer(level, lateral=lateral)
    if level.source == "class":
        return f"SELECT (COUNT(DISTINCT ?n) AS ?count) WHERE {{\n{writer.members()}\n}}"
    return (
        f"SELECT ?p (COUNT(DISTINCT ?n) AS ?count) WHERE {{\n{values('?p', parents)}\n"
        f"{writer.members()}\n}} GROUP BY ?p"
    )


def columns(branch: Branch) -> list[str]:
    """The variables of a branch, apart from its own, in the order of the answer's columns."""
    below = (each for one in branch.branches.values() for each in (one.var, *columns(one)))
    sets = (each for each in (branch.types, branch.stated) if each)
    return [*branch.columns.values(), *sets, *below]


class _Writer:
    """The patterns of one level."""

    def __init__(self, level: Level, *, lateral: bool, is_cut: bool = False) -> None:
        self._level = level
        self._lateral = lateral
        self._is_cut = is_cut
        fresh = (f"?x{number}" for number in count())
        self._groups = Groups(fresh, lateral=lateral and level.source != "class")

    def page(self, parents: Sequence[Iri], names: list[str]) -> str:
        """The pattern that binds a page of things for each parent."""
        level = self._level
        if level.source == "parent":
            return self.members(parents)
        if level.source == "class":
            return "{ " + self._cut(names, "") + " }"
        if level.source == "fact" and level.step:
            given = values("?p", parents)
            return self._groups.fact(given, level.step, level.group)
        if level.first is None:
            return f"{values('?p', parents)}\n{self.members()}"
        if self._is_cut:
            return "{ " + self._cut(names, values("?p", parents)) + " }"
        if self._lateral:
            return f"{values('?p', parents)}\nLATERAL {{ {self._cut(names, '')} }}"
        return " UNION ".join(
            "{ " + self._cut(names, values("?p", [each])) + " }" for each in parents or [NOBODY]
        )

    def _cut(self, names: list[str], parent: str) -> str:
        level = self._level
        keys = "\n".join(
            f"OPTIONAL {{ {triple('?n', key.step, f'?k{number}')} }}"
            for number, key in enumerate(level.order)
            if key.step
        )
        sorted_by = "".join(f"\nBIND ({made} AS {name})" for name, made in self.sorted_by().items())
        after = f"\nFILTER ({self._after(level.after)})" if level.after else ""
        limit = "" if level.first is None else f" LIMIT {level.first + 1}"
        page = "" if self._is_cut else f" ORDER BY {self.ordered()}{limit}"
        # Two things that a key goes through may have the same value.
        is_set = any(isinstance(each.step, Way) and each.step.is_least for each in level.order)
        is_set |= isinstance(level.step, Way) and level.step.is_set
        return (
            f"SELECT {'DISTINCT ' if is_set else ''}{' '.join(names)} WHERE {{\n"
            f"{parent}\n{self.members()}\n{keys}{sorted_by}{after}\n}}{page}"
        )

    def members(self, parents: Sequence[Iri] = ()) -> str:
        """The pattern that binds all things of the level, whatever the page."""
        level, group = self._level, self._level.group
        if level.source == "types":
            return f"?p {A} ?n ."
        if level.source == "graphs":
            return f"GRAPH ?n {{ ?p {A} ?any }}"
        if level.step:
            start = triple("?p", level.step, "?n")
            return str(self._groups.patterns("?n", group, start, is_set=False))
        start = values("?n", parents)
        if level.most is None or not parents:
            start += " ?n ?any ?thing ."  # what a computed value names was found in the graph
        if level.source == "class":
            start = of_any("?n", group.classes, "?class")
        is_plain = level.source == "class" and len(group.classes) == 1 and not group.where
        group = replace(group, classes=())
        found = self._groups.patterns("?n", group, start, is_set=not is_plain)
        return str(found) if is_plain else f"{{ SELECT DISTINCT ?n WHERE {{\n{found}\n}} }}"

    def branch(self, branch: Branch) -> str:
        """The pattern that fetches what is wanted of a thing; nothing of it is required."""
        var = f"?{branch.var}"
        wanted = "".join(
            f"OPTIONAL {{ {triple(var, step, f'?{name}')} }}\n"
            for step, name in branch.columns.items()
        )
        if branch.types:
            wanted += f"OPTIONAL {{ {var} {A} ?{branch.types} }}\n"
        if branch.stated:
            wanted += f"OPTIONAL {{ GRAPH ?{branch.stated} {{ {self._link()} }} }}\n"
        for (step, group), inner in branch.branches.items():
            name = f"?{inner.var}"
            found = self._groups.patterns(name, group, triple(var, step, name), is_set=False)
            wanted += f"OPTIONAL {{ {found}\n{self.branch(inner)}}}\n"
        return wanted

    def _link(self) -> str:
        """What leads to a thing of the level: its parent, or that it is of a class."""
        level = self._level
        if level.step:
            # What a way needs besides may be stated elsewhere than the link itself.
            step = level.step
            return triple("?p", replace(step, needs=None) if isinstance(step, Way) else step, "?n")
        return of_any("?n", level.group.classes, "?in")

    def ordered(self) -> str:
        """The order of the level: its keys, and the IRI where they tie."""
        level = self._level
        if level.source == "parent":
            return ""
        if level.source != "class" and level.first is None:
            return "?n"
        parts: list[str] = []
        for number, key in enumerate(level.order):
            name, way = f"?k{number}", "DESC" if key.is_descending else "ASC"
            if key.step:
                parts.append(f"{'DESC' if key.nulls_first else 'ASC'}(!BOUND({name}))")
            parts.append(f"{way}({_text_of(number) if key.is_text else name})")
        # Where there are keys they seldom tie, and this is seldom needed.
        return " ".join([*parts, f"ASC({_BY_IRI if level.order else _text_of(0)})"])

    def sorted_by(self) -> Mapping[str, str]:
        """The texts that the level is ordered by: the variable of each, and how it is made.

        An engine makes them once for each thing, and not at each comparison.
        """
        level = self._level
        if level.source == "parent" or (level.source != "class" and level.first is None):
            return {}
        if not level.order:
            return {_text_of(0): _BY_IRI}
        return {
            _text_of(number): _ordered_by(key, f"?k{number}")
            for number, key in enumerate(level.order)
            if key.is_text
        }

    def _after(self, cursor: Cursor) -> str:
        """The test that a thing stands behind the cursor: later in a key, and alike before it."""
        alike: list[str] = []
        choices: list[str] = []
        for number, (key, value) in enumerate(zip(self._level.order, cursor.values, strict=True)):
            name = f"?k{number}"
            known = Iri(cursor.iri) if key.step is None else value
            choices.append(" && ".join([*alike, _later(key, name, known)]))
            if known is None:
                alike.append(f"!BOUND({name})")
            else:
                alike.append(f"{_sort(key, name)} = {_sorted_term(key, known)}")
        choices.append(" && ".join([*alike, f"STR(?n) > {Literal(str(cursor.iri)).nt()}"]))
        return " || ".join(f"({each})" for each in choices)


def _later(key: Key, name: str, value: Term | None) -> str:
    if value is None:
        return f"BOUND({name})" if key.nulls_first else "false"
    sign = "<" if key.is_descending else ">"
    test = f"{_sort(key, name)} {sign} {_sorted_term(key, value)}"
    if key.step is None:
        return test
    return f"(BOUND({name}) && {test})" if key.nulls_first else f"(!BOUND({name}) || {test})"


def _ordered_by(key: Key, name: str) -> str:
    # Not every engine can order by an error, which STR of nothing is.
    return _BY_IRI if key.step is None else _new(f'COALESCE({_sort(key, name)}, "")')


def _text_of(number: int) -> str:
    """The variable of the text of a key."""
    return f"?by{number}"


def _new(text: str) -> str:
    """The text with a letter before it, which changes nothing in an order but the time it takes.

    What is in the store already Oxigraph looks up there at each comparison, and not what is new.
    """
    return f'CONCAT("=", {text})'


_BY_IRI: Final = _new("STR(?n)")


def _sort(key: Key, name: str) -> str:
    if key.step is None:
        return "STR(?n)"
    return f"STR({name})" if key.is_text else name


def _sorted_term(key: Key, value: Term) -> str:
    return Literal(text(value)).nt() if key.is_text or key.step is None else value.nt()
