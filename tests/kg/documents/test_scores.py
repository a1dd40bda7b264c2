"""How well documents are read: against gold of our own, and of the seeds where they are at hand.

The scorer and the seeds are not of the project: without `COTERMINOUS_SHARED` these are skipped.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions
from kg.documents.summary import summarise

SHARED = os.environ.get("COTERMINOUS_SHARED", "")
ARTICLES = Path(__file__).parent / "articles"
pytestmark = pytest.mark.skipif(not SHARED, reason="COTERMINOUS_SHARED names no folder")


def summary(text: str) -> dict[str, Any]:
    mentions = read_mentions(text)
    return summarise(text, mentions, read_facts(text, mentions))


def scored(gold: Path, told: Path, *more: str) -> dict[str, Any]:
    scorer = Path(SHARED) / "extraction" / "score_extraction.py"
    report = told / "report"
    subprocess.run(
        [sys.executable, str(scorer), str(gold), str(told), "--json", str(report), *more],
        check=True, capture_output=True,
    )  # fmt: skip
    found = json.loads(report.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def macro(scores: dict[str, Any]) -> float:
    lists = (
        "organisations", "people", "mergers", "shared_officers", "figures", "policy_mentions",
        "quotes", "stances",
    )  # fmt: skip
    return float(sum(scores[each]["f1"] for each in lists)) / len(lists)


@pytest.mark.parametrize(("part", "least"), [("read", 0.88), ("held", 0.82)])
def test_our_own_articles_are_read_well(part: str, least: float, tmp_path: Path) -> None:
    for article in sorted((ARTICLES / part).glob("*.json")):
        text = json.loads(article.read_text(encoding="utf-8"))["text"]
        (tmp_path / article.name).write_text(json.dumps(summary(text)), encoding="utf-8")

    scores = scored(ARTICLES / part, tmp_path)

    assert macro(scores) >= least
    assert scores["offsets_exact"]["value"] == 1
    assert scores["policy drops_typically"]["value"] == 1


def test_the_seeds_are_read_well(tmp_path: Path) -> None:
    seeds = Path(SHARED) / "seeds"
    for article in sorted(seeds.glob("*.txt")):
        text = article.read_bytes().decode()
        (tmp_path / f"{article.stem}.json").write_text(json.dumps(summary(text)), encoding="utf-8")

    gold = Path(SHARED) / "extraction" / "seeds_gold.json"
    scores = scored(gold, tmp_path, "--texts", str(seeds))

    assert macro(scores) >= 0.88
    assert scores["offsets_exact"]["value"] == 1
    assert scores["policy drops_typically"]["value"] == 1
