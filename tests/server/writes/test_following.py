"""What follows a write: the search at once, derived graphs soon, and how far they are is told."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.model.names import mint
from kg.model.terms import Iri
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from kg.release.writer.work import Done, Follow, Update
from kg.release.writer.writer import Writer
from tests.conftest import Served, publish, serving, tiny_statements

TOKEN = {"authorization": "Bearer geheim"}
PREFIXES = (
    "PREFIX cot: <https://w3id.org/coterminous/def#> "
    "PREFIX cotv: <https://w3id.org/coterminous/def/v#> "
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
)
ZEBRA, ALDER = mint("organisation", "x", "zebra"), mint("organisation", "A1", "ccg")
PATIENCE = 120.0


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    place = tmp_path_factory.mktemp("following")
    publish(place, "r1", tiny_statements())
    with serving(place, write_token="geheim") as service:
        yield service


def update(service: Served, text: str) -> Any:
    response = service.client.post("/update", data={"update": PREFIXES + text}, headers=TOKEN)
    assert response.status_code == 200, response.text
    return response.json()


def rows(service: Served, query: str) -> list[str]:
    asked = {"query": PREFIXES + query, "format": "csv"}
    return service.client.get("/sparql", params=asked).text.split("\r\n")[1:-1]


def wait(so: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE
    while not so():
        assert time.monotonic() < until
        time.sleep(0.05)


def followed(service: Served) -> None:
    wait(lambda: service.state.writes.following.behind == 0)


def test_a_name_is_found_by_the_next_request_and_gone_with_its_graph(writable: Served) -> None:
    name = "cot:name 'Zebrafish Trust'"
    update(
        writable, f"INSERT DATA {{ GRAPH <urn:z> {{ {ZEBRA.nt()} a cot:Organisation ; {name} }} }}"
    )

    assert rows(writable, "SELECT ?x { ?x cot:matches 'zebrafish' }") == [ZEBRA]
    asked = {"query": '{ search(text: "zebrafish") { node { __typename id } } }'}
    told = writable.client.post("/graphql", json=asked).json()
    assert told["data"]["search"][0]["node"]["__typename"] == "Organisation"

    update(writable, "DROP GRAPH <urn:z>")
    assert rows(writable, "SELECT ?x { ?x cot:matches 'zebrafish' }") == []


def test_what_rules_make_of_a_write_follows_and_goes_with_it(writable: Served) -> None:
    event = (
        "<urn:event> a cot:ChangeEvent ; cot:changeType cotv:change-merger ; "
        f"cot:original {ZEBRA.nt()} ; cot:resulting {ALDER.nt()} . {ZEBRA.nt()} a cot:Organisation"
    )
    told = update(writable, f"INSERT DATA {{ GRAPH <urn:e> {{ {event} }} }}")
    assert told["derived"] < told["sequence"]
    successor = f"SELECT ?x {{ GRAPH ?g {{ {ZEBRA.nt()} cot:successor ?x }} }}"

    wait(lambda: rows(writable, successor) == [ALDER])
    followed(writable)
    assert rows(writable, f"SELECT ?x {{ {ZEBRA.nt()} cot:descendant ?x }} ORDER BY ?x") == [
        ALDER, mint("organisation", "C3", "ccg"),
    ]  # fmt: skip
    current = OpenRelease(writable.state.readers.catalogue.current())
    assert current.info.derived == current.info.sequence
    assert (current.folder / "languages.json").exists()
    cot = "https://w3id.org/coterminous/def#"
    assert current.fanout.size[cot + "ChangeEvent"] == 1

    update(writable, "DROP GRAPH <urn:e>")
    wait(lambda: rows(writable, successor) == [])
    followed(writable)


def test_nothing_follows_what_no_rule_reads(writable: Served) -> None:
    followed(writable)

    told = update(writable, "INSERT DATA { <urn:a> <urn:p> 1 ; a <urn:Thing> }")

    assert told["derived"] == told["sequence"]
    assert writable.state.writes.following.behind == 0


def test_what_others_state_stays_when_rules_no_longer_say_it(writable: Served) -> None:
    both = f"{ALDER.nt()} cot:ancestor <urn:old>"
    made = f"<urn:old> cot:successor {ALDER.nt()}"
    update(
        writable, f"INSERT DATA {{ GRAPH <urn:said> {{ {both} }} GRAPH <urn:made> {{ {made} }} }}"
    )
    wait(lambda: rows(writable, f"SELECT ?x {{ ?x cot:descendant {ALDER.nt()} }}") == ["urn:old"])

    update(writable, "DROP GRAPH <urn:made>")
    wait(lambda: rows(writable, f"SELECT ?x {{ ?x cot:descendant {ALDER.nt()} }}") == [])

    assert rows(writable, f"SELECT ?x {{ {ALDER.nt()} cot:ancestor ?x }}") == ["urn:old"]


def test_a_service_goes_on_where_the_last_one_left_off(tmp_path: Path) -> None:
    publish(tmp_path, "r1", tiny_statements())
    writer = Writer(tmp_path)
    text = f"{PREFIXES} INSERT DATA {{ {ZEBRA.nt()} cot:successor {ALDER.nt()} }}"
    (outcome,) = writer.commit([Update(text)])
    writer.close()
    assert isinstance(outcome, Done)
    assert (outcome.sequence, outcome.derived) == (1, 0)

    with serving(tmp_path) as service:
        wait(lambda: service.state.readers.current == "r1+2")

    store = OpenRelease(Catalogue(tmp_path).current()).store
    assert store.ask(f"{PREFIXES} ASK {{ {ALDER.nt()} cot:ancestor {ZEBRA.nt()} }}")


def test_what_was_derived_of_a_release_before_the_writer_began_is_left(tmp_path: Path) -> None:
    from kg.release.writer.follow import derive

    publish(tmp_path, "r1", tiny_statements())
    folder = tmp_path / "followed"
    folder.mkdir()
    derive(Catalogue(tmp_path).current(), folder)
    writer = Writer(tmp_path)
    writer.commit([Update(f"{PREFIXES} INSERT DATA {{ <urn:b> cot:name 'Bee' }}")])
    writer.close()
    writer = Writer(tmp_path)

    (outcome,) = writer.commit([Follow(str(folder))])

    assert outcome == Done(1, "r1+1")
    found = OpenRelease(writer.release).search.find("Bee")
    assert [each.iri for each in found] == [Iri("urn:b")]
    writer.close()
