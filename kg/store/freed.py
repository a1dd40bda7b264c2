"""Answers of the engine are freed where they were asked for, whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from traceback import clear_frames
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def freed(method: Callable[P, T]) -> Callable[P, T]:
    """The method, which keeps no answer of the engine alive by the errors that it raises.

    An answer may be freed only in the thread that asked; in any other the engine complains, and
    what the answer reads from stays open for good. The traceback of an error keeps the variables
    of the frames that it went through, and travels to other threads.
    """

    @wraps(method)
    def told(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return method(*args, **kwargs)
        except BaseException as error:
            clear(error)
            raise

    return told


def clear(error: BaseException) -> None:
    """Have an error keep nothing alive of the frames that it went through and that have ended."""
    seen: set[int] = set()
    each: BaseException | None = error
    while each is not None and id(each) not in seen:
        seen.add(id(each))
        clear_frames(each.__traceback__)
        each = each.__cause__ or each.__context__
