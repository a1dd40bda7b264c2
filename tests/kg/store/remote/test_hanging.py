"""An endpoint that takes connections and answers nothing is found out, and holds nobody up."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from kg.errors import DeadlinePassed
from kg.store.remote.place import Engine
from kg.store.remote.probe import check_heard
from tests.kg.store.remote.test_wire import YES, endpoint, store


@contextmanager
def hanging() -> Iterator[str]:
    """An endpoint whose machine takes connections, for a program that does nothing any more."""
    with socket.create_server(("127.0.0.1", 0), backlog=64) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/sparql"


def test_what_an_endpoint_that_hangs_was_asked_is_answered_by_another() -> None:
    with hanging() as hung, endpoint(YES) as here:
        remote = store(hung, here.url, seconds=60)

        answers = [remote.ask("ASK {}") for _ in range(6)]

    found = remote.wire.health.records()
    assert answers == [True] * 6
    assert found[here.url].answered >= 6
    assert (found[hung].answered, found[hung].is_down) == (0, True)
    assert found[hung].failed == found[hung].retried >= 1


def test_an_endpoint_that_only_takes_long_is_waited_for() -> None:
    with endpoint(YES, waits=True) as slow, endpoint(YES) as other:
        remote = store(slow.url, other.url, seconds=60)

        def let_go() -> None:
            while not any("ASK+%7B%7D" in each for each in slow.asked):
                time.sleep(0.01)
            assert slow.waits
            slow.waits.set()

        threading.Thread(target=let_go).start()
        answers = [remote.ask("ASK { ?s ?p ?o }") for _ in range(2)]

    assert answers == [True, True]
    asked = [[each for each in one.asked if "ASK+%7B%7D" not in each] for one in (slow, other)]
    assert list(map(len, asked)) == [1, 1]
    assert not remote.wire.health.is_down(slow.url)


def test_with_no_other_endpoint_the_deadline_ends_it() -> None:
    with hanging() as hung:
        with pytest.raises(DeadlinePassed):
            store(hung, seconds=0.3).ask("ASK {}")
        with pytest.raises(DeadlinePassed):
            check_heard(Engine((hung,)), 0.3)
