"""`coterminous review` as a person types it: where it is drawn, and where it is not."""

from __future__ import annotations

import os
import pty
import random
import select
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from kg.cli.main import run
from kg.documents.review.desk import Desk


def test_the_address_of_the_page_is_told(
    desk: Desk, document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    store = str(desk.shelf.path.parent)

    assert run(["review", document[:6], "--web", "--at", "http://a:1/", "--store", store]) == 0
    assert capsys.readouterr().out.strip() == f"http://a:1/documents/{document}/review"


def test_without_a_terminal_it_tells_what_to_do_instead(
    desk: Desk, document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["review", document, "--store", str(desk.shelf.path.parent)]) == 1
    assert "it needs a terminal to be drawn in" in " ".join(capsys.readouterr().err.split())


def test_the_terminal_library_is_not_loaded_by_other_commands() -> None:
    asked = "import sys, kg.cli.main; print('textual' in sys.modules)"

    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_what_was_decided_outlives_a_kill(desk: Desk, document: str) -> None:
    """Killed at random while keys come in: what was kept are decisions, in the order of keys."""
    chance = random.Random(5)
    command = [sys.executable, "-m", "server", "review", document, "--reviewer", "ada",
               "--store", str(desk.shelf.path.parent)]  # fmt: skip
    before = 0
    for _ in range(int(os.environ.get("COTERMINOUS_KILLS", "2"))):
        main, side = pty.openpty()
        process = subprocess.Popen(
            command, stdin=side, stdout=side, stderr=side, start_new_session=True,
            env=os.environ | {"TERM": "xterm", "LINES": "24", "COLUMNS": "80"},
        )  # fmt: skip
        os.close(side)
        _type(main, b"au", chance.randint(2_000, 9_000))
        process.send_signal(signal.SIGKILL)
        process.wait()
        os.close(main)
        decisions = Desk(desk.shelf.path).open(document).decisions
        assert [each.sequence for each in decisions] == list(range(1, len(decisions) + 1))
        assert len(decisions) >= before
        before = len(decisions)
    Desk(desk.shelf.path).decide(
        document, desk.open(document).items[0].id, "reject", "wrong", reviewer="ben"
    )
    assert len(Desk(desk.shelf.path).open(document).decisions) == before + 1


def _type(terminal: int, keys: bytes, most: int) -> None:
    """Type keys whenever something is drawn, until so many bytes were drawn."""
    drawn = 0
    with suppress(OSError):
        while drawn < most and select.select([terminal], [], [], 20)[0]:
            drawn += len(os.read(terminal, 4096))
            os.write(terminal, keys)


def test_the_log_of_a_kill_is_a_file_that_is_read(desk: Desk, document: str) -> None:
    first = desk.open(document).items[0]
    desk.decide(document, first.id, "accept", reviewer="ada")
    log: Path = desk.shelf.folder(document) / "decisions.jsonl"
    log.write_bytes(log.read_bytes() + b'{"sequence": 2, "cand')

    assert [each.verdict for each in Desk(desk.shelf.path).open(document).decisions] == ["accept"]
