"""What two releases do not have in common, as JSON that is written as it is found out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from kg.model.terms import Iri, Literal
from kg.questions.bind import bind
from kg.release.answers.answer import Json
from kg.release.differences import Difference, Totals
from kg.release.opened import OpenRelease
from kg.release.statements import Said

COUNTED = ("added", "removed", "changed")


def written(
    found: Iterable[Difference], totals: Totals, one: OpenRelease, two: OpenRelease
) -> Iterator[str]:
    """One JSON object in parts: the two names, the things, then the totals of those that passed."""
    yield f'{{"before": {json.dumps(one.name)}, "after": {json.dumps(two.name)},\n"things": ['
    comma = "\n"
    for each in found:
        told = difference(each, label(each, one, two))
        yield comma + json.dumps(told, ensure_ascii=False)
        comma = ",\n"
    told_counts = counts(totals)
    graphs = json.dumps(told_counts["graphs"])
    yield f'\n],\n"counts": {json.dumps(told_counts["counts"])},\n"graphs": {graphs}}}\n'


def counts(totals: Totals) -> Json:
    """How many things are new, gone or changed, and how many statements by graph."""
    return {
        "counts": totals.things,
        "graphs": {
            graph.strip("<>"): {name: counted[name] for name in COUNTED}
            for graph, counted in sorted(totals.graphs.items())
        },
    }


def label(found: Difference, one: OpenRelease, two: OpenRelease) -> str:
    """The name of a thing, in the release that still has it; empty if it has none."""
    if not found.thing.startswith("<"):
        return ""
    release = one if found.state == "gone" else two
    query = bind(release.library.inside("label"), {"thing": Iri(found.thing[1:-1])})
    for name, *_ in release.store.select(query).rows:
        if isinstance(name, Literal):
            return name.text
    return ""


def difference(found: Difference, name: str) -> Json:
    """One thing: its statements by property and graph, values as N-Quads writes them."""
    return {
        "thing": found.thing.strip("<>"),
        "label": name or None,
        "state": found.state,
        "added": [statement(each) for each in found.added],
        "removed": [statement(each) for each in found.removed],
        "changed": [{**statement(change.now), "was": change.was.value} for change in found.changed],
    }


def statement(said: Said) -> Json:
    """A statement of a thing: property and graph by their IRIs, the value as N-Quads writes it."""
    return {
        "property": said.property.strip("<>"),
        "value": said.value,
        "graph": said.graph.strip("<>"),
    }
