"""Values that are kept in the process: earned, bounded, and the same as the engine gives them."""

import gc
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kg.model.names import RDF_TYPE, cot, graph, mint
from kg.model.terms import Iri, Literal, Statement
from kg.store.oxigraph import OxigraphStore
from server.graphql.execution.execute import respond
from server.graphql.execution.readmodel import MODELS, read_model
from server.graphql.execution.readmodel.columns import read
from server.graphql.planning.prepare import Operation
from tests.server.graphql.execution.keeping import Watched, answered, eager

PLACE = graph("register/kept")
NAME, CODE, START = cot("name"), cot("odsCode"), cot("latestStart")
BODIES = 20
FLAT = "{ organisations(first: 100) { nodes { id name odsCode latestStart } } }"
NAMES = "{ organisations(first: 100) { nodes { id name } } }"
HELD = "{ tenures(first: 100) { nodes { id holder { name } organisation { name odsCode } } } }"
CLAIMED = """{ claims(first: 100) { nodes { __typename text
  ... on OfficeClaim { roleText claimedHolder { name } } } } }"""

Over = Callable[[Any], Any]


def body(number: int) -> Iri:
    return mint("organisation", f"B{number:02}", "ccg")


def facts() -> Iterator[tuple[Iri, Iri, Iri | Literal]]:
    """Bodies, every other with a code; tenures in them; claims of one and of two classes."""
    for number in range(BODIES):
        yield body(number), RDF_TYPE, cot("Organisation")
        yield body(number), NAME, Literal(f'Body "{number:02}"\n\t\\')
        if number % 2:
            yield body(number), CODE, Literal(f"B{number:02}")
        tenure, person = mint("tenure", f"{number:02}"), mint("person", f"{number % 3}")
        yield tenure, RDF_TYPE, cot("Tenure")
        yield tenure, cot("holder"), person
        yield tenure, cot("tenureOrganisation"), body(number)
        yield person, RDF_TYPE, cot("Person")
        yield person, NAME, Literal(f"Person {number % 3}")
        claim = mint("claim", f"{number:02}")
        yield claim, RDF_TYPE, cot("Claim")
        yield claim, cot("text"), Literal(f"Claim {number}")
        if number % 3 == 0:
            yield claim, RDF_TYPE, cot("OfficeClaim")
            yield claim, cot("roleText"), Literal("Chair")
            yield claim, cot("claimedHolder"), person


def store_of(*more: tuple[Iri, Iri, Iri | Literal]) -> OxigraphStore:
    return OxigraphStore.memory(Statement(*each, PLACE) for each in [*facts(), *more])


@pytest.mark.parametrize("document", [FLAT, NAMES, HELD, CLAIMED])
def test_what_is_kept_gives_the_same_answer(over: Over, document: str) -> None:
    world = over(store_of())
    model = eager(world)

    answer = answered(world, document)

    assert "errors" not in answer
    assert model.cells > 0


def test_the_engine_is_not_asked_for_what_is_kept(over: Over) -> None:
    store = Watched(store_of())
    world = over(store)
    eager(world)
    respond(world, Operation(HELD))
    store.taken()

    respond(world, Operation(HELD))

    [query] = store.taken()  # one query a level, kept or not
    assert query.startswith("SELECT ?n WHERE {")
    assert query.endswith("LIMIT 101 }\n}")


def test_a_column_is_kept_when_the_engine_was_asked_for_a_part_of_it(over: Over) -> None:
    store = Watched(store_of())
    world = over(store)
    eager(world, start=BODIES, times=2)
    asked = [respond(world, Operation(NAMES)) and len(store.taken()) for _ in range(3)]

    # There are 23 names: the first 20 are paid for, then they are counted and read.
    assert asked == [1, 3, 1]


def test_a_column_that_is_too_long_yet_is_thought_of_again_at_twice_as_many(over: Over) -> None:
    store = Watched(store_of())
    world = over(store)
    eager(world, start=BODIES, times=1)

    asked = [respond(world, Operation(NAMES)) and len(store.taken()) for _ in range(4)]

    assert asked == [1, 2, 3, 1]  # 20 are less than 23, and 40 are not


def test_a_column_that_is_too_long_is_never_kept(over: Over) -> None:
    store = Watched(store_of())
    world = over(store)
    model = eager(world, most=BODIES)

    asked = [respond(world, Operation(NAMES)) and len(store.taken()) for _ in range(4)]

    assert (asked, model.cells) == ([2, 1, 1, 1], 0)


def test_no_more_is_kept_than_there_is_room_for(over: Over) -> None:
    world = over(store_of())
    model = eager(world, total=25)
    found = []

    for document in (NAMES, FLAT, "{ organisations { nodes { odsCode } } }", NAMES):
        answered(world, document)
        found.append(model.cells)

    # 23 names make room for ten codes, and are read again when they are wanted again.
    assert found == [23, 10, 10, 23]


def test_what_made_room_has_to_be_earned_again(over: Over) -> None:
    store = Watched(store_of())
    world = over(store)
    eager(world, start=BODIES, times=2, total=25)
    codes = "{ organisations(first: 100) { nodes { odsCode } } }"

    def asked(document: str) -> int:
        respond(world, Operation(document))
        return len(store.taken())

    assert [asked(each) for each in (NAMES, NAMES, codes, codes)] == [1, 3, 1, 3]
    assert [asked(NAMES) for _ in range(3)] == [1, 3, 1]


def test_of_several_values_the_engine_tells_and_they_are_not_kept_again(over: Over) -> None:
    store = Watched(store_of((body(3), CODE, Literal("other")), (body(4), CODE, Literal("B4"))))
    world = over(store)
    eager(world)

    [error] = answered(world, FLAT)["errors"]
    store.taken()
    answered(world, FLAT)
    kept, engine = store.taken()

    assert error["path"] == ["organisations", "nodes", 3, "odsCode"]
    assert error["message"] == "The graph has more than one value here, where one is meant."
    assert (CODE in kept, NAME in kept) == (True, False)
    assert (CODE in engine, NAME in engine) == (True, True)


def test_several_single_objects_are_told_by_the_engine(over: Over) -> None:
    world = over(store_of((mint("tenure", "05"), cot("holder"), mint("person", "0"))))
    eager(world)

    [error] = answered(world, HELD)["errors"]

    assert error["path"] == ["tenures", "nodes", 5, "holder"]
    assert answered(world, HELD)["errors"] == [error]


def test_things_of_several_classes_are_shown_as_the_most_specific(over: Over) -> None:
    world = over(store_of())
    eager(world)

    claims = answered(world, CLAIMED)["data"]["claims"]["nodes"]

    kinds = [each["__typename"] for each in claims]
    assert (kinds.count("OfficeClaim"), kinds.count("PlainClaim")) == (7, 13)


def test_texts_in_several_languages_are_chosen_by_the_engine(over: Over) -> None:
    names = [Literal(f"{number} {lang}", lang=lang) for number in range(3) for lang in ("en", "cy")]
    store = store_of(*((mint("person", f"{at // 2}"), NAME, each) for at, each in enumerate(names)))
    world = over(store)
    model = eager(world)
    document = '{ people(language: "cy") { nodes { name } } }'

    people = answered(world, document)["data"]["people"]["nodes"]

    assert [each["name"] for each in people] == ["0 cy", "1 cy", "2 cy"]
    assert model.cells == 0


def test_what_is_explained_is_the_whole_query(over: Over) -> None:
    world = over(store_of())
    eager(world)
    respond(world, Operation(FLAT))

    answer = respond(world, Operation(FLAT, kg=frozenset({"explain"})))

    [asked] = answer["extensions"]["kg"]["asked"]
    assert all(f"<{each}> ?c" in asked["sparql"] for each in (NAME, CODE, START))


def test_a_certified_answer_is_made_of_whole_queries(over: Over) -> None:
    world = over(store_of())
    eager(world)
    respond(world, Operation(FLAT))

    answer = respond(world, Operation(FLAT, kg=frozenset({"certify"})))

    [query] = answer["extensions"]["kg"]["certificate"]["queries"]
    assert all(f"<{each}> ?c" in query["sparql"] for each in (NAME, CODE, START))


def test_a_little_is_not_worth_keeping(over: Over) -> None:
    world = over(store_of())

    for _ in range(3):
        respond(world, Operation(FLAT))

    assert read_model(world.store).cells == 0


def test_columns_go_when_their_release_goes(over: Over) -> None:
    gc.collect()
    before, world = len(MODELS), over(store_of())
    eager(world)

    assert len(MODELS) == before + 1
    del world
    gc.collect()

    assert len(MODELS) == before


def test_a_column_has_each_value_as_the_engine_writes_it() -> None:
    store = store_of((body(1), CODE, Literal("other")))

    names, codes, types = (read(store, each) for each in (NAME, CODE, RDF_TYPE))

    assert names.values[body(2).nt()] == '"Body \\"02\\"\\n\\t\\\\"'
    assert (len(names.values), names.several) == (23, frozenset())
    assert (len(codes.values), codes.several) == (10, frozenset({body(1).nt()}))
    claim = types.values[mint("claim", "03").nt()].split(" ")
    assert sorted(claim) == [cot("Claim").nt(), cot("OfficeClaim").nt()]
