import json
import logging
from importlib import import_module
from pkgutil import walk_packages

import pytest
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request

import kg
import server
from kg.errors import BadQuery, KgError, UnknownRelease, UnknownThing
from server.errors import HINTS, STATUS, Problem, problem_of, problem_response, restored


def every_error() -> list[type[KgError]]:
    for package in (kg, server):
        for module in walk_packages(package.__path__, package.__name__ + "."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    found: list[type[KgError]] = []
    ahead = [KgError]
    while ahead:
        children = ahead.pop().__subclasses__()
        found += children
        ahead += children
    ours = [each for each in found if each.__module__.startswith(("kg.", "server."))]
    # A client has the codes of the service that it asks, and is never restored.
    return [each for each in ours if not each.__module__.startswith("kg.client.")]


def request(accept: str, query: bytes = b"") -> Request:
    scope = {"type": "http", "app": Starlette(), "request_id": "0f", "query_string": query}
    return Request(scope | {"headers": [(b"accept", accept.encode())]})


def test_every_error_has_a_code_of_its_own_and_a_row_in_the_table() -> None:
    # but for those that only say more exactly what their base class says
    own = [each.code for each in every_error() if "code" in vars(each)]
    codes = [each.code for each in every_error()]

    assert sorted(own) == sorted(set(codes))
    assert set(codes) - set(STATUS) == set()
    assert all(200 < row.status < 600 and row.title for row in STATUS.values())


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.code)
def test_every_error_comes_back_from_a_reader_as_it_went(kind: type[KgError]) -> None:
    error = restored(kind.code, "what", "how", "where")

    assert issubclass(kind, type(error))
    assert (str(error), error.hint, error.at) == ("what", "how", "where")


def test_an_error_of_a_class_that_is_not_known_here_keeps_its_code() -> None:
    assert restored("of-another-room", "what", "", "").code == "of-another-room"


def test_a_problem_has_one_shape() -> None:
    response = problem_response(request("*/*"), BadQuery("It ends too soon.", "1:4", "Go on."))

    assert (response.status_code, response.media_type) == (400, "application/problem+json")
    assert json.loads(bytes(response.body)) == {
        "type": "https://w3id.org/coterminous/problem/bad-query",
        "title": "The query cannot be answered",
        "status": 400,
        "detail": "It ends too soon.",
        "code": "bad-query",
        "hint": "Go on.",
        "at": "1:4",
    }


def test_an_error_that_was_not_foreseen_is_logged_whole_and_told_as_a_number(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR, "coterminous"):
        response = problem_response(request("*/*"), ZeroDivisionError("a secret of this house"))

    told = json.loads(bytes(response.body))
    assert (response.status_code, told["code"]) == (500, "internal")
    assert told["detail"] == "The service failed; the failure is in its log."
    assert told["hint"] == "Quote request 0f when you report it."
    assert "a secret of this house" in caplog.text
    assert "request 0f failed" in caplog.text


def test_the_base_class_tells_nothing_either() -> None:
    assert problem_of(KgError("a secret of this house")).code == "internal"


def test_a_browser_gets_a_page_on_which_nothing_runs() -> None:
    response = problem_response(
        request("text/html,*/*;q=0.8"), UnknownThing("<script>alert(1)</script>")
    )

    page = bytes(response.body).decode()
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>" not in page


def test_the_pages_may_say_how_a_problem_looks() -> None:
    def page(problem: Problem, release: str) -> str:
        return f"{problem.status} on a page of {release}"

    asked = request("text/html", b"release=r1&on=2020-04-01")

    assert problem_response(asked, UnknownThing("x"), page).body == b"404 on a page of r1"
    unknown = problem_response(asked, UnknownRelease("r1", []), page)
    assert unknown.body == b"404 on a page of "  # or every link of it would lead back to it


@pytest.mark.parametrize("code", STATUS)
def test_every_error_says_what_to_do_even_if_what_raised_it_did_not(code: str) -> None:
    bare = problem_of(restored(code, "what", "", ""), "0f")
    own = problem_of(restored(code, "what", "Do so.", ""), "0f")

    assert set(HINTS) == set(STATUS)
    assert bare.hint.endswith((".", ".json"))
    assert own.hint == ("Do so." if code != "internal" else bare.hint)


@pytest.mark.parametrize("status", [404, 405, 400])
def test_what_the_framework_refuses_says_what_to_do_too(status: int) -> None:
    assert problem_of(HTTPException(status)).hint in HINTS.values()
