"""`coterminous extract FILE`, as a person types it."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
TEXT = "NHS England has approved the merger of Bexley CCG and Bromley CCG from 1 April 2020.\r\n"
LISTS = [
    "organisations", "people", "mergers", "shared_officers", "figures", "policy_mentions",
    "quotes", "stances",
]  # fmt: skip


def extract(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "server", "extract", *arguments],
        cwd=ROOT, env=os.environ | {"COLUMNS": "100"}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_summary_has_eight_lists(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_bytes(TEXT.encode())

    done = extract(str(file))

    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert list(told) == LISTS
    (merger,) = told["mergers"]
    assert merger["parties"] == ["Bexley CCG", "Bromley CCG"]
    assert (merger["status"], merger["date"]) == ("approved", "2020-04-01")


def test_candidates_are_lines_of_json(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_bytes(TEXT.encode())

    done = extract(str(file), "--format", "jsonl")

    assert done.returncode == 0, done.stderr
    kinds = [json.loads(line)["type"] for line in done.stdout.splitlines()]
    assert kinds[:3] == ["Organisation"] * 3
    assert "ChangeProposal" in kinds


def test_a_file_that_is_no_text_is_refused_with_a_reason(tmp_path: Path) -> None:
    file = tmp_path / "news.txt"
    file.write_bytes(b"caf\xe9")

    done = extract(str(file))

    assert done.returncode == 1
    assert "is no UTF-8 text (byte 3)" in done.stderr


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    done = extract(str(tmp_path / "news.txt"), "--format", "xml")

    assert done.returncode == 1
    assert "'xml' is not one of summary, jsonl" in done.stderr


def test_the_rules_are_listed_with_their_versions() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "server", "rules", "--json"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    told = {each["name"]: each["version"] for each in json.loads(done.stdout)}
    assert told["policy.one-ccg"] == "1.0"
