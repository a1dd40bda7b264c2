"""A service manager is told when the service is ready, that it lives, and when it ends."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx2
import pytest

from kg.release.inputs import Inputs
from server.operations.notify import notify
from tests.conftest import publish, tiny_statements


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[tuple[socket.socket, str]]:
    """What listens as a service manager does, and its address."""
    place = str(tmp_path / "notify")
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as listening:
        listening.bind(place)
        listening.settimeout(60)
        yield listening, place


def test_where_nobody_asks_nothing_is_told_and_who_is_gone_does_no_harm(tmp_path: Path) -> None:
    notify("READY=1", {})
    notify("READY=1", {"NOTIFY_SOCKET": str(tmp_path / "gone")})


def test_a_service_is_not_ready_before_it_listens_and_says_that_it_ends_before_it_does(
    manager: tuple[socket.socket, str], tmp_path: Path
) -> None:
    listening, place = manager
    store = tmp_path / "store"
    publish(store, Inputs.shipped().name(), tiny_statements())
    asked = {"NOTIFY_SOCKET": place, "WATCHDOG_USEC": "300000"}
    command = [sys.executable, "-m", "server", "--port", "0", "--store", str(store),
               "--drain", "5", "--front-end", "skip"]  # fmt: skip
    with subprocess.Popen(
        command, env=os.environ | asked, stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            assert listening.recv(100) == b"READY=1"
            assert process.stderr
            url = None
            while url is None:
                url = re.search(r"Listening on (\S+)/", process.stderr.readline())
            threading.Thread(target=process.stderr.read, daemon=True).start()
            assert [listening.recv(100) for _ in range(3)] == [b"WATCHDOG=1"] * 3
            assert httpx2.get(f"{url[1]}/readyz").status_code == 200

            process.send_signal(signal.SIGTERM)

            while (told := listening.recv(100)) == b"WATCHDOG=1":
                pass
            assert told == b"STOPPING=1"
            # It is not ready, and still answers, so that what balances load can turn away.
            refused = httpx2.get(f"{url[1]}/readyz")
            assert (refused.status_code, refused.json()["reasons"]) == (503, ["being stopped"])
            assert httpx2.get(f"{url[1]}/sparql", params={"query": "ASK {}"}).status_code == 200
            process.send_signal(signal.SIGTERM)  # the second one is not waited for
            assert process.wait(30) is not None
        finally:
            process.kill()
