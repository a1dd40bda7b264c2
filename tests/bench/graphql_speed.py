"""GraphQL side by side with what it is made of, and with what others would write, in one run.

    uv run --with strawberry-graphql --with 'graphql-core<3.3'
        python -m tests.bench.graphql_speed [--rounds 15] [--json]

Each list is asked of a store in memory and of a sealed one on disk. The contenders take turns, so
that the ratios mean something where the times do not. They are: the same SPARQL queries, each
written as JSON by the engine; graphene from the rows of those queries; graphene with a query in
each field's resolver; strawberry from the rows, if it is there. `ours` has been asked often enough
to have what it keeps of a release; `whole` keeps nothing, and has the engine give everything each
time. The tax of a leaf is what `whole` takes beyond reading the rows from the store.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import orjson
from rich.console import Console
from rich.table import Table

from kg.store.base import Store
from kg.store.formats import by_name
from server.graphql.execution.execute import execute, respond, whole
from server.graphql.planning.prepare import Operation
from tests.bench import graphql_peers as peers
from tests.bench import graphql_world as worlds

WARM = 24
"""So many times ours is asked before it is measured."""
SIZES = (100, 1_000, 10_000)
Contenders = dict[str, Callable[[], object]]
JSON = by_name("json")


def raw(store: Store, queries: list[str]) -> Callable[[], object]:
    """A call that asks the queries and has the engine write them as JSON."""

    def ask() -> None:
        for each in queries:
            store.write(each, io.BytesIO(), JSON, JSON)

    return ask


def contenders(world: worlds.World, document: str, number: int | None) -> tuple[Contenders, int]:
    """What is measured for an operation, and how many leaves its answer has."""
    told = execute(world, document, explain=True)
    assert "errors" not in told, told["errors"]
    asked = [
        (each["at"], each["strategy"] == "total", each["sparql"])
        for each in told["extensions"]["kg"]["asked"]
    ]
    texts = [text for *_, text in asked]
    operation, store = Operation(document), world.store
    for _ in range(WARM):
        respond(world, operation)
    found: Contenders = {
        "ours": lambda: orjson.dumps(respond(world, operation)),
        "whole": lambda: orjson.dumps(whole(world, operation)),
        "rows": lambda: [store.cells(each) for each in texts],
        "raw": raw(store, texts),
    }
    if number is None:
        found["graphene"] = peers.nested(store, asked)
    else:
        found["graphene"] = peers.prefetched(store, texts[0], number)
        found["per field"] = peers.per_field(store, number)
        strawberry = peers.strawberry_on_dicts(store, texts[0], number)
        if strawberry:
            found["strawberry"] = strawberry
    for name in found.keys() - {"rows", "raw"}:
        answer: Any = found[name]()
        assert orjson.loads(answer)["data"] == told["data"], f"{name} answers otherwise"
    return found, leaves(told["data"])


def leaves(value: Any) -> int:
    """How many leaves a tree has."""
    if isinstance(value, dict | list):
        return sum(leaves(each) for each in (value.values() if isinstance(value, dict) else value))
    return 1


def measured(found: Contenders, rounds: int) -> dict[str, float]:
    """The median milliseconds of each contender, which take turns."""
    times: dict[str, list[float]] = {name: [] for name in found}
    for turn in range(rounds + 1):
        for name, ask in found.items():
            if name == "per field" and turn > 4:
                continue  # it takes seconds; a few rounds are enough for a ratio
            began = time.perf_counter()
            ask()
            if turn:  # the first round fills caches
                times[name].append((time.perf_counter() - began) * 1000)
    return {name: statistics.median(each) for name, each in times.items()}


def figures(found: dict[str, float], number: int) -> dict[str, float]:
    """Milliseconds, ratios to ours, those of ours to raw, and microseconds of tax a leaf."""
    ours = found["ours"]
    told = {f"{name} ms": round(each, 2) for name, each in found.items()}
    told |= {f"{name}/raw": round(found[name] / found["raw"], 2) for name in ("ours", "whole")}
    told |= {
        f"{name}/ours": round(found[name] / ours, 1)
        for name in ("graphene", "per field", "strawberry")
        if name in found
    }
    tax = (found["whole"] - found["rows"]) * 1000 / number
    return told | {"leaves": number, "tax us/leaf": round(tax, 3)}


def run(rounds: int, folder: Path, sizes: Sequence[int] = SIZES) -> dict[str, dict[str, float]]:
    """All figures by list and by where the store is."""
    shown, told = worlds.ontology(max(SIZES)), {}
    for size in (*sizes, None):
        statements = [*(worlds.claims() if size is None else worlds.bodies(size))]
        document = worlds.DEEP if size is None else worlds.FLAT % size
        what = "50 x 3 x 2" if size is None else f"{size:,} x 5"
        for place in ("memory", "disk"):
            where = None if place == "memory" else folder / str(size)
            world = worlds.World(worlds.stored(statements, where), shown)
            found, number = contenders(world, document, size)
            gc.collect()
            gc.freeze()  # as readers do before they begin
            told[f"{what}, {place}"] = figures(measured(found, rounds), number)
    return told


def main() -> None:
    """Measure, and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--rounds", type=int, default=15)
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = run(given.rounds, Path(folder))
    if given.json:
        print(json.dumps(found, indent=2))  # noqa: T201
        return
    names = [*dict.fromkeys(name for each in found.values() for name in each)]
    drawn = Table("list", *names)
    for what, row in found.items():
        drawn.add_row(what, *(f"{row[each]:g}" if each in row else "" for each in names))
    Console(width=200).print(drawn)


if __name__ == "__main__":
    main()
