"""Candidates: one line each, the same ids and bytes each time, every place exact."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.documents.candidates import Candidate, read_candidates
from kg.documents.facts.read import read_facts
from kg.documents.facts.rules import RULES
from kg.documents.mentions.read import read_mentions
from kg.documents.record.model import TextRecord
from kg.documents.summary import summarise

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*/*.json"))


def text_of(article: Path) -> str:
    text = json.loads(article.read_text(encoding="utf-8"))["text"]
    assert isinstance(text, str)
    return text


def candidates(text: str, support: dict[str, tuple[int, int]] | None = None) -> list[Candidate]:
    record = TextRecord.of(text)
    mentions = read_mentions(text)
    return list(read_candidates(record, mentions, read_facts(text, mentions), support))


def places(value: Any) -> list[dict[str, Any]]:
    """Every object with a place, at any depth."""
    if isinstance(value, list | tuple):
        return [each for one in value for each in places(one)]
    if not isinstance(value, dict):
        return []
    own = [value] if "start" in value and "end" in value else []
    return own + [each for one in value.values() for each in places(one)]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda each: each.stem)
def test_a_second_reading_gives_the_same_bytes(article: Path) -> None:
    text = text_of(article)

    assert [each.line() for each in candidates(text)] == [each.line() for each in candidates(text)]


@pytest.mark.parametrize("article", ARTICLES, ids=lambda each: each.stem)
def test_ids_are_unique_and_what_a_candidate_needs_comes_before_it(article: Path) -> None:
    seen: set[str] = set()
    for each in candidates(text_of(article)):
        assert each.id not in seen
        assert set(each.needs) <= seen
        assert RULES[each.extractor["rule"]].version == each.extractor["version"]
        seen.add(each.id)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda each: each.stem)
def test_every_place_of_the_summary_holds_the_words_beside_it(article: Path) -> None:
    text = text_of(article)
    mentions = read_mentions(text)

    found = places(summarise(text, mentions, read_facts(text, mentions)))

    assert found
    for each in found:
        told = next(each[key] for key in ("text", "quote", "wording") if key in each)
        assert text[each["start"] : each["end"]] == told


PIECES = (
    "Bexley CCG and Bromley\u00a0CCG ", "will merge ", "on 1 April 2020.", " “It’s right,” ",
    "said Dr Ann Marsh, ", "chair of Bexley CCG. ", "\r\n\r\n", "the pro-\nposal ", "İ ", "ﬁve ",
    "\u00ad", "every system must have one CCG ", "was approved ", "GPs oppose ", "e\u0301 ", "😀 ",
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_places_are_exact_whatever_the_text(text: str) -> None:
    for candidate in candidates(text):
        for each in candidate.evidence:
            assert text[each["start"] : each["end"]] == each["exact"]
            assert 0 <= each["start"] < each["end"] <= len(text)


def test_support_counts_the_decisions_on_the_rule() -> None:
    text = "NHS England has approved the merger of Bexley CCG and Bromley CCG."

    found = {each.type: each.support for each in candidates(text, {"change.merger": (41, 5)})}

    assert found["ChangeProposal"] == {"accepted": 41, "rejected": 5}
    assert found["Organisation"] == {"accepted": 0, "rejected": 0}


def test_a_candidate_is_one_line_of_json() -> None:
    (first, *_) = candidates("NHS England has approved the merger of Bexley CCG and Bromley CCG.")

    line = first.line()

    assert "\n" not in line
    assert json.loads(line)["status"] == "unreviewed"
    assert json.loads(line)["schema"] == 1
