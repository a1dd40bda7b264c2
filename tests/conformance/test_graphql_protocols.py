"""GraphQL over HTTP, WebSocket and event streams, as their reference implementations see us."""

from collections.abc import Callable
from typing import Any

Served = Any
Run = Callable[..., list[tuple[str, str, str]]]


def failed(checks: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    return [each for each in checks if each[1] != "ok"]


def test_the_audit_of_graphql_over_http_is_passed_whole(served: Served, run: Run) -> None:
    checks = run("http-audit.mjs", f"{served.url}/graphql")

    assert failed(checks) == []
    assert len(checks) == 61


def test_every_message_and_close_code_of_graphql_transport_ws(served: Served, run: Run) -> None:
    checks = run("ws-client.mjs", f"{served.url}/graphql".replace("http", "ws", 1))

    assert failed(checks) == []
    assert len(checks) == 40


def test_both_modes_of_graphql_sse(served: Served, run: Run) -> None:
    checks = run("sse-client.mjs", f"{served.url}/graphql")

    assert failed(checks) == []
    assert len(checks) == 20
