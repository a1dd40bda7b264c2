"""What a language model offers is held to the text; this one is a server that says one line."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kg.cli.main import app
from kg.documents.offered.language import offered
from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import FOLDER, Shelf
from kg.documents.review.desk import Desk
from kg.errors import BadParameter, InvalidInput

TEXT = "“We waited,” said Dr Ada Marsh of NHS Slough CCG.\n\nNHS Slough CCG has 12 staff.\n"
GOOD = {"type": "Claim", "quote": "We waited,", "speaker": "Dr Ada Marsh"}
LYING = {"type": "Claim", "quote": "We will never wait", "speaker": "Dr Ada Marsh"}
TWICE = {"type": "Organisation", "quote": "NHS Slough CCG"}
NUMBER = {"type": "Figure", "quote": "12 staff", "unit": "staff", "value": 12_000}
STRANGE = {"type": "Spell", "quote": "12 staff"}
Answer = Callable[[BaseHTTPRequestHandler], None]


def completed(content: str) -> Answer:
    """A server's answer: one completion that says so."""
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    told = {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}
    return bytes_of(200, json.dumps(told).encode())


def bytes_of(status: int, data: bytes) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(data)))
        handler.end_headers()
        handler.wfile.write(data)

    return answer


@contextmanager
def serving(answer: Answer) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The address of a server that answers so, and what it has been asked."""
    asked: list[dict[str, Any]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            answer(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/v1", asked
        finally:
            server.shutdown()
            thread.join()


def found(*members: object) -> Answer:
    return completed(json.dumps({"found": members}))


def test_only_what_stands_in_the_text_once_is_offered_and_the_rest_is_counted() -> None:
    record = TextRecord.of(TEXT)
    with serving(found(GOOD, LYING, TWICE, NUMBER, STRANGE, "junk", GOOD)) as (address, asked):
        told = offered(record, address, "m-1", sends_text=True)

    assert [
        (each.type, each.evidence[0]["start"], each.evidence[0]["exact"], each.extractor["model"])
        for each in told.candidates
    ] == [("Claim", 1, "We waited,", "m-1"), ("Figure", TEXT.index("12"), "12 staff", "m-1")]
    claim, figure = (each.value for each in told.candidates)
    assert (claim["speaker"], figure["value"], figure["unit"]) == (
        "Dr Ada Marsh", "12 staff", "staff",
    )  # fmt: skip
    assert told.dropped == {
        "not in the text": 1, "quoted words in several places": 1, "not of the form asked for": 2,
    }  # fmt: skip
    assert asked[0]["messages"][1] == {"role": "user", "content": TEXT}
    assert {each.extractor["rule"] for each in told.candidates} == {"llm"}


@pytest.mark.parametrize(
    "content", ["I cannot do that.", "[1, 2]", '{"found": 7}', '{"found": [', "[" * 100_000, ""]
)
def test_an_answer_that_is_no_list_offers_nothing(content: str) -> None:
    with serving(completed(content)) as (address, _):
        assert offered(TextRecord.of(TEXT), address, "m", sends_text=True).candidates == ()


@pytest.mark.parametrize(
    "answer",
    [
        bytes_of(500, b'{"error": {"message": "out of order"}}'),
        bytes_of(200, b"not JSON at all"),
        bytes_of(200, b'{"choices": []}'),
        bytes_of(200, b"null"),
    ],
)
def test_a_server_that_is_out_of_order_is_told_by_its_address(answer: Answer) -> None:
    with serving(answer) as (address, asked), pytest.raises(InvalidInput, match="no answer"):
        offered(TextRecord.of(TEXT), address, "m", sends_text=True)
    assert len(asked) == 1


def test_a_server_that_is_silent_is_waited_for_no_longer_than_was_said() -> None:
    enough = threading.Event()

    def silent(_: BaseHTTPRequestHandler) -> None:
        enough.wait()

    with serving(silent) as (address, _):
        with pytest.raises(InvalidInput, match=r"no answer within 0\.2 s"):
            offered(TextRecord.of(TEXT), address, "m", sends_text=True, seconds=0.2)
        enough.set()


def test_no_text_leaves_before_somebody_says_so() -> None:
    with serving(found(GOOD)) as (address, asked):
        with pytest.raises(BadParameter, match=r"the text would be sent to 127\.0\.0\.1"):
            offered(TextRecord.of(TEXT), address, "m", sends_text=False)
        assert asked == []


def test_what_is_offered_of_an_added_document_is_reviewed_with_the_rest(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / FOLDER)
    document = shelf.add(TextRecord.of(TEXT)).record.id
    before = {each.id for each in Desk(shelf.path).open(document).items}
    with serving(found(GOOD, LYING)) as (address, _):
        arguments = [
            "extract",
            document,
            "--llm",
            address,
            "--model",
            "m",
            "--store",
            str(tmp_path),
        ]
        refused = CliRunner().invoke(app, arguments)
        done = CliRunner().invoke(app, [*arguments, "--send-text"])
        again = CliRunner().invoke(app, [*arguments, "--send-text"])

    assert refused.exit_code != 0
    assert (done.exit_code, again.exit_code) == (0, 0)
    offer = json.loads(done.stdout)
    desk = Desk(shelf.path)
    assert {each.id for each in desk.open(document).items} - before == {offer["id"]}
    desk.decide(document, offer["id"], "accept", reviewer="ann")
    assert desk.support()["llm"] == (1, 0)
