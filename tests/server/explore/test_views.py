"""Views of the Explorer, on the release that ships: what a log makes, and the files of it."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from html import unescape
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import quote, unquote
from xml.etree import ElementTree

import networkx
import pytest
from starlette.testclient import TestClient

NORFOLK = "add,organisation/26A/ccg;more,organisation/26A/ccg,ChangeEvent,in,20"
MERGER = "organisation/26A/ccg"
MERGED = [f"organisation/{code}/ccg" for code in ("06M", "06V", "06W", "06Y", "07J")]


def _view(site: TestClient, do: str) -> dict[str, Any]:
    found: dict[str, Any] = site.get(f"/explore/view.json?do={quote(do)}").json()
    return found


def test_an_expansion_adds_what_one_kind_of_link_leads_to_with_who_says_so(
    shipped_site: TestClient,
) -> None:
    told = _view(shipped_site, NORFOLK)

    assert [each["id"] for each in told["things"]] == ["organisation/26A/ccg", *MERGED]
    became = [each for each in told["edges"] if each["term"] == "ChangeEvent"]
    assert [(each["source"], each["words"], each["start"], each["by"]) for each in became] == [
        (body, "became", "2020-04-01", ["document/ccg-successors-2020"]) for body in MERGED
    ]
    assert told["steps"][1] == {
        "do": "more,organisation/26A/ccg,ChangeEvent,in,20", "added": 5, "of": 5, "remark": "",
    }  # fmt: skip


def test_a_cap_is_told_and_the_best_evidenced_come_first(shipped_site: TestClient) -> None:
    told = _view(shipped_site, "add,document/003;more,document/003,madeIn,in,3")

    assert (told["steps"][1]["added"], told["steps"][1]["of"]) == (3, 39)
    assert len(told["things"]) == 4


def test_a_thing_keeps_its_place_whatever_is_added_and_whatever_day_it_is(
    shipped_site: TestClient,
) -> None:
    def places(do: str) -> dict[str, tuple[float, float]]:
        return {each["id"]: (each["x"], each["y"]) for each in _view(shipped_site, do)["things"]}

    first = places(NORFOLK)

    assert places(NORFOLK) == first
    assert places(NORFOLK + ";on,2016-04-01;by,2018-01-01") == first
    more = places(NORFOLK + ";more,organisation/06M/ccg,Affiliation,out,5")
    assert len(more) > len(first)
    assert {each: more[each] for each in first} == first
    again = places(NORFOLK + f";drop,{MERGED[0]};add,{MERGED[0]}")
    assert again[MERGED[0]] == first[MERGED[0]]


def test_no_two_things_stand_on_each_other(shipped_site: TestClient) -> None:
    told = _view(shipped_site, "question,people/shared-chief-officer,on=2018-11-01")
    spots = [(each["x"], each["y"]) for each in told["things"]]

    least = min(
        (ax - bx) ** 2 + (ay - by) ** 2
        for place, (ax, ay) in enumerate(spots)
        for bx, by in spots[:place]
    )

    assert len(spots) == 101
    assert least**0.5 > 40


def test_the_links_of_a_thing_are_counted_in_all_and_on_the_day(shipped_site: TestClient) -> None:
    address = "/explore/links.json?thing=organisation/26A/ccg&do=on,2020-04-30"
    links = {each["label"]: each for each in shipped_site.get(address).json()["links"]}

    assert links["came from"] == {
        "term": "ChangeEvent", "way": "in", "label": "came from", "kinds": ["body"],
        "count": 5, "now": 5,
    }  # fmt: skip
    assert (links["became"]["count"], links["became"]["now"]) == (2, 0)


def test_a_query_in_either_language_may_be_the_start(shipped_site: TestClient) -> None:
    def ids(do: str) -> list[str]:
        return [each["id"] for each in _view(shipped_site, do)["things"]]

    select = (
        "SELECT ?to { <https://w3id.org/coterminous/id/organisation/15D/ccg> "
        "<https://w3id.org/coterminous/def#successor> ?to }"
    )
    document = '{ organisation(odsCode: "15D") { successor { nodes { id } } } }'

    assert ids(f"sparql,{select}") == ["organisation/D4U1Y/ccg"]
    assert ids(f"graphql,{document}") == ["organisation/D4U1Y/ccg"]


def test_a_path_brings_what_lies_between(shipped_site: TestClient) -> None:
    ends = ("organisation/26A/ccg", "organisation/06M/ccg")

    told = _view(shipped_site, f"path,{ends[0]},{ends[1]},1")
    found = shipped_site.get(f"/explore/path.json?here={ends[0]}&there={ends[1]}").json()

    assert {each["id"] for each in told["things"]} >= set(ends)
    first = found["paths"][0][0]
    assert first["sources"]
    assert "NHS Norfolk and Waveney CCG" in first["sentence"]


@pytest.mark.parametrize(
    ("do", "said"),
    [
        ("dance", "Parameter 'do': 'dance' is no command"),
        ("more,organisation/26A/ccg", "Parameter 'do': 'more' takes 3 to 4 arguments and has 1"),
        ("add,organisation/26A/ccg;on,soon", "Parameter 'on': 'soon' is not a day"),
        ("add,organisation/none/ccg", "Nothing is known by 'organisation/none/ccg'."),
        ("path,organisation/26A/ccg,person/none", "Nothing is known by 'person/none'."),
        ("sparql,SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE at 1:12"),
        ("add,x;" * 501, "Parameter 'do': it has 501 commands; 500 are done at most"),
    ],
)
def test_what_cannot_be_done_is_told(shipped_site: TestClient, do: str, said: str) -> None:
    response = shipped_site.get(f"/explore/view.json?do={quote(do)}")

    assert 400 <= response.status_code < 500
    assert response.json()["detail"].startswith(said)


def test_whom_a_query_may_call_is_not_for_the_address_to_say(shipped_site: TestClient) -> None:
    query = quote("sparql,SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }")

    response = shipped_site.get(f"/explore/view.json?do={query}&allowed=127.0.0.1:1")

    assert response.status_code == 403


@pytest.mark.parametrize("form", ["csv", "things.csv", "graphml", "gexf", "jsonld"])
def test_every_file_has_title_day_and_sources_inside(shipped_site: TestClient, form: str) -> None:
    response = shipped_site.get(f"/explore/view.{form}?do={quote(NORFOLK + ';on,2020-04-30')}")
    text = response.text

    assert response.headers["content-disposition"].endswith(f'"coterminous-view.{form}"')
    assert "NHS Norfolk and Waveney CCG and 5 more, on 30 April 2020" in text
    assert response.headers["x-release"] in text
    source = "document/ccg-successors-2020" if form == "jsonld" else "source: "
    assert source in text


def test_network_files_open_in_networkx_with_the_links_of_the_view(
    shipped_site: TestClient,
) -> None:
    files = {
        form: BytesIO(shipped_site.get(f"/explore/view.{form}?do={quote(NORFOLK)}").content)
        for form in ("graphml", "gexf")
    }

    graphml, gexf = networkx.read_graphml(files["graphml"]), networkx.read_gexf(files["gexf"])

    def links(graph: Any) -> set[tuple[str, str]]:
        names = {node: said["label"] for node, said in graph.nodes(data=True)}
        return {(names[one], names[two]) for one, two in graph.edges()}

    assert len(graphml) == len(gexf) == 6
    assert links(graphml) == links(gexf) > {("NHS Norwich CCG", "NHS Norfolk and Waveney CCG")}
    ElementTree.fromstring(files["gexf"].getvalue())


def test_a_table_has_the_links_of_the_day_and_no_formula(shipped_site: TestClient) -> None:
    do = quote(NORFOLK + ";on,2020-04-30")
    rows = list(csv.DictReader(StringIO(shipped_site.get(f"/explore/view.csv?do={do}").text)))

    links = [(each["source_label"], each["link"]) for each in rows if each["source"]]
    assert ("NHS Norwich CCG", "became") in links
    assert len(links) == 10
    assert json.loads(shipped_site.get(f"/explore/view.jsonld?do={do}").text)


def test_the_page_says_it_all_without_scripts(shipped_site: TestClient) -> None:
    page = shipped_site.get(f"/explore?do={NORFOLK};on,2020-04-30").text

    assert "<title>NHS Norfolk and Waveney CCG and 5 more, on 30 April 2020 · cot" in page
    assert '<a href="/doc/organisation/06W/ccg">NHS Norwich CCG</a>' in page
    assert '<a href="/doc/change-event/merger-into-26a">became</a>' in page
    assert 'href="/explore/view.graphml?do=add,organisation/26A/ccg;more,' in page


def test_what_held_some_time_between_two_days_is_said_so_and_shown_on_each_of_them(
    shipped_site: TestClient,
) -> None:
    def shown(day: str) -> tuple[str, str]:
        page = shipped_site.get(f"/explore?do=add,person/melanie-craig;add,{MERGER};on,{day}").text
        now, _, perhaps = page.split("<h2>Things ")[0].partition("<h2>Perhaps on the day ")
        return now, perhaps

    when = "some time from 1 September 2021 to 30 September 2021"
    row = re.compile(rf'Melanie Craig</a></td><td><a href="[^"]+">held office in</a>.*{when}')

    for day, expected in (("2021-08-31", 0), ("2021-09-15", 1), ("2021-10-01", 0)):
        now, perhaps = shown(day)
        assert (len(row.findall(now)), len(row.findall(perhaps))) == (0, expected)
    assert len(row.findall(shown("")[0])) == 1


def test_an_example_draws_what_it_is_called(shipped_site: TestClient) -> None:
    page = shipped_site.get("/explore").text
    examples = re.findall(r'<li><a href="/explore\?do=([^"]+)">([^<]+)</a></li>', page)
    told = {unescape(text): _view(shipped_site, unquote(do)) for do, text in examples}

    norfolk = told["What became of the PCTs and CCGs of Norfolk"]
    assert Counter(each["type"] for each in norfolk["things"]) == {
        "CCG": 6, "PCT": 2, "sub-ICB location": 1, "ICB": 1,
    }  # fmt: skip
    kent = told["Who led the CCGs of Kent, and who led several"]
    led = Counter(each["source"] for each in kent["edges"] if each["term"] == "Tenure")
    assert Counter(each["type"] for each in kent["things"]) == {"CCG": 9, "person": 5}
    assert led == {
        "person/glenn-douglas": 8, "person/hazel-carpenter": 2, "person/simon-perks": 2,
        "person/patricia-davies": 1, "person/wilf-williams": 1,
    }  # fmt: skip


def test_one_thing_alone_is_shown_on_the_last_day_that_it_stood(shipped_site: TestClient) -> None:
    page = shipped_site.get("/explore?start=organisation/06W/ccg").text

    assert "<title>NHS Norwich CCG and 12 more, on 31 March 2020 · coterminous</title>" in page
    assert "12 of 16 were added." in page


def test_of_each_kind_of_link_that_tells_most_the_best_come_first(shipped_site: TestClient) -> None:
    told = _view(shipped_site, "add,organisation/26A/ccg;near,organisation/26A/ccg,5")
    terms = [
        next(
            edge["term"] for edge in told["edges"]
            if {edge["source"], edge["target"]} == {"organisation/26A/ccg", each["id"]}
        )
        for each in told["things"][1:]
    ]  # fmt: skip

    assert told["steps"][1]["added"] == 5
    assert told["steps"][1]["of"] == told["things"][0]["links"]
    assert terms == ["ChangeEvent", "ChangeEvent", "Tenure", "Affiliation", "publisher"]


def test_a_view_of_more_than_one_thing_is_shown_as_it_is_asked_for(
    shipped_site: TestClient,
) -> None:
    ends = "start=organisation/06W/ccg&start=organisation/06M/ccg"

    assert "<title>NHS Norwich CCG and 1 more · coterminous</title>" in (
        shipped_site.get(f"/explore?{ends}").text
    )
