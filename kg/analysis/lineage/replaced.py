"""What replaced a body, asked by any code or name that it ever had."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal

from kg.analysis.lineage.bodies import KINDS, Body, Path, Plan, core
from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.sentences import Teller, called, joined, told_day, told_share
from kg.analysis.lineage.shares import shares
from kg.analysis.lineage.walking import LATEST, Walk
from kg.model.terms import Iri
from kg.search.fold import fold

Outcome = Literal["replaced", "stands", "ended", "not yet", "unsure", "options", "unknown"]
_AREA_OF: Final = ("partOf", "memberOfCluster", "inAreaTeam")


@dataclass(frozen=True)
class Successor:
    """A body in the place of another: `share` is the fraction of that one which it has, if known.

    `part` names the part, where it was not the whole; `paths` lead to it step by step.
    """

    body: Body
    share: Decimal | None
    part: str
    paths: tuple[Path, ...]


@dataclass(frozen=True)
class Replaced:
    """What replaced a body on a day, or, by `on` empty, what is known to stand in its place.

    By `outcome` it was replaced, still stands, ended without a known successor, had not yet opened,
    may or may not have stood (`unsure`), or the words mean several bodies (`options`) or none
    (`near` are names like it). `area` are the bodies that had its area, where none took its place.
    `announced` are plans that changed nothing.
    """

    asked: str
    on: str
    outcome: Outcome
    sentence: str
    body: Body | None = None
    successors: tuple[Successor, ...] = ()
    area: tuple[Body, ...] = ()
    options: tuple[Body, ...] = ()
    near: tuple[str, ...] = ()
    announced: tuple[Plan, ...] = ()

    @property
    def evidence(self) -> tuple[Iri, ...]:
        """The evidence of all steps that lead to the successors."""
        found = (
            source
            for successor in self.successors
            for path in successor.paths
            for step in path
            for source in step.evidence
        )
        return tuple(dict.fromkeys(found))


def replaced(
    dag: Dag,
    text: str,
    on: str = "",
    *,
    kind: str = "",
    near: Callable[[str], Sequence[str]] = lambda _: (),
) -> Replaced:
    """What replaced the body that a code or a name means, on an ISO day or as last known.

    Several bodies are offered, never guessed at; `kind` (of `KINDS`) chooses among them. `near`
    finds names like one that nobody had.
    """
    return replaced_any(dag, dag.names.meant(text, kind), text, on, near=near)


def replaced_any(
    dag: Dag,
    found: Sequence[Iri],
    text: str,
    on: str = "",
    *,
    near: Callable[[str], Sequence[str]] = lambda _: (),
) -> Replaced:
    """The same of the bodies that a text means: several are options, none is unknown."""
    if len(found) == 1:
        return replaced_body(dag, found[0], on, asked=text, since=_since(dag, found[0], text))
    if not found:
        names = tuple(near(text))
        hint = f" Was one of these meant: {'; '.join(names)}?" if names else ""
        told = f"No body is known by the code or name '{text}'.{hint}"
        return Replaced(text, on, "unknown", told, near=names)
    options = tuple(dag.bodies[each] for each in found)
    lines = [f"{called(each)}, {lived(each)}" for each in options]
    told = f"'{text}' has meant {len(options)} bodies. Which is meant? {'; '.join(lines)}."
    return Replaced(text, on, "options", told, options=options)


def replaced_body(
    dag: Dag, iri: Iri, on: str = "", *, asked: str = "", since: str = ""
) -> Replaced:
    """What replaced one body; what left it on `since` or before counts not."""
    body, day = dag.bodies[iri], on or LATEST
    paths = Walk(dag, day, since=since).paths(iri)
    successors = _successors(dag, iri, paths, day)
    outcome = _outcome(body, day, successors)
    answer = Replaced(
        asked=asked or body.name,
        on=on,
        outcome=outcome,
        sentence="",
        body=body,
        successors=successors,
        area=_area(dag, iri, day) if outcome == "ended" else (),
        announced=tuple(dag.announced(iri)),
    )
    return replace(answer, sentence=" ".join(_sentences(dag, body, answer, paths)))


def lived(body: Body) -> str:
    """When a body was there, in a few words.

    >>> from kg.analysis.lineage.bodies import Life
    >>> lived(Body(Iri("urn:b"), "B", "ccg", "", Life("2013-04-01", "2013-04-01")))
    'since 1 April 2013'
    """
    first, last = body.life.first, body.life.last
    if last:
        return f"{told_day(first)} to {told_day(last)}" if first else f"until {told_day(last)}"
    if body.life.ended:
        return f"until {told_day(body.life.ended)} at least"
    return f"since {told_day(first)}" if first else "with no days known"


def _since(dag: Dag, body: Iri, text: str) -> str:
    """The first day of the name that was asked by, if the body had had another before."""
    names = dag.names.renamed(body)
    asked = [each for each in names if fold(each.text) == fold(text)]
    return (asked[0].life.begun or "") if asked and asked[0] is not names[0] else ""


def _successors(dag: Dag, iri: Iri, paths: Sequence[Path], day: str) -> tuple[Successor, ...]:
    ends: dict[Iri, list[Path]] = {}
    for path in paths:
        if path and dag.bodies[path[-1].after].life.holds(day):
            ends.setdefault(path[-1].after, []).append(path)
    sizes = shares(iri, paths)
    found = [
        Successor(dag.bodies[each], size, "" if size == 1 else _part(led), tuple(led))
        for each, led in ends.items()
        for size in (sizes.get(each),)
    ]
    return tuple(sorted(found, key=lambda one: (-(one.share or 0), one.body.name)))


def _part(paths: Sequence[Path]) -> str:
    """The part that all paths go through, the last one named, or nothing."""
    parts = [next((step.part for step in reversed(path) if not step.whole), "") for path in paths]
    return joined(sorted(set(parts))) if all(parts) else ""


def _area(dag: Dag, iri: Iri, day: str) -> tuple[Body, ...]:
    """The bodies that had on a day the area of those that had been in a body."""
    found: dict[Iri, None] = {}
    for each in dag.parts.get(iri, ()):
        if each.kind in _AREA_OF and each.member in dag.bodies:
            for path in Walk(dag, day).paths(each.member):
                end = path[-1].after if path else each.member
                if dag.bodies[end].life.holds(day):
                    found[end] = None
    return tuple(sorted((dag.bodies[each] for each in found), key=lambda one: one.name))


def _outcome(body: Body, day: str, successors: Sequence[Successor]) -> Outcome:
    if body.life.holds(day):
        return "stands"
    if body.life.opened is not None and day < body.life.opened:
        return "not yet"
    if body.life.is_unsure(day) and not successors:
        return "unsure"
    return "replaced" if successors else "ended"


def _sentences(dag: Dag, body: Body, answer: Replaced, paths: Sequence[Path]) -> list[str]:
    teller = Teller(dag)
    old, on = teller.called(body.iri), answer.on
    day = told_day(on) if on else ""
    if answer.outcome == "not yet":
        opened = told_day(body.life.opened or "")
        return [f"{old} did not stand on {day}: it opened on {opened}."]
    if answer.outcome == "unsure":
        return [f"It is not known whether {old} stood on {day}: {_bounded(body)}."]
    if answer.outcome == "stands":
        told = f"{old} stood on {day}." if on else f"{old} still stands, as far as is known."
        return [told, *_renamings(dag, body), *teller.story(paths)]
    if answer.outcome == "ended":
        return [_ended(body, old), *_in_area(teller, answer)]
    places = _places(teller, answer.successors)
    one = len(answer.successors) == 1
    now = "stood" if on else ("stands" if one else "stand")
    head = f"On {day}, {places}" if on else f"{places[0].upper()}{places[1:]}"
    told = f"{head} {now} in the place of {old}, as far as is known."
    return [told, *_renamings(dag, body), *teller.story(paths), *_strays(teller, dag, body, on)]


def _strays(teller: Teller, dag: Dag, body: Body, on: str) -> list[str]:
    """The CCGs of a partnership whose areas did not go to the board that took its code."""
    last = body.life.ended
    if body.kind != "stp" or last is None or (on and on <= last):
        return []
    told = []
    for each in dag.parts.get(body.iri, ()):
        if each.kind == "inSystem" and each.life.holds(last):
            steps = [path[0] for path in Walk(dag, on or LATEST).paths(each.member) if path]
            for step in dict.fromkeys(steps):
                if (
                    dag.bodies[step.after].kind == "icb"
                    and dag.bodies[step.after].code != body.code
                ):
                    old, new = teller.called(each.member), teller.called(step.after)
                    part = f"{step.part}, which was of {old}," if step.part else old
                    told.append(f"Not all of its area went there: {part} went to {new}.")
    return told


def _bounded(body: Body) -> str:
    """The days that are known of a body, where a day in question lies outside them."""
    begun, ended, closed = body.life.begun, body.life.ended, body.life.closed
    since = f"it stood by {told_day(begun)}" if begun else "it is not known since when it stood"
    if ended and closed and ended != closed:
        return f"it ended between {told_day(ended)} and {told_day(closed)}"
    return since


def _ended(body: Body, old: str) -> str:
    if body.life.last:
        return f"{old} ended on {told_day(body.life.last)}; no body is recorded in its place."
    at_least = f" It stood until {told_day(body.life.ended)} at least." if body.life.ended else ""
    return f"{old} ended on a day that is not known; no body is recorded in its place.{at_least}"


def _in_area(teller: Teller, answer: Replaced) -> list[str]:
    if not answer.area:
        return []
    were = f"were on {told_day(answer.on)}" if answer.on else "are"
    bodies = teller.listed(each.iri for each in answer.area)
    return [f"The bodies whose areas had been in it {were} succeeded by {bodies}."]


def _renamings(dag: Dag, body: Body) -> list[str]:
    """A sentence for each name that a body took after its first."""
    names = dag.names.renamed(body.iri)
    told = []
    for before, after in pairwise(names):
        # A partnership is known by the editions of lists, which do not say when a name began.
        first = after.life.first if body.kind != "stp" else None
        when = f"on {told_day(first)}" if first else f"by {told_day(after.life.begun or '')}"
        if core(before.text) != core(after.text) and after.life.begun:
            told.append(f"It was called {before.text} until it became {after.text} {when}.")
    return told


def _places(teller: Teller, successors: Sequence[Successor]) -> str:
    told = []
    for each in successors:
        size = [each.part] if each.part else []
        size += [told_share(each.share)] if each.share is not None and each.share != 1 else []
        told.append(teller.called(each.body.iri) + (f" for {', '.join(size)}" if size else ""))
    return joined(told)


def options_of(answer: Replaced) -> list[str]:
    """How each body that was offered can be asked for by itself: its code and its kind."""
    return [f"{each.code or each.name} {KINDS[each.kind]}" for each in answer.options]
