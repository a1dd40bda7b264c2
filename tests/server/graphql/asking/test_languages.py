"""Languages: which text is chosen where there are several, and what is told of the choice."""

from dataclasses import replace
from typing import Any

import pytest

from kg.model.definitions import Ontology
from kg.model.names import PREFIXES, RDF_TYPE, RDFS_LABEL, cot, graph, mint
from kg.model.ontology import load
from kg.model.terms import XSD, Iri, Literal, Statement
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore
from server.graphql.execution.execute import execute
from server.graphql.projection import project
from server.graphql.schema import build

PLACE = graph("register/wales")
LABELS = {
    "B": [("North", "en"), ("Gogledd", "cy"), ("Nord", "fr")],
    "C": [("Abertawe", "cy"), ("Swansea", "")],
    "D": [("Cardiff", "")],
    "E": [("Zürich", "de"), ("Zurich", "fr")],
    "F": [("Colour", "en-gb"), ("Color", "en-us")],
    "G": [],
}


def statements() -> list[Statement]:
    made = []
    for key, names in LABELS.items():
        body = mint("organisation", key, "ccg")
        made.append(Statement(body, RDF_TYPE, cot("Organisation"), PLACE))
        for text, lang in names:
            told = Literal(text, lang=lang) if lang else Literal(text)
            made += [Statement(body, each, told, PLACE) for each in (RDFS_LABEL, cot("name"))]
    return made


@pytest.fixture(scope="module", params=["oxigraph", "rdflib"])
def wales(request: pytest.FixtureRequest, over: Any) -> Any:
    made = statements()
    oxigraph = request.param == "oxigraph"
    return over(OxigraphStore.memory(made) if oxigraph else RdflibStore(made))


def asked(world: Any, document: str, **variables: Any) -> Any:
    answer = execute(world, document, variables)
    assert "errors" not in answer, answer["errors"]
    return answer["data"]


NAMES = """query($in: [String!]) { organisations(language: $in, orderBy: {field: ID}) {
  nodes { label name } } }"""


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        # English, else a text of no told language, else the first by language.
        (None, ["North", "Swansea", "Cardiff", "Zürich", "Colour", None]),
        ([], ["North", "Swansea", "Cardiff", "Zürich", "Colour", None]),
        (["cy"], ["Gogledd", "Abertawe", "Cardiff", "Zürich", "Colour", None]),
        (["cy-GB"], ["Gogledd", "Abertawe", "Cardiff", "Zürich", "Colour", None]),
        (["FR", "cy"], ["Nord", "Abertawe", "Cardiff", "Zurich", "Colour", None]),
        (["en-US"], ["North", "Swansea", "Cardiff", "Zürich", "Color", None]),
        (["ja"], ["North", "Swansea", "Cardiff", "Zürich", "Colour", None]),
    ],
)
def test_a_text_is_in_the_language_that_is_preferred_most(
    wales: Any, languages: list[str] | None, expected: list[str | None]
) -> None:
    nodes = asked(wales, NAMES, **{"in": languages})["organisations"]["nodes"]

    assert [each["label"] for each in nodes] == expected
    assert [each["name"] for each in nodes] == expected


def test_it_tells_which_language_it_is_and_whether_it_was_asked_for(wales: Any) -> None:
    document = """{ organisations(language: ["cy-GB"], orderBy: {field: ID}) { nodes {
      labelText { value language requested isFallback } } } }"""

    nodes = asked(wales, document)["organisations"]["nodes"]

    wanted = ["cy-gb", "cy"]
    assert [each["labelText"] for each in nodes] == [
        {"value": "Gogledd", "language": "cy", "requested": wanted, "isFallback": False},
        {"value": "Abertawe", "language": "cy", "requested": wanted, "isFallback": False},
        {"value": "Cardiff", "language": None, "requested": wanted, "isFallback": True},
        {"value": "Zürich", "language": "de", "requested": wanted, "isFallback": True},
        {"value": "Colour", "language": "en-gb", "requested": wanted, "isFallback": True},
        None,
    ]


def test_a_field_may_ask_for_a_language_of_its_own(wales: Any) -> None:
    document = """{ organisation(id: "organisation/B/ccg", language: ["cy"]) { label
      own: labelText(language: ["fr"]) { value isFallback } taken: labelText { value } } }"""

    assert asked(wales, document)["organisation"] == {
        "label": "Gogledd",
        "own": {"value": "Nord", "isFallback": False},
        "taken": {"value": "Gogledd"},
    }


@pytest.mark.parametrize("size", [1, 2, 5])
@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (None, ["Cardiff", "Colour", "North", "Swansea", "Zürich", None]),
        (["cy"], ["Abertawe", "Cardiff", "Colour", "Gogledd", "Zürich", None]),
        (["fr"], ["Cardiff", "Colour", "Nord", "Swansea", "Zurich", None]),
    ],
)
def test_lists_are_in_the_order_of_what_is_shown_page_by_page(
    wales: Any, size: int, languages: list[str] | None, expected: list[str | None]
) -> None:
    # With a text in each of three languages, a thing must not stand three times in its list.
    document = """query($in: [String!], $first: Int, $after: String) {
      organisations(language: $in, first: $first, after: $after) { totalCount
        nodes { label } pageInfo { hasNextPage endCursor } } }"""
    found, after, more = [], None, True
    while more:
        variables = {"in": languages, "first": size, "after": after}
        page = asked(wales, document, **variables)["organisations"]
        assert page["totalCount"] == len(expected)
        found += [each["label"] for each in page["nodes"]]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]

    assert found == expected


def test_filters_find_a_text_in_any_language(wales: Any) -> None:
    document = """query($where: OrganisationWhere) { organisations(where: $where) {
      totalCount nodes { id } } }"""

    def ids(where: Any) -> list[str]:
        page = asked(wales, document, where=where)["organisations"]
        assert page["totalCount"] == len(page["nodes"])
        return [each["id"].split("/")[1] for each in page["nodes"]]

    assert ids({"label": {"eq": "Gogledd"}}) == ["B"]
    assert ids({"label": {"in": ["Nord", "North", "Cardiff"]}}) == ["D", "B"]
    assert ids({"label": {"startsWith": "no"}}) == ["B"]
    assert ids({"not": {"label": {"contains": "o"}}}) == ["D", "C", "E", "G"]
    assert ids({"name": {"isNull": True}}) == ["G"]


def test_a_body_is_found_by_its_name_in_any_language(wales: Any) -> None:
    assert asked(wales, '{ organisation(name: "Abertawe") { id label } }') == {
        "organisation": {"id": "organisation/C/ccg", "label": "Swansea"}
    }


def test_two_texts_in_one_language_are_still_an_error(over: Any) -> None:
    body = mint("organisation", "X", "ccg")
    names = [Literal("One", lang="en"), Literal("Two", lang="en"), Literal("Tri", lang="cy")]
    store = OxigraphStore.memory([
        Statement(body, RDF_TYPE, cot("Organisation"), PLACE),
        *(Statement(body, cot("name"), each, PLACE) for each in names),
    ])  # fmt: skip
    document = """query($in: [String!]) { organisation(id: "organisation/X/ccg", language: $in) {
      name } }"""

    english, welsh = (execute(over(store), document, {"in": [each]}) for each in ("en", "cy"))

    assert [each["extensions"]["code"] for each in english["errors"]] == ["more-than-one"]
    assert welsh["data"] == {"organisation": {"name": "Tri"}}


@pytest.mark.parametrize(
    ("languages", "message"),
    [
        (["english language"], "'english language' is not a language."),
        (["*"], "'*' is not a language."),
        (["en"] * 9, "`language` has 9 languages; it may have 8 at most."),
    ],
)
def test_what_is_no_language_is_refused(wales: Any, languages: list[str], message: str) -> None:
    answer = execute(wales, NAMES, {"in": languages})

    assert [each["message"] for each in answer["errors"]] == [message]
    assert "data" not in answer


def test_where_nothing_has_two_languages_nothing_is_asked_for_them(ask: Any, world: Any) -> None:
    answer = execute(world, '{ people(language: ["cy"]) { nodes { label } } }', explain=True)

    assert answer["data"] == {"people": {"nodes": [{"label": "Ann"}, {"label": "Bob"}]}}
    [query] = answer["extensions"]["kg"]["asked"]
    assert "LANG" not in query["sparql"]


def test_a_text_that_may_be_in_several_languages_has_a_companion() -> None:
    # The shapes decide: here a name may be a text with a language.
    ontology = load()
    person = ontology.classes["Person"]
    texts = (Iri(XSD + "string"), Iri(PREFIXES["rdf"] + "langString"))
    names = tuple(
        replace(each, datatypes=texts) if each.name == "name" else each
        for each in person.properties
    )
    classes = {**ontology.classes, "Person": replace(person, properties=names)}
    spoken = Ontology(ontology.version, classes, ontology.schemes, ontology.predicates)

    schema = build(project(spoken))

    shown: Any = schema.type_map["Person"]
    body: Any = schema.type_map["Organisation"]
    assert str(shown.fields["nameText"].type) == "Text"
    assert str(shown.fields["name"].type) == "String"
    assert "nameText" not in body.fields
    assert "labelText" in body.fields
