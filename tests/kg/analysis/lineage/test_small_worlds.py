"""Lineages of worlds made by hand: empty, going round, wide, and written wrongly."""

from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.following import lineage
from kg.analysis.lineage.reading import read
from kg.analysis.lineage.replaced import replaced
from kg.analysis.lineage.walking import MOST, Walk
from kg.analysis.recode.crosswalk import crosswalk
from kg.analysis.recode.placing import Placer
from kg.model.names import RDF_TYPE, cot, cotv, expand, graph, mint
from kg.model.terms import XSD, Iri, Literal, Statement
from kg.questions.library import Library
from kg.store.oxigraph import OxigraphStore

TABLE = graph("register/small")


def world(*statements: Statement) -> Dag:
    return read(OxigraphStore.memory(statements), Library())


def facts(thing: Iri, **told: Iri | Literal) -> list[Statement]:
    return [Statement(thing, cot(name), value, TABLE) for name, value in told.items()]


def body(key: str, first: str, last: str = "") -> list[Statement]:
    """A CCG with this letter as its code, and as its name."""
    iri = mint("organisation", key, "ccg")
    days = {"earliestStart": first, "latestStart": first, "earliestEnd": last, "latestEnd": last}
    return [
        Statement(iri, RDF_TYPE, cot("Organisation"), TABLE),
        *facts(iri, organisationType=cotv("type-ccg"), name=Literal(f"NHS {key} CCG"),
               odsCode=Literal(key)),
        *facts(iri, **{name: Literal.date(day) for name, day in days.items() if day}),
        Statement(cotv("type-ccg"), expand("skos:notation"), Literal("ccg"), TABLE),
    ]  # fmt: skip


def merger(before: str, after: str, day: str, share: str = "") -> list[Statement]:
    event, transfer = (
        mint("change-event", f"{before}-{after}"),
        mint("transfer", f"{before}-{after}"),
    )
    told = {"share": Literal(share, XSD + "decimal")} if share else {}
    return [
        *facts(event, changeType=cotv("change-merger"), effectiveDate=Literal.date(day)),
        *facts(transfer, transferFrom=mint("organisation", before, "ccg"), inEvent=event,
               transferTo=mint("organisation", after, "ccg"),
               wholeBody=Literal("true", XSD + "boolean"), **told),
    ]  # fmt: skip


def test_a_graph_without_bodies_has_no_lineage_and_no_crosswalk() -> None:
    empty = world()

    assert (dict(empty.bodies), list(empty.steps), list(crosswalk(empty))) == ({}, [], [])
    assert replaced(empty, "26A").outcome == "unknown"
    assert Placer(empty, "2020-01-01").placed("26A", None).reason == (
        "no body is known by the code 26A"
    )


def test_bodies_that_merge_in_a_circle_are_followed_once_round() -> None:
    round_ = world(
        *body("AAA", "2013-04-01", "2014-03-31"), *body("BBB", "2013-04-01", "2015-03-31"),
        *merger("AAA", "BBB", "2014-04-01"), *merger("BBB", "AAA", "2015-04-01"),
    )  # fmt: skip
    start = mint("organisation", "AAA", "ccg")

    assert [len(path) for path in Walk(round_).paths(start)] == [1]
    assert replaced(round_, "AAA").outcome == "ended"
    assert len(lineage(round_, start).steps) == 1
    assert (
        Placer(round_, "2013-05-01").of_body(mint("organisation", "BBB", "ccg")).outcome == "placed"
    )


def test_paths_without_number_are_told_up_to_a_bound() -> None:
    statements = []
    for layer in range(16):
        for side in "XY":
            statements += body(
                f"{side}{layer:02}", f"{2000 + layer}-01-01", f"{2000 + layer}-12-31"
            )
            for other in "XY":
                into = f"{other}{layer + 1:02}"
                statements += merger(f"{side}{layer:02}", into, f"{2001 + layer}-01-01")
    statements += [*body("X16", "2016-01-01"), *body("Y16", "2016-01-01")]

    assert len(Walk(world(*statements)).paths(mint("organisation", "X00", "ccg"))) == MOST


def test_what_is_no_day_or_no_number_counts_as_not_known() -> None:
    wrong = world(
        *body("AAA", "2013-04-01", "2014-03-31"), *body("BBB", "2014-04-01"),
        *merger("AAA", "BBB", "2014-04-01", "much"), *body("CCC", "someday"),
    )  # fmt: skip

    assert {each.code for each in wrong.bodies.values()} == {"AAA", "BBB", "CCC"}
    told = [(each.body.code, str(each.share)) for each in replaced(wrong, "AAA").successors]
    assert told == [("BBB", "1")]
    assert wrong.bodies[mint("organisation", "CCC", "ccg")].life == (None, None, None, None)
