"""What an assistant is told: the tools, and answers with their evidence."""

from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from kg.model.names import ID
from kg.questions.ask import ask
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from server.rest import rows
from tests.server.mcp.conftest import Assistant

SHARED = "people/shared-chief-officer"


def test_every_tool_only_reads_and_says_what_it_takes_and_gives(assistant: Assistant) -> None:
    tools = assistant.portal.call(assistant.client.list_tools).tools

    assert [each.name for each in tools] == [
        "search", "questions", "ask", "show", "evidence", "replaced", "lineage", "graphql", "sparql"
    ]  # fmt: skip
    for each in tools:
        assert each.annotations
        assert each.annotations.read_only_hint
        Draft202012Validator.check_schema(each.input_schema)
        assert each.output_schema
        Draft202012Validator.check_schema(each.output_schema)
        taken = each.input_schema["properties"]
        assert [name for name, one in taken.items() if not one.get("description")] == []
        assert each.input_schema["additionalProperties"] is False
        assert "release" in taken
        assert "release" in each.output_schema["required"]


def test_it_is_told_what_replaced_a_ccg_and_where_that_is_borne_out(assistant: Assistant) -> None:
    told = assistant.told("replaced", body="NHS Newcastle West CCG", on="2016-01-01")

    assert told["sentence"] == (
        "On 1 January 2016, NHS Newcastle Gateshead CCG (13T) stood in the place of NHS Newcastle "
        "West CCG (00H), as far as is known. On 1 April 2015 NHS Newcastle West CCG merged with "
        "NHS Gateshead CCG (00F) and NHS Newcastle North and East CCG (00G) into NHS Newcastle "
        "Gateshead CCG."
    )
    assert [each["body"]["id"] for each in told["successors"]] == [f"{ID}organisation/13T/ccg"]
    places = [each["evidence"] for each in told["evidence"]]
    assert places == [f"{ID}citation/successions/merger-into-13t/00H/ccg/13T/ccg"]
    assert all(each["document"] for each in told["evidence"])


def test_its_lineage_has_the_evidence_of_each_step(assistant: Assistant) -> None:
    told = assistant.told("lineage", body="organisation/00H/ccg", direction="forward")

    steps = [(each["kind"], each["day"], each["to"].removeprefix(ID)) for each in told["steps"]]
    assert steps == [
        ("merger", "2015-04-01", "organisation/13T/ccg"),
        ("succession", "2022-07-01", "organisation/QHM/icb"),
    ]
    assert all(each["evidence"] for each in told["steps"])


def test_it_is_told_which_ccgs_shared_a_chief_officer_page_by_page(
    assistant: Assistant, shipped: Path
) -> None:
    release = OpenRelease(Catalogue(shipped).current())
    asked: dict[str, Any] = {"question": SHARED, "parameters": {"on": "2018-11-01"}, "first": 200}
    pages = [assistant.told("ask", **asked)]
    while (following := pages[-1]["page"]["next"]) is not None:
        pages.append(assistant.told("ask", **asked, offset=following))

    answer = ask(release.store, release.library[SHARED], {})
    assert len(pages) > 1
    assert {each["release"] for each in pages} == {release.name}
    found = [row for each in pages for row in each["rows"]]
    assert [each["values"] for each in found] == rows.as_json(answer, release)["rows"]
    for each in found:
        assert each["values"]["claim"] in [place["of"] for place in each["evidence"]]


def test_it_is_told_who_dropped_a_hedge_and_finds_the_place_of_it(assistant: Assistant) -> None:
    told = assistant.told("ask", question="policy/hedge-dropped")

    dropped = [
        (each["values"]["saidBy"], each["values"]["dropped"], each["evidence"][0]["evidence"])
        for each in told["rows"]
    ]
    director = "director of the East of England NHSE/I region"
    assert dropped == [
        ("Many advocates of merging into bigger CCGs", "typically", f"{ID}span/003/1294-1427"),
        (director, "typically", f"{ID}span/003/1508-1624"),
        (director, "typically", f"{ID}span/003/1508-1624"),
    ]
    (place,) = assistant.told("evidence", what="claim/003/12")["evidence"]
    assert (place["evidence"], place["start"], place["end"]) == (
        f"{ID}span/003/1294-1427", 1294, 1427
    )  # fmt: skip


def test_what_is_found_can_be_shown_with_the_evidence_of_each_statement(
    assistant: Assistant,
) -> None:
    (hit,) = assistant.told("search", q="NHS Newcastle West CCG", first=1)["hits"]
    told = assistant.told("show", what=hit["id"], first=200)

    assert (told["iri"], told["label"]) == (hit["iri"], hit["label"])
    assert "cot:Organisation" in told["kinds"]
    assert {each["direction"] for each in told["statements"]} <= {"in", "out"}
    assert [each for each in told["statements"] if each["evidence"]]
    out = assistant.told("show", what=hit["id"], direction="out", first=1)
    assert (out["page"]["count"], out["page"]["next"]) == (1, 1)


def test_questions_are_listed_by_theme_and_by_words(assistant: Assistant) -> None:
    told = assistant.told("questions", theme="people", words="chief OFFICER day", first=200)

    assert SHARED in [each["name"] for each in told["questions"]]
    assert {each["name"].partition("/")[0] for each in told["questions"]} == {"people"}


def test_graphql_and_sparql_answer_what_was_asked(assistant: Assistant) -> None:
    ask_for = '{ organisation(id: "organisation/00H/ccg") { name } }'
    query = f"SELECT ?name {{ <{ID}organisation/00H/ccg> rdfs:label ?name }}"
    prefix = "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "

    graphql = assistant.told("graphql", query=ask_for)
    select = assistant.told("sparql", query=prefix + query)
    construct = assistant.told(
        "sparql", query=f"CONSTRUCT WHERE {{ <{ID}organisation/00H/ccg> ?p ?o }}", first=2
    )

    assert graphql["data"] == {"organisation": {"name": "NHS Newcastle West CCG"}}
    assert [each["name"]["value"] for each in select["bindings"]] == ["NHS Newcastle West CCG"]
    assert assistant.told("sparql", query="ASK {}")["boolean"] is True
    assert (len(construct["triples"]), construct["page"]["next"]) == (2, 2)


def test_resources_tell_the_words_the_schema_and_what_is_held(assistant: Assistant) -> None:
    listed = assistant.portal.call(assistant.client.list_resources).resources

    texts = {}
    for each in listed:
        (content,) = assistant.portal.call(assistant.client.read_resource, each.uri).contents
        texts[each.uri] = getattr(content, "text", "")
    assert sorted(texts) == [
        "coterminous://glossary", "coterminous://holdings", "coterminous://schema.graphql"
    ]  # fmt: skip
    assert "type Organisation" in texts["coterminous://schema.graphql"]
    assert all(texts.values())
