"""Every error that is raised on purpose.

    KgError
      + asker:   UnknownQuestion, BadParameter, UnknownThing, BadQuery,
                 UnknownRelease, RetiredRelease, UnknownGraph, Forbidden
      + curator: InvalidInput (a file, a line, a reason), InvalidGraph (a report)
      + running: NoRelease, BrokenRelease, DeadlinePassed, NoSpace, EngineFailed

An error is divided by who must act. Anything else that is raised is a fault of ours.
"""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches
from pathlib import Path
from typing import ClassVar


class KgError(Exception):
    """Base of every error that this project raises on purpose.

    `code` is public: clients branch on it, so it is never renamed. `hint` says what to do next
    and may be empty. `at` is the place, as a reader would look for it, and may be empty.
    """

    code: ClassVar[str] = "internal"
    hint: str = ""
    at: str = ""


def did_you_mean(name: str, known: Collection[str], otherwise: str) -> str:
    """The question whether one of the known was meant that are near, or what to say otherwise."""
    # Capitals are the commonest slip of all, and are far apart for `get_close_matches`.
    folded = {each.casefold(): each for each in known}
    same = name.casefold()
    close = [same] if same in folded else get_close_matches(same, folded, n=3)
    near = [folded[each] for each in close]
    return f"Did you mean {' or '.join(repr(each) for each in near)}?" if near else otherwise


class UnknownQuestion(KgError):
    """A question was asked by a name that the library does not have."""

    code = "unknown-question"

    def __init__(self, name: str, known: Collection[str]) -> None:
        super().__init__(f"No question is named '{name}' (the library has {len(known)}).")
        self.hint = did_you_mean(name, known, "`coterminous questions` lists all.")


class BadParameter(KgError):
    """A question's parameter is unknown or its value cannot be read."""

    code = "bad-parameter"

    def __init__(self, name: str, reason: str, hint: str = "") -> None:
        super().__init__(f"Parameter '{name}': {reason}")
        self.at = name
        self.hint = hint


class UnknownThing(KgError):
    """An identifier, code or name that the release does not have."""

    code = "unknown-thing"

    def __init__(
        self,
        what: str,
        near: Collection[str] = (),
        otherwise: str = "Search for a name or a code at /search.",
    ) -> None:
        super().__init__(f"Nothing is known by '{what}'.")
        self.hint = did_you_mean(what, near, otherwise)


class BadQuery(KgError):
    """A query that cannot be read or is not of the kind that is answered here."""

    code = "bad-query"

    def __init__(self, reason: str, at: str = "", hint: str = "") -> None:
        super().__init__(reason)
        self.at = at
        self.hint = hint


class UnknownRelease(KgError):
    """A release was named that was never published here."""

    code = "unknown-release"

    def __init__(self, name: str, known: Collection[str]) -> None:
        super().__init__(f"No release is named '{name}'.")
        newest = ", ".join(list(known)[:-9:-1])
        self.hint = did_you_mean(name, known, f"Kept here, newest first: {newest or 'none'}.")


class RetiredRelease(KgError):
    """A release that was published but is no longer kept; its digest remains."""

    code = "retired-release"

    def __init__(self, name: str, digest: str) -> None:
        super().__init__(f"Release '{name}' is no longer kept. Its N-Quads digest was {digest}.")
        self.hint = "Leave `release` out to ask the current one."


class UnknownGraph(KgError):
    """A graph was named that is not there."""

    code = "unknown-graph"

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no graph <{name}>.")
        self.at = name
        self.hint = "A graph comes into being when something is written to it."


class Forbidden(KgError):
    """What was asked may not be done here, whoever asks."""

    code = "forbidden"

    def __init__(self, reason: str, at: str = "", hint: str = "") -> None:
        super().__init__(reason)
        self.at = at
        self.hint = hint


class InvalidInput(KgError):
    """A source file that cannot be taken in: which, where, why, and what to do."""

    code = "invalid-input"

    def __init__(self, path: Path | str, line: int | None, reason: str, hint: str) -> None:
        place = f"{path}:{line}" if line else str(path)
        super().__init__(f"{place}: {reason}")
        self.at = place
        self.reason = reason
        self.hint = hint


class InvalidGraph(KgError):
    """The graph breaks its shapes or checks; `findings` are one line each, worst first."""

    code = "invalid-graph"

    def __init__(self, findings: Collection[str]) -> None:
        listed = list(findings)
        more = f"\n  … and {len(listed) - 20} more" if len(listed) > 20 else ""
        super().__init__(
            f"{len(listed)} violation{'' if len(listed) == 1 else 's'}:\n  "
            + "\n  ".join(listed[:20])
            + more
        )
        self.findings = listed
        self.hint = "Mend the files named above, then run `coterminous check` again."


class InvalidWrite(KgError):
    """What was to be written breaks the shapes; `findings` are one line each, in their order."""

    code = "invalid-write"

    def __init__(self, findings: Collection[str]) -> None:
        listed = list(findings)
        more = f"\n  … and {len(listed) - 50} more" if len(listed) > 50 else ""
        number = f"{len(listed)} shape{' is' if len(listed) == 1 else 's are'} broken"
        super().__init__(f"Nothing was written: {number}:\n  " + "\n  ".join(listed[:50]) + more)
        self.at = listed[0].partition(" ")[0].removesuffix(":") if listed else ""
        self.hint = "Mend it and send it again, whole."


class PreconditionFailed(KgError):
    """What was to be written is not as the request expects it; nothing was done."""

    code = "precondition-failed"

    def __init__(self, what: str, tag: str = "") -> None:
        state = f"has the ETag {tag} by now" if tag else "is not there"
        super().__init__(f"{what} {state}, so nothing was done.")
        self.hint = "Read it again, and send your request with the ETag that it has then."


class NoRelease(KgError):
    """There is no good release to answer from."""

    code = "no-release"

    def __init__(self, folder: Path) -> None:
        super().__init__(f"There is no release under {folder}.")
        self.hint = "Run `coterminous build`."


class BrokenRelease(KgError):
    """A file of a release is not what was written."""

    code = "broken-release"

    def __init__(self, name: str, file: str) -> None:
        super().__init__(f"Release '{name}' is broken: its file {file} is not what was written.")
        self.at = file
        self.hint = "Look after the disk. Remove the release; `coterminous build` makes it anew."


class DeadlinePassed(KgError):
    """An answer took longer than the deadline; what worked on it was ended."""

    code = "deadline-passed"

    def __init__(self, seconds: float) -> None:
        super().__init__(f"The answer was not ready within {seconds:g} s, so it was stopped.")
        self.hint = "Ask for less: a narrower pattern, fewer rows, or a page at a time."


class NoSpace(KgError):
    """There is no room on the disk for what was to be written; nothing of it was."""

    code = "no-space"

    def __init__(self) -> None:
        super().__init__("There is no room left on the disk, so nothing was written.")
        self.hint = "Reading goes on. Make room, then send it again."


class EngineFailed(KgError):
    """None of an engine's endpoints gave an answer; `tried` has each with the reason."""

    code = "engine-failed"

    def __init__(self, tried: Collection[tuple[str, str]]) -> None:
        told = "; ".join(f"{address}: {reason}" for address, reason in tried)
        super().__init__(f"The engine that holds the graph did not answer ({told}).")
        self.tried = list(tried)
        self.hint = (
            "Ask again. If it lasts, look after the engine, its address and its credentials."
        )
