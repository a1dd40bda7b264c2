"""A copy of the sources that a test may break, and a store with a good release in it."""

import json
import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest

from kg.release.catalogue import Catalogue
from kg.release.inputs import Inputs
from kg.release.opened import ReleaseInfo


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    """The shipped sources, copied."""
    shipped = Inputs.shipped()
    copied = Inputs(tmp_path / "data", tmp_path / "ontology", tmp_path / "queries")
    for name in ("data", "ontology", "queries"):
        source, copy = getattr(shipped, name), getattr(copied, name)
        shutil.copytree(source, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return copied


@pytest.fixture
def edit() -> Callable[[Path, str, str], None]:
    """Replace the first occurrence of a text in a file."""

    def replace(path: Path, was: str, now: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert was in text
        path.write_text(text.replace(was, now, 1), encoding="utf-8")

    return replace


@pytest.fixture
def good(tmp_path: Path) -> Catalogue:
    """A store whose current release is called `rgood`."""
    catalogue = Catalogue(tmp_path / "store")
    made = tmp_path / "made"
    made.mkdir()
    info = ReleaseInfo("rgood", "2026-01-01", "sha256:0", 1, 1, 1, 1, 0.1, 1)
    (made / "release.json").write_text(json.dumps(asdict(info)))
    catalogue.publish(made, "rgood", digest=info.digest, built=info.built, keep=3)
    return catalogue
