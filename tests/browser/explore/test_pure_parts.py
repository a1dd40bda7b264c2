"""The parts of the Explorer that need no browser: compiled as they are, and tested by Node."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from server.assets.building import SOURCE

PARTS = ("log", "state", "labels", "png", "types")
TESTS = Path(__file__).parent / "pure" / "explorer.mjs"


def test_log_days_names_and_pictures_are_as_promised(front_end: None, tmp_path: Path) -> None:
    node, tsc = shutil.which("node"), SOURCE / "node_modules" / "typescript" / "bin" / "tsc"
    if node is None or not tsc.exists():
        pytest.skip("no Node, or no packages for the front end")
    files = [str(SOURCE / "explore" / f"{each}.ts") for each in PARTS]
    options = ["--module", "esnext", "--target", "es2023", "--lib", "es2023,dom"]
    options += ["--moduleResolution", "bundler", "--rewriteRelativeImportExtensions"]
    compiled = [node, str(tsc), *options, "--outDir", str(tmp_path), *files]

    made = subprocess.run(compiled, check=False, capture_output=True, text=True)
    (tmp_path / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    tested = subprocess.run(
        [node, "--test", str(TESTS)], check=False, capture_output=True, text=True,
        env=os.environ | {"EXPLORER": str(tmp_path)},
    )  # fmt: skip

    assert made.returncode == 0, made.stdout
    assert tested.returncode == 0, tested.stdout
