"""Names, claims and addresses that hold markup: on a page they are text and nothing else."""

from collections.abc import Callable
from urllib.parse import quote

import pytest

NAME = (
    "NHS &lt;b&gt;South&lt;/b&gt; &amp; "
    "&lt;script&gt;document.title=&#39;run&#39;&lt;/script&gt; CCG"
)
HOSTILE = "\"><script>document.title='run'</script>"


@pytest.mark.parametrize(
    "place",
    [
        "/doc/organisation/00S/ccg",  # its heading and its title
        "/doc/change-event/merger-00t",  # a link to it
        "/questions/bodies/open-on-day?on=2020-03-31",  # a cell
        "/search?q=00S",
        "/doc/organisation/00T/ccg",
    ],
)
def test_a_name_with_markup_is_shown_as_it_is_written(
    page: Callable[[str], str], place: str
) -> None:
    text = page(place)

    assert NAME in text
    assert "<script>" not in text  # those of our own have a type
    assert "<b>" not in text


def test_a_quotation_mark_does_not_end_an_attribute(page: Callable[[str], str]) -> None:
    text = page("/doc/organisation/00S/ccg")

    assert "x&#34; onmouseover=&#34;document.title=&#39;run&#39;" in text
    assert 'onmouseover="' not in text


def test_an_address_that_is_a_script_is_never_a_link(page: Callable[[str], str]) -> None:
    listed = page("/doc/document/small-list")
    cited = page("/doc/organisation/00N/ccg")

    assert "javascript:document.title=&#39;run&#39;" in listed
    assert 'href="javascript' not in listed + cited


@pytest.mark.parametrize(
    "place",
    [
        "/search?q={}",
        "/doc/organisation/{}",
        "/doc/organisation/00N/ccg?on={}",
        "/doc/organisation/00N/ccg?all={}",
        "/questions/bodies/{}",
        "/questions/bodies/open-on-day?{}=1",
        "/questions/bodies/open-on-day?kind={}",
        "/questions/lineage/successors?body=urn:{}",
        "/{}",
    ],
)
def test_what_a_reader_sends_comes_back_as_text(page: Callable[[str], str], place: str) -> None:
    text = page(place.format(quote(HOSTILE, safe="")))

    assert "<script>" not in text  # those of our own have a type
    assert '">&lt;' not in text.replace('value="&#34;>&lt;', "")
