"""A file of settings (TOML): its keys are the names of the settings, and the environment wins.

    port = 8000
    allow-service = ["a.example", "b.example"]
    [graphql]
    depth = 20

A table is the beginning of the names in it, so the last line is the setting `graphql-depth`.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any

from kg.errors import did_you_mean
from kg.settings.table import CONFIG, BadSetting, Setting

APPLIED: dict[str, str] = {}
"""Where each variable of this process stands that a file has set, as `FILE:LINE`."""
_HEAD = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([A-Za-z0-9_.\"'-]+(?:\s*\.\s*[A-Za-z0-9_\"'-]+)*)\s*=")


class UnknownSetting(BadSetting):
    """A file names a setting that there is not."""

    def __init__(self, name: str, known: Sequence[Setting], at: str) -> None:
        super(BadSetting, self).__init__(f"{at}: no setting is named '{name}'.")
        self.at = at
        names = [each.name for each in known]
        self.hint = did_you_mean(name, names, "`coterminous settings` lists all.")


class BadFile(BadSetting):
    """A file of settings that cannot be read, or is not TOML."""

    def __init__(self, file: Path, reason: str) -> None:
        super(BadSetting, self).__init__(f"{file}: {reason}")
        self.at = str(file)
        self.hint = "A line of it is as: port = 8000"


def apply(
    file: Path | None,
    known: Sequence[Setting],
    environment: MutableMapping[str, str] = os.environ,
) -> None:
    """Have a file's settings hold in this environment where that says nothing else.

    Without a file it is the one that the environment names, if any. Raises `BadSetting` for a file
    that cannot be read, a setting that there is not, or a value that is none for it.
    """
    for variable in [each for each in APPLIED if environment.get(each)]:
        del environment[variable], APPLIED[variable]  # of another file, which was named first
    place = file or (Path(str(CONFIG.read(environment))) if CONFIG.read(environment) else None)
    if place is None:
        return
    for variable, (text, at) in read(place, known).items():
        if not environment.get(variable):
            environment[variable] = text
            APPLIED[variable] = at
    environment[CONFIG.variable] = str(place)  # for the processes of this one


def read(file: Path, known: Sequence[Setting]) -> dict[str, tuple[str, str]]:
    """By its variable: the text of each setting in a file, and its place; raises `BadSetting`."""
    try:
        text = file.read_text(encoding="utf-8")
        told = tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise BadFile(file, f"it cannot be read: {reason}.") from None
    except (ValueError, RecursionError) as error:  # also numbers too long, and lists too deep
        raise BadFile(file, f"{error}.") from None
    lines, named = dict(_lines(text)), {each.name: each for each in known if each != CONFIG}
    found: dict[str, tuple[str, str]] = {}
    for name, value in _flat(told):
        at = f"{file}:{lines.get(name, 1)}"
        setting = named.get(name)
        if setting is None:
            raise UnknownSetting(name, [*named.values()], at)
        if setting.variable in found:
            raise BadFile(file, f"{name} is set twice, on line {lines.get(name, 1)} again.")
        found[setting.variable] = (_text(setting, value, at), at)
    return found


def _flat(told: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in told.items():
        name = before + key.replace("_", "-")
        if isinstance(value, dict):
            yield from _flat(value, f"{name}-")
        else:
            yield name, value


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """The line on which each name is set; in a text of several lines it may find too many."""
    before = ""
    for number, line in enumerate(text.splitlines(), 1):
        if head := _HEAD.match(line):
            before = _name(head[1]) + "-"
        elif key := _KEY.match(line):
            yield before + _name(key[1]), number


def _name(written: str) -> str:
    return re.sub(r"[\"'\s]", "", written).replace(".", "-").replace("_", "-")


def _text(setting: Setting, value: Any, at: str) -> str:
    """The value as a variable has it; of a kind that TOML has too, it has to be of that kind."""
    if isinstance(value, list) and setting.kind is str and not setting.choices:
        return ",".join(map(str, value))
    is_flag = isinstance(value, bool)
    fits = is_flag if setting.kind is bool else not is_flag and isinstance(value, _takes(setting))
    if not fits:
        raise BadSetting(setting, str(value).lower() if is_flag else str(value), at)
    text = str(value).lower() if is_flag else str(value)
    if "\0" in text:
        raise BadSetting(setting, text.replace("\0", "\\0"), at)
    if text:
        setting.parsed(text, at)
    return text


def _takes(setting: Setting) -> tuple[type, ...]:
    return (int, float) if setting.kind is float else (setting.kind,)
