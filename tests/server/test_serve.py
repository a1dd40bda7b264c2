"""The command `coterminous` as a process: what it prints, serves and leaves behind."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest

from kg.release.inputs import Inputs
from tests.conftest import publish, tiny_statements


def alive(pid: int) -> bool:
    try:
        return b"State:\tZ" not in Path(f"/proc/{pid}/status").read_bytes()
    except FileNotFoundError:
        return False


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGKILL])
def test_it_serves_what_is_built_and_ends_with_all_its_processes(
    tmp_path: Path, ending: signal.Signals
) -> None:
    # A release by the name of the shipped sources is there already, so nothing is built.
    name = Inputs.shipped().name()
    publish(tmp_path, name, tiny_statements())
    arguments = [sys.executable, "-m", "server", "--port", "0", "--store", str(tmp_path)]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            for line in process.stderr:
                if found := re.search(r"Listening on (\S+)", line):
                    break
            assert found
            ready = httpx2.get(found[1] + "readyz").json()
            assert (ready["release"], ready["readers"]) == (name, 2)
            children = [int(each) for each in descendants(process.pid)]
            assert len(children) == 3  # two readers and what they were forked from

            process.send_signal(ending)
            process.wait(timeout=15)
        finally:
            process.kill()  # else a failed test would wait for it

        assert process.returncode in (0, -ending)
        while any(alive(each) for each in children):
            pass


def descendants(pid: int) -> list[str]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [*children, *(each for child in children for each in descendants(int(child)))]


def test_a_setting_that_cannot_be_read_ends_it_with_a_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "server", "--store", str(tmp_path)],
        env=os.environ | {"COTERMINOUS_WORKERS": "many"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "COTERMINOUS_WORKERS is 'many', which is not a whole number from 0." in done.stderr


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "server", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", ["serve", "mcp --http"])
def test_that_a_port_is_taken_is_said_before_anything_is_built(
    tmp_path: Path, command: str
) -> None:
    if command != "serve":  # which builds first what is answered from, however it is asked
        publish(tmp_path, Inputs.shipped().name(), tiny_statements())
    before = sorted(tmp_path.rglob("*"))
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run(*command.split(), "--port", str(port), "--store", str(tmp_path))

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f"Port {port} of 127.0.0.1 is taken: another program listens there.",
        "  Name another one, or `--port 0` for one that is free.",
    ]
    assert sorted(tmp_path.rglob("*")) == before


def test_an_address_of_another_machine_is_refused_by_its_name(tmp_path: Path) -> None:
    done = run("--host", "192.0.2.1", "--port", "0", "--store", str(tmp_path))

    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "Nothing can listen at port 0 of 192.0.2.1: Cannot assign requested address.",
        "  Name an address of this machine (`--host`), and a port from 1024 (`--port`).",
    ]
