"""The process that reads a strange file: exec'd, bounded, and with nothing to lose.

    python -m kg.documents.record.child MEDIA SECONDS MEMORY_BYTES < FILE

It writes one line of JSON: what it read, or why it refuses to.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from kg.documents.record.media import DOCX, HTML, PDF, RTF
from kg.documents.record.parsed import Parsed, Refused

SECONDS: Final = 60
MEMORY: Final = 1 << 30
MOST: Final = 8_000_000
"""How many characters a text may have: some thousand pages."""
_READERS: Final = {DOCX: "docx", HTML: "html", PDF: "pdf", RTF: "rtf"}
_KINDS: Final = {DOCX: "Word file", HTML: "web page", PDF: "PDF", RTF: "RTF file"}
_HINT: Final = "Save its text alone, and add that."


def parse(data: bytes, media: str) -> Parsed:
    """What a file of that kind holds, read by another process; raises `Refused`.

    That process has a minute and a gigabyte, and ends if it takes more.
    """
    # Not by way of the folder that one is in (-P): it may be that of the strange files.
    command = [sys.executable, "-P", "-m", __name__, media, str(SECONDS), str(MEMORY)]
    root = Path(__file__).resolve().parents[3]
    try:
        # Twice as long by the clock: it may have to wait for a processor.
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=2 * SECONDS, check=False,
            env={**os.environ, "PYTHONPATH": str(root)},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise Refused(f"could not be read within {SECONDS} s", _HINT) from None
    if done.returncode or not done.stdout:
        kind = _KINDS[media]
        raise Refused(f"is a {kind} that nothing here can read to its end", _HINT)
    told = json.loads(done.stdout)
    if "refused" in told:
        raise Refused(*told["refused"])
    return _parsed(told)


def _parsed(told: Mapping[str, Any]) -> Parsed:
    furniture = tuple((start, end) for start, end in told["furniture"])
    pages = tuple(told["pages"])
    return Parsed(told["text"], told["known"], told["bases"], pages, furniture)


def main(media: str, seconds: str, memory: str) -> None:
    """Read standard input as a file of that kind, and write what is in it."""
    _limit(int(seconds), int(memory))
    try:
        told: dict[str, Any] = asdict(_read(sys.stdin.buffer.read(), media))
    except Refused as error:
        told = {"refused": [error.reason, error.hint]}
    except MemoryError:
        told = {"refused": ["needs too much memory to be read", _HINT]}
    except RecursionError:
        told = {"refused": ["is nested too deeply to be read", _HINT]}
    sys.stdout.write(json.dumps(told))


def _read(data: bytes, media: str) -> Parsed:
    name = _READERS[media]
    read: Callable[[bytes], Parsed] = getattr(
        import_module(f"kg.documents.record.{name}"), f"read_{name}"
    )
    parsed = read(data)
    if len(parsed.text) > MOST:
        raise Refused(f"has more than {MOST:,} characters", "Divide it, then add the parts.")
    return parsed


def _limit(seconds: int, memory: int) -> None:
    """Take so much time and memory and no more, write no file, leave no core behind."""
    wanted = (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in wanted:
        _, hard = resource.getrlimit(kind)
        soft = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (soft, hard))


if __name__ == "__main__":
    main(*sys.argv[1:])
