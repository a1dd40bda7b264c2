from pathlib import Path

import pytest

from kg.derive.rules import rules, run
from kg.errors import InvalidInput
from kg.model.names import ID, PREFIXES, RDF_TYPE, cot, cotv, graph
from kg.model.terms import XSD, Iri, Literal, Statement
from kg.resources import folder
from kg.store.oxigraph import OxigraphStore

SKOS = PREFIXES["skos"]
HEADER = "#+ rule: What follows.\n#+ version: 1\n#+ order: 5\n"
WORLD = [
    Statement(Iri("urn:a"), cot("successor"), Iri("urn:b"), graph("register/x")),
    Statement(Iri("urn:b"), cot("successor"), Iri("urn:c"), graph("register/x")),
]


def test_the_shipped_rules_run_in_the_order_of_what_they_need() -> None:
    names = [rule.name for rule in rules(folder("ontology") / "rules")]

    assert names == [
        "successors", "lineage", "outward", "tenures", "arrangements", "interlocks", "pressure",
        "counts", "standing", "figure-bounds", "disagreements", "audits", "merger-audits",
        "sharing-audits",
        "sum-audits", "unaudited", "outcomes", "evidence", "contested", "known-from",
        "known-from-several", "labels",
    ]  # fmt: skip


def test_a_rule_writes_its_own_graph_and_describes_it(tmp_path: Path) -> None:
    path = tmp_path / "later.rq"
    path.write_text(HEADER + "CONSTRUCT { ?a <urn:later> ?c } WHERE { ?a ?p ?b . ?b ?p ?c }")
    [rule] = rules(tmp_path)

    made = run(rule, OxigraphStore.memory(WORLD))

    assert {each.graph for each in made} == {graph("derived/later")}
    assert Statement(Iri("urn:a"), Iri("urn:later"), Iri("urn:c"), graph("derived/later")) in made
    titles = [each.object for each in made if each.predicate.endswith("title")]
    assert [getattr(each, "text", "") for each in titles] == ["What follows."]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("CONSTRUCT {} WHERE {}", "{0}:1: the rule's header lacks rule, version, order"),
        (HEADER + "CONSTRUCT {", "{0}:4: The query is not SPARQL 1.1: expected "),
        (
            HEADER + "CONSTRUCT { [] <urn:p> ?b } WHERE { ?a ?p ?b }",
            "{0}: the rule makes a blank node",
        ),
    ],
)
def test_a_rule_that_cannot_be_run_is_named_with_its_place(
    tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "wrong.rq"
    path.write_text(text)

    with pytest.raises(InvalidInput) as raised:
        [run(rule, OxigraphStore.memory(WORLD)) for rule in rules(tmp_path)]

    assert str(raised.value).startswith(message.format(path))


ANN, BODY = Iri(ID + "person/ann"), Iri(ID + "organisation/00X/ccg")


def held(*claims: dict[str, str]) -> dict[str, str]:
    """The days of the tenure that claims of one person, office and body make."""
    place = graph("source/d")
    said = [
        Statement(BODY, cot("name"), Literal("NHS X CCG"), place),
        Statement(BODY, cot("organisationType"), cotv("type-ccg"), place),
        Statement(cotv("role-chiefOfficer"), Iri(SKOS + "prefLabel"), Literal("officer"), place),
    ]
    for number, days in enumerate(claims):
        claim = Iri(f"{ID}claim/d/{number}")
        said += [
            Statement(claim, RDF_TYPE, cot("OfficeClaim"), place),
            Statement(claim, cot("claimedHolder"), ANN, place),
            Statement(claim, cot("claimedOrganisation"), BODY, place),
            Statement(claim, cot("claimedRole"), cotv("role-chiefOfficer"), place),
            Statement(claim, cot("confidence"), cotv("confidence-high"), place),
            Statement(claim, cot("corpus"), cotv("corpus-annotated"), place),
            *(Statement(claim, cot(name), Literal.date(day), place) for name, day in days.items()),
        ]
    tenures = next(each for each in rules(folder("ontology") / "rules") if each.name == "tenures")
    return {
        each.predicate.rpartition("#")[2]: each.object.text
        for each in run(tenures, OxigraphStore.memory(said))
        if isinstance(each.object, Literal) and each.object.datatype == XSD + "date"
    }


def test_a_claim_without_a_day_takes_none_from_those_that_have_one() -> None:
    began = {"startEarliest": "2014-04-01", "startLatest": "2014-04-01"}
    seen = {"asOfEarliest": "2016-09-01", "asOfLatest": "2016-09-01"}

    assert held(began, seen, {}) == {
        "start": "2014-04-01",
        "earliestStart": "2014-04-01",
        "latestStart": "2014-04-01",
        "earliestEnd": "2016-09-01",
    }
    assert held({}) == {}
