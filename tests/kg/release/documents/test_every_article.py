"""Every article of our own, with all that is read in it accepted, can be written to the graph."""

import json
from pathlib import Path

import pytest

from kg.documents.read import read_document
from kg.documents.record.model import TextRecord
from kg.documents.review.log import Decision
from kg.documents.review.state import Review, digest_of, kept_of
from kg.model.names import RDF_TYPE, cot, cotv, graph, mint
from kg.model.terms import Literal, Statement
from kg.release import sources
from kg.release.documents.commit import plan
from kg.release.opened import OpenRelease
from kg.resources import folder
from tests.conftest import publish

ARTICLES = sorted((Path(__file__).parents[2] / "documents" / "articles").glob("*/*.json"))
BODIES = graph("register/bodies")


def review(path: Path) -> Review:
    """An article with all that is read in it, accepted."""
    told = json.loads(path.read_text(encoding="utf-8"))
    record = TextRecord.of(told["text"], issued=told["date"], kind=told["kind"])
    found = read_document(record)
    decisions = [
        Decision(sequence=number, candidate=each.id, verdict="accept", reviewer="Ann",
                 when="2026-01-02T03:04:05Z", digest=digest_of(each), about=kept_of(each))
        for number, each in enumerate(found, 1)
    ]  # fmt: skip
    return Review(record, found, tuple(decisions))


@pytest.fixture(scope="module")
def reviews() -> dict[str, Review]:
    return {path.stem: review(path) for path in ARTICLES}


@pytest.fixture(scope="module")
def release(reviews: dict[str, Review], tmp_path_factory: pytest.TempPathFactory) -> OpenRelease:
    """A release with the model and the bodies that the articles name."""
    links = {
        item.value["link"]: item.value
        for each in reviews.values()
        for item in each.items
        if item.candidate.type == "Organisation" and item.value["link"]
    }
    bodies = []
    for link, value in links.items():
        body = mint("organisation", *link.split("/"))
        bodies += [
            Statement(body, RDF_TYPE, cot("Organisation"), BODIES),
            Statement(body, cot("name"), Literal(value["canonical"]), BODIES),
            Statement(body, cot("organisationType"), cotv(f"type-{value['type']}"), BODIES),
        ]
    model = sources.schema(folder("ontology"))
    return OpenRelease(publish(tmp_path_factory.mktemp("all"), "r1", [*bodies, *model]))


@pytest.mark.parametrize("name", [path.stem for path in ARTICLES])
def test_an_article_that_is_accepted_whole_breaks_no_shape(
    name: str, reviews: dict[str, Review], release: OpenRelease
) -> None:
    made = plan(release, reviews[name])

    told = [reason for _, reason in made.left_out if "means is open" not in reason]
    assert (made.violations, told, made.removed) == ((), [], 0)
    assert made.added == len(set(made.statements))


@pytest.mark.parametrize("name", [path.stem for path in ARTICLES])
def test_no_row_of_eight_words_of_an_article_is_stored_but_in_names(
    name: str, reviews: dict[str, Review], release: OpenRelease
) -> None:
    text = " ".join(reviews[name].record.text.split())
    names = {"exact", "title", "name", "label"}

    for each in plan(release, reviews[name]).statements:
        if isinstance(each.object, Literal) and each.predicate.rpartition("#")[2] not in names:
            words = each.object.text.split()
            rows = (" ".join(words[at : at + 8]) for at in range(len(words) - 7))
            assert [row for row in rows if row in text and "title" not in each.predicate] == []
