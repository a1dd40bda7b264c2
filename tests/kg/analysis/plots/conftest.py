"""The graph that the plots of these tests are of."""

import pytest

from kg.analysis.plots.asked import Graph
from kg.release.opened import OpenRelease


@pytest.fixture(scope="session")
def graph(release: OpenRelease) -> Graph:
    """The shipped release as plots ask it."""
    built = release.info.built[:10]
    return Graph(release.store, release.library, release.lineage, release.name, built)
