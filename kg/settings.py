"""Settings as data: each has a name, a default and one sentence, and is read from the environment.

A setting `store` is the option `--store` and the variable `COTERMINOUS_STORE`; the option wins.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

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


ENGINES = "engines"
"""The folder in that of the releases that holds those of engines."""
LONGEST = 250
"""Characters that the name of a folder may have."""
_SCHEMES = ("http://", "https://")


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
KG_SETTINGS = (STORE, WRITE, AUTH, TEXTS, BESIDE, KEEP)


def store_folder() -> Path:
    """The folder of the releases, as set or by default."""
    return place_of(str(STORE.read())) if STORE.read() else default_store()


def place_of(store: str) -> Path:
    """The folder that a setting means: the one it names, or that of an engine's releases.

    >>> place_of("https://example.org/sparql").name
    'https%3A%2F%2Fexample.org%2Fsparql'
    """
    if not store.startswith(_SCHEMES):
        return Path(store)
    name = quote(store.replace(" ", "").rstrip(","), safe=",")
    if len(name) > LONGEST:
        raise BadSetting(STORE, store)
    return default_store() / ENGINES / name


def addresses_of(folder: Path) -> tuple[str, ...]:
    """The endpoints of the engine whose releases a folder holds; none where it is of no engine.

    >>> addresses_of(place_of("http://a.test/query,http://b.test/query"))
    ('http://a.test/query', 'http://b.test/query')
    """
    if folder.parent.name != ENGINES:
        return ()
    found = tuple(unquote(each) for each in folder.name.split(","))
    return found if all(each.startswith(_SCHEMES) for each in found) else ()


def texts_folder() -> Path | None:
    """The folder with the documents' texts, if one is set."""
    return Path(str(TEXTS.read())) if TEXTS.read() else None
