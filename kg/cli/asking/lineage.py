"""`lineage` and `replaced`: what became of a body, in a terminal and in files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Any, Final, get_args

import typer
from rich.text import Text

from kg.analysis.lineage import drawing
from kg.analysis.lineage.bodies import CHANGES, KINDS, Plan
from kg.analysis.lineage.following import Direction, Lineage
from kg.analysis.lineage.following import lineage as follow
from kg.analysis.lineage.plain import replaced_json
from kg.analysis.lineage.replaced import Replaced, options_of
from kg.analysis.lineage.sentences import called, told_day
from kg.cli import output
from kg.cli.asked import JsonOption, ReleaseOption, StoreOption, opened
from kg.errors import BadParameter, UnknownThing
from kg.model.dates import day_of
from kg.release.became import replaced as ask
from kg.release.opened import OpenRelease

_FORMATS: Final = ("text", "json", "svg", "graphml")
_What = Annotated[str, typer.Argument(help="A code or a name that a body has, or ever had.")]
_Kind = Annotated[
    str, typer.Option("--kind", help="Of several bodies the one of this kind: " + ", ".join(KINDS))
]


def lineage(
    what: _What,
    direction: Annotated[str, typer.Option(help="forward, back or both.")] = "both",
    through: Annotated[
        list[str] | None, typer.Option(help="Only by these steps: " + ", ".join(CHANGES))
    ] = None,
    until: Annotated[
        str, typer.Option(help="A day: going forward the last, going back the first.")
    ] = "",
    kind: _Kind = "",
    form: Annotated[
        str, typer.Option("--format", "-f", help="One of " + ", ".join(_FORMATS))
    ] = "text",
    store: StoreOption = None,
    release: ReleaseOption = "",
) -> None:
    """Tell what became of a body and what it came from, as text, JSON, SVG or GraphML."""
    if form not in _FORMATS:
        raise BadParameter("--format", f"'{form}' is not one of {', '.join(_FORMATS)}")
    if direction not in get_args(Direction):
        raise BadParameter("--direction", f"'{direction}' is not forward, back or both")
    way: Direction = "both" if direction == "both" else "back" if direction == "back" else "forward"
    current = opened(store, release)
    meant = current.lineage.names.meant(what, _known_kind(kind))
    if len(meant) != 1:
        told = ask(current.lineage, current.search.find, what, "", kind)
        if not meant:
            raise UnknownThing(what, told.near)
        raise BadParameter("what", told.sentence, _choose(told))
    found = follow(current.lineage, meant[0], way, through or (), day_of("--until", until))
    _write(current, found, form)


def replaced(
    what: _What,
    on: Annotated[str, typer.Option(help="The day; without one, as last known.")] = "",
    kind: _Kind = "",
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
) -> None:
    """Tell what replaced the body that an old code or name means; exit 1 if it is not one body."""
    current = opened(store, release)
    told = ask(current.lineage, current.search.find, what, day_of("--on", on), _known_kind(kind))
    if as_json:
        output.write_json(replaced_json(told) | {"release": current.name})
    else:
        _print(told, current.name)
    if told.outcome in ("options", "unknown"):
        raise typer.Exit(1)


def _known_kind(kind: str) -> str:
    if kind and kind not in KINDS:
        raise BadParameter("--kind", f"'{kind}' is no kind of body", f"Known: {', '.join(KINDS)}.")
    return kind


def _choose(told: Replaced) -> str:
    return f"Say which: {' or '.join(repr(each) for each in options_of(told))}."


def _write(release: OpenRelease, found: Lineage, form: str) -> None:
    if form == "json":
        output.write_json(found.json() | {"release": release.name})
    elif form == "svg":
        source = f"{drawing.SOURCE} Release {release.name}."
        sys.stdout.write(drawing.draw(found, data_date=release.info.built[:10], source=source))
    elif form == "graphml":
        # Only here, because networkx takes longer to import than all the rest to run.
        from kg.analysis.graphml import graphml
        from kg.analysis.lineage.network import network

        about = {"title": f"Lineage of {called(found.of)}", "release": release.name}
        sys.stdout.buffer.write(graphml(network(found.bodies, found.links, **about)))
    else:
        output.stdout.print(Text(called(found.of)), style="bold")
        output.stdout.print(Text(found.sentence), highlight=False)
        _print_rest(found.plans, found.warnings, release.name)


def _print(told: Replaced, release: str) -> None:
    output.stdout.print(Text(told.sentence), highlight=False)
    if told.outcome == "options":
        output.stdout.print(Text(_choose(told)), highlight=False)
    _print_rest(told.announced, (), release)


def _print_rest(plans: tuple[Plan, ...], warnings: tuple[str, ...], release: str) -> None:
    for plan in dict.fromkeys((each.name, each.status, each.day) for each in plans):
        name, status, day = plan
        when = f", {told_day(day)}" if day else ""
        output.stdout.print(Text(f"• Announced only: {name} ({status}{when})"), highlight=False)
    for each in warnings:
        output.stdout.print(Text(f"• {each}"), highlight=False)
    output.stdout.print(Text(f"release {release}"), style="dim", highlight=False)


def file_or_stdout(path: Path | None) -> Any:
    """The file to write to, opened for CSV, or standard output; to be used in a `with`."""
    if path is not None:
        return path.open("w", encoding="utf-8", newline="")
    return open(sys.stdout.fileno(), "w", encoding="utf-8", newline="", closefd=False)
