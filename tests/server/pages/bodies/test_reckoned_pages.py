"""Pages of what is reckoned: shared officers, areas, audits, connections, changes."""

from collections.abc import Callable

from starlette.testclient import TestClient

from kg.analysis.networks.groups import Group, Office
from kg.model.names import mint
from server.pages.bodies import interlocked
from server.pages.words.names import Link

HTML = {"Accept": "text/html"}


def test_shared_officers_are_counted_beside_what_was_reported(
    shipped: Callable[[str], str],
) -> None:
    text = shipped("/interlocks?on=2018-11-01")

    assert "at least 52 of the 195 CCGs, led by 13 people." in text
    assert "it is 103 CCGs and 29 people." in text
    assert "A chief officer is known of 130 of the 195 CCGs (61 on that very day)" in text
    assert "58% of CCGs shared an accountable officer by November 2018. Health Service" in text


def test_a_page_of_officers_that_carries_nothing_tells_attested_groups_only(
    shipped: Callable[[str], str],
) -> None:
    text = shipped("/interlocks?on=2018-11-01&carry=0")

    assert "up to 0 months from a day that a source shows, it is 52 CCGs and 13 people." in text
    assert "Adam Doyle : Brighton and Hove , Coastal West Sussex , Crawley , East Surrey" in text


def test_a_group_tells_of_each_officer_whom_a_source_shows_and_who_is_carried() -> None:
    ann, bob = mint("person", "ann"), mint("person", "bob")
    one, two, three = (mint("organisation", code, "ccg") for code in ("01A", "02A", "03A"))
    group = Group(
        bodies=[(one, "NHS One CCG"), (two, "NHS Two CCG"), (three, "NHS Three CCG")],
        officers=[(ann, "Ann"), (bob, "Bob")],
        offices=[
            Office(ann, "Ann", one, "NHS One CCG", "attested", (), ()),
            Office(ann, "Ann", two, "NHS Two CCG", "carried", (), ()),
            Office(bob, "Bob", two, "NHS Two CCG", "attested", (), ()),
            Office(bob, "Bob", three, "NHS Three CCG", "attested", (), ()),
        ],
    )

    told = interlocked.told(group)

    assert (told.title, told.held) == ("3 CCGs, 2 officers", "carried")
    assert told.led[0] == interlocked.Led(
        Link("Ann", "/doc/person/ann"),
        [Link("One", "/doc/organisation/01A/ccg")],
        [Link("Two", "/doc/organisation/02A/ccg")],
        [],
    )
    assert interlocked.matrix([group]).rows[1] == (
        Link("Two", "/doc/organisation/02A/ccg"), ["carried", "attested"],
    )  # fmt: skip


def test_areas_are_told_with_the_councils_that_they_divide(shipped: Callable[[str], str]) -> None:
    text = shipped("/coterminosity?on=2021-04-01")

    assert "On 1 April 2021, 23 of 42 areas divided no council. 27 of 42 had exactly one" in text
    assert "Counted from the table of April 2021." in text
    assert "19.7% Solihull: all 134 small areas Birmingham: 547 of 639" in text
    assert "19.7% Birmingham 85.6%" in text


def test_a_day_without_a_table_of_areas_says_so(shipped: Callable[[str], str]) -> None:
    text = shipped("/coterminosity?on=2016-12-01")

    assert "For 1 December 2016 this cannot be told." in text
    assert "There are tables for 1 April 2021 and 1 July 2022 ." in text


def test_audits_tell_numbers_predictions_and_both_sides(shipped: Callable[[str], str]) -> None:
    text = shipped("/audits")

    assert "150 number of PCTs differs 151 31 December 2012 The register counts 151" in text
    assert "The register counts 191 on 7 February 2020. Count again" in text
    assert "a claim that another one disputes 10" in text.casefold()
    assert "No kind has a number that another kind had before it. does not hold" in text


def test_a_connection_is_told_step_by_step(shipped: Callable[[str], str]) -> None:
    text = shipped("/paths?from=organisation/13T/ccg&to=person/mark-adams")

    assert "How NHS Newcastle Gateshead CCG and Mark Adams are connected" in text
    assert "Mark Adams was chief officer of NHS Newcastle Gateshead CCG, from 1 April 2015" in text


def test_what_cannot_be_connected_is_told_beside_the_form(page: Callable[[str], str]) -> None:
    text = page("/paths?from=nothing+is+called+so&to=00N")

    assert 'role="alert"' in text
    assert 'value="nothing is called so"' in text


def test_what_changed_in_an_area_is_told_in_three_parts(shipped: Callable[[str], str]) -> None:
    text = shipped("/since?area=organisation/QKS/stp&since=2019-04-01")

    assert "What changed in Kent and Medway since 1 April 2019" in text
    assert "8 CCGs merge into NHS Kent and Medway CCG merger took effect 1 April 2020" in text
    assert "Who came and went" in text
    assert shipped("/since/organisation/QKS/stp?since=2019-04-01") == text


def test_who_was_shared_can_be_told_by_what_was_published_then(
    shipped: Callable[[str], str], shipped_site: TestClient
) -> None:
    """A link keeps both days, and the answer for programs is the same."""
    asked = "on=2018-11-01&carry=12&publishedBy=2018-12-01"
    text = shipped(f"/interlocks?{asked}")
    told = shipped_site.get(f"/interlocks.json?{asked}").json()
    whole = shipped_site.get("/interlocks.json?on=2018-11-01").json()

    assert "Only by what was published by 1 December 2018." in text
    assert f"at least {told['attested']['bodies']} of the {told['standing']} CCGs" in text
    assert 0 < told["attested"]["bodies"] < whole["attested"]["bodies"]
    assert all(
        any(place["issued"] and place["issued"] <= "2018-12-01" for place in each["sources"])
        for group in told["groups"]
        for each in group["offices"]
    )
    page = shipped_site.get(f"/interlocks?{asked}", headers=HTML).text
    for form in ("json", "csv", "jsonld", "ttl"):
        assert f'href="/interlocks.{form}?{asked.replace("&", "&amp;")}"' in page
    late = shipped_site.get("/timeline?on=2018-11-01&publishedBy=2018-12-01", headers=HTML).text
    assert 'href="/timeline.csv?on=2018-11-01&amp;publishedBy=2018-12-01"' in late
