"""What is accepted becomes statements: who is meant, how that was read, and what stays out."""

from typing import Any

import pytest

from kg.documents.candidates import Candidate
from kg.documents.review.known import Known
from kg.documents.review.state import Review
from kg.documents.review.statements import Written, statements
from kg.model.names import cot, cotv, mint
from kg.model.terms import Iri
from tests.kg.documents.review.by_hand import (
    LINKED,
    OPEN,
    PERSON,
    RECORD,
    SLOUGH,
    TEXT,
    accepted,
    body,
    candidate,
    party,
    tenure,
    things,
    values,
)


def test_nothing_is_stated_where_nothing_was_accepted() -> None:
    assert statements(Review(RECORD, (LINKED,), ())) == Written((), {}, ())


def test_a_body_with_a_link_is_read_as_the_body_of_the_register() -> None:
    found = accepted(LINKED, known=Known(lasting=frozenset({SLOUGH})))

    reading = things(found, "Identification")[0]
    assert values(found, reading, "identifies") == [str(SLOUGH)]
    assert values(found, reading, "confidence") == [str(cotv("confidence-high"))]
    assert things(found, "Organisation") == []


def test_a_body_that_the_graph_does_not_have_gets_a_record_of_its_own() -> None:
    found = accepted(body("Slough CCG"))

    own = mint("organisation", "x", "slough-ccg")
    assert things(found, "Organisation") == [own]
    assert values(found, own, "inRegister") == ["false"]
    assert values(found, own, "organisationType") == [str(cotv("type-ccg"))]


def test_where_several_bodies_may_be_meant_none_is_chosen_and_it_is_told() -> None:
    fact = tenure(OPEN)

    found = accepted(PERSON, OPEN, fact)

    reason = "which body “Bracknell CCG” means is open: set link to one of 10G/ccg, 15A/ccg"
    assert found.left_out == ((OPEN.id, reason), (fact.id, reason))
    assert things(found, "OfficeClaim") == []


def test_an_office_has_its_role_its_body_and_the_month_of_the_document() -> None:
    found = accepted(PERSON, LINKED, tenure(LINKED))

    (claim,) = things(found, "OfficeClaim")
    told = {
        name: values(found, claim, name)
        for name in ("claimedRole", "claimedOrganisation", "claimedHolder", "roleText",
                     "asOfEarliest", "asOfLatest")
    }  # fmt: skip
    assert told == {
        "claimedRole": [str(cotv("role-chiefOfficer"))],
        "claimedOrganisation": [str(SLOUGH)],
        "claimedHolder": [str(mint("person", "ada-marsh"))],
        "roleText": ["chief officer"],
        "asOfEarliest": ["2018-05-01"],
        "asOfLatest": ["2018-05-31"],
    }


def test_a_former_officer_is_not_said_to_be_in_post_on_the_day() -> None:
    found = accepted(PERSON, LINKED, tenure(LINKED, former=True))

    (claim,) = things(found, "OfficeClaim")
    assert (values(found, claim, "asOfLatest"), values(found, claim, "endLatest")) == (
        [], ["2018-05-31"],
    )  # fmt: skip


def test_an_office_without_a_code_is_a_plain_claim() -> None:
    found = accepted(PERSON, LINKED, tenure(LINKED, post="deputy chair"))

    (claim,) = things(found, "Claim")
    assert values(found, claim, "text") == ["Ada Marsh holds an office: deputy chair."]
    assert values(found, claim, "about") == [str(SLOUGH), str(mint("person", "ada-marsh"))]


ADA = mint("person", "ada-marsh")


@pytest.mark.parametrize(
    ("offices", "person", "alternative"),
    [
        ({ADA: frozenset({SLOUGH})}, ADA, []),
        ({}, mint("person", f"ada-marsh-{RECORD.id}"), [str(ADA)]),
    ],
)
def test_a_person_is_the_one_known_only_where_the_body_is_the_same_too(
    offices: dict[Iri, frozenset[Iri]], person: Iri, alternative: list[str]
) -> None:
    known = Known(frozenset({SLOUGH, ADA}), people={"ada marsh": (ADA,)}, offices=offices)

    found = accepted(PERSON, LINKED, tenure(LINKED), known=known)

    (claim,) = things(found, "OfficeClaim")
    assert values(found, claim, "claimedHolder") == [str(person)]
    reading = mint("identification", RECORD.id, "0-9")
    assert values(found, reading, "identifies") == [str(person)]
    assert values(found, reading, "alternative") == alternative


def change(**more: Any) -> Candidate:
    told: dict[str, Any] = {
        "changeType": "merger", "original": [party(LINKED)], "resulting": None,
        "status": "completed", "statusChange": [], "influence": [], "date": "2018-04-01",
    }  # fmt: skip
    return candidate("ChangeEvent", "merger", {**told, **more}, (LINKED.id,))


def test_a_change_that_the_register_has_is_a_plan_that_it_realised() -> None:
    event = mint("change-event", "10t")
    key = (cotv("change-merger"), "2018-04-01", frozenset({SLOUGH}))
    known = Known(lasting=frozenset({SLOUGH}), changes={key: event})

    found = accepted(LINKED, change(), known=known)

    (plan,) = things(found, "ChangeProposal")
    assert values(found, plan, "realisedBy") == [str(event)]
    assert things(found, "ChangeEvent") == []


def test_a_change_on_a_day_that_no_register_has_took_effect_on_it() -> None:
    (event,) = things(accepted(LINKED, change()), "ChangeEvent")

    assert event == mint("change-event", RECORD.id, change().id)


def test_the_steps_of_a_plan_end_with_where_the_text_leaves_it() -> None:
    steps = [
        {"status": "completed", "start": 3, "end": 5, "text": ""},
        {"status": "proposed", "start": 7, "end": 9, "text": ""},
    ]

    found = accepted(LINKED, change(date="2018", statusChange=steps))

    (plan,) = things(found, "ChangeProposal")
    assert values(found, plan, "currentStatus") == [str(cotv("status-completed"))]
    assert [values(found, each, "status") for each in things(found, "StatusChange")] == [
        [str(cotv("status-proposed"))], [str(cotv("status-completed"))],
    ]  # fmt: skip


def test_what_presses_is_an_influence_that_a_claim_states() -> None:
    start = TEXT.index("save")
    driver = {"text": "save £2m", "start": start, "end": start + 8}

    found = accepted(LINKED, change(influence=[driver]))

    (influence,) = things(found, "Influence")
    claims = [each.subject for each in found.statements if each[1:3] == (cot("content"), influence)]
    assert len(claims) == 1
    assert values(found, influence, "influenced") == [str(SLOUGH)]
