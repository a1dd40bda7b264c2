"""How to cite a release, what is stated of a thing, and where, at plain addresses."""

from starlette.testclient import TestClient

from kg.release.build import ensure
from kg.release.deposit.citing import Citation
from kg.release.opened import OpenRelease
from kg.settings import store_folder


def test_a_citation_is_told_in_every_form(shipped_site: TestClient) -> None:
    cited = Citation.of(OpenRelease(ensure(store_folder())).info)

    told = {each: shipped_site.get(f"/citation.{each}") for each in ("cff", "bib", "txt")}

    assert {name: each.text for name, each in told.items()} == {
        "cff": cited.cff(), "bib": cited.bibtex(), "txt": cited.sentence + "\n",
    }  # fmt: skip
    assert told["cff"].headers["content-type"] == "application/yaml"
    assert told["bib"].headers["content-type"] == "application/x-bibtex"
    assert shipped_site.get("/citation.json").json() == cited.json


def test_what_is_stated_of_a_thing_has_its_evidence(shipped_site: TestClient) -> None:
    stated = shipped_site.get("/statements/26A.json?on=2021-01-01").json()
    places = shipped_site.get("/evidence/26A.json?on=2021-01-01").json()

    (code,) = [each for each in stated["statements"] if each["property"].endswith("#odsCode")]
    assert stated["iri"] == places["iri"]
    assert set(code["evidence"].split("; ")) <= {each["evidence"] for each in places["evidence"]}


def test_both_are_told_as_csv_and_rdf_too(shipped_site: TestClient) -> None:
    for name in ("statements", "evidence"):
        table = shipped_site.get(f"/{name}/organisation/26A/ccg.csv").text.splitlines()
        rows = shipped_site.get(f"/{name}/organisation/26A/ccg.json").json()[name]
        assert table[0].split(",") == list(rows[0])
        assert len(table) == len(rows) + 1
        assert "rs:ResultSet" in shipped_site.get(f"/{name}/organisation/26A/ccg.ttl").text


def test_the_answer_of_a_question_tells_its_latest_source(shipped_site: TestClient) -> None:
    told = shipped_site.get("/questions/mergers/completed.json").json()["latestSource"]

    document = told["document"].removeprefix("https://w3id.org/coterminous/id/")
    page = shipped_site.get(f"/doc/{document}.json").json()
    assert page["earliestIssued"] == told["day"]
    assert told["title"]


def test_what_is_asked_in_graphql_tells_it_to_who_asks_how(shipped_site: TestClient) -> None:
    asked = {"query": "{ tenures(first: 1) { nodes { id } } }", "extensions": {"kg": "explain"}}

    told = shipped_site.post("/graphql", json=asked).json()["extensions"]["kg"]["latestSource"]
    of_a_question = shipped_site.get("/questions/people/by-number-of-bodies.json").json()

    assert told == of_a_question["latestSource"]
