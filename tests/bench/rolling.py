"""Releases switched in a fleet under load, and how many requests one process answers.

    uv run python -m tests.bench.rolling [--switches 20] [--clients 32] [--services 3] [--out FILE]

It ends with 1 if any request failed, or any answer was of two releases.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from tests.server.widened.fleet import ASKS, Client, release, service
from tests.server.widened.rolling import Rolled, roll

KINDS = ("SPARQL, 40 things counted", "SPARQL, one thing", "GraphQL, two things")
SECONDS = 5.0
CLIENTS = 8


def main() -> int:
    """Run both, and print what was seen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--switches", type=int, default=20)
    parser.add_argument("--clients", type=int, default=32)
    parser.add_argument("--services", type=int, default=3)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    with TemporaryDirectory() as place:
        rates = rated(Path(place))
        rolled = roll(
            Path(place) / "fleet",
            switches=asked.switches, services=asked.services, clients=asked.clients,
        )  # fmt: skip
    told = figures(rolled) | {"requests_a_second_of_one_process": rates}
    sys.stdout.write(json.dumps(told, indent=1) + "\n")
    if asked.out:
        asked.out.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 1 if rolled.told.wrong else 0


def figures(rolled: Rolled) -> dict[str, object]:
    """The figures of a roll, in seconds."""
    told = rolled.told
    many = len(told.times)
    return {
        "answers": many,
        "failed_or_mixed": len(told.wrong),
        "pinned": told.pinned,
        "asked_elsewhere": told.passed_on,
        "switches": len(rolled.switches),
        "requests_a_second": round(many / told.seconds),
        "p50_ms": round(1e3 * told.times[many // 2], 1),
        "p95_ms": round(1e3 * told.times[many * 95 // 100], 1),
        "longest_ms": round(1e3 * told.times[-1]),
        "all_switched_after_s": [round(min(rolled.switches), 1), round(max(rolled.switches), 1)],
    }


def rated(place: Path) -> dict[str, dict[str, int]]:
    """How many requests one service with one reader answers in a second, by kind: such as are new
    to it, and such as it has in memory."""
    release(place / "store", 1)
    with service(place / "store", "store", "--queue", "100") as one:
        return {
            kind: {
                "new": _rate(one.port, ask.path, is_new=True),
                "kept": _rate(one.port, ask.path, is_new=False),
            }
            for kind, ask in zip(KINDS, ASKS, strict=True)
        }


def _rate(port: int, path: str, *, is_new: bool) -> int:
    counts = [0] * CLIENTS
    end = time.monotonic() + SECONDS

    def live(turn: int) -> None:
        client = Client([port])
        while time.monotonic() < end:
            more = f"&again={turn}-{counts[turn]}" if is_new else ""
            assert client.get(port, path + more).status == 200
            counts[turn] += 1
        client.close()

    threads = [Thread(target=live, args=(turn,)) for turn in range(CLIENTS)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return round(sum(counts) / SECONDS)


if __name__ == "__main__":
    sys.exit(main())
