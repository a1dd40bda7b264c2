"""An address that asks too often is refused, and told when to come again."""

from pathlib import Path

from server.limits.rate import ADDRESSES, Buckets
from tests.conftest import serving


def test_who_asks_too_often_is_refused_and_what_watches_is_not(tiny_release: Path) -> None:
    with serving(tiny_release, rate=0.01, rate_burst=3) as service:
        answers = [service.client.get("/sparql?query=ASK{}") for _ in range(4)]

        assert [each.status_code for each in answers] == [200, 200, 200, 429]
        refused = answers[3]
        assert refused.json() == {
            "type": "https://w3id.org/coterminous/problem/too-many-requests",
            "title": "Too many requests",
            "status": 429,
            "detail": "This address asks more than 0.01 times a second.",
            "code": "too-many-requests",
            "hint": "Wait as long as Retry-After says.",
        }
        assert 90 <= int(refused.headers["retry-after"]) <= 100
        assert refused.headers["x-problem"] == "too-many-requests"
        assert refused.headers["x-content-type-options"] == "nosniff"
        assert [service.client.get(f"/{each}").status_code for each in ("livez", "readyz")] == [
            200,
            200,
        ]
        name = 'coterminous_refusals_total{code="too-many-requests"} 1\n'
        assert name in service.client.get("/metrics").text


def test_a_header_that_names_another_address_is_not_believed(tiny_release: Path) -> None:
    with serving(tiny_release, rate=0.01, rate_burst=1) as service:
        told = [
            service.client.get("/sparql?query=ASK{}", headers={"x-forwarded-for": f"10.0.0.{each}"})
            for each in range(2)
        ]

        assert [each.status_code for each in told] == [200, 429]


def test_so_many_requests_come_in_at_once_and_then_as_many_as_the_rate_lets() -> None:
    clock = [0.0]
    buckets = Buckets(2.0, 3, lambda: clock[0])

    assert [buckets.wait("a") for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]
    clock[0] = 0.5
    assert [buckets.wait("a") for _ in range(2)] == [0.0, 0.5]
    clock[0] = 100.0
    assert [buckets.wait("a") for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]


def test_no_more_addresses_are_remembered_than_there_is_room_for() -> None:
    buckets = Buckets(1.0, 1, lambda: 0.0)
    for each in range(ADDRESSES + 5):
        buckets.wait(str(each))

    assert len(buckets) == ADDRESSES
    assert buckets.wait(str(ADDRESSES)) > 0
    assert buckets.wait("0") == 0  # forgotten
