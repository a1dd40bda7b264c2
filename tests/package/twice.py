"""The package is built again, elsewhere and later, to the same bytes.

    python -m tests.package.twice dist

builds from a copy in another folder, of which every file is of another time, and compares the
digests with those of the files in `dist`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LATER = 2_000_000_000
"""Seconds since 1970 that the files of the copy are of."""


def main(dist: Path) -> dict[str, str]:
    """The digests of what is in `dist`; raises where the copy gives others."""
    with tempfile.TemporaryDirectory() as place:
        copy = copied(Path(place) / "elsewhere" / "deeper")
        subprocess.run(["uv", "build", "--quiet", "-o", Path(place) / "out"], cwd=copy, check=True)
        here, there = digests(dist), digests(Path(place) / "out")
    if here != there:
        raise RuntimeError(f"not the same twice: {here} here, {there} elsewhere")
    return here


def copied(place: Path) -> Path:
    """A copy of what the package is built of: what is not ignored, and the built front end."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    built = [each for each in (ROOT / "server" / "static").rglob("*") if each.is_file()]
    names = [ROOT / each for each in listed.stdout.split("\0") if each]
    for path in [*(each for each in names if each.is_file()), *built]:
        target = place / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
        os.utime(target, (LATER, LATER))
    return place


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of the wheel and of the source distribution in a folder, by their names."""
    return {
        each.name: hashlib.sha256(each.read_bytes()).hexdigest()
        for each in sorted(folder.glob("coterminous-*"))
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]).resolve()), indent=2) + "\n")
