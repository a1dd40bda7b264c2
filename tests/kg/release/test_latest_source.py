"""A question tells the latest document that what it is about is from."""

import json
from pathlib import Path

import pytest

from kg.model.names import RDF_TYPE, cot, graph, mint
from kg.model.terms import XSD, Iri, Literal, Statement
from kg.release.answers.latest import Latest, about, latest_source, write
from kg.release.build import ensure
from kg.release.opened import LATEST, OpenRelease
from kg.settings import store_folder
from tests.conftest import publish

TITLE = Iri("http://purl.org/dc/terms/title")


def borne_out(kind: str, number: int, day: str) -> list[Statement]:
    """A thing of a class, and a document of that day which bears it out."""
    thing, place = mint("thing", f"{kind}{number}"), mint("citation", f"{kind}{number}")
    document = mint("document", f"{kind}{number}")
    said: list[tuple[Iri, Iri, Iri | Literal]] = [
        (thing, RDF_TYPE, cot(kind)),
        (thing, cot("evidence"), place),
        (place, cot("inDocument"), document),
        (document, TITLE, Literal(f"{kind} {number}")),
        (document, cot("earliestIssued"), Literal(day, XSD + "date")),
    ]
    return [Statement(*each, graph("user/g")) for each in said]


@pytest.fixture
def release(tmp_path: Path) -> OpenRelease:
    """Two policies and a tenure, each from a document of its own."""
    said = [
        *borne_out("Policy", 1, "2019-01-07"),
        *borne_out("Policy", 2, "2017-03-31"),
        *borne_out("Tenure", 1, "2020-05-01"),
    ]
    return OpenRelease(publish(tmp_path, "r1", said))


def test_it_is_the_latest_behind_the_classes_that_a_question_is_about(
    release: OpenRelease,
) -> None:
    policies = release.library["policy/stances"]

    assert latest_source(release, policies.sparql) == Latest(
        "2019-01-07", str(mint("document", "Policy1")), "Policy 1"
    )


def test_where_nothing_is_dated_there_is_none(release: OpenRelease) -> None:
    assert latest_source(release, release.library["predictions/ever-in-range"].sparql) is None


def test_what_the_build_wrote_down_is_what_is_told(release: OpenRelease) -> None:
    write(release.folder, release.store, release.library)

    told = json.loads((release.folder / LATEST).read_text(encoding="utf-8"))
    assert {name: each["day"] for name, each in told.items()} == {
        "Policy": "2019-01-07",
        "Tenure": "2020-05-01",
    }


def test_nearly_every_question_that_is_shipped_has_one() -> None:
    shipped = OpenRelease(ensure(store_folder()))

    silent = [
        name for name, each in shipped.library.items() if not latest_source(shipped, each.sparql)
    ]

    assert (shipped.folder / LATEST).exists()
    assert len(silent) < len(shipped.library) / 20, silent


def test_a_question_about_bodies_alone_is_about_bodies(release: OpenRelease) -> None:
    question = release.library["bodies/about"]

    assert about(question.sparql, release.ontology, ["Organisation", "Policy"]) == {"Organisation"}
