"""Values that Python computes: made once, and then shown as the document asks.

The things in such a value are `Iri`s. All that stand at one place of the response are fetched
together, by the level of that place: the number of queries does not depend on how many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from kg.errors import KgError
from kg.model.terms import Iri
from server.graphql.planning.plan import Asking, Computed, Cut, Fetched, Level, Picked
from server.limits.graphql import TooMuchAsked

Shape = Picked | Fetched | Cut | None


def made(root: Computed, asking: Asking) -> Any:
    """The value; the levels for the things in it are told which they are.

    Raises `TooMuchAsked` where there are more at one place than may be.
    """
    levels = {each.number: each for each in _levels(root.picked)}
    for level in levels.values():
        level.given = ()
    value = root.make(asking)
    found: dict[int, dict[Iri, None]] = {}
    for level, thing in _things(value, root.picked):
        found.setdefault(level.number, {})[thing] = None
    for number, things in found.items():
        _check(levels[number], len(things))
        levels[number].given = tuple(things)
    return value


def shaped(root: Computed, value: Any, fetched: Callable[[Fetched, Iri], Any]) -> Any:
    """The value as the response shows it: by response key, the things in it as `fetched` has them.

    Errors stay where they are, to be raised there.
    """
    return _shaped(value, root.picked, fetched)


def _check(level: Level, number: int) -> None:
    if level.most is not None and number > level.most:
        raise TooMuchAsked(
            f"'{level.at}' leads to {number} things; at most {level.most} are fetched.",
            "Give a smaller value of `first`, or ask about less.",
            level.at,
        )


def _shaped(value: Any, shape: Shape, fetched: Callable[[Fetched, Iri], Any]) -> Any:
    if value is None or isinstance(value, KgError):
        return value
    if isinstance(shape, Cut):
        return _shaped(_cut(value, shape), shape.of, fetched)
    if isinstance(value, list | tuple):
        return [_shaped(each, shape, fetched) for each in value]
    match shape:
        case Fetched():
            return fetched(shape, value)
        case Picked(kind, parts):
            return {"__typename": kind} | {
                key: _shaped(value.get(name), below, fetched) for key, name, below in parts
            }
        case None:
            return value


def _levels(shape: Shape) -> Iterator[Level]:
    if isinstance(shape, Fetched):
        yield shape.level
    elif isinstance(shape, Cut):
        yield from _levels(shape.of)
    elif shape is not None:
        for *_, below in shape.parts:
            yield from _levels(below)


def _things(value: Any, shape: Shape) -> Iterator[tuple[Level, Iri]]:
    if shape is None or value is None or isinstance(value, KgError):
        return
    if isinstance(shape, Cut):
        yield from _things(_cut(value, shape), shape.of)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _things(each, shape)
    elif isinstance(shape, Fetched):
        yield shape.level, value
    else:
        for _, name, below in shape.parts:
            yield from _things(value.get(name), below)


def _cut(value: Sequence[Any], cut: Cut) -> Sequence[Any]:
    return value[cut.offset : cut.offset + cut.first]
