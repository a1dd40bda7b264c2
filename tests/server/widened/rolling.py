"""Many clients ask several services while releases change under them; every answer is judged."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from http.client import HTTPException
from itertools import count
from pathlib import Path
from typing import NamedTuple

from tests.server.widened.fleet import ASKS, Answer, Ask, Client, name_of, release, service


class Told(NamedTuple):
    """What clients saw: answers by release, what was wrong, pinned asks and those passed on to
    another service, seconds in all, and the seconds of each ask."""

    answers: Counter[str]
    wrong: list[str]
    pinned: int
    passed_on: int
    seconds: float
    times: list[float]


class Crowd:
    """Clients that each go round the services, until they are told to stop.

    Every third time one keeps to the release of its last answer, and asks the next service for it.
    """

    def __init__(self, ports: list[int], clients: int) -> None:
        self.answers: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.pinned = self.passed_on = 0
        self._times: list[float] = []
        self._ports = ports
        self._numbers = count()
        self._enough = threading.Event()
        self._turn = threading.Lock()
        self._began = time.monotonic()
        self._threads = [threading.Thread(target=self._live, args=(n,)) for n in range(clients)]
        for each in self._threads:
            each.start()

    def stop(self) -> Told:
        """End it; what was seen."""
        self._enough.set()
        for each in self._threads:
            each.join()
        seconds = time.monotonic() - self._began
        return Told(
            self.answers, self.wrong, self.pinned, self.passed_on, seconds, sorted(self._times)
        )

    def _live(self, turn: int) -> None:
        client = Client(self._ports)
        last = ""
        try:
            while not self._enough.is_set():
                number = next(self._numbers)
                ask = ASKS[number % len(ASKS)]
                turn += 1
                pin = last if last and not turn % 3 else ""
                began = time.monotonic()
                answer = self._asked(client, turn, ask, pin, number)
                last = answer.release
                self._judge(ask, answer, pin, time.monotonic() - began)
        except (OSError, HTTPException, ValueError) as error:
            with self._turn:
                self.wrong.append(repr(error))
        finally:
            client.close()

    def _asked(self, client: Client, turn: int, ask: Ask, pin: str, number: int) -> Answer:
        # Every other one is new to the service, so that it is not answered from memory.
        path = ask.path + (f"&again={number}" if number % 2 else "")
        if pin:
            path += f"&release={pin}"
        for place in range(len(self._ports)):
            answer = client.get(self._ports[(turn + place) % len(self._ports)], path)
            if not (pin and answer.status in (404, 410)):
                return answer
            with self._turn:
                self.passed_on += 1
        return answer

    def _judge(self, ask: Ask, answer: Answer, pin: str, seconds: float) -> None:
        number = int(answer.release[1:] or -1)
        is_right = answer.status == 200 and answer.text == ask.answer(number)
        is_named = not pin or answer.release == pin
        with self._turn:
            self.answers[answer.release] += 1
            self.pinned += bool(pin)
            self._times.append(seconds)
            if not is_right or not is_named:
                self.wrong.append(f"{pin} {answer}")


class Rolled(NamedTuple):
    """What clients saw, and how long after each was published all services answered from it."""

    told: Told
    switches: list[float]
    pulled: list[dict[str, object]]


def roll(place: Path, *, switches: int, services: int, clients: int, warm: float = 0.0) -> Rolled:
    """One origin, services that pull from it, clients that ask all of them; releases change.

    `warm` seconds pass after each change.
    """
    release(place / "origin", 1)
    with ExitStack() as opened:
        origin = opened.enter_context(service(place / "origin", "store"))
        address = f"http://127.0.0.1:{origin.port}/releases/"
        fleet = [
            opened.enter_context(service(place / f"service-{each}", address))
            for each in range(services)
        ]
        ports = [each.port for each in fleet]
        until(all_answer(ports, 1))
        crowd = Crowd(ports, clients)
        took = []
        try:
            for number in range(2, switches + 2):
                release(place / "origin", number)
                began = time.monotonic()
                until(all_answer(ports, number))
                took.append(time.monotonic() - began)
                time.sleep(warm)
        finally:
            told = crowd.stop()
        return Rolled(told, took, [each.pulled() for each in fleet])


def until(met: Callable[[], bool], *, seconds: float = 120.0) -> None:
    """Return once it is met."""
    end = time.monotonic() + seconds
    while not met():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.02)


def all_answer(ports: list[int], number: int) -> Callable[[], bool]:
    """Whether all services answer from the release of that number."""

    def met() -> bool:
        client = Client(ports)
        try:
            return all(client.get(each, "/livez").release == name_of(number) for each in ports)
        finally:
            client.close()

    return met
