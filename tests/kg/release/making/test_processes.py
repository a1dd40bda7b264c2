import os

import pytest

from kg.release.making import processes
from kg.release.making.processes import ProcessEnded


def test_a_process_that_ends_stops_the_build_in_one_line() -> None:
    with pytest.raises(ProcessEnded) as told, processes.pool() as pool:
        pool.submit(os._exit, 9).result()

    assert str(told.value) == (
        "A process that worked for the build has ended, so the build was stopped."
    )
    assert told.value.code == "process-ended"


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="this system has no such call")
def test_cores_are_those_that_this_process_may_use() -> None:
    before = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(before)})
        assert processes.cores() == 1
    finally:
        os.sched_setaffinity(0, before)
    assert processes.cores() == len(before)
