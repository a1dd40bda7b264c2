"""Where the parts of a body went: CCGs through their locations, boards by their locations.

What a table says of a share stands. Otherwise it is counted in small areas of the census, or, where
a part bears the name of a body that had gone into the whole, read from that name and marked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from kg.analysis.lineage.bodies import Step, places
from kg.analysis.lineage.dag import Dag, rounded
from kg.model.terms import Iri

_ALL_BUT: Final = "all but "
_WHOLE: Final = Decimal(1)


def parted(dag: Dag, steps: Sequence[Step]) -> list[Step]:
    """The steps of a CCG to locations, with the shares of a part and of the rest.

    The rest is what the location that kept the code has of the small areas that the CCG had.
    """
    kept = next((each for each in steps if each.part.startswith(_ALL_BUT)), None)
    if kept is None or len(steps) != 2:
        return list(steps)
    whole, rest = dag.weights.size(kept.before), dag.weights.size(kept.after)
    if not whole or rest is None or rest > whole:
        return list(steps)
    share = rounded(Decimal(rest) / whole)
    return [
        replace(each, share=share if each is kept else _WHOLE - share, basis="lsoas")
        for each in steps
    ]


def throughs(dag: Dag, areas: Sequence[Step], successions: Sequence[Step]) -> list[Step]:
    """From a CCG to the boards in which its locations lay at first.

    The event is that by which the board took over, where there is one; a succession without any
    location stands as it is.
    """
    found = []
    for area in areas:
        board = dag.board(area.after, area.day or "")
        if board is None:
            continue
        told = next((each for each in successions if each.after == board.whole), None)
        found.append(
            replace(
                area,
                after=board.whole,
                kind=told.kind if told else area.kind,
                event=told.event if told else area.event,
                evidence=(*(told.evidence if told else ()), *area.evidence),
                via=area.after,
                warnings=(),
            )
        )
    return found or list(successions)


def divided(dag: Dag, board: Iri, steps: Sequence[Step]) -> list[Step]:
    """The steps from a board, with the shares of its parts, counted in the locations of each."""
    parts = [each for each in steps if not each.whole and each.share is None]
    last = dag.bodies[board].life.ended
    if not parts or last is None:
        return list(steps)
    all_of = dag.locations(board, last)
    found = []
    for each in steps:
        went = [
            place
            for place in all_of
            if (next_board := dag.board(place, each.day or "")) and next_board.whole == each.after
        ]
        share = dag.fraction(went, all_of) if each in parts and went else None
        found.append(replace(each, share=share, basis="lsoas") if share else each)
    return found


def narrowed(dag: Dag, steps: Sequence[Step], trail: Sequence[Iri]) -> list[Step]:
    """Of the parts into which a body divided, those that had been a body which went into it whole.

    `trail` are the bodies that went into it, the last one last. A part tells by the places in its
    name: `Farnham and Surrey Heath` had been Surrey Heath. A part `all but` a place takes in every
    body that does not have that place in its name. Where no name tells, all parts remain.
    """
    parts = [each for each in steps if not each.whole and each.part]
    if len(parts) < 2:
        return list(steps)
    code = dag.bodies[parts[0].before].code
    trail = [each for each in trail if dag.bodies[each].code != code]  # one code, one area
    rest = [each for each in parts if each.part.startswith(_ALL_BUT)]
    named = [each for each in parts if each not in rest]
    for body in reversed(trail):
        had = dag.bodies[body].places
        chosen = [each for each in named if places(each.part) & had]
        told = frozenset[str]().union(*(places(each.part) for each in chosen))
        if not chosen or had - told:
            chosen += rest
        if chosen:
            share = _WHOLE if len(chosen) == 1 else None
            return [
                replace(each, share=share, basis="name of the part", inferred=True)
                for each in chosen
            ]
    return list(steps)
