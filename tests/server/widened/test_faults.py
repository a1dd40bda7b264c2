"""Whatever becomes of the network to an origin, or of the origin itself, what is served goes on."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.release.catalogue import Catalogue
from tests.server.widened.faults import FINE, network
from tests.server.widened.fleet import Client, Service, name_of, release, service
from tests.server.widened.rolling import Crowd, all_answer, until

FAULTS = (
    ("refuse", 0),
    ("cut", 100),
    ("cut", 40_000),
    ("truncate", 40_000),
    ("stall", 40_000),
    ("flip", 20_000),
)


def has_a_problem(one: Service) -> Callable[[], bool]:
    """Whether the origin could not be followed when it was last asked."""
    return lambda: bool(one.pulled()["problem"])


@pytest.mark.timeout(600)
def test_every_fault_of_the_network_is_told_disturbs_nobody_and_is_got_over(tmp_path: Path) -> None:
    release(tmp_path / "origin", 1)
    with (
        service(tmp_path / "origin", "store") as origin,
        network(origin.port) as between,
        service(tmp_path / "here", f"http://127.0.0.1:{between.port}/releases/") as here,
    ):
        until(all_answer([here.port], 1))
        crowd = Crowd([here.port], 2)
        try:
            for number, fault in enumerate(FAULTS, 2):
                before = between.broken
                between.fault = fault
                # Nothing of what is here can be linked, so that all of it has to come.
                for each in (tmp_path / "here" / "pulling").glob("*.json"):
                    each.unlink()
                release(tmp_path / "origin", number)
                until(has_a_problem(here))
                assert all_answer([here.port], number - 1)()
                assert between.broken > before

                between.fault = FINE
                until(all_answer([here.port], number))
                until(lambda: not has_a_problem(here)())
        finally:
            told = crowd.stop()
        failures = next(
            line for line in metrics(here) if line.startswith('coterminous_pulls_total{outcome="fa')
        )

    assert told.wrong == []
    # The crowd may be stopped before anybody in it has asked for the last one.
    assert set(told.answers) >= {name_of(each) for each in range(1, len(FAULTS) + 1)}
    assert int(failures.rpartition(" ")[2]) >= len(FAULTS)


def metrics(one: Service) -> list[str]:
    client = Client([one.port])
    try:
        return client.get(one.port, "/metrics").text.splitlines()
    finally:
        client.close()


def test_a_service_whose_origin_is_gone_begins_with_what_it_has_and_mends_what_is_torn(
    tmp_path: Path,
) -> None:
    release(tmp_path / "origin", 1)
    with service(tmp_path / "origin", "store") as origin:
        address = f"http://127.0.0.1:{origin.port}/releases/"
        with service(tmp_path / "here", address) as here:
            until(all_answer([here.port], 1))
            release(tmp_path / "origin", 2)
            until(all_answer([here.port], 2))

    # The machine lost its power before all of it was on the disk.
    torn = next((tmp_path / "here" / "releases" / "r002" / "store").glob("*.sst"))
    torn.unlink()  # whose bytes the other release may have as well
    torn.write_bytes(b"")
    with service(tmp_path / "here", address) as here:
        until(all_answer([here.port], 1))
        until(has_a_problem(here))
    assert Catalogue(tmp_path / "here").names() == ["r001"]


def test_a_service_that_has_nothing_waits_for_its_first_release(tmp_path: Path) -> None:
    (tmp_path / "origin" / "releases").mkdir(parents=True)
    with (
        service(tmp_path / "origin", "store") as origin,
        service(tmp_path / "here", f"http://127.0.0.1:{origin.port}/releases") as here,
    ):
        client = Client([here.port])
        assert client.get(here.port, "/readyz").status == 503
        release(tmp_path / "origin", 1)
        until(all_answer([here.port], 1))
        assert client.get(here.port, "/readyz").status == 200
        client.close()


def test_the_process_that_pulls_is_begun_again_when_it_was_killed(tmp_path: Path) -> None:
    release(tmp_path / "origin", 1)
    with (
        service(tmp_path / "origin", "store") as origin,
        service(tmp_path / "here", f"http://127.0.0.1:{origin.port}/releases") as here,
    ):
        until(all_answer([here.port], 1))
        until(lambda: bool(pullers(here.process.pid)))
        for each in pullers(here.process.pid):
            os.kill(each, signal.SIGKILL)
        release(tmp_path / "origin", 2)
        until(all_answer([here.port], 2))


def pullers(process: int) -> list[int]:
    """The processes of a service that pull."""
    listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return [
        int(each)
        for each in listed
        if b"server.releases.fetching" in Path(f"/proc/{each}/cmdline").read_bytes()
    ]
