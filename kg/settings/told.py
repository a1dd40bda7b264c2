"""What each setting is now, and where that was said."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kg.settings.file import APPLIED
from kg.settings.table import Setting

HIDDEN = "…"
"""What is shown of a secret."""
_SIGNED = re.compile(r"(?<=://)[^/@\s,]+(?=@)")


class Told(NamedTuple):
    """A setting with its value and its source: `option`, `environment`, `FILE:LINE`, `default`."""

    setting: Setting
    value: str | int | float | bool
    source: str

    @property
    def json(self) -> dict[str, Any]:
        """The same for programs; a secret is not told."""
        return {
            "name": self.setting.name,
            "variable": self.setting.variable,
            "value": self.shown,
            "source": self.source,
            "default": self.setting.default,
            "sentence": self.setting.sentence,
        }

    @property
    def shown(self) -> str | int | float | bool:
        """The value without what is secret in it.

        >>> here = Setting("store", str, "", "Where.")
        >>> Told(here, "http://me:word@a.test/sparql", "option").shown
        'http://…@a.test/sparql'
        """
        if self.setting.secret and self.value:
            return HIDDEN
        return _SIGNED.sub(HIDDEN, self.value) if isinstance(self.value, str) else self.value


def told(
    settings: Sequence[Setting],
    given: Mapping[str, Any],
    environment: Mapping[str, str] = os.environ,
) -> Iterator[Told]:
    """Each setting as it is; `given` are options by their parameters. Raises `BadSetting`."""
    for each in settings:
        option = given.get(each.parameter)
        if option is not None:
            yield Told(each, each.parsed(str(option)), "option")
            continue
        is_set = bool(environment.get(each.variable))
        source = APPLIED.get(each.variable, "environment") if is_set else "default"
        yield Told(each, each.read(environment), source)
