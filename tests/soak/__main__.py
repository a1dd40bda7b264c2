"""Soak the service: 32 clients that read and write, every answer checked.

    uv run python -m tests.soak [--minutes 10] [--store DIR] [--json]

Without a store it builds the shipped release into a folder that it removes in the end. A store that
is given is written to.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from kg.release.build import ensure
from tests.soak.soak import Found, soak


def main() -> None:
    """Soak, print, and end with 1 where anything was wrong."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--minutes", type=float, default=10.0)
    options.add_argument("--store", type=Path)
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or Path(folder)
        ensure(store)
        found = soak(store, 60 * given.minutes)
    print(json.dumps(found.json(), indent=2) if given.json else drawn(found))  # noqa: T201
    sys.exit(bool(found.record.wrong or found.record.errors))


def drawn(found: Found) -> str:
    """What was found, as lines."""
    lines = [
        f"{kind:10} {each['number']:8,.0f}   p50 {each['p50 ms']:8.2f} ms   p99"
        f" {each['p99 ms']:8.2f} ms   most {each['most ms']:8.1f} ms"
        for kind, each in found.record.figures().items()
    ]
    lines.append(f"{found.writes:,} updates acknowledged")
    lines += [f"wrong: {each}" for each in found.record.wrong[:20]]
    lines += [f"error: {what} x {number}" for what, number in found.record.errors.items()]
    lines += [f"explained: {what} x {number}" for what, number in found.record.explained.items()]
    shown = found.samples[:: max(1, len(found.samples) // 20)]
    lines += [
        f"{each.second:6.0f} s   {each.processes:3} processes   {each.mib:8.1f} MiB"
        f"   {each.files:5} files"
        for each in shown
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
