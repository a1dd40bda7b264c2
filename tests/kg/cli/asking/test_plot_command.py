"""The commands about plots as a person types them, over the shipped release."""

import csv
import hashlib
import json
from functools import partial
from pathlib import Path

import pytest

from tests.kg.cli.terminal import ROOT, typed

coterminous = partial(typed, COLUMNS="200", PYTHONHASHSEED="0")


def test_plots_are_listed() -> None:
    found = json.loads(coterminous("plots", "--json").stdout)

    assert [each["name"] for each in found["plots"]] == [
        "counts",
        "mergers",
        "officers",
        "coterminosity",
    ]
    assert "Bodies of each kind by date" in coterminous("plots").stdout


def test_a_plot_is_written_with_its_table(tmp_path: Path) -> None:
    picture, table = tmp_path / "counts.png", tmp_path / "counts.csv"
    done = coterminous("plot", "counts", "--out", str(picture), "--table", str(table))

    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "How many bodies stood, and how many the sources say" in done.stderr
    assert picture.read_bytes().startswith(b"\x89PNG")
    with table.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert ("ccg", "2020-04-01", "135") in {(x["kind"], x["day"], x["count"]) for x in rows}


@pytest.mark.parametrize("name", ["mergers", "officers"])
def test_the_bytes_are_the_same_in_every_process(tmp_path: Path, name: str) -> None:
    digests = set()
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.svg"
        done = coterminous(
            "plot", name, "--region", "london", "--out", str(out), PYTHONHASHSEED=seed
        )
        assert done.returncode == 0, done.stderr
        digests.add(hashlib.sha256(out.read_bytes()).hexdigest())

    assert len(digests) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["counts", "--out", "x.pdf"], "'x.pdf' ends neither in .svg nor in .png"),
        (["count", "--out", "x.svg"], "Did you mean 'counts'?"),
        (["mergers", "--region", "Wessex", "--out", "x.svg"], "Nothing is known by 'Wessex'."),
        (["counts", "--on", "soon", "--out", "x.svg"], "'soon' is not a day"),
    ],
)
def test_what_cannot_be_drawn_is_told_and_nothing_is_written(
    arguments: list[str], told: str
) -> None:
    done = coterminous("plot", *arguments)

    assert done.returncode == 1
    assert told in done.stderr
    assert not (ROOT / "x.svg").exists()
