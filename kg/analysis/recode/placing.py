"""A code of a period, on the bodies of another day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from kg.analysis.lineage.bodies import Path, Step
from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.names import is_gss
from kg.analysis.lineage.replaced import lived
from kg.analysis.lineage.shares import shares
from kg.analysis.lineage.walking import LATEST, Walk
from kg.analysis.recode.breaks import breaks
from kg.analysis.recode.origins import origins
from kg.model.dates import Bounds
from kg.model.terms import Iri

Level = Literal["board", "location"]
Outcome = Literal["placed", "split", "unsized", "not placed"]


@dataclass(frozen=True)
class Target:
    """A body of the day: `share` is its fraction of the old body's numbers, if known."""

    body: Iri
    share: Decimal | None
    basis: str
    path: Path
    inferred: bool = False


@dataclass(frozen=True)
class Placing:
    """Where a code of a period is on the day `to`.

    `outcome`: placed on one body, split over several by shares, `unsized` where shares are not
    known, or not placed, with the `reason`. `coverage` is the sum of the known shares. `broken`
    says why the numbers before and after are not of one area.
    """

    code: str
    to: str
    outcome: Outcome
    reason: str = ""
    body: Iri | None = None
    targets: tuple[Target, ...] = ()
    broken: tuple[str, ...] = ()

    @property
    def coverage(self) -> Decimal | None:
        """How much of the old body is accounted for, or `None` where nobody knows."""
        known = [each.share for each in self.targets]
        if not known or None in known:
            return None
        return sum((each for each in known if each is not None), Decimal(0))


@dataclass(frozen=True)
class Placer:
    """Puts codes on the bodies of the day `to`: on boards, or on locations where there are any."""

    dag: Dag
    to: str
    level: Level = "board"

    def placed(self, code: str, period: Bounds | None) -> Placing:
        """Where the body is that had an ODS or ONS code in a period, or at any time if `None`."""
        plain = code.strip().upper()
        bodies = {each.body for each in self.dag.names.codes.get(plain, ())}
        known = sorted(bodies, key=lambda each: (self.dag.bodies[each].life.begun or "", each))
        stood = [each for each in known if period is None or self._stood(each, period)]
        if not stood:
            return Placing(plain, self.to, "not placed", self._missing(plain, known, period))
        found = [self.of_body(each, period, plain) for each in stood]
        ends = {_ends(each.targets) for each in found}
        if len(ends) > 1:
            names = " and ".join(self._told(each) for each in stood)
            when = "in the period" if period else "and no period is given"
            reason = f"the code meant more than one body {when}: {names}"
            return Placing(plain, self.to, "not placed", reason)
        return found[0]

    def of_body(self, body: Iri, period: Bounds | None = None, code: str = "") -> Placing:
        """Where a body of a period is; `code` is the one by which it was called, if one was."""
        life = self.dag.bodies[body].life
        since = max(period.earliest if period else "", life.opened or "")
        if (life.opened or "") > self.to:
            found = self._backwards(body)
        else:
            found = self._forwards(body, since)
        first, last = sorted((since or self.to, self.to))
        broken = breaks(self.dag, body, [each.path for each in found], first, last)
        broken += self._outdated(body, code, period)
        told = _outcome(found)
        if not found:
            return Placing(code, self.to, "not placed", self._no_end(body), body)
        reason = "the sizes of the parts are not known" if told == "unsized" else ""
        return Placing(code, self.to, told, reason, body, tuple(found), tuple(broken))

    def _forwards(self, body: Iri, since: str) -> list[Target]:
        boards = self.level == "board"
        paths = Walk(self.dag, self.to, boards=boards, since=since).paths(body)
        if boards and self.dag.bodies[body].kind == "subIcbLocation":
            paths = [self._in_board(body, path) for path in paths]
        sizes = shares(body, paths)
        ends: dict[Iri, list[Path]] = {}
        for path in paths:
            end = path[-1].after if path else body
            if self.dag.bodies[end].life.holds(self.to):
                ends.setdefault(end, []).append(path)
        found = [
            Target(
                end, sizes.get(end), _basis(led), led[0], any(s.inferred for p in led for s in p)
            )
            for end, led in ends.items()
        ]
        return sorted(found, key=lambda each: (-(each.share or 0), each.body))

    def _in_board(self, location: Iri, path: Path) -> Path:
        member = self.dag.board(location, self.to)
        if path or member is None:
            return path
        lay = Step(location, member.whole, "location", member.life.begun, share=Decimal(1))
        return (replace(lay, basis="whole body"),)

    def _backwards(self, body: Iri) -> list[Target]:
        found = origins(self.dag, body, self.to)
        return [Target(each.body, each.share, each.basis, each.path) for each in found]

    def _stood(self, body: Iri, period: Bounds) -> bool:
        life = self.dag.bodies[body].life
        return (life.opened or "") <= period.latest and (life.ended or LATEST) >= period.earliest

    def _missing(self, code: str, known: Sequence[Iri], period: Bounds | None) -> str:
        if not known:
            return f"no body is known by the code {code}"
        names = " and ".join(self._told(each) for each in known)
        when = f"{period.earliest} to {period.latest}" if period else "that time"
        return f"the code was nobody's from {when}; it was that of {names}"

    def _told(self, body: Iri) -> str:
        return f"{self.dag.bodies[body].name} ({lived(self.dag.bodies[body])})"

    def _no_end(self, body: Iri) -> str:
        name = self.dag.bodies[body].name
        if (self.dag.bodies[body].life.opened or "") > self.to:
            return f"it is not known which bodies had the area of {name} on {self.to}"
        if self.dag.bodies[body].life.is_unsure(self.to):
            return f"it is not known whether {name} stood on {self.to}"
        return f"no body is recorded in the place of {name} on {self.to}"

    def _outdated(self, body: Iri, code: str, period: Bounds | None) -> list[str]:
        """An ONS code of another edition than the one in use in the period."""
        if period is None or not is_gss(code):
            return []
        known = self.dag.names.editions.get(body, ())
        own = [edition for edition, each in known if each == code]
        later = [
            edition for edition, each in known if each != code and edition > max(own, default="")
        ]
        if own and later and period.earliest[:7] >= min(later):
            return [f"{code} is a code of {own[-1]}; from {min(later)} the body had another"]
        return []


def _outcome(targets: Sequence[Target]) -> Outcome:
    if any(each.share is None for each in targets):
        return "unsized"
    return "placed" if len(targets) == 1 else "split"


def _ends(targets: Sequence[Target]) -> frozenset[tuple[Iri, Decimal | None]]:
    return frozenset((each.body, each.share) for each in targets)


def _basis(paths: Sequence[Path]) -> str:
    """What the shares of the paths are counted in, each once; nothing for a body that stays."""
    found = dict.fromkeys(
        step.basis or "not known" for path in paths for step in path if step.share != 1
    )
    return " and ".join(found) or "whole body"
