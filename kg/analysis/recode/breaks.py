"""Where a series breaks: the boundary under a code moved between two days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.analysis.lineage.bodies import Path
from kg.analysis.lineage.dag import Dag
from kg.model.terms import Iri

_MOVED_ON = "2022-07-01"


def breaks(dag: Dag, body: Iri, paths: Sequence[Path], first: str, last: str) -> list[str]:
    """Why numbers of a body before and after are not of one area, a sentence each.

    `paths` lead from the body to its successors, `first` and `last` are ISO days. A body that
    joined others whole breaks nothing: its numbers can be added up.
    """
    told: dict[str, None] = {}
    for path in paths:
        for step in path:
            if not step.whole and not (step.kind == "overlap" and step.share == 1):
                name = dag.bodies[step.before].name
                told[f"{name} was divided"] = None
    ends = (step.after for path in paths for step in path)
    locations = (step.via for path in paths for step in path if step.via)
    for each in dict.fromkeys((body, *ends, *locations)):
        for sentence in (*_recoded(dag, each, first, last), *_redrawn(dag, each, first, last)):
            told[sentence] = None
    return list(told)


def _recoded(dag: Dag, body: Iri, first: str, last: str) -> Iterator[str]:
    """A body that got another ONS code, as it does when its boundary moves.

    The day is that of a change of boundary, if one is recorded, else between two editions.
    """
    moves = [*dag.forward.get(body, ()), *dag.backward.get(body, ())]
    days = [each.day for each in moves if each.kind == "boundaryChange" and each.day]
    for (old, code), (new, other) in pairwise(dag.names.editions.get(body, ())):
        told = [day for day in days if old < day[:7] <= new]
        since, until = (told[0], told[0]) if told else (new, old)
        # A day counts when it has come; an edition only when the next one has.
        if code != other and first[: len(since)] < since and until <= last[: len(until)]:
            name = dag.bodies[body].name
            yield f"the boundary of {name} moved between {old} and {new} (ONS codes differ)"


def _redrawn(dag: Dag, body: Iri, first: str, last: str) -> Iterator[str]:
    """A sub-ICB location that has more or fewer small areas than the CCG of its code had."""
    for step in dag.backward.get(body, ()):
        sizes = (dag.weights.size(step.before), dag.weights.size(body))
        same_code = dag.bodies[step.before].code == dag.bodies[body].code
        if same_code and first < _MOVED_ON <= last and None not in sizes and sizes[0] != sizes[1]:
            name = dag.bodies[body].code
            yield f"{name} had {sizes[0]} small areas as a CCG and {sizes[1]} as a location"
