"""When something could be known, what disputes it, and the evidence of what is derived."""

from kg.derive.rules import rules, run
from kg.model import names
from kg.model.names import RDF_TYPE, cot, graph
from kg.model.terms import Iri, Literal, Statement
from kg.resources import folder
from kg.store.oxigraph import OxigraphStore

RULES = ("evidence", "contested", "known-from", "known-from-several")
SOURCE = graph("source/d")


def thing(name: str) -> Iri:
    return Iri(names.ID + name)


def said(subject: str, **facts: str) -> list[Statement]:
    """Facts about a thing: `a` is its class, days are days, all else are things."""
    made = []
    for name, told in facts.items():
        for each in told.split():
            value = Literal.date(each) if each[:2] in ("19", "20") else thing(each)
            predicate, kind = (RDF_TYPE, cot(each)) if name == "a" else (cot(name), value)
            made.append(Statement(thing(subject), predicate, kind, SOURCE))
    return made


def derived(*statements: list[Statement], what: str) -> set[tuple[str, str]]:
    store = OxigraphStore.memory([each for some in statements for each in some])
    for rule in rules(folder("ontology") / "rules"):
        if rule.name in RULES:
            store.load(run(rule, store))
    found = store.select(f"SELECT DISTINCT ?s ?o WHERE {{ ?s {cot(what).nt()} ?o }}").rows
    return {
        (str(s).removeprefix(names.ID), getattr(o, "text", str(o)).removeprefix(names.ID))
        for s, o in found
    }


EARLY = said("early", a="Document", latestIssued="2014-03-31")
LATE = said("late", a="Document", latestIssued="2019-06-01")
UNDATED = said("undated", a="Document")
PLACES = [
    *said("e", a="Citation", inDocument="early"),
    *said("l", a="Citation", inDocument="late"),
    *said("u", a="Citation", inDocument="undated"),
]
DOCUMENTS = [*EARLY, *LATE, *UNDATED, *PLACES]
OF_DOCUMENTS = {
    ("early", "2014-03-31"),
    ("late", "2019-06-01"),
    ("e", "2014-03-31"),
    ("l", "2019-06-01"),
}


def test_something_was_known_when_the_first_document_was_out_that_says_so() -> None:
    claims = [
        *said("one", a="Claim", evidence="e l"),
        *said("two", a="Claim", evidence="l u"),
        *said("three", a="Claim", evidence="u"),
    ]

    assert derived(DOCUMENTS, claims, what="knownFrom") - OF_DOCUMENTS == {
        ("one", "2014-03-31"),
        ("two", "2019-06-01"),
    }


def test_what_exists_has_no_such_day() -> None:
    things = [
        *said("body", a="Organisation", evidence="e"),
        *said("ann", a="Person", evidence="e"),
        *said("record", a="RegisterRecord", evidence="e"),
    ]

    assert derived(DOCUMENTS, things, what="knownFrom") == OF_DOCUMENTS


def test_a_tenure_has_the_evidence_of_its_claims_and_their_day() -> None:
    world = [
        *said("one", a="OfficeClaim", evidence="l"),
        *said("two", a="OfficeClaim", evidence="u"),
        *said("tenure", a="Tenure", basedOnClaim="one two"),
    ]

    evidence = derived(DOCUMENTS, world, what="evidence")

    assert evidence >= {("tenure", "l"), ("tenure", "u")}
    assert ("tenure", "2019-06-01") in derived(DOCUMENTS, world, what="knownFrom")


def test_what_has_evidence_of_its_own_keeps_to_that() -> None:
    world = [
        *said("claim", a="OfficeClaim", evidence="l"),
        *said("joint", a="JointArrangement", basedOnClaim="claim", evidence="e"),
    ]

    assert ("joint", "l") not in derived(DOCUMENTS, world, what="evidence")


def test_what_follows_from_two_things_was_known_with_the_later_one() -> None:
    world = [
        *said("one", a="OfficeClaim", evidence="e"),
        *said("two", a="OfficeClaim", evidence="l"),
        *said("first", a="Tenure", basedOnClaim="one"),
        *said("second", a="Tenure", basedOnClaim="two"),
        *said("third", a="Tenure"),
        *said("tie", a="Interlock", viaTenure="first second"),
        *said("loose", a="Interlock", viaTenure="first third"),
    ]

    found = dict(derived(DOCUMENTS, world, what="knownFrom"))

    assert found["tie"] == "2019-06-01"
    assert "loose" not in found  # one of its tenures is of no dated document


def test_a_prediction_is_assessed_when_the_fact_is_there() -> None:
    world = [
        *said("guess", a="Prediction", evidence="e"),
        *said("count", a="Figure", rule="x", asOf="2022-06-30"),
        *said("assessed", a="OutcomeAssessment", ofPrediction="guess", comparedFact="count"),
    ]

    found = dict(derived(DOCUMENTS, world, what="knownFrom"))

    assert (found["count"], found["assessed"]) == ("2022-06-30", "2022-06-30")


def test_what_rests_on_a_disputed_claim_is_contested_and_so_are_numbers_that_differ() -> None:
    world = [
        *said("other", a="Claim", disputes="claim"),
        *said("claim", a="OfficeClaim", content="pressure"),
        *said("joint", a="JointArrangement", basedOnClaim="claim"),
        *said("ten", a="Figure", disagreesWith="eleven"),
        *said("calm", a="Claim", content="ten"),
    ]

    assert derived(world, what="contestedBy") == {
        ("claim", "other"),
        ("joint", "other"),
        ("pressure", "other"),
        ("ten", "eleven"),
    }
