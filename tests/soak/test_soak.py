"""Mixed reads and writes for a while: nothing wrong, nothing unexplained, nothing kept open."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from kg.release.inputs import Inputs
from tests.conftest import publish, tiny_statements
from tests.soak.soak import soak

SECONDS = 600.0 if os.environ.get("COTERMINOUS_NIGHTLY") == "1" else 6.0
SPARE = 48
"""Open files that come and go by themselves: two readers that start or end."""


@pytest.mark.timeout(SECONDS + 400)
@pytest.mark.skipif(sys.platform != "linux", reason="it looks at the processes in /proc")
def test_many_clients_that_read_and_write_see_nothing_wrong(tmp_path: Path) -> None:
    # A release by the name of the shipped sources is there already, so nothing is built.
    publish(tmp_path, Inputs.shipped().name(), tiny_statements())

    found = soak(tmp_path, SECONDS)

    assert found.record.wrong == []
    assert found.record.errors == {}
    kinds = {"update", "put", "read back", "pairs", "wholes", "graphql", "rest", "sparql"}
    assert kinds == set(found.record.answered)
    # The first round may open connections and readers for good; the second adds nothing to them.
    first, second = (each.files for each in found.rests)
    assert second <= first + SPARE, found.rests
