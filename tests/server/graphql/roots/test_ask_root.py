"""`ask`: every named question as a typed field."""

from collections.abc import Callable
from typing import Any

import pytest
from graphql import GraphQLObjectType, get_named_type, parse, validate

from kg.questions.ask import ask as answered
from kg.questions.library import Library
from kg.release.opened import OpenRelease
from server.graphql.api import Api, api
from server.graphql.execution.execute import execute
from tests.server.graphql.conftest import World

Ask = Callable[..., dict[str, Any]]
LIBRARY = Library()
PEOPLE = """query($on: Date) { ask { people { sharedChiefOfficer(on: $on) { %s } } } }"""


@pytest.fixture(scope="session")
def here(world: World) -> Api:
    return api(world.ontology, world.library)


def test_every_question_is_a_field_of_its_theme(here: Api) -> None:
    found = {each.question.name for theme in here.themes.values() for each in theme.fields.values()}

    assert found == set(LIBRARY)
    assert set(here.themes) == set(LIBRARY.themes())


def test_a_column_has_the_type_that_its_twin_gives_it(here: Api) -> None:
    kinds = {
        f"{theme.name}.{each.name}": each.columns
        for theme in here.themes.values()
        for each in theme.fields.values()
    }

    assert kinds["people.sharedChiefOfficer"] == {
        "officer": "Person",
        "name": "String",
        "ccg": "Organisation",
        "ccgName": "String",
        "holding": "Holding",
        "claim": "OfficeClaim",
        "role": "String",
        "saidBy": "String",
        "document": "String",
        "place": "String",
    }
    assert kinds["lineage.changesBetween"] == {
        "event": "ChangeEvent",
        "change": "ChangeType",
        "on": "Date",
        "name": "String",
        "before": "Int",
        "after": "Int",
    }


def test_parameters_have_types_defaults_and_descriptions(here: Api) -> None:
    people = here.schema.type_map["AskPeople"]
    assert isinstance(people, GraphQLObjectType)

    args = people.fields["sharedChiefOfficer"].args

    assert {name: (str(each.type), each.default_value) for name, each in args.items()} == {
        "on": ("Date", "2018-11-01"),
        "carry": ("Int", 0),
        "corpus": ("ID", "all"),
    }
    assert args["on"].description == "the day"


@pytest.mark.parametrize("name", [each for each in LIBRARY if LIBRARY[each].graphql])
def test_no_twin_uses_ask(here: Api, name: str) -> None:
    # It would ask itself; and what the twins are typed by has no such field.
    assert validate(here.without_questions, parse(LIBRARY[name].graphql)) == []


def test_an_answer_tells_its_question_without_asking_the_graph(world: World) -> None:
    answer = execute(world, PEOPLE % "title question notes sparql", explain=True)

    told = answer["data"]["ask"]["people"]["sharedChiefOfficer"]
    header = LIBRARY["people/shared-chief-officer"].header
    assert (told["title"], told["question"]) == (header.title, header.question)
    assert told["notes"] == list(header.notes)
    assert '"2018-11-01"^^' in told["sparql"]
    assert answer["extensions"]["kg"]["queries"] == 0


def test_rows_are_those_of_the_question_with_things_as_what_they_are(
    asked_of: Ask, release: Any
) -> None:
    question = release.library["people/shared-chief-officer"]
    (officer, name, ccg, ccg_name, *_) = answered(release.store, question).rows.rows[0]

    data = asked_of(
        PEOPLE % "count rows(first: 1) { officer { iri name } name ccg { iri odsCode } ccgName }"
    )

    told = data["ask"]["people"]["sharedChiefOfficer"]
    assert told["count"] == len(answered(release.store, question).rows.rows)
    (row,) = told["rows"]
    assert (row["officer"]["iri"], row["name"], row["ccg"]["iri"], row["ccgName"]) == (
        str(officer), getattr(name, "text", None), str(ccg), getattr(ccg_name, "text", None),
    )  # fmt: skip
    assert row["officer"]["name"] == row["name"]


def test_pages_put_together_are_the_whole(asked_of: Ask) -> None:
    document = """query($first: Int, $offset: Int) { ask { bodies { openOnDay {
      count rows(first: $first, offset: $offset) { code name } } } } }"""
    whole = asked_of(document, first=1000)["ask"]["bodies"]["openOnDay"]

    pages = [
        asked_of(document, first=60, offset=offset)["ask"]["bodies"]["openOnDay"]["rows"]
        for offset in range(0, whole["count"], 60)
    ]

    assert [row for page in pages for row in page] == whole["rows"]
    assert len(whole["rows"]) == whole["count"] > 60


def test_one_question_may_be_asked_twice_with_other_parameters(asked_of: Ask) -> None:
    data = asked_of(
        """{ ask { bodies { before: openOnDay(on: "2020-03-31") { count }
          after: openOnDay(on: "2020-04-01") { count } } } }"""
    )["ask"]["bodies"]

    assert (data["before"]["count"], data["after"]["count"]) == (191, 135)


@pytest.mark.parametrize("given", ["annotated", "cotv:corpus-annotated", "document/000"])
def test_a_corpus_is_given_by_name_or_by_document(asked_of: Ask, given: str) -> None:
    document = "query($in: ID) { ask { disagreement { disputedClaims(corpus: $in) { count } } } }"

    every = asked_of(document)["ask"]["disagreement"]["disputedClaims"]["count"]
    some = asked_of(document, **{"in": given})["ask"]["disagreement"]["disputedClaims"]["count"]

    assert 0 < some < every


def test_a_code_is_given_by_its_notation(asked_of: Ask, refused: Ask) -> None:
    document = "query($kind: ID) { ask { bodies { openOnDay(kind: $kind) { count } } } }"

    short = asked_of(document, kind="stp")
    whole = asked_of(document, kind="cotv:type-stp")

    assert short == whole
    assert refused(document, kind="spt")["message"] == "Nothing is known by 'spt'."


def test_a_thing_may_be_given_by_its_code_or_name_as_in_the_addresses_of_questions(
    asked_of: Ask,
) -> None:
    document = "query($body: ID) { ask { bodies { about(body: $body) { sparql count } } } }"
    named = asked_of('{ organisation(odsCode: "5N1") { id name } }')["organisation"]

    whole = asked_of(document, body=named["id"])

    assert whole["ask"]["bodies"]["about"]["count"] > 0
    assert asked_of(document, body="5n1") == whole
    assert asked_of(document, body=named["name"]) == whole


def test_a_code_that_meant_several_bodies_means_the_one_that_stood_on_the_day(
    asked_of: Ask,
) -> None:
    document = """query($body: ID, $on: Date) { ask { areas { ofBodyOnDay(body: $body, on: $on) {
      sparql } } } }"""

    def asked(body: str, on: str) -> str:
        told: str = asked_of(document, body=body, on=on)["ask"]["areas"]["ofBodyOnDay"]["sparql"]
        return told

    assert asked("26A", "2021-04-01") == asked("organisation/26A/ccg", "2021-04-01")
    assert asked("26A", "2022-07-01") == asked("organisation/26A/sub-icb-location", "2022-07-01")


def test_a_code_that_nothing_or_several_things_have_is_refused(
    release: OpenRelease, refused: Ask
) -> None:
    document = "query($body: ID) { ask { bodies { about(body: $body) { count } } } }"

    several = execute(release, document, {"body": "26A"})["errors"][0]
    nothing = refused(document, body="9Z9")

    assert several["message"] == "Parameter 'body': '26A' may be 2 things"
    assert several["extensions"]["code"] == nothing["extensions"]["code"] == "bad-parameter"
    assert nothing["message"] == "Parameter 'body': nothing is known by '9Z9'"


@pytest.mark.parametrize("theme", sorted(LIBRARY.themes()))
def test_every_question_of_a_theme_is_answered_by_its_field(
    here: Api, release: Any, theme: str
) -> None:
    # All columns, each as its type has it: a cell that is not of the type would be an error.
    for field in here.themes[theme].fields.values():
        answer = execute(release, _all_columns(here, theme, field.name), explain=True)

        assert "errors" not in answer, (field.name, answer["errors"])
        told = answer["data"]["ask"][theme][field.name]
        expected = answered(release.store, release.library[field.question.name])
        assert told["count"] == len(expected.rows.rows)
        for row, terms in zip(told["rows"], expected.rows.rows, strict=False):
            cells = dict(zip(expected.rows.variables, terms, strict=True))
            assert {name for name, cell in row.items() if cell is None} == {
                name for name, cell in cells.items() if cell is None
            }
        assert answer["extensions"]["kg"]["queries"] == len(answer["extensions"]["kg"]["asked"])


def _all_columns(here: Api, theme: str, name: str) -> str:
    kind = here.schema.type_map[here.themes[theme].fields[name].row_name]
    assert isinstance(kind, GraphQLObjectType)
    columns = " ".join(
        f"{column} {{ __typename }}" if _has_fields(field.type) else column
        for column, field in kind.fields.items()
    )
    return f"{{ ask {{ {theme} {{ {name} {{ count rows(first: 20) {{ {columns} }} }} }} }} }}"


def _has_fields(kind: Any) -> bool:
    named = get_named_type(kind)
    return hasattr(named, "fields") or hasattr(named, "types")
