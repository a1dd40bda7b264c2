"""The page of a problem: what happened, and what its reader can do."""

import pytest

from server.errors import Problem
from server.errors.table import STATUS
from server.pages.routes import problem_page

ADVICE = {
    "unknown-thing": '<label for="q">Find a body, a person or a document</label>',
    "retired-release": "Releases are kept for a while only.",
    "deadline-passed": "Ask for less at once",
    "overloaded": "This passes. Wait a few seconds",
    "too-many-requests": "This passes. Wait a few seconds",
    "internal": "The fault is ours, not yours.",
}


@pytest.mark.parametrize("code", ADVICE)
def test_a_problem_says_what_to_do(code: str) -> None:
    problem = Problem(STATUS[code].status, code, STATUS[code].title, "Something <b>went</b> wrong.")

    text = problem_page(problem)

    assert ADVICE[code] in text
    assert {each for each in ADVICE.values() if each in text} == {ADVICE[code]}
    assert "Something &lt;b&gt;went&lt;/b&gt; wrong." in text
    assert f"<h1>{STATUS[code].title}</h1>" in text


def test_near_names_lead_to_their_pages() -> None:
    hint = "Did you mean 'organisation/26A/ccg' or 'id:person/adam-doyle'?"

    text = problem_page(Problem(404, "unknown-thing", "Nothing by that name", "No.", hint))

    assert '<a href="/doc/organisation/26A/ccg">organisation/26A/ccg</a>' in text
    assert '<a href="/doc/person/adam-doyle">person/adam-doyle</a>' in text
