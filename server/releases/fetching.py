"""The process that keeps a store folder like an origin's: exec'd, patient, and free to fail.

    python -m server.releases.fetching STORE_FOLDER KEEP EVERY PIN < ADDRESS

The address comes on its input, since it may hold a password. It tells on its output, a line of
JSON each time that it has asked, how far it is. It ends when its parent does.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from kg.release.feed.manifest import UnreadableManifest
from kg.release.feed.origin import STALL, Origin, OriginFailed
from kg.release.feed.pace import Pace
from kg.release.feed.pull import Pulling
from server.readers.processes.isolate import die_with_parent

NICE = 5
"""It gives way to whoever asks."""


def main(arguments: list[str]) -> None:
    """Ask again and again."""
    folder, keep, every, pin = arguments
    die_with_parent()
    os.nice(NICE)
    address = sys.stdin.readline().strip()
    origin = Origin(address, min(STALL, max(1.0, float(every))))
    pulling = Pulling(Path(folder), origin, keep=int(keep), pin=pin, told=_say_fetching)
    pace = Pace(float(every))
    while True:
        time.sleep(_once(pulling, pace))


def _once(pulling: Pulling, pace: Pace) -> float:
    """Ask once, and tell; seconds until the next time."""
    try:
        found = pulling.once()
    except (OriginFailed, UnreadableManifest, OSError) as error:
        _say({"behind": pulling.state().behind, "problem": str(error)})
        return pace.failed(getattr(error, "after", 0.0))
    told = {"behind": found.behind, "came": found.came, "linked": found.linked, "problem": ""}
    _say({**told, "wanted": found.wanted})
    return pace.succeeded()


def _say_fetching(sentence: str) -> None:
    _say({"fetching": sentence})


def _say(told: dict[str, object]) -> None:
    print(json.dumps(told), flush=True)  # noqa: T201 - this is how it is heard


if __name__ == "__main__":
    main(sys.argv[1:])
