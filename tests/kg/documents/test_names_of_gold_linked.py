"""The CCGs, ICBs and STPs that the articles name, in whatever words, are linked to their codes.

`articles/codes.csv` has each with the code that a person gave it.
"""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import pytest

from kg.documents.mentions.names.gazetteer import core
from kg.documents.mentions.read import read_mentions
from tests.kg.documents.test_register_names_linked import LEAST, LONG

ARTICLES = Path(__file__).parent / "articles"
SHARED = os.environ.get("COTERMINOUS_SHARED", "")


def given() -> dict[str, dict[str, str]]:
    """By article the code of each name."""
    found: dict[str, dict[str, str]] = {}
    with (ARTICLES / "codes.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["article"], {})[row["name"]] = row["code"]
    return found


def links(text: str, issued: str = "") -> dict[str, set[str]]:
    """What each name in a text is linked to, by its folded name without its type."""
    found: dict[str, set[str]] = {}
    for each in read_mentions(text, issued=issued).organisations:
        kind = each.link.rpartition("/")[2]
        if kind in LONG:
            found.setdefault(f"{core(each.name)} {kind}", set()).add(each.link)
    return found


def test_every_body_in_the_gold_of_the_articles_has_its_code() -> None:
    right, wrong = 0, []
    for name, codes in given().items():
        article = json.loads((ARTICLES / f"{name}.json").read_text(encoding="utf-8"))
        linked = links(article["text"], article["date"])
        for body, code in codes.items():
            found = linked.get(f"{core(body)} {code.rpartition('/')[2]}", set())
            right += found == {code}
            wrong += [] if found == {code} else [(name, body, code, found)]

    print(f"gold: {right} of {right + len(wrong)} to the right code")  # noqa: T201 - seen with -rP
    assert right / (right + len(wrong)) >= LEAST, wrong


def test_no_article_is_linked_to_a_body_that_its_gold_does_not_name() -> None:
    beside = {}
    for name, codes in given().items():
        article = json.loads((ARTICLES / f"{name}.json").read_text(encoding="utf-8"))
        linked = links(article["text"], article["date"]).values()
        beside[name] = {code for found in linked for code in found} - set(codes.values())

    assert {name: found for name, found in beside.items() if found} == {}


@pytest.mark.skipif(not SHARED, reason="COTERMINOUS_SHARED names no folder")
def test_the_bodies_of_the_register_that_the_seeds_name_have_their_codes() -> None:
    texts = [path.read_bytes().decode() for path in (Path(SHARED) / "seeds").glob("*.txt")]
    linked = {code for text in texts for found in links(text).values() for code in found}

    assert linked == {"QMF/stp", "QNQ/stp", "00N/ccg", "01Y/ccg", "36J/ccg"}
