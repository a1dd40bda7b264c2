"""Posts in a body that is only meant: "its own chief officer", "LMC chairman"."""

from kg.documents.mentions.read import read_mentions


def posts(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.holder_name, each.body_names) for each in read_mentions(text).posts]


def test_its_own_officer_is_in_the_body_named_last() -> None:
    text = (
        "Peter Haig, chief officer of Marsh CCG, will run Fenland CCG from July, after its own "
        "chief officer, Ruth Kay, stepped down."
    )

    assert posts(text) == [("Peter Haig", ("Marsh CCG",)), ("Ruth Kay", ("Fenland CCG",))]


def test_a_type_before_a_post_is_the_body_of_that_type_named_last() -> None:
    text = (
        "Wash LMC wrote to all GPs about Marsh CCG.\n\nMany agreed.\n\n"
        "LMC chief executive Dr Ian Khan said no."
    )

    assert posts(text) == [("Ian Khan", ("Wash LMC",))]
