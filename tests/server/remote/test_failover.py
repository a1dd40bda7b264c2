"""One of two endpoints is killed while they are asked: nobody is told an error.

How many were asked, asked again and how long the longest took is shown with -s.
"""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kg.release.card import ensure_card
from kg.store.oxigraph import OxigraphStore
from kg.store.remote.place import shown
from tests.conftest import publish, serving, tiny_statements
from tests.kg.store.remote.engines import needed, oxigraph, quads, store_of
from tests.kg.store.remote.test_questions_elsewhere import IS_NIGHTLY

ASKED = 5_000 if IS_NIGHTLY else 300
CLIENTS = 8
GRAPHQL = "{ organisations(where: {odsCode: {eq: %s}}) { nodes { label } } } # %d"


def test_nobody_notices_that_one_of_two_endpoints_is_killed(tmp_path: Path) -> None:
    here = publish(tmp_path / "here", "r1", tiny_statements())
    data = quads(OxigraphStore.sealed(here / "store"), tmp_path / "all.nq")
    with (
        needed(),
        oxigraph(tmp_path / "one", data) as one,
        oxigraph(tmp_path / "two", data) as two,
    ):
        place = store_of(tmp_path, one.address, two.address)
        ensure_card(place)
        with serving(place, cache=0, workers=2) as service:

            def ask(number: int) -> tuple[int, str, float]:
                if number == ASKED // 3:
                    one.kill()
                began = time.monotonic()
                if number % 3:
                    query = f'SELECT ?s WHERE {{ ?s ?p "A1" FILTER ({number} < 9999) }}'
                    answer = service.client.post("/sparql", data={"query": query})
                else:
                    query = GRAPHQL % ('"A1"', number)
                    answer = service.client.post("/graphql", json={"query": query})
                return answer.status_code, answer.text, time.monotonic() - began

            with ThreadPoolExecutor(CLIENTS) as pool:
                answers = list(pool.map(ask, range(ASKED)))
            metrics = service.client.get("/metrics").text.splitlines()

    assert {status for status, _, _ in answers} == {200}
    assert len({text for _, text, _ in answers}) == 2  # of SPARQL one, and of GraphQL one
    told = dict(each.rsplit(" ", 1) for each in metrics if "coterminous_engine_" in each[:20])

    def count(address: str, outcome: str) -> int:
        label = f'{{endpoint="{shown(address)}",outcome="{outcome}"}}'
        return int(told["coterminous_engine_requests_total" + label])

    assert count(one.address, "failed") >= 1
    assert count(one.address, "retried") >= 1
    assert count(two.address, "failed") == 0
    assert count(one.address, "answered") + count(two.address, "answered") >= ASKED
    up = {each: told[f'coterminous_engine_up{{endpoint="{shown(each)}"}}']
          for each in (one.address, two.address)}  # fmt: skip
    assert up == {one.address: "0", two.address: "1"}
    again, longest = count(one.address, "retried"), max(each[2] for each in answers)
    print(f"\n{ASKED} asked, 0 failed, {again} asked again, longest {longest:.2f} s")  # noqa: T201
