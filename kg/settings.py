"""Settings as data: each has a name, a default and one sentence, and is read from the environment.

A setting `store` is the option `--store` and the variable `COTERMINOUS_STORE`; the option wins.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import KgError
from kg.resources import checkout


class BadSetting(KgError):
    """A setting whose value cannot be read."""

    code = "bad-setting"

    def __init__(self, setting: Setting, text: str) -> None:
        wanted = {int: "a whole number", float: "a number", bool: "true or false"}
        super().__init__(
            f"{setting.variable} is '{text}', which is not {wanted.get(setting.kind, 'text')}."
        )
        self.at = setting.variable
        self.hint = f"{setting.sentence} Leave it out for {setting.default!r}."


@dataclass(frozen=True)
class Setting:
    """One knob: `kind` is the type of its value."""

    name: str
    kind: type[str] | type[int] | type[float] | type[bool]
    default: str | int | float | bool
    sentence: str

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "COTERMINOUS_" + self.name.upper().replace("-", "_")

    def read(self, environment: Mapping[str, str] = os.environ) -> str | int | float | bool:
        """Its value in this environment, or its default; `BadSetting` when it cannot be read.

        >>> Setting("port", int, 8000, "Where to listen.").read({"COTERMINOUS_PORT": "80"})
        80
        """
        text = environment.get(self.variable)
        if text is None or text == "":
            return self.default
        if self.kind is bool:
            if text.lower() not in ("true", "false", "1", "0"):
                raise BadSetting(self, text)
            return text.lower() in ("true", "1")
        try:
            return self.kind(text)
        except ValueError:
            raise BadSetting(self, text) from None


def default_store() -> Path:
    """Where releases are kept unless told otherwise.

    `.store` in a checkout, the user's cache folder in an installed wheel.
    """
    root = checkout()
    if root:
        return root / ".store"
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "coterminous"


KEEP = Setting("keep", int, 3, "How many releases are kept; older ones are retired.")
STORE = Setting(
    "store",
    str,
    "",
    "Folder of the releases (default: .store in a checkout, else the cache).",
)
TEXTS = Setting(
    "texts",
    str,
    "",
    "Folder with the texts of the documents, to check and show passages.",
)
KG_SETTINGS = (STORE, TEXTS, KEEP)


def store_folder() -> Path:
    """The folder of the releases, as set or by default."""
    return Path(str(STORE.read())) if STORE.read() else default_store()


def texts_folder() -> Path | None:
    """The folder with the documents' texts, if one is set."""
    return Path(str(TEXTS.read())) if TEXTS.read() else None
