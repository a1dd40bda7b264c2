"""The OpenAPI description has every plain address."""

from __future__ import annotations

import re

from starlette.routing import Route
from starlette.testclient import TestClient

from server.rest.reckoning import ADDRESSES
from server.rest.routes import routes

# Spellings of addresses that are described without an extension.
_SPELLINGS = {"/questions/{theme}/{name}", "/replaced.txt"} | {
    f"{place}.{extension}"
    for place in ("/coterminosity", "/questions", "/replaced", "/search")
    for extension in ("json", "csv", "jsonld", "ttl")
}


def test_every_plain_address_is_described(small_site: TestClient) -> None:
    paths = small_site.get("/openapi.json").json()["paths"]
    ours = {re.sub(r":\w+}", "}", each.path) for each in routes if isinstance(each, Route)}

    spelled = {f"{each.path}.{one.extension}" for each in ADDRESSES for one in each.formats}
    assert sorted(ours - set(paths) - spelled) == sorted(_SPELLINGS)
    assert ours >= {each.path for each in ADDRESSES}


def test_every_operation_has_its_own_name_and_says_what_it_answers(small_site: TestClient) -> None:
    paths = small_site.get("/openapi.json").json()["paths"]

    operations = [operation for each in paths.values() for operation in each.values()]
    names = [each["operationId"] for each in operations]

    assert len(set(names)) == len(names)
    assert all(each["responses"] and each["summary"] for each in operations)


def test_what_others_describe_answers_as_it_is_described(small_site: TestClient) -> None:
    paths = small_site.get("/openapi.json").json()["paths"]

    for place in ("/void", "/openapi.json", "/sparql?query=ASK%7B%7D"):
        told = paths[place.partition("?")[0]]["get"]["responses"]["200"]["content"]
        answer = small_site.get(place)
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] in told
