"""The page about the data says how complete the release is, and why it is not."""

from collections.abc import Callable
from html import unescape
from re import sub


def test_the_page_about_the_data_tells_what_is_missing_and_why(page: Callable[[str], str]) -> None:
    section = page("/about/data").partition('id="coverage"')[2].partition("</section>")[0]
    told = sub(r"\s+", " ", unescape(sub(r"<[^>]+>", " ", section)))

    assert "How complete it is" in told
    assert "Bodies of the register Part State There Of Why" in told
    # The small release behind this page has no area team.
    assert (
        "Area team missing 0 27 NHS England counted 27, the list that was read has 25; none has a"
        " known closing day." in told
    )
