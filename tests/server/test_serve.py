"""The command `coterminous` as a process: what it prints, serves and leaves behind."""

import os
import re
import signal
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
    assert "COTERMINOUS_WORKERS is 'many', which is not a whole number." in done.stderr
