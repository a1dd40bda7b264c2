"""The borders of merger days, in every dated list and field that the schema has.

What ended on 31 March held on that day, and what began on 1 April held on that one: asked of the
field itself, and taken over from further up. A body that is asked about by somebody else than a
body is named whether or not it stood.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from kg.model.definitions import Class, Property
from kg.model.names import RDF_TYPE, cot, graph, mint
from kg.model.terms import Iri, Literal, Statement
from kg.store.oxigraph import OxigraphStore
from server.graphql.api import api
from server.graphql.execution.execute import execute
from tests.server.graphql.conftest import World, ontology, world_of
from tests.server.graphql.generated.proof import Proof

YEARS = (2013, 2015, 2017, 2018, 2019, 2020, 2021, 2026)
"""The years in which bodies began or merged on 1 April."""
PLACE = graph("register/borders")
ENDED, BEGAN = "ended", "began"
BORDER = ("03-31", "04-01")


class Edge(NamedTuple):
    """A field of a class that leads to dated things, and the class of those here."""

    owner: Class
    prop: Property
    target: Class

    @property
    def name(self) -> str:
        """The type and the field."""
        return f"{self.owner.name}.{self.prop.name}"

    @property
    def is_asked(self) -> bool:
        """Whether a day from further up is asked of what it leads to."""
        if self.prop.is_timeless:
            return False
        found = [ontology().classes[each] for each in _concrete(self.prop)]
        dated = [each for each in found if "Dated" in each.parents]
        return self.owner.is_enduring or not dated or any(not each.is_enduring for each in dated)


def _concrete(prop: Property) -> list[str]:
    return [each for name in prop.ranges for each in ontology().subclasses(name)]


def edges() -> Iterator[Edge]:
    classes = ontology().classes
    for owner in classes.values():
        for prop in owner.properties if not owner.abstract else ():
            names = _concrete(prop) if prop.ranges else ["Tenure"]
            dated = [classes[each] for each in names if "Dated" in classes[each].parents]
            # An enduring thing is asked nothing where others may stand beside it, so they are.
            dated.sort(key=lambda each: each.is_enduring)
            if prop.kind == "node" and dated:
                yield Edge(owner, prop, dated[0])


EDGES = list(edges())


def thing(edge: Edge, year: int, which: str) -> Iri:
    return mint("thing", edge.name, str(year), which)


def bounded(subject: Iri, cls: Class, first: str, last: str | None) -> Iterator[Statement]:
    yield Statement(subject, RDF_TYPE, cls.iri, PLACE)
    for name in ("earliestStart", "latestStart"):
        yield Statement(subject, cot(name), Literal.date(first), PLACE)
    for name in ("earliestEnd", "latestEnd") if last else ():
        yield Statement(subject, cot(name), Literal.date(str(last)), PLACE)


def stated(edge: Edge, year: int) -> Iterator[Statement]:
    """A thing that leads to another that ended in March, and to one that began in April."""
    days = {ENDED: ("2001-04-01", f"{year}-03-31"), BEGAN: (f"{year}-04-01", None)}
    for which, (first, last) in days.items():
        # A single-valued field leads to one thing only, from a thing of its own.
        owner = thing(edge, year, f"of-{which}" if edge.prop.single else "of")
        yield from bounded(owner, edge.owner, "2000-01-01", None)
        found = thing(edge, year, which)
        yield from bounded(found, edge.target, first, last)
        ends = (found, owner) if edge.prop.inverse else (owner, found)
        yield Statement(ends[0], edge.prop.iri, ends[1], PLACE)


@cache
def bordered() -> World:
    return world_of(OxigraphStore.memory(
        each for edge in EDGES for year in YEARS for each in stated(edge, year)
    ))  # fmt: skip


def shown(edge: Edge, *, is_own: bool) -> dict[tuple[int, str], set[str]]:
    """What the field leads to on both days of each year."""
    days = [(year, month) for year in YEARS for month in BORDER]
    parts = [_part(edge, *day, is_own=is_own) for day in days]
    answer = execute(bordered(), f"{{ {' '.join(parts)} }}")
    assert "errors" not in answer, answer["errors"][0]
    found: dict[tuple[int, str], set[str]] = {}
    for day, owners in zip(days, answer["data"].values(), strict=True):
        led = [each[edge.prop.name] for each in owners["nodes"]]
        nodes = [one for each in led if each for one in each.get("nodes", [each])]
        found[day] = {each["id"].rpartition("/")[2] for each in nodes}
    return found


def _part(edge: Edge, year: int, month: str, *, is_own: bool) -> str:
    day = f'asOf: "{year}-{month}"'
    owners = [thing(edge, year, each) for each in ("of", f"of-{ENDED}", f"of-{BEGAN}")]
    inside = "... on Node { id }" if edge.prop.single else "nodes { ... on Node { id } }"
    field = f"{edge.prop.name}{f'({day})' if is_own else ''} {{ {inside} }}"
    listed = f"where: {{id: {{in: {json.dumps(owners)}}}}}{'' if is_own else f', {day}'}"
    return f"_{year}_{month[:2]}: {edge.owner.root_list}({listed}) {{ nodes {{ {field} }} }}"


@pytest.mark.parametrize("edge", EDGES, ids=lambda each: each.name)
def test_what_ended_holds_on_its_last_day_and_what_began_on_its_first(edge: Edge) -> None:
    expected = {(year, "03-31"): {ENDED} for year in YEARS}
    expected |= {(year, "04-01"): {BEGAN} for year in YEARS}
    always = {(year, month): {ENDED, BEGAN} for year in YEARS for month in BORDER}

    assert shown(edge, is_own=True) == expected
    assert shown(edge, is_own=False) == (expected if edge.is_asked else always)


def test_no_other_field_takes_a_day() -> None:
    schema = api(ontology(), world_of(OxigraphStore.memory()).library).schema
    fields = {
        f"{cls.name}.{name}"
        for cls in ontology().classes.values()
        if not cls.abstract and (kind := schema.type_map[cls.name])
        for name, field in getattr(kind, "fields", {}).items()
        if "asOf" in field.args and name != "provenance"
    }

    assert fields == {each.name for each in EDGES}


def test_today_is_the_current_view(shipped: Proof) -> None:
    today, yesterday = "2026-11-21", "2026-11-20"
    open_ended = (
        f'latestStart: {{atMost: "{today}"}}, not: {{earliestEnd: {{atMost: "{yesterday}"}}}}'
    )
    stand = {}
    for cls in ontology().classes.values():
        if "Dated" in cls.parents and not cls.abstract:
            stand[cls.name] = listed(shipped, cls, f'asOf: "{today}"')
            assert stand[cls.name] == listed(shipped, cls, f"where: {{{open_ended}}}")

    assert stand["Organisation"]
    assert stand["Affiliation"]
    assert not stand["Tenure"]  # an open end never means that somebody is still in post


def listed(shipped: Proof, cls: Class, asked: str) -> list[str]:
    by = "first: 1000, orderBy: {field: ID}"
    answer = execute(shipped.world, f"{{ {cls.root_list}({asked}, {by}) {{ nodes {{ id }} }} }}")
    assert "errors" not in answer, answer["errors"]
    return [each["id"] for each in answer["data"][cls.root_list]["nodes"]]
