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
    file.write_bytes(b"caf\xe9\0")

    done = extract(str(file))

    assert done.returncode == 2
    assert "is no text: it holds NUL bytes" in " ".join(done.stderr.split())


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
    assert told["policy.one-ccg"] == "1.4"


def test_several_files_and_folders_are_told_in_their_order(tmp_path: Path) -> None:
    for number, name in enumerate(("b.txt", "a.txt", "deep/c.txt")):
        file = tmp_path / "news" / name
        file.parent.mkdir(exist_ok=True, parents=True)
        file.write_text(f"{number}. {TEXT}", encoding="utf-8")
    alone = tmp_path / "z.txt"
    alone.write_bytes(TEXT.encode())

    done = extract(str(alone), str(tmp_path / "news"), str(tmp_path / "none.txt"))

    assert done.returncode == 2
    assert "none.txt: cannot be read" in " ".join(done.stderr.split())
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(each["document"]).name for each in told] == ["z.txt", "a.txt", "b.txt", "c.txt"]
    assert [len(each["mergers"]) for each in told] == [1, 1, 1, 1]


def test_many_are_read_as_one_is_and_written_a_file_each(tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(f"{number}. {TEXT}", encoding="utf-8")
    files = sorted(str(each) for each in tmp_path.glob("*.txt"))

    together = extract(*files, "--format", "jsonl", "--to", str(tmp_path / "out"))

    assert (together.returncode, together.stdout) == (0, ""), together.stderr
    made = sorted((tmp_path / "out").iterdir())
    assert [each.name for each in made] == [f"{number:02}.txt.jsonl" for number in range(12)]
    assert made[7].read_text(encoding="utf-8") == extract(files[7], "-f", "jsonl").stdout


def test_two_of_one_name_are_not_written_over_each_other(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "news.txt").write_bytes(TEXT.encode())

    done = extract(str(tmp_path / "a"), str(tmp_path / "b"), "--to", str(tmp_path / "out"))

    assert done.returncode == 1
    assert "several documents are called news.txt.json" in " ".join(done.stderr.split())
    assert not (tmp_path / "out").exists()
