"""How complete the graph is: in a small world that can be counted by hand, and as it ships."""

from pathlib import Path

import pytest

from kg.analysis.coverage import THEMES, Coverage, coverage, themes
from kg.model.names import ID, RDF_TYPE, cot, cotv, graph
from kg.model.terms import XSD, Iri, Literal, Statement
from kg.questions.library import Library
from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder
from kg.store.oxigraph import OxigraphStore

TABLE = graph("register/ccgs")
OFFICERS, MERGERS = "Named officers of CCGs", "Mergers of CCGs"


def ccg(code: str, opened: str, closed: str) -> list[Statement]:
    body = Iri(f"{ID}organisation/{code}/ccg")
    facts: list[tuple[Iri, Iri | Literal]] = [
        (RDF_TYPE, cot("Organisation")),
        (cot("inRegister"), Literal("true", XSD + "boolean")),
        (cot("organisationType"), cotv("type-ccg")),
        (cot("odsCode"), Literal(code)),
        (cot("latestStart"), Literal.date(opened)),
        (cot("earliestEnd"), Literal.date(closed)),
    ]
    return [Statement(body, name, value, TABLE) for name, value in facts]


def claimed(code: str, first: str, last: str) -> list[Statement]:
    """A claim about an officer of a CCG, and the tenure that follows from it."""
    body = Iri(f"{ID}organisation/{code}/ccg")
    claim, tenure = Iri(f"{ID}claim/{code}"), Iri(f"{ID}tenure/{code}")
    facts: list[tuple[Iri, Iri, Iri | Literal]] = [
        (claim, RDF_TYPE, cot("OfficeClaim")),
        (claim, cot("claimedOrganisation"), body),
        (tenure, cot("organisation"), body),
        (tenure, cot("latestStart"), Literal.date(first)),
        (tenure, cot("earliestEnd"), Literal.date(last)),
    ]
    return [Statement(*each, graph("editorial/officers")) for each in facts]


@pytest.fixture(scope="module")
def small() -> dict[tuple[str, str], Coverage]:
    """Three CCGs, two of them with an officer, by theme and part."""
    world = [
        *ccg("A1", "2013-04-01", "2016-03-31"),
        *ccg("B2", "2013-04-01", "2022-06-30"),
        *ccg("C3", "2016-04-01", "2022-06-30"),
        *claimed("A1", "2014-06-01", "2015-05-31"),
        # A date that is known to a month: the latest start lies after the earliest end.
        *claimed("B2", "2016-09-30", "2016-09-01"),
    ]
    found = coverage(OxigraphStore.memory(world), Library())
    return {(each.theme, each.part): each for each in found}


@pytest.mark.parametrize(
    ("year", "have", "of", "state"),
    [
        ("2013", 0, 2, "missing"),
        ("2014", 1, 2, "partial"),
        ("2015", 1, 2, "partial"),
        ("2016", 1, 3, "partial"),
        ("2017", 0, 2, "missing"),
    ],
)
def test_a_ccg_has_an_officer_in_the_years_that_a_claim_attests(
    small: dict[tuple[str, str], Coverage], year: str, have: int, of: int, state: str
) -> None:
    found = small[OFFICERS, year]

    assert (found.have, found.of, found.state) == (have, of, state)
    assert found.why.endswith("the others are unknown, not vacant.")


def test_what_is_missing_is_named(small: dict[tuple[str, str], Coverage]) -> None:
    assert small[OFFICERS, "any year"] == Coverage(
        OFFICERS, "any year", 2, 3, "No page that was read names an officer of C3."
    )


def test_a_kind_of_which_there_is_nothing_is_missing(
    small: dict[tuple[str, str], Coverage],
) -> None:
    assert small["Clusters", "PCT clusters with members, 2011 to 2013"].state == "missing"


def test_every_query_of_coverage_is_asked_and_names_its_theme() -> None:
    library = Library()
    there = {path.stem for path in (Path(library.root) / "inside").glob("coverage-*.rq")}
    headed = [library.inside(name).startswith("# theme: ") for name in there]

    assert there == {f"coverage-{theme}" for theme in THEMES}
    assert all(headed)


@pytest.fixture(scope="module")
def shipped() -> dict[tuple[str, str], Coverage]:
    release = OpenRelease(ensure(store_folder()))
    found = coverage(release.store, release.library)
    assert [theme for theme, _ in themes(found)] == list(dict.fromkeys(x.theme for x in found))
    return {(each.theme, each.part): each for each in found}


def test_what_ships_is_complete_only_where_nothing_is_missing(
    shipped: dict[tuple[str, str], Coverage],
) -> None:
    wrong = [
        each
        for each in shipped.values()
        if (each.state == "complete") != (each.have > 0 and each.have >= (each.of or 0))
        or (each.of is not None and each.have > each.of)
        or (each.state != "complete" and not each.why)
    ]

    assert wrong == []


def test_17_ccgs_have_no_named_officer_and_every_merger_has_a_claim(
    shipped: dict[tuple[str, str], Coverage],
) -> None:
    officers = shipped[OFFICERS, "any year"]
    told = shipped[MERGERS, "mergers with a claim of a source"]

    assert (officers.have, officers.of) == (231, 248)
    assert officers.why == (
        "No page that was read names an officer of 01J, 01N, 02A, 02Q, 02Y, 03K, 03L, 09N, 09Y,"
        " 15N, 72Q, 78H, 92A, 99H, A3A8R, D4U1Y, W2U3Z."
    )
    assert (told.have, told.of, told.state) == (37, 37, "complete")


def test_everything_that_is_said_has_evidence(shipped: dict[tuple[str, str], Coverage]) -> None:
    without = [
        each for each in shipped.values() if each.theme == "Evidence" and each.have != each.of
    ]

    assert without == []
