"""What is compared in this process or by a command: the turns of phrase of `compared_served`."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from tests.bench import (
    analysis,
    extraction,
    graphql_speed,
    import_ods,
    recoding,
    search,
    validation,
)
from tests.bench.analysis_world import grown
from tests.bench.registry import MARK, Found, Setting

BODIES_A_SECOND = 300_000 / 60
"""What is wanted of the import of an official file."""
ARTICLES_A_SECOND = 60
"""What is wanted of the reading of articles, by two processes."""
SMALL = "ours, the smaller"
"""The peer of a larger graph."""
LOOKED_UP = ("point", "lineage", "join", "construct", "describe")
"""The kinds of query that an index answers, whatever the size."""
GROWN = ("lineage", "adjacency", "mergers", "view interlocks")
CONTENDERS = {
    "raw": "the same queries, raw",
    "graphene": "graphene, rows at hand",
    "per field": "graphene, a query a field",
    "strawberry": "strawberry, rows at hand",
}
"""The contenders of the GraphQL lists, as they are called here."""


def of_lists(setting: Setting) -> Found:
    """GraphQL lists, flat and nested, of a store in memory and on disk."""
    sizes = setting.pick((50,), (100, 1_000), (100, 1_000, 10_000))
    told = graphql_speed.run(setting.pick(2, 5, 5), setting.folder, sizes)
    found = Found()
    for what, row in told.items():
        place = what.rpartition(", ")[2]
        for key, name in CONTENDERS.items():
            if (theirs := row.get(f"{key} ms")) is not None:
                aim = f"per field, {place}" if key == "per field" else key
                found.add(what, name, row["ours ms"], theirs, "ms", aim)
        found.add(
            f"{what}, nothing kept", CONTENDERS["raw"], row["whole ms"], row["raw ms"], "ms",
            "raw, nothing kept",
        )  # fmt: skip
    if not any(each.peer == CONTENDERS["strawberry"] for each in found.rows):
        reason = "strawberry-graphql is not installed; `uv run --with` it to have it take part"
        found.absent[CONTENDERS["strawberry"]] = reason
    return found


def of_paths(setting: Setting) -> Found:
    """The five best paths between random pairs of things, beside networkx."""
    graph = OpenRelease(Catalogue(setting.store).current()).paths.adjacency
    pairs = analysis.drawn(graph, setting.pick(20, 200, 1_000), 1)
    told = {each["contender"]: each for each in analysis.searches(graph, pairs, ours_only=False)}
    found = Found(
        notes=[f"{len(pairs):,} pairs; networkx knows no evidence and does not order by it"]
    )
    for name, what in (("length", "shortest"), ("evidence", "best evidenced")):
        for key in ("p50 ms", "p95 ms"):
            ours, theirs = told[name][key], told["networkx"][key]
            found.add(f"{what}, {key[:3]}", "networkx", ours, theirs, "ms", f"networkx {key[:3]}")
    return found


def of_growth(setting: Setting) -> Found:
    """What parts of the analysis take on a graph some times as large, by what they should."""
    times = setting.pick(2, 2, 10)
    release = OpenRelease(Catalogue(setting.store).current())
    names = [each for each in analysis.parts(release.store, release) if each in GROWN]
    grown(release, setting.folder, times)
    found = Found(notes=[f"{times} times the release; 1 is linear growth"])
    for name in names:
        once = analysis.cost(release, lambda: OpenRelease(release.folder).store, name)
        many = analysis.cost(release, lambda: grown(release, setting.folder, times), name)
        even = once["seconds"] * times
        found.add(name, "ours at 1x", many["seconds"], even, "s", "linear")
    return found


def of_validation(setting: Setting) -> Found:
    """The ontology's shapes over a made graph, beside pySHACL."""
    found = Found()
    for triples in setting.pick((500,), (5_000, 10_000), (5_000, 20_000, 40_000)):
        told = validation.measured(triples, setting.pick(1, 1, 2))
        what = f"{told['triples']:,.0f} triples"
        found.add(what, "pySHACL", told["ours s"], told["pySHACL s"], "s", "pySHACL")
        if told["only one finds"]:
            found.notes.append(f"{what}: {told['only one finds']} things are at fault for only one")
    return found


def of_recoding(setting: Setting) -> Found:
    """A table put on the bodies of another day, beside a look-up in the crosswalk."""
    rows, rounds = setting.pick(500, 50_000, 400_000), setting.pick(1, 2, 2)
    release = Catalogue(setting.store).current()
    told = recoding.measured(release, rows, rounds, setting.folder)
    found = Found(notes=[f"{told['same']:.2%} of the numbers are on the same bodies"])
    found.add(
        f"{rows:,} rows", "csv and crosswalk", told["ours rows/s"], told["by hand rows/s"],
        "rows/s", "csv",
    )  # fmt: skip
    return found


def of_search(setting: Setting) -> Found:
    """Words of names found by the index, beside a scan with CONTAINS."""
    told = search.measured(Catalogue(setting.store).current(), setting.pick(10, 60, 300))
    found = Found()
    for part in ("p50", "p95"):
        ours, theirs = told[f"ours {part} ms"], told[f"scan {part} ms"]
        found.add(f"two words, {part}", "CONTAINS scan", ours, theirs, "ms", "scan")
    return found


def of_imports(setting: Setting) -> Found:
    """The differences that an official file makes, beside its mere reading."""
    bodies = setting.pick(200, 15_000, 300_000)
    told = import_ods.measured(bodies, setting.folder, ["--store", str(setting.store)])
    found = Found(notes=[f"peak {told['peak MB']:,.0f} MB"])
    for each in ("differences that are wrong", "faults that are wrong"):
        if told[each]:
            found.notes.append(f"{len(told[each])} {each}")
    what, rate = f"{bodies:,} bodies", bodies / told["s"]
    found.add(what, MARK, rate, BODIES_A_SECOND, "bodies/s", MARK)
    found.add(what, "csv, read only", told["s"], told["reading s"], "s")
    return found


def of_extraction(setting: Setting) -> Found:
    """Articles read into candidates by two processes, and by one beside a plain tokeniser."""
    paths = extraction.written(setting.folder) * setting.pick(1, 6, 40)

    def rate(read: Callable[[], object]) -> float:
        began = time.perf_counter()
        read()
        return len(paths) / (time.perf_counter() - began)

    plain = rate(lambda: extraction.tokenised(paths))
    extraction.extracted(paths[:1], 1)  # patterns and the gazetteer are made once
    one, two = (rate(partial(extraction.extracted, paths, workers)) for workers in (1, 2))
    found = Found(notes=[f"{len(paths):,} articles of {extraction.LENGTH:,} characters or more"])
    found.add("two processes", MARK, two, ARTICLES_A_SECOND, "articles/s", MARK)
    found.add("one process", "plain tokeniser", one, plain, "articles/s")
    return found


def of_scale(setting: Setting) -> Found:
    """Builds of two sizes, and what grows of them and of the questions."""
    if setting.size != "full":
        return Found(absent={SMALL: "two builds take minutes, so it is left out of a short run"})
    sizes, out = ("50000", "250000"), setting.folder / "scale.json"
    place = ["--place", str(setting.folder), "--out", str(out)]
    command = [sys.executable, "-m", "tests.bench.scale", "--triples", *sizes, *place]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    told = json.loads(out.read_text(encoding="utf-8"))
    few, many = told["results"]
    times = told["sizes"][1] / told["sizes"][0]
    found = Found(notes=[f"{told['sizes'][0]:,} and {told['sizes'][1]:,} triples"])
    even = few["build"]["seconds"] * times
    found.add("build, if it grew evenly", SMALL, many["build"]["seconds"], even, "s", "linear")
    for name in LOOKED_UP:
        one, other = (each["asked"]["kinds"][name]["p50"] for each in (few, many))
        found.add(f"{name}, if it stayed, p50", SMALL, other, one, "ms", "flat")
    return found
