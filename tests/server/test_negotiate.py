import pytest

from kg.store.formats import ROWS, TRIPLES
from server.errors import NotAcceptable
from server.negotiate import choose, pick, quality

HTML_FIRST = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "offers", "chosen"),
    [
        ("", ["a/b", "c/d"], "a/b"),
        ("*/*", ["a/b", "c/d"], "a/b"),
        ("c/d", ["a/b", "c/d"], "c/d"),
        ("C/D", ["a/b", "c/d"], "c/d"),
        ("a/b;q=0.5, c/d;q=0.6", ["a/b", "c/d"], "c/d"),
        ("a/b;q=0.5, c/d;q=0.5", ["a/b", "c/d"], "a/b"),
        ("a/*, */*;q=0.1", ["c/d", "a/b"], "a/b"),
        ("a/b;q=0, */*", ["a/b", "c/d"], "c/d"),
        ("a/*;q=1, a/b;q=0.1", ["a/b", "a/c"], "a/c"),
        ("a/b;level=1;q=0.2, c/d;q=0.3", ["a/b", "c/d"], "c/d"),
        ("a/b;q=nonsense", ["a/b"], None),
        ("image/png", ["a/b"], None),
        ("nonsense", ["a/b"], None),
        ("a/b, nonsense,", ["a/b"], "a/b"),
        (HTML_FIRST, ["application/json", "text/html"], "text/html"),
    ],
)
def test_the_offer_that_is_wanted_most_is_chosen(
    accept: str, offers: list[str], chosen: str | None
) -> None:
    assert choose(accept, offers) == chosen


def test_the_range_that_names_a_type_best_tells_its_quality() -> None:
    assert quality("text/csv", "*/*;q=0.9, text/*;q=0.5, text/csv;q=0.1") == 0.1


@pytest.mark.parametrize("name", ["ttl", "turtle", "text/turtle"])
def test_a_format_that_is_named_wins_over_accept(name: str) -> None:
    assert pick("text/csv", TRIPLES, name).name == "turtle"


def test_what_cannot_be_given_is_refused_with_what_can() -> None:
    with pytest.raises(NotAcceptable) as refused:
        pick("image/png", ROWS)

    assert str(refused.value) == "The answer cannot be given as 'image/png'."
    assert refused.value.hint == (
        "There is application/sparql-results+json, application/sparql-results+xml, text/csv, "
        "text/tab-separated-values."
    )
