"""Paths of a world that can be walked by hand."""

import pytest

from kg.analysis.paths.search import Wish
from kg.analysis.paths.told import Answer, Paths
from kg.analysis.sources import Source
from kg.errors import UnknownThing
from kg.model.ontology import load
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore
from tests.kg.analysis.paths.world import id_, world

A, B, C, D, E = (id_(f"organisation/{each}/ccg") for each in "ABCDE")


@pytest.fixture(scope="module")
def paths() -> Paths:
    return Paths(OxigraphStore.memory(world()), Library(), load())


def told(answer: Answer) -> list[list[str]]:
    return [[hop.sentence for hop in path.hops] for path in answer.paths]


def test_an_office_is_one_hop_and_reads_the_same_from_both_ends(paths: Paths) -> None:
    ann = id_("person/ann")
    there, back = (paths.between(*ends) for ends in ((A, ann), (ann, A)))

    sentence = "Ann was chief officer of Body A, by 2014-01-01 until at least 2015-12-31"
    assert told(there)[0] == told(back)[0] == [sentence]
    hop = there.paths[0].hops[0]
    assert (hop.here, hop.there, hop.term, hop.start, hop.end) == (
        A, ann, "Tenure", "2014-01-01", "2015-12-31",
    )  # fmt: skip
    assert there.paths[0].sentence == sentence + "."


def test_every_hop_says_where_it_is_borne_out(paths: Paths) -> None:
    hop = paths.between(A, id_("person/ann")).paths[0].hops[0]

    assert hop.documents == 3
    assert hop.sources[0] == Source(
        id_("citation/tenure-ann-A-book"),
        id_("document/book"),
        "The book",
        "",
        "row of tenure/ann/A",
    )


def test_nobody_is_led_through_a_hub_who_did_not_ask(paths: Paths) -> None:
    short = [[
        "Ann was chief officer of Body A, by 2014-01-01 until at least 2015-12-31",
        "Ann was chief officer of Body B, by 2014-01-01 until at least 2015-12-31",
        "Bea was chief officer of Body B, by 2014-06-01 until at least 2016-03-31",
        "Bea was chief officer of Body C, by 2014-06-01 until at least 2016-03-31",
    ]]  # fmt: skip
    assert told(paths.between(A, C)) == short

    through = paths.between(A, C, Wish(hubs=True))

    assert told(through)[0] == [
        "Body A – in region – North, by 2013-04-01 until at least 2015-03-31",
        "Body C – in region – North, by 2013-04-01 until at least 2015-03-31",
    ]


def test_a_hub_may_be_an_end(paths: Paths) -> None:
    assert len(paths.between(A, id_("organisation/Y1/region")).paths[0]) == 1


def test_two_things_are_not_connected_by_who_spoke_of_them(paths: Paths) -> None:
    # Eve says something of A, and something of E: that alone is no way from one claim to the other.
    found = paths.between(A, E)

    assert told(found) == [[
        "“Both will merge.” is said of Body A",
        "“Both will merge.” is said of Body D",
        "“Neither is large.” is said of Body D",
        "“Neither is large.” is said of Body E",
    ]]  # fmt: skip
    spoken = paths.between(id_("person/eve"), D).paths[0].hops[0]
    assert (spoken.term, spoken.there) == ("asserter", id_("claim/1"))


def test_on_a_day_every_hop_held_and_everything_gone_through_stood(paths: Paths) -> None:
    held = paths.between(A, C, Wish(on="2015-01-01"))
    assert [len(each) for each in held.paths] == [4]
    assert paths.between(A, C, Wish(on="2014-03-01")).paths == []  # Bea had not begun
    assert told(paths.between(A, B, Wish(on="2017-01-01"))) == []  # Ann had left


def test_what_was_not_known_by_a_day_is_left_out(paths: Paths) -> None:
    assert [len(each) for each in paths.between(A, D, Wish(published_by="2014-06-01")).paths] == [2]
    assert paths.between(D, E, Wish(published_by="2014-06-01")).paths == []


def test_only_some_relations_or_classes_can_be_asked_for(paths: Paths) -> None:
    by_claims = Wish(through=frozenset({"about"}))
    assert [hop.term for hop in paths.between(A, D, by_claims).paths[0].hops] == ["about", "about"]
    assert paths.between(A, C, by_claims).paths == []
    assert paths.between(A, C, Wish(kinds=frozenset({"Claim"}))).paths == []


def test_a_tenure_or_a_citation_may_be_an_end_though_nothing_goes_through_it(paths: Paths) -> None:
    found = paths.between(id_("citation/claim-2-book"), id_("tenure/ann/A"))

    assert [(hop.here, hop.there) for hop in found.paths[0].hops] == [
        (id_("citation/claim-2-book"), id_("claim/2")),
        (id_("claim/2"), D),
        (D, id_("claim/1")),
        (id_("claim/1"), A),
        (A, id_("tenure/ann/A")),
    ]
    assert all(hop.sources for hop in found.paths[0].hops)


def test_a_document_is_joined_to_what_rests_on_it(paths: Paths) -> None:
    hop = paths.between(id_("document/book"), E).paths[0].hops[0]

    assert (hop.term, hop.there, hop.sentence) == (
        "evidence", id_("claim/2"), "Neither is large. rests on The book",
    )  # fmt: skip


def test_a_thing_and_itself_need_no_hop(paths: Paths) -> None:
    assert [len(each) for each in paths.between(A, A).paths] == [0]


def test_why_there_is_no_path_is_told(paths: Paths) -> None:
    assert paths.between(A, C, Wish(longest=3)).note == (
        "They are connected only through hubs, which were not asked for."
    )
    alone = Wish(through=frozenset({"Transfer"}), hubs=True)
    assert paths.between(A, C, alone).note == "No path of 12 hops or fewer was found."


def test_unknown_ends_and_terms_are_named(paths: Paths) -> None:
    with pytest.raises(UnknownThing, match="Nothing is known by 'id:organisation/Z/ccg'"):
        paths.between(A, id_("organisation/Z/ccg"))
    with pytest.raises(UnknownThing, match="Nothing is known by 'tenures'") as raised:
        paths.between(A, B, Wish(through=frozenset({"tenures"})))
    assert (
        raised.value.hint == "Did you mean 'tenure' or 'Tenure'?" or "Tenure" in raised.value.hint
    )
    with pytest.raises(UnknownThing, match="Nothing is known by 'Bodies'"):
        paths.between(A, B, Wish(kinds=frozenset({"Bodies"})))


def test_both_engines_give_the_same_paths() -> None:
    ways: list[tuple[Iri, Iri]] = [(A, C), (A, E), (id_("citation/claim-2-book"), C)]
    stores = OxigraphStore.memory(world()), RdflibStore(world())

    first, second = (
        [told(Paths(store, Library(), load()).between(*each)) for each in ways] for store in stores
    )

    assert first == second
