"""`coterminous diff`: what two releases do not have in common."""

from __future__ import annotations

import sys
from itertools import islice
from typing import Annotated, Final

import typer
from rich.table import Table
from rich.text import Text

from kg.cli import output
from kg.cli.asked import JsonOption, StoreOption, opened
from kg.errors import BadParameter
from kg.model.names import shorten
from kg.model.terms import Iri
from kg.release.answers.releases import COUNTED, label, written
from kg.release.differences import Difference, Totals, differences
from kg.release.opened import OpenRelease
from kg.release.statements import Said

_MARKS: Final = {"new": "+", "gone": "-", "changed": "~"}


def diff(
    before: Annotated[str, typer.Argument(help="The earlier release.")],
    after: Annotated[str, typer.Argument(help="The later one; the current one if left out.")] = "",
    graph: Annotated[
        str, typer.Option(help="Only graphs whose name holds this, such as register.")
    ] = "",
    first: Annotated[int, typer.Option(help="How many things to print.")] = 20,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Compare two releases: what is said of which thing in the one and not in the other.

    As JSON all of it is told, thing by thing.
    """
    if first < 0:
        raise BadParameter("--first", f"{first} is below 0")
    one, two = opened(store, before), opened(store, after)
    totals = Totals()
    found = totals.count(differences(one.folder, two.folder, graph))
    if as_json:
        sys.stdout.writelines(written(found, totals, one, two))
        return
    shown = list(islice(found, first))
    more = sum(1 for _ in found)
    if not shown and not more:
        where = f" in graphs named {graph}" if graph else ""
        output.stdout.print(Text(f"{one.name} and {two.name} say the same{where}."))
        return
    output.stdout.print(_summary(totals))
    for each in shown:
        _print(each, one, two)
    told = ", ".join(f"{number:,} {state}" for state, number in sorted(totals.things.items()))
    rest = f" · {more:,} more things are in --json or --first" if more else ""
    output.stdout.print(
        Text(f"things: {told} · {one.name} to {two.name}{rest}"), style="dim", highlight=False
    )


def _summary(totals: Totals) -> Table:
    drawn = Table("graph")
    for each in COUNTED:
        drawn.add_column(each, justify="right")
    for graph, counts in sorted(totals.graphs.items()):
        drawn.add_row(_term(graph), *(f"{counts[each]:,}" for each in COUNTED))
    return drawn


def _print(found: Difference, one: OpenRelease, two: OpenRelease) -> None:
    name = label(found, one, two)
    named = f"{_MARKS[found.state]} {_term(found.thing)}" + (f"  {name}" if name else "")
    output.stdout.print(Text(named), style="bold", highlight=False)
    for each in found.removed:
        output.stdout.print(Text(f"    - {_told(each)}"), highlight=False)
    for change in found.changed:
        said = f"    ~ {_told(change.was)} → {_term(change.now.value)}"
        output.stdout.print(Text(said), highlight=False)
    for each in found.added:
        output.stdout.print(Text(f"    + {_told(each)}"), highlight=False)


def _told(said: Said) -> str:
    return f"{_term(said.property)} {_term(said.value)}"


def _term(text: str) -> str:
    """A term as a person reads it; the default graph has no name."""
    return shorten(Iri(text[1:-1])) if text.startswith("<") else text or "(default graph)"
