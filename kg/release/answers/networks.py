"""Who shared officers, and what networks measure, as answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from kg.analysis.lineage.bodies import KINDS
from kg.analysis.plots.told import Cell
from kg.errors import BadParameter
from kg.release.answers.answer import (
    Answer,
    Json,
    all_named,
    answer,
    documents,
    joined,
    named,
    sourced,
)

if TYPE_CHECKING:  # networkx takes its time to load
    from kg.analysis.measures.measured import Measured
    from kg.analysis.networks.bridges import Bridge
    from kg.analysis.networks.groups import Counted, Group, Interlocks
    from kg.analysis.networks.mergers import Merger, Mergers, Shared
    from kg.analysis.networks.shared import SharedTenure


def check_kind(kind: str) -> str:
    """The kind of bodies; raises `BadParameter` for one that there is not."""
    if kind not in KINDS:
        raise BadParameter("kind", f"'{kind}' is no kind of body", f"Known: {', '.join(KINDS)}.")
    return kind


def interlocks(found: Interlocks) -> Answer:
    """The groups of a day, with the counts, the coverage, and what sources say.

    The table has a row for each office that joins a body to its group.
    """
    told = reckoned(found) | {
        "groups": [_group(each) for each in found.groups],
        "counted": [_counted(each) for each in found.counted],
        "said": [_counted(each) for each in found.said],
    }
    columns = ("group", "held", "person", "personName", "body", "bodyName", "documents")
    return answer(told, columns, _offices(found.groups))


def reckoned(found: Interlocks) -> Json:
    """What was asked and what was counted, in every language of an answer."""
    return {
        "on": found.on,
        "kind": found.kind,
        "carryMonths": found.carry,
        "standing": found.standing,
        "coverage": found.coverage,
        "attested": asdict(found.attested),
        "carried": asdict(found.carried),
    }


def _offices(groups: Sequence[Group]) -> Iterator[Sequence[Cell]]:
    for number, group in enumerate(groups, 1):
        for each in group.offices:
            yield (
                number, each.held, each.person, each.person_name, each.body, each.body_name,
                documents(each.sources),
            )  # fmt: skip


def _group(group: Group) -> Json:
    return {
        "held": group.held,
        "bodies": all_named(group.bodies),
        "officers": all_named(group.officers),
        "offices": [
            {
                "person": named(each.person, each.person_name),
                "body": named(each.body, each.body_name),
                "held": each.held,
                "tenures": list(each.tenures),
                "sources": sourced(each.sources),
            }
            for each in group.offices
        ],
    }


def _counted(said: Counted) -> Json:
    return {
        "claim": said.claim,
        "text": said.text,
        "known": said.known or None,
        "asserter": said.asserter or None,
        "sources": sourced(said.sources),
    }


def mergers(found: Mergers) -> Answer:
    """For each merger whether a shared officer came before it; a row for each merger."""
    told = {"summary": found.summary, "mergers": [_merger(each) for each in found.mergers]}
    columns = (
        "day", "merger", "result", "resultName", "originals", "finding", "since", "days",
        "officers", "officersKnown", "documents",
    )  # fmt: skip
    return answer(told, columns, map(_merged, found.mergers))


def _merged(merger: Merger) -> Sequence[Cell]:
    sources = [place for each in merger.shared for place in each.sources]
    return (
        merger.day, merger.iri, merger.result, merger.result_name, len(merger.originals),
        merger.finding, min((each.since for each in merger.shared if each.since), default=None),
        merger.days, joined(each.person_name for each in merger.shared), merger.officers_known,
        documents(sources),
    )  # fmt: skip


def _merger(merger: Merger) -> Json:
    return {
        "merger": merger.iri,
        "day": merger.day,
        "result": named(merger.result, merger.result_name),
        "originals": all_named(merger.originals),
        "finding": merger.finding,
        "days": merger.days,
        "officersKnown": merger.officers_known,
        "shared": [_shared(each) for each in merger.shared],
    }


def _shared(shared: Shared) -> Json:
    return {
        "person": named(shared.person, shared.person_name),
        "bodies": list(shared.bodies),
        "since": shared.since or None,
        "notBefore": shared.not_before or None,
        "until": shared.until or None,
        "sources": sourced(shared.sources),
    }


def bridges(found: Iterable[Bridge], on: str = "") -> Answer:
    """Who bridged what, of a day or ever; a row for each person or body."""
    bridged = list(found)
    told = [
        {
            **named(each.thing, each.name),
            "kind": each.kind,
            "betweenness": each.betweenness,
            "parts": [list(part) for part in each.parts],
        }
        for each in bridged
    ]
    rows = (
        (each.thing, each.name, each.kind, each.betweenness, " | ".join(map(joined, each.parts)))
        for each in bridged
    )
    columns = ("thing", "name", "kind", "betweenness", "parts")
    return answer({"on": on or None, "bridges": told}, columns, rows)


def longest(found: Iterable[SharedTenure]) -> Answer:
    """For how long bodies shared an officer, the longest first; a row for each such time."""
    shared = list(found)
    told = [
        {
            "person": named(each.person, each.person_name),
            "bodies": all_named(each.bodies),
            "start": each.start,
            "end": each.end,
            "days": each.days,
        }
        for each in shared
    ]
    rows = (
        (each.person, each.person_name, joined(name for _, name in each.bodies), each.start,
         each.end, each.days)
        for each in shared
    )  # fmt: skip
    columns = ("person", "personName", "bodies", "start", "end", "days")
    return answer({"sharedTenures": told}, columns, rows)


def measures(found: Measured) -> Answer:
    """The measures of a view, the nodes of the most PageRank first; a row for each node."""
    told = {
        "view": found.view,
        "on": found.on or None,
        "nodes": found.nodes,
        "edges": found.edges,
        "components": found.components,
        "communities": found.communities,
        "modularity": found.modularity,
        "isExact": found.is_exact,
        "measures": [
            {**named(each.thing, each.label), **_numbers(asdict(each))} for each in found.measures
        ],
    }
    columns = ("thing", "label", "kind", *_MEASURES)
    rows = (
        (each.thing, each.label, each.kind, *(getattr(each, name) for name in _MEASURES))
        for each in found.measures
    )
    return answer(told, columns, rows)


_MEASURES = ("degree", "betweenness", "pagerank", "community", "component")


def _numbers(measured: Json) -> Json:
    return {name: measured[name] for name in ("kind", *_MEASURES)}
