"""A query that counts, told its counts: `VALUES (?key ?count) { … }` in place of its group.

    SELECT ?k (COUNT(?x) AS ?n) { ?x :kind ?k ; :day ?d FILTER(?d < "…"^^xsd:date) }
    GROUP BY ?k HAVING (COUNT(?x) > 1) ORDER BY DESC(?n)

becomes

    SELECT ?k (?counted0 AS ?n) { VALUES (?k ?counted0) { … } FILTER (?counted0 > 1) }
    ORDER BY DESC(?n)

The columns of a read model are counted, which are the statements themselves. What is sorted, cut
off or worked out of the counts is still left to the engine.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kg.rewriting import tables
from kg.rewriting.clauses import (
    NAME,
    Item,
    Names,
    aliases_of,
    bracketed,
    clauses_of,
    item_of,
    keys_of,
    ordered_by,
    shown_in,
    written,
)
from kg.rewriting.ranges import Bound, bounds
from kg.rewriting.reading import Group, Pattern
from kg.rewriting.tables import THING, Aggregate
from kg.rewriting.tokens import Token, Unknown, conjuncts
from kg.store.census import DAY
from kg.store.readmodel.columns import is_day
from kg.store.readmodel.model import ReadModel

GROUPS: Final = 1_000
"""Groups that a query is told."""
PATTERNS: Final = range(1, 5)


def told(group: Group, model: ReadModel) -> str:
    """A query's text from SELECT on; empty for one that counts nothing, or not what is known."""
    try:
        return _told(group, model)
    except Unknown:
        return ""


def _told(group: Group, model: ReadModel) -> str:
    clauses, shown = clauses_of(group.tail), shown_in(group.head)
    is_distinct = bool(group.head) and group.head[0].text.upper() == "DISTINCT"
    names = Names(keys_of(clauses["GROUP"], shown, is_distinct=is_distinct))
    head = [item_of(each, names) for each in shown]
    having = [names.replaced(each) for each in bracketed(clauses["HAVING"])]
    ordered = [names.replaced(each, aliases_of(head)) for each in ordered_by(clauses["ORDER"])]
    _check_names(group, names, head)
    is_whole = not group.patterns[0].predicate
    rows = _totals(group, model, names) if is_whole else _rows(group, model, names)
    cut = [each.text for name in ("LIMIT", "OFFSET") for each in clauses[name]]
    is_plain = not (is_distinct and names.aggregates)
    if cut and not (is_plain and _is_sure(ordered, head, rows, names)):
        raise Unknown
    listed = " ".join(f"({' '.join(row)})" for row in rows)
    values = f"VALUES ({' '.join(_columns(names))}) {{ {listed} }}"
    kept = (f"FILTER {' '.join(each)}" for each in having)
    order = ["ORDER BY", *(each for item in ordered for each in item)] if ordered else []
    asked = (written(each) for each in head)
    start = ("SELECT", *["DISTINCT"] * is_distinct, *asked)
    return " ".join((*start, "{", values, *kept, "}", *order, *cut))


def _check_names(group: Group, names: Names, head: Sequence[Item]) -> None:
    """Raise `Unknown` where a name stands for two things, or a key for nothing."""
    told = {each.text for each in (*group.head, *group.tail)}
    values = [each.value for each in group.patterns if each.is_open]
    aliases, taken = aliases_of(head), {*values, *(each.subject for each in group.patterns)}
    if not group.patterns[0].predicate:
        values = [group.patterns[0].written]
        taken |= {*values}
    is_clear = len({*aliases} - taken) == len(aliases) and {*names.keys} <= {*values}
    if not is_clear or any(each.startswith(NAME) for each in told) or not _columns(names):
        raise Unknown


def _columns(names: Names) -> list[str]:
    return [*names.keys, *(f"{NAME}{at}" for at in range(len(names.aggregates)))]


def _rows(group: Group, model: ReadModel, names: Names) -> list[list[str]]:
    """The cells of the keys and of the aggregates of each group."""
    patterns = _paths(group)
    thing = patterns[0].subject
    limits = [_limits(part, group) for each in group.filters for part in conjuncts(each)]
    found = tables.rows(patterns, limits, model)
    if found is None:
        raise Unknown
    own = [
        each._replace(variable=THING) if each.variable == thing else each
        for each in names.aggregates
    ]
    for each in own:
        column = found.columns.get(each.variable)
        is_counted = each.function == "COUNT" and (column or each.variable == THING)
        if not is_counted and not (column and (column.days or not column.width)):
            raise Unknown
    if any(not found.columns[each].values and found.columns[each].width for each in names.keys):
        raise Unknown
    groups = tables.grouped(found, names.keys, own, GROUPS)
    if groups is None:
        raise Unknown
    return [[*keys, *values] for keys, values in groups]


def _totals(group: Group, model: ReadModel, names: Names) -> list[list[str]]:
    """The same where the one pattern has variables for all three of its terms."""
    thing, _, name, value = group.patterns[0]
    totals = model.totals
    is_one = len(group.patterns) == 1 and not group.filters and group.is_alone
    if not is_one or totals is None or len({thing, name, value} - {""}) < 3 or value[0] != "?":
        raise Unknown
    found, known = totals.properties, (thing, name, value)
    whole = {thing: totals.things, name: len(found)}
    groups = [("", sum(each.size for each in found.values()), whole)]
    if names.keys:
        groups = [
            (iri, each.size, {thing: each.things, name: 1, value: each.values})
            for iri, each in found.items()
        ]
    if len(groups) > GROUPS:
        raise Unknown
    return [
        [*[iri] * len(names.keys), *(_total(each, size, of, known) for each in names.aggregates)]
        for iri, size, of in groups
    ]


def _total(
    aggregate: Aggregate, size: int, distinct: Mapping[str, int], known: Iterable[str]
) -> str:
    """The cell of a COUNT; of different values only where they are known."""
    function, variable, is_distinct = aggregate
    if variable not in (THING, *known):
        raise Unknown
    counted = distinct.get(variable, 0) if is_distinct else size
    if function != "COUNT" or not (counted or not size):
        raise Unknown
    return str(counted)


def _paths(group: Group) -> list[Pattern]:
    """The patterns in the order in which they lead away from one thing, to different variables."""
    values = [each.value for each in group.patterns if each.is_open]
    is_known = all(each.value and each.predicate for each in group.patterns)
    found = tables.paths(group.patterns) if is_known and group.is_alone else []
    if not found or len(found) not in PATTERNS or len({*values, found[0].subject}) <= len(values):
        raise Unknown
    return found


def _limits(part: Sequence[Token], group: Group) -> Bound:
    found = list(bounds(part, group))
    if len(found) != 1 or not is_day(f'"{found[0].day}"^^<{DAY}>'):
        raise Unknown
    return found[0]


def _is_sure(
    ordered: Sequence[list[str]], head: Sequence[Item], rows: list[list[str]], names: Names
) -> bool:
    """Whether no two rows may stand in either order."""
    columns = _columns(names)
    meant = {each.alias: each.expression for each in head if each.alias}
    places = []
    for each in ordered:
        variables = [name for name in each if name.startswith("?")]
        inner = [name for name in each if name.upper() not in ("ASC", "DESC", "(", ")")]
        if inner != variables or len(variables) != 1:
            return False
        named = meant.get(variables[0], variables)
        if len(named) != 1 or named[0] not in columns:
            return False
        places.append(columns.index(named[0]))
    told = {tuple(row[place] for place in places) for row in rows}
    kinds = [{_kind(row[place]) for row in rows} for place in places]
    return len(told) == len(rows) and all(len(each) == 1 and "" not in each for each in kinds)


def _kind(cell: str) -> str:
    """Of what sort a term is, where two of that sort that differ are never alike; else empty."""
    if cell.isdecimal() or is_day(cell):
        return "count" if cell.isdecimal() else "day"
    if cell.startswith("<"):
        return "iri"
    return "text" if cell.startswith('"') and cell.endswith('"') else ""
