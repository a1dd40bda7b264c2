"""Patterns that are compiled once, not by every process.

The rules are a thousand patterns, and compiling them takes longer than reading a document by them.
So what `re` has made of them is kept in the user's cache folder: for one version of Python, written
by whoever compiles something new, and never needed.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import re
import sys
from array import array
from collections.abc import Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from kg.documents.patterns.beginnings import as_set, beginnings
from kg.settings import cache_folder

# `re` has no public way to take a compiled pattern apart, nor to put one together again; with a
# Python that does either in another way, nothing is kept.
_PARSER: Final[Any] = import_module("re._parser")
_COMPILER: Final[Any] = import_module("re._compiler")
_ENGINE: Final[Any] = import_module("_sre")

_FORM: Final = 1
"""Raised when patterns are made into other code; what was kept of another form is not taken."""
_MADE_BY: Final = f"{_FORM} {_ENGINE.MAGIC} {sys.version}"
_DIGEST: Final = 32
_MOST: Final = 4_000
"""So many are kept; beyond, those that this process did not ask for are forgotten."""

Parts = tuple[int, bytes, int, dict[str, int]]
"""Its flags, its code for the engine, how many groups it has, and the numbers of the named."""


class Kept:
    """Compiled patterns in a file; one that is not there, or is no good, is as an empty one.

    >>> Kept(Path("/nowhere/patterns")).compiled(r"STPs?").findall("an STP of two STPs")
    ['STP', 'STPs']
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._known: dict[tuple[str, int], Parts] = _read(file) if file else {}
        self._asked: dict[tuple[str, int], Parts] = {}
        self._new = 0

    def compiled(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """The same as `re.compile` gives, and the same errors."""
        key = (pattern, int(flags))
        try:
            parts = self._known.get(key) or _parts(*key)
            made = _put_together(pattern, parts)
        except (AttributeError, RuntimeError, TypeError):
            return re.compile(pattern, flags)
        self._new += key not in self._known
        self._asked[key] = parts
        return made

    def keep(self) -> None:
        """Write what was asked for, if some of it was new; who may not write there does not."""
        if not self._new or not self._file:
            return
        self._known = {**self._known, **self._asked}
        if len(self._known) > _MOST:
            self._known = dict(self._asked)
        self._new = 0
        with suppress(OSError):
            _write(self._file, self._known)


def _parts(pattern: str, flags: int) -> Parts:
    parsed = _PARSER.parse(pattern, flags)
    state = parsed.state
    flags |= state.flags
    code = array("I", _code(parsed, flags))
    return flags, code.tobytes(), state.groups - 1, dict(state.groupdict)


def _code(parsed: Any, flags: int) -> list[int]:
    """The code for the engine: of where it can begin, then of all of it."""
    code: list[int] = []
    _COMPILER._compile_info(code, _seen_first(parsed, flags), flags)
    _COMPILER._compile(code, parsed.data, flags)
    code.append(_COMPILER.SUCCESS)
    return code


def _seen_first(parsed: Any, flags: int) -> Any:
    """The pattern, or the set of characters that it can begin with where `re` cannot see that."""
    opens = parsed and parsed[0][0]
    is_seen = opens in (_COMPILER.LITERAL, _COMPILER.IN) or flags & re.IGNORECASE
    known = None if is_seen else beginnings(parsed)
    if known is None:
        return parsed
    seen = _PARSER.SubPattern(parsed.state, [(_COMPILER.IN, as_set(known))])
    seen.width = parsed.getwidth()
    return seen


def _put_together(pattern: str, parts: Parts) -> re.Pattern[str]:
    flags, code, groups, numbers = parts
    names: list[str | None] = [None] * (groups + 1)
    for name, number in numbers.items():
        names[number] = name
    words = array("I", code).tolist()
    made: re.Pattern[str] = _ENGINE.compile(pattern, flags, words, groups, numbers, tuple(names))
    return made


def _read(file: Path) -> dict[tuple[str, int], Parts]:
    try:
        whole = file.read_bytes()
    except OSError:
        return {}
    digest, rest = whole[:_DIGEST], whole[_DIGEST:]
    if hashlib.sha256(rest).digest() != digest:
        return {}
    made_by, known = marshal.loads(rest)  # noqa: S302 - the user's own, and whole
    return known if made_by == _MADE_BY else {}


def _write(file: Path, known: Mapping[tuple[str, int], Parts]) -> None:
    rest = marshal.dumps((_MADE_BY, dict(known)))
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(f".{os.getpid()}")
    try:
        beside.write_bytes(hashlib.sha256(rest).digest() + rest)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)


def _place() -> Path | None:
    try:
        folder = cache_folder()
    except RuntimeError:
        return None
    return folder / "coterminous-patterns" / str(sys.implementation.cache_tag)


_KEPT: Final = Kept(_place())

compiled: Final = _KEPT.compiled
keep: Final = _KEPT.keep
