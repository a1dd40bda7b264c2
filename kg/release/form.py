"""The form of a store folder: how its files lie, as a number that the folder itself tells.

A store without a number was made before numbers were told, and is of form 1. Older forms are read
as they are; a release that they hold is made anew in a folder beside it by the next build, which
takes the graphs of users along. What a newer version has made may mean what is not known here.
"""

from __future__ import annotations

import json
from pathlib import Path

from kg.errors import KgError

FILE = "format.json"
FORM = 1
"""The form that is made here, and the newest that is read."""


class NewerStore(KgError):
    """A store folder that a newer version has made."""

    code = "newer-store"

    def __init__(self, folder: Path, form: object) -> None:
        super().__init__(
            f"The store at {folder} is of form {form}; this version reads forms up to {FORM}."
        )
        self.at = str(folder / FILE)
        self.hint = "Run the version that made it or a newer one, or name another folder."


def check(folder: Path) -> None:
    """Raise `NewerStore` for a folder of a form that is not known here."""
    form = of(folder)
    if form is None or form > FORM:
        raise NewerStore(folder, "unknown" if form is None else form)


def of(folder: Path) -> int | None:
    """The form of a store folder; `None` where what it tells cannot be read."""
    try:
        told = json.loads((folder / FILE).read_bytes())["form"]
    except (FileNotFoundError, NotADirectoryError):
        return 1
    except (ValueError, KeyError, TypeError):
        return None
    return told if isinstance(told, int) else None


def stamp(folder: Path) -> None:
    """Have a folder tell its form, if it does not yet."""
    if not (folder / FILE).exists():
        (folder / FILE).write_text(json.dumps({"form": FORM}) + "\n", encoding="utf-8")
