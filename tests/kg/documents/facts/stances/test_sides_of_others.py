"""Sides told by somebody else's: the same, the opposite, the latter; letters and resolutions."""

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def sides(text: str) -> dict[str, str]:
    stances = read_facts(text, read_mentions(text)).stances
    return {each.holder.name: each.stance for each in stances}


def test_who_takes_a_similar_line_is_on_the_same_side() -> None:
    text = "Dr Ann Poole opposed the merger. Dr Raj Sethi has taken a similar line."
    assert sides(text) == {"Ann Poole": "against", "Raj Sethi": "against"}


def test_who_takes_the_opposite_view_is_on_the_other_side() -> None:
    text = "Dr Ann Poole opposed the merger. Dr Raj Sethi took the opposite view."
    assert sides(text) == {"Ann Poole": "against", "Raj Sethi": "for"}


def test_each_letter_of_a_page_is_of_who_signs_it() -> None:
    text = (
        "Sir – This is a takeover dressed up as a partnership.\n\nA. B. SMITHSON\nLeeds\n\n"
        "Sir – At last, common sense. It frees us from duplication.\n\nDR JANE POTTS, York\n"
    )
    assert sides(text) == {"A. B. Smithson": "against", "Jane Potts": "for"}


def test_a_resolution_is_of_the_meeting() -> None:
    text = (
        "Minutes of the Governing Body of Bexley CCG\n\nRESOLVED:\n"
        "(a) to note the report;\n(b) to oppose any transfer of staff.\n"
    )
    assert sides(text) == {"Governing Body": "against"}


def test_who_welcomes_and_warns_in_one_breath_is_for_it() -> None:
    text = "The BMA has welcomed the plan, while warning of delays."
    assert list(sides(text).values()) == ["for"]
