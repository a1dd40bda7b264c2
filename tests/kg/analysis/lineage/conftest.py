"""The lineage of the shipped release, read once."""

import pytest

from kg.analysis.lineage.dag import Dag
from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder


@pytest.fixture(scope="session")
def release() -> OpenRelease:
    return OpenRelease(ensure(store_folder()))


@pytest.fixture(scope="session")
def dag(release: OpenRelease) -> Dag:
    return release.lineage
