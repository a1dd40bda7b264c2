"""`coterminous add` and `documents`, as a person types them."""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.kg.documents.record.files import LEFT, PAGE, column, pdf

ROOT = Path(__file__).resolve().parents[4]
TEXT = (
    "A merger is off\r\n28 March 2019\r\n\r\nBexley CCG and Bromley CCG dropped their merger.\r\n"
)


def run(store: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A command on a store."""
    return subprocess.run(
        [sys.executable, "-m", "server", *arguments, "--store", str(store)],
        cwd=ROOT, env=os.environ | {"COLUMNS": "200"}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_file_is_added_and_listed(tmp_path: Path) -> None:
    file = tmp_path / "news"
    file.write_bytes(TEXT.encode())

    done = run(tmp_path / "store", "add", str(file), "--publisher", "The Trade", "--json")

    assert done.returncode == 0, done.stderr
    (told,) = json.loads(done.stdout)
    assert told == {
        "file": str(file), "new": True, "near": [],
        "id": told["digest"][:12], "title": "A merger is off", "author": "",
        "issued": "2019-03-28", "publisher": "The Trade", "address": "", "kind": "",
        "media": "text/plain",
        "bases": {"title": "inferred", "issued": "stated", "publisher": "givenByUser"},
        "digest": told["sourceDigest"], "sourceDigest": told["digest"],
        "characters": len(TEXT), "words": 15, "pages": 0,
    }  # fmt: skip
    listed = json.loads(run(tmp_path / "store", "documents", "--json").stdout)
    assert listed == [{key: told[key] for key in told if key not in ("file", "new", "near")}]


def test_several_are_added_and_one_that_is_refused_is_told(tmp_path: Path) -> None:
    (tmp_path / "page").write_text(PAGE)
    (tmp_path / "scan.pdf").write_bytes(pdf([[]]))
    (tmp_path / "paper").write_bytes(pdf([column(50, 780, LEFT)]))

    done = run(
        tmp_path / "store", "add", *(str(tmp_path / each) for each in ("page", "scan.pdf", "paper"))
    )

    assert done.returncode == 2
    assert [line.partition("  ")[2] for line in done.stdout.splitlines()] == [
        "Two groups merge · The Trade · 2019-03-28 · 66 words",
        "(no title) · 39 words, 1 page",
    ]
    assert done.stderr.splitlines() == [
        f"{tmp_path}/scan.pdf: has no text on its 1 page, only pictures",
        "  It may be a scan: have its text recognised (OCR), then add that.",
    ]


def test_adding_again_says_so(tmp_path: Path) -> None:
    (tmp_path / "news").write_bytes(TEXT.encode())
    run(tmp_path / "store", "add", str(tmp_path / "news"))

    done = run(tmp_path / "store", "add", str(tmp_path / "news"))

    assert done.returncode == 0
    assert "was here already, and stays as it is" in done.stdout


def test_what_is_given_wrongly_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    for option, value, told in (
        ("--date", "last week", "'last week' is not a date"),
        ("--url", "example", "'example' is no address of a page"),
        ("--kind", "leter", "Did you mean letter"),
    ):
        done = run(tmp_path / "store", "add", "missing", option, value)

        assert done.returncode == 1
        assert told in done.stderr
    assert not (tmp_path / "store").exists()


def test_a_document_that_was_added_is_read_by_its_id(tmp_path: Path) -> None:
    (tmp_path / "page").write_text(PAGE)
    added = run(tmp_path / "store", "add", str(tmp_path / "page"), "--json")
    (told,) = json.loads(added.stdout)

    by_id = run(tmp_path / "store", "extract", told["id"][:6])
    by_file = run(tmp_path / "store", "extract", str(tmp_path / "page"))

    assert by_id.returncode == 0, by_id.stderr
    assert by_id.stdout == by_file.stdout
    assert json.loads(by_id.stdout)["mergers"][0]["date"] == "2020-04-01"


def test_an_unknown_id_is_told(tmp_path: Path) -> None:
    done = run(tmp_path / "store", "extract", "abcdef")

    assert done.returncode == 1
    assert "Nothing is known by 'abcdef'" in done.stderr


def test_nothing_was_added_yet(tmp_path: Path) -> None:
    done = run(tmp_path / "store", "documents")

    assert done.stdout == "No document was added yet: `coterminous add FILE`.\n"
