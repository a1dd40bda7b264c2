"""The shipped release on `oxigraph serve` and on Virtuoso, and as it is on disk."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder
from kg.store.oxigraph import OxigraphStore
from kg.store.remote.place import Engine
from kg.store.remote.probe import MERGED, probed
from kg.store.remote.store import RemoteStore
from tests.kg.store.remote.engines import Running, needed, oxigraph, quads, virtuoso


@pytest.fixture(scope="session")
def release() -> OpenRelease:
    """The release that the shipped sources make; built if it is not there yet."""
    return OpenRelease(ensure(store_folder()))


@pytest.fixture(scope="session")
def on_oxigraph(release: OpenRelease, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where `oxigraph serve` has it, the merged graph as its default graph."""
    yield from _holding(oxigraph, release, tmp_path_factory.mktemp("oxigraph"), "")


@pytest.fixture(scope="session")
def on_virtuoso(release: OpenRelease, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where Virtuoso has it, the merged graph as a named one."""
    yield from _holding(virtuoso, release, tmp_path_factory.mktemp("virtuoso"), MERGED)


@pytest.fixture(scope="session", params=["oxigraph", "virtuoso"])
def remote(request: pytest.FixtureRequest) -> RemoteStore:
    """The release on each engine; `differences.csv` says under this name what differs."""
    address = request.getfixturevalue(f"on_{request.param}")
    return RemoteStore(probed(Engine.at((address,))), seconds=60)


def _holding(
    start: Callable[[Path, Path], AbstractContextManager[Running]],
    release: OpenRelease,
    folder: Path,
    merged: str,
) -> Iterator[str]:
    assert isinstance(release.store, OxigraphStore)
    data = quads(release.store, folder / "all.nq", merged)
    with needed(), start(folder / "data", data) as running:
        yield running.address
