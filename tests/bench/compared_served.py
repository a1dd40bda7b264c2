"""What is compared over HTTP, with the service run as its users run it: thin turns of phrase.

Each function here runs a bench of this folder by its own functions and says its figures as rows.
"""

from __future__ import annotations

import io
import shutil
from argparse import Namespace
from contextlib import redirect_stderr

from tests.bench import (
    explorer,
    graphql_http,
    restart,
    rolling,
    runaway,
    sparql,
    sparql_peers,
    sparql_world,
    three_questions,
)
from tests.bench.registry import MARK, Found, Setting
from tests.bench.sparql_asked import KINDS
from tests.browser.conftest import NAMES
from tests.server.widened.rolling import roll

WARM = 5_000
"""Answers a second from the cache of a release that are wanted of GraphQL."""
FEW = ("point", "date range", "contains")
"""The kinds of query that are asked where not all are."""
BACK = 2.0
"""Seconds in which a killed service is to answer again."""
OVERSHOOT, NEIGHBOURS = 100.0, 50.0
"""Milliseconds: a runaway query after its deadline, and quick ones beside it, both p99."""


def wanted_of_sparql() -> dict[str, float]:
    """The least ratios of the SPARQL bench by peer, cold or warm, and sort of query."""
    return {
        f"{name} {when}, {sort}": bound
        for name, (cold, warm) in sparql.TARGETS.items()
        for when, bounds in (("cold", tuple(1 / each for each in cold)), ("warm", warm))
        for sort, bound in zip(("look-ups", "scans"), bounds, strict=True)
    }


def of_sparql(setting: Setting) -> Found:
    """Nine kinds of query on a made world, cold and warm."""
    store = setting.folder / "store"
    sparql_world.made(store, setting.pick(4_200, 30_000, 1_000_000))
    given = Namespace(rounds=setting.pick(3, 5, 24), seconds=1, without=None)
    kinds = [each for each in KINDS if setting.size == "full" or each.name in FEW]
    with redirect_stderr(io.StringIO()):
        told = sparql.run(store, setting.folder, given, shipped=False, kinds=kinds)
    found = Found(absent=dict(told["absent"]), notes=[f"{told['triples']:,} triples"])
    for kind in kinds:
        rows, sort = told["kinds"][kind.name], "scans" if kind.scans else "look-ups"
        for name in [each for each in sparql_peers.PEERS if each in rows]:
            ours, theirs = rows[sparql.OURS], rows[name]
            if reason := theirs.get("failed") or ours.get("failed"):
                found.notes.append(f"{kind.name}, {name}: no figure, for {reason}")
                continue
            if theirs["differ"]:
                found.notes.append(
                    f"{kind.name}: {name} answers otherwise {theirs['differ']} times"
                )
            for when, key, unit in (("cold", "p50 ms", "ms"), ("warm", "warm /s", "answers/s")):
                aim = f"{name} {when}, {sort}"
                found.add(f"{kind.name}, {when}", name, ours[key], theirs[key], unit, aim)
    return found


def of_questions(setting: Setting) -> Found:
    """The questions of the library over HTTP, beside rdflib in memory without HTTP."""
    if setting.size == "quick":
        reason = "it takes half a minute to load the release, so it is left out of a short run"
        return Found(absent={"rdflib in memory": reason})
    told = three_questions.measure(setting.pick(1, 1, 10), setting.store)
    found = Found()
    for name, row in told.items():
        found.add(name, "rdflib in memory", row["p50_ms"], row["rdflib_ms"], "ms", "rdflib")
    return found


def of_repeats(setting: Setting) -> Found:
    """The same GraphQL over and over, from the cache and without it."""
    told = graphql_http.measured(setting.store, setting.pick(1, 1, 4))
    found = Found()
    if not shutil.which("wrk"):
        found.notes.append("wrk is not installed: Python asks, and takes most of the time itself")
    for name, rate in told.items():
        what, _, cache = name.rpartition(", ")
        if cache.startswith("cache of 0"):
            continue
        without = told[f"{what}, cache of 0 MiB"]
        found.add(what, MARK, rate, WARM, "answers/s", MARK)
        found.add(what, "ours, no cache", rate, without, "answers/s", "no cache")
    return found


def of_restarts(setting: Setting) -> Found:
    """From the start of a killed service to its first answer and to its first write."""
    triples, times = setting.pick(2_000, 100_000, 1_000_000), setting.pick(1, 1, 2)
    told = restart.measured(triples, times, str(setting.folder))
    found = Found(notes=[f"{triples:,} triples, the slowest of {times} starts"])
    for place, what in enumerate(("first answer", "first write")):
        found.add(what, MARK, max(each[place] for each in told), BACK, "s", MARK)
    return found


def of_switches(setting: Setting) -> Found:
    """Releases that change under load in a fleet of services: answers that came whole, of all."""
    told = roll(
        setting.folder / "fleet", switches=setting.pick(1, 1, 4), services=setting.pick(1, 2, 3),
        clients=setting.pick(2, 8, 32),
    )  # fmt: skip
    figures = rolling.figures(told)
    asked, wrong = len(told.told.times) + len(told.told.wrong), len(told.told.wrong)
    found = Found(notes=[f"{figures['switches']} switches, {wrong} of {asked:,} failed or mixed"])
    found.add("failed or mixed, and one", MARK, 1 + wrong, 1, "answers", MARK)
    return found


def of_runaways(setting: Setting) -> Found:
    """Queries without end: how late they are ended, and what quick ones notice of them."""
    seconds, deadline = setting.pick(2.0, 4.0, 10.0), setting.pick(0.5, 1.0, 2.0)
    asked = Namespace(
        store=str(setting.store), seconds=seconds, deadline=deadline, workers=2, burst=4,
        memory=1024, clients=setting.pick(2, 4, 4),
    )  # fmt: skip
    told: dict[str, dict[str, float]] = runaway.measured(asked)  # type: ignore[assignment]
    beside, alone = told["neighbours"], told["neighbours, nothing else asked"]
    found = Found()
    late = max(told["overshoot"]["p99"], 0.1)
    found.add("ended after the deadline, p99", MARK, late, OVERSHOOT, "ms", MARK)
    found.add("quick queries beside them, p99", MARK, beside["p99"], NEIGHBOURS, "ms", MARK)
    found.add("quick queries beside them, p50", "ours, alone", beside["p50"], alone["p50"], "ms")
    return found


def of_explorer(setting: Setting) -> Found:
    """The Explorer in Chromium, beside its budgets."""
    if setting.size == "quick":
        reason = "a browser draws for most of a minute, so it is left out of a short run"
        return Found(absent={MARK: reason})
    if not any(shutil.which(each) for each in NAMES):
        return Found(absent={MARK: "no Chromium is installed to draw it"})
    found = Found(notes=["Chromium draws without a GPU"])
    for row in explorer.rows(explorer.SIZES[:1]):  # the budgets are those of the smaller view
        for name, budget in explorer.BUDGETS.items():
            found.add(f"{name}, {row['things']} things", MARK, row[name], budget, "ms", MARK)
    return found
