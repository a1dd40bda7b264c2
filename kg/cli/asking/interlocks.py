"""`interlocks`: which bodies shared a chief officer, who held them together, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from kg.cli import output
from kg.cli.asked import CsvOption, JsonOption, ReleaseOption, StoreOption, opened
from kg.errors import BadParameter
from kg.model.dates import day_of
from kg.release.answers import networks as answers
from kg.release.answers.answer import Answer

if TYPE_CHECKING:
    from kg.analysis.networks.bridges import Bridge
    from kg.analysis.networks.groups import Interlocks
    from kg.analysis.networks.mergers import Mergers
    from kg.analysis.networks.shared import SharedTenure


def interlocks(
    on: Annotated[str, typer.Option(help="The day; without one, --bridges are of all days.")] = "",
    carry: Annotated[
        int, typer.Option(min=0, help="Months that an office is carried from an attested day.")
    ] = 12,
    kind: Annotated[str, typer.Option(help="The kind of bodies, such as ccg or icb.")] = "ccg",
    mergers: Annotated[
        bool, typer.Option("--mergers", help="Whether sharing came before each merger, instead.")
    ] = False,
    bridges: Annotated[
        bool, typer.Option("--bridges", help="Who alone held others together, instead.")
    ] = False,
    longest: Annotated[
        bool, typer.Option("--longest", help="Who was shared the longest, instead.")
    ] = False,
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Tell which bodies shared a chief officer on a day, and how far that is known."""
    asked, day = opened(store, release), day_of("--on", on)
    networks = asked.networks
    told: Answer
    if mergers:
        merged = networks.mergers()
        told, draw = answers.mergers(merged), partial(_mergers, merged)
    elif longest:
        shared = networks.longest()
        told, draw = answers.longest(shared), partial(_longest, shared)
    elif bridges:
        bridged = networks.bridges(day, carry=carry, kind=answers.check_kind(kind))
        told, draw = answers.bridges(bridged, day), partial(_bridges, bridged)
    elif not on:
        raise BadParameter("--on", "there is no day", "Give one, as in --on 2018-11-01.")
    else:
        found = networks.interlocks(day, carry=carry, kind=answers.check_kind(kind))
        told, draw = answers.interlocks(found), partial(_groups, found)
    if as_json or as_csv:
        output.write_told(told, asked.name, as_csv=as_csv)
    else:
        draw()


def _groups(found: Interlocks) -> None:
    drawn = _table("shared by", "bodies", "held", "documents")
    for group in found.groups:
        documents = {place.document for each in group.offices for place in each.sources}
        drawn.add_row(
            Text(_names(group.officers)),
            Text(f"{len(group.bodies)}: {_names(group.bodies)}"),
            group.held,
            str(len(documents)),
        )
    output.draw(drawn)
    for name, count in (("Attested", found.attested), (f"Carried {found.carry} m", found.carried)):
        told = (
            f"{name}: {count.bodies} bodies shared {count.officers} officers, in {count.groups} "
            "groups"
        )
        output.stdout.print(Text(told), style="bold", highlight=False)
    _say([found.coverage, *(f"{each.asserter}: {each.text}" for each in found.counted)])
    _say(f"Said of a group without a list: {each.text} ({each.asserter})" for each in found.said)


def _mergers(found: Mergers) -> None:
    drawn = _table("merged", "into", "before it", "since at the latest", "documents")
    for merger in found.mergers:
        first = merger.shared[0] if merger.shared else None
        who = ", ".join(f"{each.person_name} ({len(each.bodies)})" for each in merger.shared)
        documents = {place.document for each in merger.shared for place in each.sources}
        drawn.add_row(
            merger.day,
            Text(f"{merger.result_name} (of {len(merger.originals)})"),
            Text(f"{merger.finding}: {who}" if who else merger.finding),
            (first.since or "no day told") if first else "",
            str(len(documents)) if documents else "",
        )
    output.draw(drawn)
    _say([found.summary])


def _bridges(found: Sequence[Bridge]) -> None:
    drawn = _table("who", "between", "alone holds together")
    for bridge in found:
        if bridge.is_only_link:
            parts = " | ".join(", ".join(part) for part in bridge.parts)
            drawn.add_row(Text(bridge.name), f"{bridge.betweenness:.4f}", Text(parts))
    output.draw(drawn)


def _longest(found: Sequence[SharedTenure]) -> None:
    drawn = _table("days", "officer", "bodies", "attested")
    for each in found[:30]:
        drawn.add_row(
            f"{each.days:,}", Text(each.person_name), Text(_names(each.bodies)),
            f"{each.start} to {each.end}",
        )  # fmt: skip
    output.draw(drawn)


def _table(*columns: str) -> Table:
    drawn = Table()
    for name in columns:
        drawn.add_column(name, overflow="fold")
    return drawn


def _names(named: Iterable[tuple[str, str]]) -> str:
    return ", ".join(name.removeprefix("NHS ").removesuffix(" CCG") for _, name in named)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        output.stdout.print(Text(f"• {line}"), highlight=False)
