"""An article says the same, whatever kind of file it comes in."""

import json
from pathlib import Path
from textwrap import wrap

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions
from kg.documents.record.docx import read_docx
from kg.documents.record.parsed import Parsed
from kg.documents.record.pdf import read_pdf
from kg.documents.summary import summarise
from tests.kg.documents.record.files import Line, column, pdf, word

ARTICLES = Path(__file__).resolve().parents[1] / "articles" / "read"
ROWS = 58


def lists(parsed: Parsed) -> dict[str, list[str]]:
    """Who and what is named, and which words are quoted, without regard to line ends."""
    pages = {"furniture": parsed.furniture, "wrapped": bool(parsed.pages)}
    mentions = read_mentions(parsed.text, **pages)  # type: ignore[arg-type]
    told = summarise(parsed.text, mentions, read_facts(parsed.text, mentions))
    keys = {"people": "name", "figures": "value", "quotes": "quote"}
    return {
        name: sorted(" ".join(str(each[key]).split()) for each in told[name])
        for name, key in keys.items()
    }


def printed(text: str, width: int, places: tuple[int, ...]) -> bytes:
    """A PDF of a text in columns of that width, drawn row by row, with running heads."""
    sayable = text.encode("cp1252", "replace").decode("cp1252")
    lines = [line for each in sayable.split("\n") for line in wrap(each, width) or [""]]
    columns = [lines[at : at + ROWS] for at in range(0, len(lines), ROWS)]
    pages: list[list[Line]] = []
    for at in range(0, len(columns), len(places)):
        beside = zip(places, columns[at : at + len(places)], strict=False)
        drawn = [line for x, texts in beside for line in column(x, 780, texts) if line.text]
        head, foot = Line(50, 815, "The Trade Weekly"), Line(290, 25, f"Page {len(pages) + 1}")
        pages.append([head, *sorted(drawn, key=lambda line: -line.y), foot])
    return pdf(pages)


@pytest.mark.parametrize("name", ["essex", "feature", "lancs", "qanda", "west-mids"])
def test_an_article_says_the_same_as_text_as_word_file_and_in_columns(name: str) -> None:
    text = json.loads((ARTICLES / f"{name}.json").read_text(encoding="utf-8"))["text"]
    plain = lists(Parsed(text))

    assert plain["people"]
    assert lists(read_docx(word(text.split("\n")))) == plain
    assert lists(read_pdf(printed(text, 95, (50,)))) == plain
    assert lists(read_pdf(printed(text, 46, (50, 310)))) == plain
