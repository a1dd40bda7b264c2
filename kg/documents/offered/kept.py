"""What was offered of a document, beside its text: `offered.jsonl`, a candidate a line."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kg.documents.candidates import Candidate

FILE: Final = "offered.jsonl"
_LISTS: Final = ("evidence", "needs", "conflicts")


def kept(folder: Path) -> tuple[Candidate, ...]:
    """What was offered of the document that has this folder; nothing where nobody asked."""
    try:
        lines = (folder / FILE).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ()
    return tuple(_candidate(each) for each in lines)


def keep(folder: Path, offered: Iterable[Candidate]) -> int:
    """Keep these with what was kept; tells how many are new. All of them are there, or none."""
    before = {each.id: each for each in kept(folder)}
    new = {each.id: each for each in offered if each.id not in before}
    if new:
        begun = folder / f".{FILE}.{os.getpid()}"
        with begun.open("w", encoding="utf-8") as out:
            out.writelines(f"{each.line()}\n" for each in (before | new).values())
            out.flush()
            os.fsync(out.fileno())
        begun.replace(folder / FILE)
    return len(new)


def _candidate(line: str) -> Candidate:
    told = json.loads(line)
    return Candidate(**told | {name: tuple(told[name]) for name in _LISTS})
