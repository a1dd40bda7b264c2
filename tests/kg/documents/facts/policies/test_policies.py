"""How the one-CCG rule is worded: with its hedge, without it, or talked about."""

import pytest

from kg.documents.facts.model import Policy
from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def policies(text: str) -> tuple[Policy, ...]:
    return read_facts(text, read_mentions(text)).policies


@pytest.mark.parametrize(
    ("text", "drops"),
    [
        ("The guidance says there will typically be one CCG per system.", False),
        ("The plan says that each system will have a single CCG.", True),
        ("Every ICS must have one CCG by April 2021, the region wrote.", True),
        ("As a rule, one commissioner for each system is what we want.", False),
        ("In most cases an integrated care system is covered by one CCG.", False),
        ("Members were told to expect a single CCG in each STP.", True),
        ("An ICS should, generally speaking, have just one CCG.", False),
        ("The region has quietly been dropping the “typically” from its letters.", True),
    ],
)
def test_a_wording_without_a_hedge_drops_typically(text: str, drops: bool) -> None:
    assert [each.drops for each in policies(text)] == [drops]


def test_the_wording_is_the_clause_after_the_word_of_saying() -> None:
    text = "Last week’s letter said that there should usually be one CCG per system."

    (policy,) = policies(text)

    assert policy.wording == "there should usually be one CCG per system"
    assert policy.hedge == "usually"
    assert policy.span.of(text) == policy.wording


def test_a_merger_into_one_ccg_is_not_the_rule() -> None:
    assert policies("Four groups in the system voted to become one CCG.") == ()


def test_another_policy_says_neither_yes_nor_no() -> None:
    (policy,) = policies("Boards face a requirement to cut running costs by 20 per cent.")

    assert (policy.policy, policy.drops) == ("running costs", None)
    assert policy.wording == "a requirement to cut running costs by 20 per cent"
