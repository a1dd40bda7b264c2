"""Minutes: initials after a name stand for the person, posts have their body after a comma."""

from kg.documents.mentions.read import read_mentions

PRESENT = (
    "Present: Dr Ann Lee-Ray (ALR), Clinical Chair, Surrey Heath; Mr Bob Fox (BF), Lay Chair, "
    "East Surrey CCG.\n\n"
)


def speakers(text: str) -> list[str]:
    return [one.speaker for one in read_mentions(text).quotations]


def test_initials_stand_for_the_person_whose_they_are() -> None:
    told = PRESENT + "ALR warned that it “cannot last”. BF called it “a start”."

    assert speakers(told) == ["Ann Lee-Ray", "Bob Fox"]


def test_initials_that_are_not_those_of_the_name_are_a_short_form() -> None:
    read = read_mentions("Dr Ann Lee (GP) spoke. A GP must agree.")

    assert [one.span.of("Dr Ann Lee (GP) spoke. A GP must agree.") for one in read.people] == [
        "Dr Ann Lee"
    ]


def test_posts_of_an_attendance_list_have_their_holder_and_body() -> None:
    posts = [(one.title, one.holder_name, one.body_names) for one in read_mentions(PRESENT).posts]

    assert posts == [
        ("Clinical Chair", "Ann Lee-Ray", ("Surrey Heath",)),
        ("Lay Chair", "Bob Fox", ("East Surrey CCG",)),
    ]


def test_a_quotation_with_a_full_stop_is_of_who_spoke_before_it_not_after() -> None:
    told = PRESENT + "ALR said her members agreed. “They go to Leeds.” BF said so too."

    assert speakers(told) == ["Ann Lee-Ray"]


def test_a_sentence_between_two_quotations_parts_them() -> None:
    told = PRESENT + "ALR warned them. “They go to Leeds.” BF agreed. It was, he said, “no chip”."

    assert speakers(told) == ["Ann Lee-Ray", "Bob Fox"]


def test_who_is_put_in_before_a_quotation_says_it() -> None:
    told = "Ministers say so. They have never explained, Dr Ann Lee added, “why nineteen”."

    assert speakers(told) == ["Ann Lee"]
