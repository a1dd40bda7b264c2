"""The log: an object a line, by the number of its request, and without secrets."""

import base64
import json
import logging
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from kg.settings import BadSetting
from server.operations import logs
from tests.conftest import publish, tiny_statements

SECRET = "Geheimnis-0123456789"
SERVE = """
import socket, sys, uvicorn
from pathlib import Path
from kg.release.catalogue import Catalogue
from server.app import create_app, readers_of
from server.limits.connection import options
from server.operations import logs
from server.operations.ending import Server
from server.settings import ServerSettings
settings = ServerSettings.read()
logs.configure(settings.log_level, settings.log_format)
listening = socket.create_server(("127.0.0.1", 0))
print(listening.getsockname()[1], flush=True)
app = create_app(Catalogue(Path(sys.argv[1])), settings)
Server(uvicorn.Config(app, **options()), readers_of(app), settings.drain).run([listening])
"""


@contextmanager
def logging_to(place: Path, log: Path, **settings: str) -> Iterator[str]:
    """The service as a process that writes its log into a file; its address."""
    told = {f"COTERMINOUS_{name.upper()}": text for name, text in settings.items()}
    with (
        log.open("wb") as stderr,
        subprocess.Popen(
            [sys.executable, "-c", SERVE, str(place)],
            env=os.environ | told, stdout=subprocess.PIPE, stderr=stderr, text=True,
        ) as process,
    ):  # fmt: skip
        assert process.stdout
        address = f"http://127.0.0.1:{process.stdout.readline().strip()}"
        try:
            yield address
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(15)


def records(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("form", ["json", "text"])
def test_no_secret_is_ever_logged(tmp_path: Path, form: str) -> None:
    publish(tmp_path, "one", tiny_statements())
    log = tmp_path / "log"
    settings = {"log_format": form, "write_token": SECRET, "slow_query": "0"}
    with (
        logging_to(tmp_path, log, **settings) as address,
        httpx2.Client(base_url=address, timeout=30) as client,
    ):
        basic = base64.b64encode(f"user:{SECRET}".encode()).decode()
        for authorization in (f"Bearer {SECRET}", f"Basic {basic}", f"Digest {SECRET}"):
            headers = {"authorization": authorization}
            client.post("/update", data={"update": "nonsense"}, headers=headers)
            client.get("/sparql", params={"query": "ASK{}"}, headers=headers)
            client.get("/admin/queries", headers=headers)
        client.get("/sparql", params={"query": f'ASK {{ ?s ?p "{SECRET}" }}'})
        client.get("/questions/none/none", params={"token": SECRET})
        client.get("/search.json", params={"q": SECRET, "token": SECRET})
        client.get("/graphql", params={"query": f'{{ search(text: "{SECRET}") {{ id }} }}'})
        client.get(f"/{SECRET}")
        client.get("/sparql", params={"token": SECRET}, headers={"x-request-id": SECRET + "!"})

    text = log.read_text(encoding="utf-8")
    assert "slow query" in text
    assert SECRET not in text
    assert basic not in text


def test_a_line_tells_a_request(tmp_path: Path) -> None:
    publish(tmp_path, "one", tiny_statements())
    log = tmp_path / "log"
    with logging_to(tmp_path, log, log_format="json", slow_query="0") as address:
        sent = {"x-request-id": "mine-1"}
        answer = httpx2.get(f"{address}/sparql?query=ASK%7B%7D", headers=sent)
        assert answer.headers["x-request-id"] == "mine-1"
        made = httpx2.get(f"{address}/none%0Aforged", headers={"x-request-id": "a b"})
        assert re.fullmatch("[0-9a-f]{16}", made.headers["x-request-id"])
        query = "SELECT * { ?s ?p ?o }" + "#" * 5000
        slow = httpx2.post(f"{address}/sparql", data={"query": query})

    told = [each for each in records(log) if each["logger"] == "coterminous.requests"]
    (first,) = [each for each in told if each["request"] == "mine-1"]
    assert first.pop("ms") > 0
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+\+00:00", first.pop("time"))
    assert first == {
        "level": "info", "logger": "coterminous.requests", "message": "request",
        "request": "mine-1", "method": "GET", "path": "/sparql", "status": 200,
        "bytes": len(answer.content), "door": "sparql", "release": "one",
        "address": "127.0.0.1",
    }  # fmt: skip
    assert [each["path"] for each in told if each["status"] == 404] == ["/none%0Aforged"]
    (found,) = [
        each
        for each in records(log)
        if each["message"] == "slow query" and each["request"] == slow.headers["x-request-id"]
    ]
    assert (found["door"], found["release"], found["outcome"]) == ("sparql", "one", "answered")
    assert found["text"] == query[:1000]
    assert found["bytes"] > 100
    assert found["ms"] > 0


def test_a_line_to_read_cannot_be_forged() -> None:
    record = logging.makeLogRecord({"levelname": "INFO", "msg": "a\nb"})
    record.told = {"path": "/x", "text": "a\nERROR b"}

    assert logs.Plain().format(record).endswith(r"INFO a\nb path=/x text='a\nERROR b'")


def test_a_form_of_log_that_there_is_not_is_named() -> None:
    with pytest.raises(BadSetting, match=r"^COTERMINOUS_LOG_FORMAT is 'xml'"):
        logs.configure("info", "xml")
