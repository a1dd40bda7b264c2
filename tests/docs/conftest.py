"""The shipped release served, and a copy of its store that commands may write to."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder
from tests.conftest import Served, serving


@pytest.fixture(scope="session")
def documented() -> Iterator[Served]:
    """The service over the shipped release."""
    ensure(store_folder())
    with serving(store_folder(), deadline=60.0, data="shipped") as service:
        yield service


@pytest.fixture(scope="session")
def release() -> OpenRelease:
    """The shipped release."""
    return OpenRelease(ensure(store_folder()))


@pytest.fixture(scope="session")
def own_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the store with its current release alone."""
    current, place = ensure(store_folder()), tmp_path_factory.mktemp("documented") / "store"
    (place / "releases").mkdir(parents=True)
    shutil.copytree(current, place / "releases" / current.name, symlinks=True)
    for each in store_folder().iterdir():
        if each.is_symlink() or each.is_file():
            shutil.copy2(each, place / each.name, follow_symlinks=False)
    return place
