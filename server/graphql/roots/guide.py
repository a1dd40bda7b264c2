"""Which steps a lineage takes where boards divided, by the lineage that its release has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.following import Direction, Lineage
from kg.analysis.lineage.following import lineage as follow
from kg.model.terms import Iri
from server.graphql.release import Release
from server.graphql.roots.analysed import lineage_of
from server.graphql.roots.values import Found


@dataclass(frozen=True)
class Guide:
    """The lineages of bodies, followed part by part; without a `dag` every step is taken."""

    dag: Dag | None
    lineages: Sequence[Lineage]

    @classmethod
    def of(
        cls, release: Release, starts: Sequence[Iri], ways: Sequence[str], *, is_told: bool
    ) -> Guide:
        """The guide for these bodies, `FORWARD`, `BACK` or both.

        A graph that stands in for a release has no lineage, unless it `is_told` in words.
        """
        if not is_told and not isinstance(getattr(release, "lineage", None), Dag):
            return cls(None, [])
        dag = lineage_of(release)
        way: Direction = "both"
        if len(ways) == 1:
            way = "forward" if ways[0] == "FORWARD" else "back"
        return cls(dag, [follow(dag, each, way) for each in starts if each in dag.bodies])

    @property
    def sentence(self) -> str:
        """The lineages in words."""
        return " ".join(each.sentence for each in self.lineages)

    @property
    def warnings(self) -> list[str]:
        """What to be careful of, each once."""
        return list(dict.fromkeys(one for each in self.lineages for one in each.warnings))

    def led(self, rows: list[Found]) -> list[Found]:
        """Of some steps those that the bodies took.

        A board that divided handed each of its locations to one board, and did not as a whole come
        to all of them. Where none did, all steps are taken.
        """
        if not any(row["from"] in self._divided for row in rows):
            return rows
        return [row for row in rows if (row["from"], row["to"]) in self._pairs or self._place(row)]

    @cached_property
    def _divided(self) -> frozenset[Iri]:
        steps = self.dag.steps if self.dag else ()
        return frozenset(
            each.before
            for each in steps
            if not each.whole
            and each.kind != "boundaryChange"
            and self.dag
            and self.dag.bodies[each.before].kind == "icb"
        )

    @cached_property
    def _pairs(self) -> frozenset[tuple[Iri, Iri]]:
        return frozenset((step.before, step.after) for x in self.lineages for step in x.steps)

    def _place(self, row: Found) -> bool:
        """Whether a step leads to a sub-ICB location, which is a place and has no part in this."""
        body = self.dag.bodies.get(Iri(str(row["to"]))) if self.dag else None
        return body is not None and body.kind == "subIcbLocation"
