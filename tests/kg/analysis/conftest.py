"""The release that the shipped sources make, for what is reckoned of all of it."""

import pytest

from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder


@pytest.fixture(scope="session")
def release() -> OpenRelease:
    """The shipped release; built if it is not there yet."""
    return OpenRelease(ensure(store_folder()))
