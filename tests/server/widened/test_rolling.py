"""Releases are switched in every service of a fleet while it is asked: nothing is lost or mixed."""

import os
from pathlib import Path

import pytest

from tests.server.widened.rolling import roll

NIGHTLY = bool(os.environ.get("COTERMINOUS_NIGHTLY"))


@pytest.mark.timeout(900)
def test_no_request_is_lost_and_no_answer_is_of_two_releases_while_three_services_switch(
    tmp_path: Path,
) -> None:
    switches, clients = (20, 32) if NIGHTLY else (3, 8)

    rolled = roll(tmp_path, switches=switches, services=3, clients=clients)

    assert rolled.told.wrong == []
    assert len(rolled.told.answers) == switches + 1
    assert rolled.told.pinned > switches
    assert len(rolled.switches) == switches
    assert [each["behind"] for each in rolled.pulled] == [0, 0, 0]
    assert [each["problem"] for each in rolled.pulled] == ["", "", ""]
