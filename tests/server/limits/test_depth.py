"""No query is deep enough to kill the engine; the engine itself is asked."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from server.errors import TooDeep
from server.limits.sparql import check
from tests.conftest import Served, state_of

NESTS: dict[str, Callable[[int], str]] = {
    "groups": lambda n: "ASK " + "{" * n + "}" * n,
    "brackets": lambda n: "ASK { FILTER(" + "(" * n + "1" + ")" * n + ") }",
    "blank nodes": lambda n: "ASK { " + "[ <urn:p> " * n + "1" + " ]" * n + " }",
    "optionals": lambda n: "ASK " + "{ OPTIONAL " * n + "{}" + "}" * n,
    "exists": lambda n: "ASK { " + "FILTER EXISTS { " * n + "}" * n + " }",
    "conditions": lambda n: "ASK { FILTER(" + "IF(true," * n + "1" + ",1)" * n + ") }",
    "paths": lambda n: "ASK { ?s " + "(" * n + "<urn:p>" + ")*" * n + " ?o }",
    "selects": lambda n: "ASK " + "{ SELECT * " * n + "{}" + "}" * n,
}
CHAINS: dict[str, Callable[[int], str]] = {
    "nots": lambda n: "ASK { FILTER(" + "!" * n + "true) }",
    "ands": lambda n: "ASK { FILTER(true" + "&&true" * n + ") }",
    "ors": lambda n: "ASK { FILTER(true" + " || true" * n + ") }",
    "sums": lambda n: "ASK { FILTER(1" + " + 1" * n + ") }",
    "unions": lambda n: "ASK { {}" + " UNION {}" * n + " }",
    "optionals": lambda n: "ASK { " + "OPTIONAL { ?a ?b ?c } " * n + "}",
    "minuses": lambda n: "ASK { " + "MINUS{?a ?b ?c}" * n + "}",
    "filters": lambda n: "ASK { " + "FILTER(true)" * n + "}",
    "columns": lambda n: "SELECT " + "".join(f"(1 AS ?x{i})" for i in range(n)) + " {}",
    "steps": lambda n: "ASK { ?s <urn:p>" + "/<urn:p>" * n + " ?o }",
    "ways": lambda n: "ASK { ?s <urn:p>" + "|<urn:p>" * n + " ?o }",
}
SHAPES = {f"nested {name}": each for name, each in NESTS.items()} | CHAINS


@pytest.mark.parametrize("shape", NESTS)
def test_nesting_is_refused_long_before_it_harms(shape: str) -> None:
    assert check(NESTS[shape](40)) == "ASK"

    with pytest.raises(TooDeep, match=r"^The query has more than 100 levels of brackets at 1:\d+"):
        check(NESTS[shape](5_000))


@pytest.mark.parametrize("shape", CHAINS)
def test_chains_are_refused_long_before_they_harm(shape: str) -> None:
    assert check(CHAINS[shape](300)) in ("ASK", "SELECT")

    with pytest.raises(
        TooDeep, match=r"^The query has more than 1000 operators and groups at 1:\d+"
    ):
        check(CHAINS[shape](8_000))


def test_many_rows_and_many_members_are_neither_deep_nor_long() -> None:
    rows = "".join(f'("{each}" <https://example.org/a/b/{each}>) ' for each in range(3000))
    members = ", ".join(str(each) for each in range(3000))

    assert check(f"SELECT * {{ VALUES (?a ?b) {{ {rows} }} FILTER(?c IN ({members})) }}")


_DIES = """
import sys
from kg.store.oxigraph import OxigraphStore
from server.limits.sparql import check
query = sys.stdin.read()
check(query)
OxigraphStore.memory().ask(query) if query.startswith("ASK") else 0
"""


@pytest.mark.parametrize("shape", SHAPES)
def test_the_engine_survives_the_deepest_that_is_let_pass(shape: str) -> None:
    deepest = 0
    for length in range(10, 1100, 10):
        try:
            check(SHAPES[shape](length))
        except TooDeep:
            break
        deepest = length
    if shape == "steps":  # which the engine's optimiser finds hard, but which a deadline ends
        deepest = min(deepest, 100)

    done = subprocess.run(
        [sys.executable, "-c", _DIES], input=SHAPES[shape](deepest).encode(), check=False
    )

    assert (deepest > 0, done.returncode) == (True, 0)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_bomb_gets_an_answer_and_the_next_query_too(served: Served, shape: str) -> None:
    ended = state_of(served.app).readers.history.processes
    before = ended["lost"], ended["memory"], ended["deadline"]

    response = served.client.post("/sparql", data={"query": SHAPES[shape](20_000)})

    assert response.status_code in (400, 413)
    assert response.json()["code"] in ("query-too-deep", "query-too-long")
    assert (ended["lost"], ended["memory"], ended["deadline"]) == before
    assert served.client.get("/sparql", params={"query": f"ASK {{}} # {shape}"}).status_code == 200
