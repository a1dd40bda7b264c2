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

    assert tenures(text) == [("Ann Bell", "finance director", "")]


def test_a_person_without_a_post_is_told_by_name() -> None:
    assert tenures("Everybody spoke with Ann Bell.") == [("Ann Bell", "", "")]
