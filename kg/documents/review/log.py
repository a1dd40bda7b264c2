"""The log of decisions: one line each, only ever added to, and on disk before anybody is told."""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal

from kg.errors import InvalidInput

Verdict = Literal["accept", "reject", "unsure", "undo", "missed"]
VERDICTS: Final[tuple[Verdict, ...]] = ("accept", "reject", "unsure", "undo", "missed")
FILE: Final = "decisions.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decided what of which candidate, when and why.

    `changes` are members of the candidate's value that the reviewer put right. `about` is the
    candidate as it was then, so that the decision holds though the rules read otherwise later, and
    `digest` tells whether they do. An `undo` has in `changes` the sequence that it takes back.
    """

    sequence: int
    candidate: str
    verdict: Verdict
    reason: str = ""
    changes: Mapping[str, Any] = field(default_factory=dict)
    reviewer: str = ""
    when: str = ""
    digest: str = ""
    about: Mapping[str, Any] = field(default_factory=dict)

    def line(self) -> str:
        """The decision as one line of JSON, its members sorted."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


class Log:
    """The decisions on the document that has this folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, oldest first; a last line that was cut off is none.

        Raises `InvalidInput` for a line that is no decision.
        """
        return tuple(self._read(self._whole()))

    def append(  # noqa: PLR0913 - a decision has these parts
        self, candidate: str, verdict: Verdict, *, reason: str = "",
        changes: Mapping[str, Any] | None = None, reviewer: str = "", digest: str = "",
        about: Mapping[str, Any] | None = None, when: str = "",
    ) -> Decision:  # fmt: skip
        """Add a decision, made now or then. When this returns it outlives a loss of power."""
        with self._locked():
            kept = self._whole()
            if self._path.exists() and self._path.stat().st_size > len(kept):
                os.truncate(self._path, len(kept))  # what a killed process had begun
            now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
            decision = Decision(
                sequence=kept.count(b"\n") + 1, candidate=candidate, verdict=verdict,
                reason=reason, changes=dict(changes or {}), reviewer=reviewer, when=when or now,
                digest=digest, about=dict(about or {}),
            )  # fmt: skip
            self._write(decision.line() + "\n")
        return decision

    def bring(self, decisions: Iterable[Decision]) -> int:
        """Add decisions that were made elsewhere, with their days; tells how many were new."""
        known = {_made(each) for each in self.decisions()}
        new = [each for each in decisions if _made(each) not in known and each.verdict != "undo"]
        for each in new:
            self.append(
                each.candidate, each.verdict, reason=each.reason, changes=each.changes,
                reviewer=each.reviewer, digest=each.digest, about=each.about, when=each.when,
            )  # fmt: skip
        return len(new)

    def _write(self, line: str) -> None:
        is_new = not self._path.exists()
        with self._path.open("ab") as out:
            out.write(line.encode())
            out.flush()
            os.fsync(out.fileno())
        if is_new:
            _sync_folder(self._path.parent)

    def _whole(self) -> bytes:
        """The file up to the end of its last whole line."""
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return b""
        return data[: data.rfind(b"\n") + 1]

    def _read(self, data: bytes) -> Iterator[Decision]:
        for number, line in enumerate(data.decode().splitlines(), 1):
            try:
                yield Decision(**json.loads(line))
            except (ValueError, TypeError) as error:
                hint = "Take the line out, or put back the file as it was saved last."
                raise InvalidInput(self._path, number, "is no decision", hint) from error

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with self._path.with_suffix(".lock").open("a") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            yield


def _made(decision: Decision) -> tuple[str, str, str, str]:
    # To the second, which is as far as Turtle tells it.
    return decision.candidate, decision.verdict, decision.reviewer, decision.when[:19]


def _sync_folder(folder: Path) -> None:
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
