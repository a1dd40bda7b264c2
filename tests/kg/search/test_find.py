from __future__ import annotations

import multiprocessing
import threading
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from kg.errors import NoRelease
from kg.model import rdf
from kg.model.names import graph, mint, prologue, shorten
from kg.model.terms import Blank, Iri, Statement
from kg.resources import folder
from kg.search import index
from kg.search.find import Hit, Search
from kg.store.oxigraph import OxigraphStore

QUERY = (folder("queries") / "inside" / "search-names.rq").read_text(encoding="utf-8")
WORLD = """
BASE <https://w3id.org/coterminous/id/>
cot:Restatement rdfs:subClassOf cot:Claim .
cotv:type-ccg skos:prefLabel "CCG"@en . cotv:type-icb skos:prefLabel "ICB"@en .
cotv:type-subIcbLocation skos:prefLabel "sub-ICB location"@en .
cotv:doc-act skos:prefLabel "act"@en .

<organisation/05D/ccg> a cot:Organisation ; rdfs:label "NHS East Staffordshire CCG" ;
  cot:name "NHS East Staffordshire CCG" ; cot:organisationType cotv:type-ccg ;
  cot:odsCode "05D" ; cot:gssCode "E38000053" ;
  cot:earliestStart "2013-04-01"^^xsd:date ; cot:latestEnd "2022-06-30"^^xsd:date .
<organisation/05D/sub-icb-location> a cot:Organisation ; rdfs:label "East Staffordshire" ;
  cot:name "East Staffordshire" ; cot:organisationType cotv:type-subIcbLocation ;
  cot:odsCode "05D" ; cot:earliestStart "2022-07-01"^^xsd:date .
<organisation/QNC/icb> a cot:Organisation ; cot:organisationType cotv:type-icb ;
  rdfs:label "NHS Staffordshire and Stoke-on-Trent Integrated Care Board" ;
  cot:name "NHS Staffordshire and Stoke-on-Trent Integrated Care Board" ; cot:odsCode "QNC" ;
  cot:altName "Together We’re Better" ; cot:namePeriod <name-period/QNC/1> ;
  cot:earliestStart "2022-07-01"^^xsd:date .
<name-period/QNC/1> a cot:NamePeriod ; rdfs:label "The Potteries" ; cot:name "The Potteries" .
<record/QNC> a cot:RegisterRecord ; cot:recordFor <organisation/QNC/icb> ; cot:code "E54000010" ;
  rdfs:label "STAFFS & STOKE ICB" ; cot:recordName "STAFFS & STOKE ICB" .
<person/zoe-cote> a cot:Person ; rdfs:label "Zoë O’Côté" ; cot:name "Zoë O’Côté" .
<document/act> a cot:Document ; rdfs:label "Staffordshire Act" ; dct:title "Staffordshire Act" ;
  cot:documentType cotv:doc-act ; cot:earliestIssued "2012-03-27"^^xsd:date .
<claim/1> a cot:Restatement ; rdfs:label "Cheaper in Staffordshire." ;
  cot:text "Cheaper in Staffordshire." .
<area/nameless> a cot:Area ; cot:name "Staffordshire Nowhere" .
"""
EAST = "id:organisation/05D/ccg"
PART = "id:organisation/05D/sub-icb-location"
BOARD = "id:organisation/QNC/icb"
PERSON = "id:person/zoe-cote"


def store(text: str) -> OxigraphStore:
    return OxigraphStore.memory(
        Statement(subject, predicate, value, graph("test"))
        for subject, predicate, value in rdf.parse(prologue() + text, "text/turtle", "the world")
        if isinstance(subject, Iri) and not isinstance(value, Blank)
    )


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    path = tmp_path_factory.mktemp("release") / "search.sqlite"
    index.write(path, store(WORLD), QUERY)
    return Search(path)


def found(search: Search, text: str, kind: str = "") -> list[str]:
    return [shorten(hit.iri) for hit in search.find(text, kind=kind)]


def test_a_hit_tells_the_name_the_match_the_class_and_what_tells_it_apart(search: Search) -> None:
    assert search.find("e38000053") == [
        Hit(
            mint("organisation", "05D", "ccg"),
            label="NHS East Staffordshire CCG",
            matched="E38000053",
            kind="Organisation",
            detail="CCG, 2013-2022",
        )
    ]
    assert search.find("cheaper") == [
        Hit(
            mint("claim", "1"),
            label="Cheaper in Staffordshire.",
            matched="Cheaper in Staffordshire.",
            kind="Restatement",
            detail="",
        )
    ]
    assert [hit.detail for hit in search.find("staffordshire act")] == ["act, 2012"]
    assert [hit.detail for hit in search.find("QNC")] == ["ICB, since 2022"]


def test_a_body_with_a_code_comes_before_one_that_has_none(tmp_path: Path) -> None:
    voice = """
<organisation/x/voice> a cot:Organisation ; rdfs:label "East" ; cot:name "East" .
"""
    index.write(tmp_path / "search.sqlite", store(WORLD + voice), QUERY)
    search = Search(tmp_path / "search.sqlite")

    assert found(search, "staff east") == [PART, EAST]
    assert found(search, "eas") == [PART, EAST, "id:organisation/x/voice"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # An exact code, then everything that has it.
        ("05D", [PART, EAST]),
        ("05d", [PART, EAST]),
        ("E54000010", [BOARD]),
        # An exact name, with or without its first word, before names that only hold it.
        ("East Staffordshire", [PART, EAST]),
        ("NHS East Staffordshire CCG", [EAST]),
        ("east staffordshire ccg", [EAST]),
        # The beginning of a name, bodies first; then all words; then texts.
        ("staffordshire", [BOARD, "id:document/act", PART, EAST, "id:claim/1"]),
        ("staff", [BOARD, "id:document/act", PART, EAST, "id:claim/1"]),
        ("stoke trent", [BOARD]),
        ("trent stok", [BOARD]),
        ("sto tre", [BOARD]),
        # Kinds of body, long and short, and the years beside a name.
        ("east staffordshire clinical commissioning group", [EAST]),
        ("staffordshire and stoke on trent icb", [BOARD]),
        ("staffordshire 2013", [EAST]),
        ("staffordshire ccg 05D", [EAST]),
        # Other names, former names, names of the register.
        ("together we're better", [BOARD]),
        ("the potteries", [BOARD]),
        ("staffs and stoke", [BOARD]),
        # Marks, capitals and accents do not matter.
        ("ZOE OCOTE", [PERSON]),
        ("Zoë O'Côté", [PERSON]),
        ("stoke–on–trent", [BOARD]),
        # Slips: a letter too many, too few, wrong, or two swapped.
        ("stafffordshire east", [PART, EAST]),
        ("esat stafordshire", [PART, EAST]),
        ("potteris", [BOARD]),
        ("ptoteries", [BOARD]),
        ("zoé ocotte", [PERSON]),
        # Nothing is like these.
        ("wolverhampton", []),
        ("east wolverhampton", []),
        ("xyz", []),
        ("", []),
        ("  … ", []),
    ],
)
def test_finding(search: Search, text: str, names: list[str]) -> None:
    assert found(search, text) == names


def test_what_has_no_label_and_what_only_names_another_is_not_a_thing_to_find(
    search: Search,
) -> None:
    assert found(search, "nowhere") == []
    assert found(search, "potteries") == [BOARD]
    assert found(search, "CCG") == [EAST]  # not the concept of that name


def test_a_kind_keeps_to_a_class_and_its_subclasses(search: Search) -> None:
    assert found(search, "staffordshire", "Document") == ["id:document/act"]
    assert found(search, "staffordshire", "Claim") == ["id:claim/1"]
    assert found(search, "staffordshire", "Restatement") == ["id:claim/1"]
    assert found(search, "staffordshire", "Restate") == []
    assert found(search, "staffordshire", "%") == []


def test_no_more_are_given_than_asked_for(search: Search) -> None:
    assert [shorten(hit.iri) for hit in search.find("staffordshire", first=2)] == [
        BOARD,
        "id:document/act",
    ]
    assert search.find("staffordshire", first=0) == []
    assert search.find("staffordshire", first=-1) == []


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '""" OR "a',
        "'; DROP TABLE thing; --",
        "*",
        "^east",
        "NEAR(",
        "NEAR(east staffordshire, 2)",
        "folded:east",
        "- east",
        "east AND",
        "AND OR NOT",
        "(((((",
        "\x00",
        "east\x00 staffordshire",
        "\ud800",
        "%",
        "_",
        "a" * 10_000,
        "east " * 10_000,
        '"' * 10_000,
        "ﷺ" * 10_000,  # one letter that folds to eighteen
        "́" * 10_000,
        "東京",
        "🏥",
    ],
)
def test_hostile_text_is_only_text(search: Search, text: str) -> None:
    hits = search.find(text, kind=text)

    assert hits == []
    assert set(found(search, text)) <= {EAST, PART}
    assert found(search, "05D") == [PART, EAST]


def test_operators_of_the_index_are_words(search: Search) -> None:
    assert found(search, "east NOT staffordshire") == []
    assert found(search, "east OR wolverhampton") == []
    assert found(search, "EAST and STAFFORDSHIRE") == [PART, EAST]  # "and" tells nothing


def test_asking_does_not_touch_the_file(search: Search) -> None:
    before = search.path.read_bytes()

    search.find("staffordshire")

    assert search.path.read_bytes() == before
    assert [each.name for each in search.path.parent.iterdir()] == ["search.sqlite"]


def test_an_index_that_was_opened_before_a_fork_answers_after_it(search: Search) -> None:
    here = found(search, "stafordshire")
    near, far = multiprocessing.Pipe(duplex=False)

    child = multiprocessing.get_context("fork").Process(target=_tell, args=(search, far))
    child.start()
    there = near.recv()
    child.join()

    assert there == here == [PART, EAST, BOARD, "id:document/act", "id:claim/1"]


def _tell(search: Search, end: Connection) -> None:
    end.send(found(search, "stafordshire"))


def test_threads_ask_side_by_side(search: Search) -> None:
    answers: list[list[str]] = []
    threads = [
        threading.Thread(target=lambda: answers.append(found(search, "05D"))) for _ in range(4)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert answers == [[PART, EAST]] * 4


def test_a_release_without_an_index_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(NoRelease) as caught:
        Search(tmp_path / "search.sqlite").find("east")

    assert str(caught.value) == f"There is no release under {tmp_path}."


def test_a_path_with_marks_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "a?b#c%20d"
    index.write(path, store(WORLD), QUERY)

    assert found(Search(path), "QNC") == [BOARD]
