"""The view that a log makes: its commands are done one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.analysis.paths.adjacency import Adjacency
from kg.errors import BadParameter
from kg.model.dates import bounds
from kg.release.opened import OpenRelease
from server.explore.log import MOST, Command
from server.explore.places import placed
from server.explore.starts import Reached, reached
from server.explore.view import Step, View
from server.readers.protocol import Request


def replayed(release: OpenRelease, request: Request, commands: Sequence[Command]) -> View:
    """The view that a log makes.

    Raises `BadParameter` for arguments that mean nothing, `UnknownThing` for things that there are
    not, and what a query raises that the log asks.
    """
    made = View(release.paths.adjacency)
    for command in commands:
        _done(made, release, request, command)
    return made


def _done(made: View, release: OpenRelease, request: Request, command: Command) -> None:
    verb, args = command
    if verb in ("on", "by"):
        setattr(made, verb, _day(verb, args[0] if args else ""))
    elif verb in ("without", "said"):
        setattr(made, verb, frozenset(args) - {""})
    elif verb == "drop":
        for each in _numbers(made.graph, args):
            made.shown.pop(each, None)
    elif verb == "move":
        _move(made, args)
    elif verb not in ("at", "say", "past"):
        _grow(made, command, reached(release, request, made, command))


def _grow(made: View, command: Command, found: Reached) -> None:
    graph, room = made.graph, MOST - len(made.shown)
    wanted = [each for each in dict.fromkeys(found.things) if each not in made.shown]
    new = wanted[: max(room, 0)]
    remark = found.remark
    if len(new) < len(wanted):
        left = len(wanted) - len(new)
        said = f"{left:,} were" if left > 1 else "one was"
        remark = f"A view holds {MOST:,} things: {said} left out. {remark}"
    fresh = [each for each in new if each not in made.places]
    numbers = {each: number for number, each in enumerate([*made.places, *fresh])}
    joined = [
        (numbers[here], numbers[graph.near[step]])
        for here in fresh
        for step in range(graph.first[here], graph.first[here + 1])
        if graph.near[step] in numbers
        and (graph.near[step] < here or graph.near[step] in made.places)
    ]
    anchors = [numbers.get(found.anchors.get(each, -1)) for each in fresh]
    spots = placed(list(made.places.values()), joined, anchors)
    made.places.update(zip(fresh, spots, strict=True))
    made.shown.update((each, len(made.steps)) for each in new)
    made.steps.append(Step(command, len(new), found.total, remark.strip()))


def _move(made: View, args: Sequence[str]) -> None:
    thing = made.graph.index.get(args[0], -1)
    try:
        x, y = (max(-99_999.0, min(99_999.0, float(each))) for each in args[1:])
    except ValueError:
        raise BadParameter("do", "'move' takes a thing and two numbers") from None
    if thing in made.places:
        made.places[thing] = (x, y)


def _numbers(graph: Adjacency, keys: Iterable[str]) -> list[int]:
    return [number for each in keys if (number := graph.index.get(each)) is not None]


def _day(name: str, text: str) -> str:
    try:
        day = bounds(text).day if text else ""
    except ValueError:
        day = None
    if day is None:
        raise BadParameter(name, f"'{text}' is not a day", "Write it as 2020-04-01.")
    return day
