"""The form of a setting, and the settings of the graph; those of the service are in the server.

A setting `store` is the option `--store`, the variable `COTERMINOUS_STORE` and the key `store` of a
file of settings. The option wins over the variable, and that over the file.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from keyword import iskeyword
from math import isfinite

from kg.errors import KgError

_WANTED = {int: "a whole number", float: "a number", bool: "true or false"}


class BadSetting(KgError):
    """A setting whose value cannot be read."""

    code = "bad-setting"

    def __init__(self, setting: Setting, text: str, at: str = "") -> None:
        named = f"{at}: {setting.name}" if at else setting.variable
        shown = "…" if setting.secret else text
        super().__init__(f"{named} is '{shown}', which is not {setting.wanted}.")
        self.at = at or setting.variable
        self.hint = f"{setting.sentence} Leave it out for {setting.default!r}."


@dataclass(frozen=True)
class Setting:
    """One knob: `kind` is the type of its value.

    A text that has `choices` is one of them. What is `secret` is never shown.
    """

    name: str
    kind: type[str] | type[int] | type[float] | type[bool]
    default: str | int | float | bool
    sentence: str
    choices: tuple[str, ...] = ()
    secret: bool = False
    most: int | None = None
    """The largest number that it may be; the smallest is 0."""

    @property
    def wanted(self) -> str:
        """What its value is to be, for a message.

        >>> Setting("port", int, 8000, "Where to listen.", most=65535).wanted
        'a whole number from 0 to 65535'
        """
        if self.choices:
            return "one of " + ", ".join(self.choices)
        wanted = _WANTED.get(self.kind, "text")
        if self.kind not in (int, float):
            return wanted
        return f"{wanted} from 0" if self.most is None else f"{wanted} from 0 to {self.most}"

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "COTERMINOUS_" + self.name.upper().replace("-", "_")

    @property
    def option(self) -> str:
        """The option of a command that sets it."""
        return f"--{self.name}"

    @property
    def parameter(self) -> str:
        """The parameter of a command that has its option's value.

        >>> Setting("from", str, "", "Where from.").parameter
        'from_'
        """
        name = self.name.replace("-", "_")
        return f"{name}_" if iskeyword(name) else name

    @property
    def type(self) -> str:
        """What its value is, in a word.

        >>> Setting("flush", str, "commit", "When.", choices=("commit", "interval")).type
        'commit or interval'
        """
        if self.choices:
            return " or ".join(self.choices)
        return {int: "whole number", float: "number", bool: "true or false"}.get(self.kind, "text")

    def read(self, environment: Mapping[str, str] = os.environ) -> str | int | float | bool:
        """Its value in this environment, or its default; `BadSetting` when it cannot be read.

        >>> Setting("port", int, 8000, "Where to listen.").read({"COTERMINOUS_PORT": "80"})
        80
        """
        text = environment.get(self.variable)
        return self.default if text is None or text == "" else self.parsed(text)

    def parsed(self, text: str, at: str = "") -> str | int | float | bool:
        """The value that a text means; raises `BadSetting`, which tells the place `at`."""
        if self.kind is bool:
            if text.lower() not in ("true", "false", "1", "0"):
                raise BadSetting(self, text, at)
            return text.lower() in ("true", "1")
        if self.choices and text not in self.choices:
            raise BadSetting(self, text, at)
        try:
            value = self.kind(text)
        except ValueError:
            raise BadSetting(self, text, at) from None
        if isinstance(value, int | float) and not self._is_within(value):
            raise BadSetting(self, text, at)
        return value

    def _is_within(self, value: float) -> bool:
        return isfinite(value) and value >= 0 and (self.most is None or value <= self.most)


CONFIG = Setting("config", str, "", "File of settings (TOML), for what is not told otherwise.")
KEEP = Setting("keep", int, 3, "How many releases are kept; older ones are retired.")
STORE = Setting(
    "store",
    str,
    "",
    "Folder of the releases (default: .store in a checkout, else the cache), or the SPARQL "
    "endpoints of an engine, with commas between them.",
)
WRITE = Setting(
    "store-write", str, "", "Where the engine is written to (default: where it is asked)."
)
AUTH = Setting(
    "store-auth",
    str,
    "",
    "What the engine is shown: basic:USER:WORD, digest:USER:WORD, bearer:TOKEN or "
    "header:NAME:VALUE.",
    secret=True,
)
TEXTS = Setting(
    "texts",
    str,
    "",
    "Folder with the texts of the documents, to check and show passages.",
)
BESIDE = Setting(
    "from",
    str,
    "",
    "A file of N-Quads, or a folder of them, of any size, that is built in beside our sources.",
)
DEADLINE = Setting("deadline", float, 10.0, "Seconds after which a query is stopped.")
KG_SETTINGS = (CONFIG, STORE, WRITE, AUTH, TEXTS, BESIDE, KEEP)
