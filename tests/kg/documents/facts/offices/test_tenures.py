"""Who holds which post where, each told once."""

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def tenures(text: str) -> list[tuple[str, str, str]]:
    found = read_facts(text, read_mentions(text)).tenures
    return [(each.person.name, each.post, each.body.name if each.body else "") for each in found]


def test_a_post_told_twice_is_one_tenure() -> None:
    text = (
        "Ann Bell is accountable officer of Sutton CCG. "
        "Ann Bell, accountable officer of Sutton CCG, said little."
    )

    assert tenures(text) == [("Ann Bell", "accountable officer", "Sutton CCG")]


def test_an_officer_appointed_to_the_role_holds_it() -> None:
    text = (
        "Sutton CCG and Merton CCG are to share a finance director. "
        "Ann Bell has been appointed to the role."
    )

    assert tenures(text) == [
        ("Ann Bell", "finance director", "Sutton CCG"),
        ("Ann Bell", "finance director", "Merton CCG"),
    ]


def test_a_person_without_a_post_is_told_by_name() -> None:
    assert tenures("Everybody spoke with Ann Bell.") == [("Ann Bell", "", "")]


def test_a_post_without_a_body_has_those_that_share_it() -> None:
    text = "Sutton CCG and Merton CCG have the same chair, Ann Bell."

    assert tenures(text) == [
        ("Ann Bell", "chair", "Sutton CCG"),
        ("Ann Bell", "chair", "Merton CCG"),
    ]


def test_a_calling_is_not_told_beside_an_office() -> None:
    text = "Ann Bell, a GP in Cheam and chair of Sutton CCG, agreed. Tim Roe, a GP, did not."

    assert tenures(text) == [("Ann Bell", "chair", "Sutton CCG"), ("Tim Roe", "GP", "")]


def test_somebody_of_a_body_has_it_without_a_post() -> None:
    assert tenures("Ann Bell, of Sutton CCG, agreed.") == [("Ann Bell", "", "Sutton CCG")]
