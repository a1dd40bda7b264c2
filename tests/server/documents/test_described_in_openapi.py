"""The OpenAPI description has every address of documents that a program may use."""

from __future__ import annotations

from starlette.testclient import TestClient

from server.documents.routes import routes

_PAGES = {
    ("/documents/{document}/review", "get"), ("/documents/{document}/remove", "post"),
    ("/sign-in", "get"), ("/sign-in", "post"), ("/sign-out", "post"),
}  # fmt: skip
"""What only browsers ask."""


def test_every_address_of_documents_is_described_with_its_methods(small_site: TestClient) -> None:
    paths = small_site.get("/openapi.json").json()["paths"]
    described = {
        (place, method) for place, told in paths.items() for method in told
        if place.startswith("/documents")
    }  # fmt: skip
    answered = {
        (each.path, method.lower())
        for each in routes
        for method in (each.methods or ())
        if method != "HEAD"
    }

    assert answered - _PAGES == described


def test_each_of_them_says_that_it_needs_the_token(small_site: TestClient) -> None:
    told = small_site.get("/openapi.json").json()

    operations = [
        each
        for place in told["paths"]
        if place.startswith("/documents")
        for each in told["paths"][place].values()
    ]
    assert {str(each["security"]) for each in operations} == {"[{'token': []}]"}
    assert told["components"]["securitySchemes"] == {"token": {"type": "http", "scheme": "bearer"}}
