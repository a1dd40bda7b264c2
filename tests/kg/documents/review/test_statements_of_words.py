"""Figures, runs and words: what a document's statements keep of its text."""

from typing import Any

import pytest

from kg.documents.review.statements import Written
from kg.model.names import cot, cotv, mint
from tests.kg.documents.review.by_hand import (
    LINKED,
    PERSON,
    SLOUGH,
    TEXT,
    accepted,
    body,
    candidate,
    tenure,
    things,
    values,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"value": "74", "quantity": "count", "unit": "CCGs", "low": 74.0, "high": 74.0},
         {"value": ["74"], "minValue": [], "maxValue": [], "approximation": ["exact"],
          "quantityKind": ["countCcg"]}),
        ({"value": "60-70", "quantity": "count", "unit": "trusts", "low": 60.0, "high": 70.0},
         {"value": [], "minValue": ["60"], "maxValue": ["70"], "approximation": ["bounds"],
          "quantityKind": ["countOrganisation"]}),
        ({"value": "20%", "quantity": "percent", "unit": "per cent", "low": 20.0, "high": None,
          "comparator": "more than"},
         {"value": [], "minValue": ["20"], "maxValue": [], "approximation": ["bounds"],
          "quantityKind": ["share"]}),
    ],
)  # fmt: skip
def test_a_figure_has_its_value_or_its_ends(
    value: dict[str, Any], expected: dict[str, list[str]]
) -> None:
    found = accepted(candidate("Figure", "£2m", value))

    (figure,) = things(found, "Figure")
    told = {name: values(found, figure, name) for name in expected}
    assert {name: [each.rpartition("-")[2] for each in texts] for name, texts in told.items()} == (
        expected
    )


def test_every_fact_tells_its_rule_and_who_accepted_it_when() -> None:
    found = accepted(candidate("Figure", "£2m", {"value": "2", "quantity": "money", "unit": "£"}))

    (run,) = things(found, "Extraction")
    assert values(found, run, "methodVersion") == ["figure.read 1.0"]
    assert values(found, run, "reviewStatus") == [str(cotv("review-reviewed"))]
    assert values(found, run, "note") == ["Accepted by Ann, 2026-01-02."]
    rest = {str(each.object) for each in found.statements if each.subject == run}
    assert str(mint("writer", "ann")) in rest
    times = [each.object for each in found.statements if each.predicate.endswith("endedAtTime")]
    assert [getattr(each, "text", "") for each in times] == ["2026-01-02T03:04:05Z"]


def quoted(found: Written) -> list[str]:
    """The words that are stored of places."""
    told = [each.object for each in found.statements if each.predicate == cot("exact")]
    return [getattr(each, "text", "") for each in told]


def test_no_more_than_twelve_words_of_names_are_stored_in_a_row() -> None:
    six, more = "Slough CCG, Bracknell CCG and Windsor", "Ascot and Maidenhead CCG. It took"
    whole = f"{six}, {more}"

    assert quoted(accepted(body(six), body(more))) == [six, more]
    assert quoted(accepted(body(whole), body("effect on"))) == [whole]


def test_words_that_name_two_things_are_read_twice() -> None:
    twice = candidate("Person", "Slough CCG", {"name": "Slough"})

    found = accepted(LINKED, twice)

    readings = things(found, "Identification")
    assert [values(found, each, "identifies") for each in readings] == [
        [str(SLOUGH)], [str(mint("person", "slough"))],
    ]  # fmt: skip


def test_a_long_name_of_a_group_is_not_told_again() -> None:
    name = "the merger of Slough CCG, Bracknell CCG and Windsor"
    said = candidate("Claim", "the rule", {"speaker": name, "kind": "fragment"})

    found = accepted(said)

    (claim,) = things(found, "Claim")
    start = TEXT.index("the rule")
    assert values(found, claim, "text") == ["Words of those who speak, quoted."]
    told = [values(found, each, "name") for each in things(found, "AgentGroup")]
    assert [f"Those meant at {start}–{start + 8}"] in told


def test_a_value_that_a_person_has_spoilt_is_left_out_and_told() -> None:
    found = accepted(PERSON, LINKED, tenure(LINKED, person=7))

    assert [(name, reason.partition(":")[0]) for name, reason in found.left_out] == [
        (tenure(LINKED).id, "its value cannot be read")
    ]
