"""A body followed from day to day: which paths lead from it to the bodies that stood on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from kg.analysis.lineage.bodies import Path, Step
from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.heirs import divided, narrowed, parted, throughs
from kg.model.terms import Iri

LATEST: Final = "9999-12-31"
"""A day after every other: what stands then is what is known to stand now."""
MOST: Final = 5000
"""How many paths are told at most: ours have fewer than fifty, but anybody may write others."""
_DEEPEST: Final = 100


@dataclass(frozen=True)
class Walk:
    """How a body is followed: to the bodies of `day`, and through boards or only locations.

    With `boards` false a CCG is followed to the sub-ICB location that has its area, and no further.
    What left the body on `since` or before is not followed.
    """

    dag: Dag
    day: str = LATEST
    boards: bool = True
    since: str = ""

    def paths(self, start: Iri) -> list[Path]:
        """All paths from a body to those that stood on the day.

        The empty path is the body itself, if it stood. A path that leads to a body that did not
        stand ends where nothing more is known. A body that divided is followed part by part, and
        after June 2022 through sub-ICB locations, never through a whole board that divided. At most
        `MOST` paths are told, and none comes back to where it was.
        """
        found = (
            path
            for path in self._from(start, (), None, (start,))
            if not path or self._counts(path[0])
        )
        return list(islice(found, MOST))

    def _counts(self, step: Step) -> bool:
        return step.kind == "location" or (step.day or "") > self.since

    def _from(
        self, here: Iri, trail: tuple[Iri, ...], via: Iri | None, seen: tuple[Iri, ...]
    ) -> Iterator[Path]:
        stood = self.dag.bodies[here].life.holds(self.day)
        onward = self._onward(here, trail, via, stood=stood) if len(seen) < _DEEPEST else ()
        steps = [step for step in onward if step.after not in seen]
        if stood or not steps:
            yield ()
        for step in steps:
            behind = (*trail, here) if step.whole or step.inferred else ()
            for path in self._from(step.after, behind, step.via, (*seen, step.after)):
                yield (step, *path)

    def _onward(
        self, here: Iri, trail: tuple[Iri, ...], via: Iri | None, *, stood: bool
    ) -> Sequence[Step]:
        if via is not None:
            return self._through(here, via, trail)
        steps = [each for each in self.dag.forward.get(here, ()) if self._done(each)]
        if stood:  # only parts that had left it by then
            return [each for each in steps if each.kind == "boundaryChange"]
        kind = self.dag.bodies[here].kind
        if kind == "ccg":
            return self._of_ccg(steps, trail)
        if kind == "icb":
            return narrowed(self.dag, divided(self.dag, here, steps), trail)
        if kind == "subIcbLocation":
            return steps[-1:]  # the last board that it lay in
        return steps or list(self._between(here))

    def _done(self, step: Step) -> bool:
        return step.day is not None and step.day <= self.day

    def _of_ccg(self, steps: Sequence[Step], trail: tuple[Iri, ...]) -> Sequence[Step]:
        """On to CCGs; of June 2022, to the board of the location, or to the location itself."""
        areas = [each for each in steps if self.dag.bodies[each.after].kind == "subIcbLocation"]
        areas = narrowed(self.dag, parted(self.dag, areas), trail)
        others = [each for each in steps if self.dag.bodies[each.after].kind == "ccg"]
        if not self.boards:
            return [*others, *areas]
        boards = throughs(self.dag, areas, [each for each in steps if each.kind == "succession"])
        return [*others, *boards]

    def _through(self, here: Iri, via: Iri, trail: tuple[Iri, ...]) -> Sequence[Step]:
        """From a board to the next one in which a location lay."""
        lay = [each for each in self.dag.boards(via) if (each.life.begun or "") <= self.day]
        places = [each.whole for each in lay]
        after = places.index(here) if here in places else len(places)
        later = next((each for each in lay[after:] if each.whole != here), None)
        if later is not None:
            found = (each for each in self.dag.forward.get(here, ()) if each.after == later.whole)
            step = next(found, None)
            moved = Step(here, later.whole, "location", later.life.begun)
            return [replace(step or moved, share=None, whole=True, via=via, basis="whole body")]
        if self.dag.bodies[via].life.holds(self.day) or not lay:
            return []
        steps = [each for each in self.dag.forward.get(here, ()) if self._done(each)]
        return narrowed(self.dag, divided(self.dag, here, steps), trail)

    def _between(self, here: Iri) -> Iterator[Step]:
        """From a body to those that stood before the ones that a table names, which came later.

        The names tell which of them it was, if they tell anything.
        """
        later = [each for each in self.dag.forward.get(here, ()) if each.kind == "overlap"]
        words = _words(self.dag.bodies[here].name)
        for step in later:
            merged = [each for each in self.dag.backward.get(step.after, ()) if each.whole]
            stood = [
                each.before for each in merged if self.dag.bodies[each.before].life.holds(self.day)
            ]
            alike = [each for each in stood if words & _words(self.dag.bodies[each].name)]
            for each in alike or stood:
                share = step.share if len(alike or stood) == 1 else None
                opened = self.dag.bodies[each].life.begun
                yield replace(step, after=each, day=opened, share=share, inferred=True)


def _words(name: str) -> frozenset[str]:
    return frozenset(name.casefold().replace(",", " ").split()) - {"nhs", "and", "pct", "ccg"}
