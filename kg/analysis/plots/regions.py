"""In which region of July 2022 a body lay: that of the board that has most of its area then."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from kg.analysis.lineage.dag import Dag
from kg.analysis.recode.membership import areas
from kg.analysis.recode.placing import Placer
from kg.model.terms import Iri

DAY: Final = "2022-07-01"
"""The day of which the regions are: the first of the boards."""


@dataclass(frozen=True)
class Regions:
    """The regions of the boards of `DAY`, by the dated lists that say so."""

    dag: Dag
    boards: dict[Iri, str]

    @classmethod
    def of(cls, dag: Dag) -> Regions:
        """Those of a lineage."""
        found = {each.body.iri: each.region.name for each in areas(dag, DAY) if each.region}
        return cls(dag, found)

    @property
    def names(self) -> list[str]:
        """The names of the regions, in order."""
        return sorted(set(self.boards.values()))

    @cached_property
    def _placer(self) -> Placer:
        return Placer(self.dag, DAY)

    def region(self, body: Iri) -> str:
        """The region of a body, or nothing where no list says so."""
        if body in self.boards:
            return self.boards[body]
        targets = self._placer.of_body(body).targets
        if not targets:
            return ""
        most = max(targets, key=lambda each: (each.share or Decimal(0), each.body))
        return self.boards.get(most.body, "")
