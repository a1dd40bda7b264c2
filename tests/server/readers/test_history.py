"""What is remembered of work that took long."""

import logging

import pytest

from server.readers.history import KNOWN, History
from server.readers.protocol import Request
from server.readers.work.caller import Caller
from server.readers.work.job import Job


def job(query: str, params: dict[str, str | list[str]] | None = None) -> Job:
    request = Request("server.sparql.answer:answer", params or {}, query.encode(), path="/sparql")
    return Job(request, Caller("r1", "sparql", "10.0.0.1"), 0.0, 10.0)


@pytest.mark.parametrize("outcome", ["deadline", "memory"])
def test_what_did_not_end_is_known_the_next_time_whoever_asks(outcome: str) -> None:
    history = History(1.0)
    history.finished(job("ASK {}"), 10.0, "one", outcome)

    assert history.is_slow(job("ASK {}"))
    assert not history.is_slow(job("ASK { }"))
    assert not history.is_slow(job("ASK {}", {"default-graph-uri": ["urn:g"]}))


def test_what_was_quick_after_all_is_forgotten() -> None:
    history = History(1.0)
    history.remember(job("ASK {}"))
    again = job("ASK {}")
    again.is_slow = True
    history.finished(again, 0.01, "one", "answered")

    assert not history.is_slow(job("ASK {}"))


def test_no_more_is_remembered_than_there_is_room_for() -> None:
    history = History(1.0)
    for each in range(KNOWN + 1):
        history.remember(job(f"ASK {{}} # {each}"))

    assert not history.is_slow(job("ASK {} # 0"))
    assert history.is_slow(job("ASK {} # 1"))


def test_what_was_slow_is_logged_and_what_was_quick_is_not(
    caplog: pytest.LogCaptureFixture,
) -> None:
    history = History(1.0, lambda text: text.replace("secret", "***"))
    with caplog.at_level(logging.WARNING, "coterminous.slow"):
        history.finished(job("ASK {}"), 0.9, "one", "answered")
        history.finished(job("ASK {} # secret"), 1.5, "one", "answered")

    (record,) = caplog.records
    assert vars(record)["told"] == {
        "request": "r1",
        "door": "sparql",
        "ms": 1500.0,
        "bytes": 0,
        "release": "one",
        "outcome": "answered",
        "text": "ASK {} # ***",
    }
