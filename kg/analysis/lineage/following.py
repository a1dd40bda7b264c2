"""A whole lineage: all that became of a body, and all that it came from."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from kg.analysis.lineage.bodies import CHANGES, SAME_CODE, Body, Path, Plan, Step
from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.names import Named
from kg.analysis.lineage.plain import body_json, plan_json, step_json
from kg.analysis.lineage.sentences import Teller
from kg.analysis.lineage.walking import LATEST, Walk
from kg.errors import BadParameter
from kg.model.terms import Iri

Direction = Literal["forward", "back", "both"]


@dataclass(frozen=True)
class Lineage:
    """What became of a body and what it came from: paths, and the bodies and steps on them.

    `back` are paths that lead to the body, `forward` those that lead away from it. `renamed` are
    the names that it had for a time. `plans` were announced and changed nothing so far.
    """

    of: Body
    forward: tuple[Path, ...]
    back: tuple[Path, ...]
    bodies: tuple[Body, ...]
    steps: tuple[Step, ...]
    renamed: tuple[Named, ...]
    plans: tuple[Plan, ...]
    warnings: tuple[str, ...]
    sentence: str

    @property
    def links(self) -> tuple[Step, ...]:
        """The steps, with those of the same two bodies and kind as one, as a picture has them.

        Of several that were followed for different bodies, the size is left open.
        """
        found: dict[tuple[Iri, Iri, str], Step] = {}
        for step in self.steps:
            key = (step.before, step.after, step.kind)
            known = found.setdefault(key, step)
            if known.share != step.share:
                found[key] = replace(known, share=None)
        return tuple(found.values())

    def json(self) -> dict[str, Any]:
        """It as JSON has it: bodies and steps once, and paths as lists of places in `steps`."""
        place = {step: number for number, step in enumerate(self.steps)}
        return {
            "of": str(self.of.iri),
            "sentence": self.sentence,
            "bodies": [body_json(each) for each in self.bodies],
            "steps": [step_json(each) for each in self.steps],
            "forward": [[place[step] for step in path] for path in self.forward],
            "back": [[place[step] for step in path] for path in self.back],
            "names": [
                {"name": each.text, "from": each.life.begun, "to": each.life.ended}
                for each in self.renamed
            ],
            "announced": [plan_json(each) for each in self.plans],
            "warnings": list(self.warnings),
        }


def lineage(
    dag: Dag,
    of: Iri,
    direction: Direction = "both",
    kinds: Collection[str] = (),
    until: str = "",
) -> Lineage:
    """The lineage of a body, by steps of these kinds (of `CHANGES`; all if none).

    `until` is the last day that is looked at going forward, and the first going back. Raises
    `BadParameter` for a kind of step that there is not.
    """
    wrong = sorted(set(kinds) - set(CHANGES))
    if wrong:
        known = f"It is one of {', '.join(CHANGES)}."
        raise BadParameter("kinds", f"'{wrong[0]}' is no kind of change", known)
    forward: list[Path] = []
    back: list[Path] = []
    if direction != "back":
        paths = Walk(dag, until or LATEST).paths(of)
        forward = _cut(paths, lambda step: not kinds or step.kind in kinds)
    if direction != "forward":
        first = until if direction == "back" else ""
        found = (path[::-1] for path in _leading(dag, of))
        cut = _cut(found, lambda s: (not kinds or s.kind in kinds) and (s.day or "9") >= first)
        back = [path[::-1] for path in cut]
    return _of(dag, dag.bodies[of], tuple(forward), tuple(back))


def _of(dag: Dag, body: Body, forward: tuple[Path, ...], back: tuple[Path, ...]) -> Lineage:
    steps = dict.fromkeys(step for path in (*back, *forward) for step in path)
    ordered = sorted(steps, key=lambda step: (step.day or "", step.before, step.after, step.kind))
    ends = (iri for step in ordered for iri in (step.before, step.after, step.via) if iri)
    bodies = [dag.bodies[each] for each in dict.fromkeys((body.iri, *ends))]
    told = Teller(dag).story((*back, *forward))
    return Lineage(
        of=body,
        forward=forward,
        back=back,
        bodies=tuple(bodies),
        steps=tuple(ordered),
        renamed=tuple(dag.names.renamed(body.iri)),
        plans=tuple(dag.announced(body.iri)),
        warnings=tuple(_warnings(bodies)),
        sentence=" ".join(told) or f"Nothing is known of what {body.known} came from or became.",
    )


def _leading(dag: Dag, of: Iri) -> Iterator[Path]:
    """The paths to a body from those that came from nothing known, whole or the part of it."""
    walk = Walk(dag, boards=dag.bodies[of].kind != "subIcbLocation")
    found: dict[Path, None] = {}
    for root in _roots(dag, of):
        for path in walk.paths(root):
            places = [step.after for step in path]
            if of in places:
                found[path[: places.index(of) + 1]] = None
    yield from found


def _roots(dag: Dag, of: Iri) -> list[Iri]:
    """The bodies from which some steps lead to one, and to which none leads; in their order."""
    seen, left = {of}, [of]
    while left:
        for step in dag.backward.get(left.pop(), ()):
            if step.before not in seen:
                seen.add(step.before)
                left.append(step.before)
    return sorted(each for each in seen if each not in dag.backward and each != of)


def _cut(paths: Iterable[Path], wanted: Callable[[Step], bool]) -> list[Path]:
    """The paths as far as their steps are wanted, each once, without those of no step."""
    found: dict[Path, None] = {}
    for path in paths:
        end = next((place for place, step in enumerate(path) if not wanted(step)), len(path))
        if end:
            found[path[:end]] = None
    return list(found)


def _warnings(bodies: list[Body]) -> Iterator[str]:
    by_code: dict[str, list[Body]] = {}
    for each in bodies:
        if each.code:
            by_code.setdefault(each.code, []).append(each)
    for code, found in sorted(by_code.items()):
        if len(found) > 1:
            names = " and ".join(each.name for each in found)
            yield f"{SAME_CODE}: {code} is the code of {names}"
