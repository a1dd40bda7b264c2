"""What OpenAPI says of the Explorer's addresses is what they are."""

from __future__ import annotations

from starlette.testclient import TestClient

from server.explore.answer import PARTS

ASKED = {
    "do": "add,organisation/26A/ccg;on,2020-04-30",
    "thing": "organisation/26A/ccg",
    "here": "organisation/26A/ccg",
    "there": "organisation/06M/ccg",
}


def test_every_address_is_described_and_answers_as_it_is(shipped_site: TestClient) -> None:
    paths = shipped_site.get("/openapi.json").json()["paths"]
    ours = {place: each["get"] for place, each in paths.items() if place.startswith("/explore")}

    assert set(ours) == {"/explore", *(f"/explore/{part}" for part in PARTS)}
    for place, told in ours.items():
        names = [each["name"] for each in told["parameters"]]
        answer = shipped_site.get(place, params={each: ASKED[each] for each in names[:-1]})
        assert names[-1] == "release"
        assert answer.status_code == 200
        media = answer.headers["content-type"].partition(";")[0]
        assert list(told["responses"]["200"]["content"]) == [media]
