"""The suite knows every bench, says what a ratio is worth, and tells a whole run in three ways."""

from __future__ import annotations

import json
import re
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from rich.console import Console

from tests.bench import chart, told
from tests.bench.__main__ import main
from tests.bench.comparisons import COMPARISONS
from tests.bench.registry import MARK, Comparison, Found, Peer, Row, Setting
from tests.bench.told import Outcome

SVG = "{http://www.w3.org/2000/svg}"
FOUND = Found(
    [
        Row("point, cold", "Slow & Co", 2.0, 9.0, "ms", "cold"),
        Row("join, cold", "Slow & Co", 2.0, 1.0, "ms", "cold"),
        Row("rate", MARK, 50.0, 100.0, "answers/s"),
    ],
    {"Away": "it is not installed"},
    ["a made world"],
)
PEERS = (Peer("Slow & Co", "as it comes", "1.2"), Peer("Away", "all of it"), Peer(MARK, "100"))


def ran(_: Setting) -> Found:
    return FOUND


REASONS = {("point, cold", "Slow & Co"): "why", ("join, cold", "Slow & Co"): "it has two ends"}
COMPARISON = Comparison("example", "points", PEERS, ("sparql",), {"cold": 1}, ran, REASONS)
SUITE: dict[str, Any] = {
    "version": "9.9",
    "release": "r1",
    "size": "tiny",
    "seconds": 3.0,
    "machine": {"processor": "A chip", "cores": 2, "memory MiB": 4096},
    "comparisons": [told.told(Outcome(COMPARISON, FOUND, 1.26))],
}


def test_every_bench_that_can_be_run_is_in_a_comparison() -> None:
    folder = Path(__file__).parent
    run = {
        path.stem
        for path in folder.glob("*.py")
        if path.stem[:5] not in ("__mai", "test_")
        and '__name__ == "__main__"' in path.read_text("utf-8")
    }

    assert run == {each for comparison in COMPARISONS for each in comparison.modules}


def test_comparisons_have_names_of_their_own_and_say_who_takes_part() -> None:
    names = [each.name for each in COMPARISONS]

    assert len(set(names)) == len(names)
    assert all(each.what and each.peers for each in COMPARISONS)
    assert all(peer.configuration for each in COMPARISONS for peer in each.peers)
    assert all(least > 0 for each in COMPARISONS for least in each.wanted.values())
    peers = {each.name: {peer.name for peer in each.peers} for each in COMPARISONS}
    assert all(peer in peers[each.name] for each in COMPARISONS for _, peer in each.reasons)


def test_a_row_is_as_wanted_by_its_aim_alone() -> None:
    assert [COMPARISON.is_met(each) for each in FOUND.rows] == [True, False, None]
    assert [each.ratio for each in FOUND.rows] == [4.5, 0.5, 0.5]


def test_an_outcome_is_told_whole_as_json() -> None:
    row = {"peer": "Slow & Co", "unit": "ms", "wanted": 1.0, "ours": 2.0, "aim": "cold"}
    peers = [
        {"name": "Slow & Co", "version": "1.2", "configuration": "as it comes", "absent": ""},
        {"name": "Away", "version": "", "configuration": "all of it",
         "absent": "it is not installed"},
        {"name": MARK, "version": "", "configuration": "100", "absent": ""},
    ]  # fmt: skip

    assert json.loads(json.dumps(SUITE["comparisons"])) == [
        {
            "name": "example",
            "what": "points",
            "peers": peers,
            "seconds": 1.3,
            "failure": "",
            "notes": ["a made world", "join, cold beside Slow & Co: it has two ends"],
            "rows": [
                row | {"what": "point, cold", "theirs": 9.0, "ratio": 4.5, "met": True},
                row | {"what": "join, cold", "theirs": 1.0, "ratio": 0.5, "met": False},
                {"what": "rate", "peer": MARK, "ours": 50.0, "theirs": 100.0, "unit": "answers/s",
                 "ratio": 0.5, "wanted": None, "met": None, "aim": ""},
            ],
        }
    ]  # fmt: skip


def test_the_table_says_what_is_missed_who_is_absent_and_how_many_are_as_wanted() -> None:
    sink = StringIO()

    told.draw(Console(file=sink, width=120), SUITE)

    lines = [re.sub(r"[│\s]+", " ", line).strip() for line in sink.getvalue().splitlines()]
    assert "example point, cold Slow & Co 2 ms 9 ms 4.5 ≥ 1.00 yes" in lines
    assert "join, cold Slow & Co 2 ms 1 ms 0.50 ≥ 1.00 no" in lines
    assert lines[-7:] == [
        "example: Away is absent: it is not installed",
        "example: a made world",
        "example: join, cold beside Slow & Co: it has two ends",
        "A chip, 2 cores, 4,096 MiB",
        "coterminous 9.9, release r1, 3 s",
        "seconds: example 1",
        "1 of 2 are as wanted",
    ]


def test_the_chart_has_a_title_and_says_in_words_what_it_shows(tmp_path: Path) -> None:
    chart.write(SUITE, tmp_path / "chart.svg")

    drawn = ElementTree.parse(tmp_path / "chart.svg").getroot()
    assert drawn.get("role") == "img"
    assert drawn.findtext(f"{SVG}title") == "Times better than the peer"
    assert drawn.findtext(f"{SVG}desc") == (
        "Times better than the peer, as means of ratios. example, cold : Slow & Co: 1.5 "
        "(1 of 2 less than wanted); example, rate : mark: 0.5."
    )
    texts = {"".join(each.itertext()) for each in drawn.iter(f"{SVG}text")}
    assert {"example", "cold : Slow & Co", "rate : mark", "1.5  1 of 2 less than wanted"} <= texts


@pytest.mark.timeout(300)
def test_a_tiny_run_prints_a_whole_table_and_writes_what_it_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "told.json"

    code = main(["--tiny", "--only", "search", "--only", "recoding", "--json", str(to)])

    suite = json.loads(to.read_text("utf-8"))
    rows = [row for each in suite["comparisons"] for row in each["rows"]]
    assert code == 0
    assert [each["name"] for each in suite["comparisons"]] == ["recoding", "search"]
    assert [row["peer"] for row in rows] == ["csv and crosswalk", "CONTAINS scan", "CONTAINS scan"]
    assert all(row["ratio"] > 0 and row["met"] in (True, False) for row in rows)
    assert f"release {suite['release']}" in capfd.readouterr().out
