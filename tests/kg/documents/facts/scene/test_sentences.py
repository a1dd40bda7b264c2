"""Sentences as the rules read them."""

from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.read import read_mentions


def test_a_sentence_longer_than_anybody_writes_is_read_in_pieces() -> None:
    text = "Bexley CCG and Bromley CCG will merge and one CCG per system is the rule, " * 60

    scene = Scene(text, read_mentions(text))

    assert max(len(each.plain) for each in scene.sentences) <= 1500
    whole = "".join(text[each.span.start : each.span.end] for each in scene.sentences)
    assert whole.split() == text.split()


def test_words_of_a_whole_quotation_are_not_the_telling() -> None:
    text = "Ann Bell, chair of Bexley CCG, said: “We will never agree to merge with them.”"

    (sentence,) = Scene(text, read_mentions(text)).sentences

    assert "merge" in sentence.plain
    assert "merge" not in sentence.told
    assert len(sentence.plain) == len(sentence.told)
