"""`path`: how two things are connected, each hop a sentence with what bears it out."""

from __future__ import annotations

from typing import Annotated, get_args

import typer
from rich.text import Text

from kg.analysis.paths.search import LONGEST, By, Wish
from kg.analysis.paths.told import Answer, Hop
from kg.cli import output
from kg.cli.asked import CsvOption, JsonOption, ReleaseOption, StoreOption, opened
from kg.errors import BadParameter
from kg.model.dates import day_of
from kg.release.answers.connections import connections
from kg.release.things import named

_End = Annotated[str, typer.Argument(help="A code, a name, or an identifier.")]


def path(
    here: _End,
    there: _End,
    most: Annotated[int, typer.Option(min=1, max=50, help="How many paths.")] = 3,
    longest: Annotated[int, typer.Option(min=1, max=LONGEST, help="How many hops at most.")] = 12,
    by: Annotated[str, typer.Option(help="The best first by: length, or evidence.")] = "length",
    on: Annotated[str, typer.Option(help="A day on which every hop must have held.")] = "",
    published_by: Annotated[
        str, typer.Option(help="A day by which every hop must have been known.")
    ] = "",
    through: Annotated[
        list[str] | None, typer.Option(help="Only by these, such as Tenure, Interlock or about.")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option(help="Only through things of these classes.")
    ] = None,
    hubs: Annotated[
        bool, typer.Option("--hubs", help="Also through what holds everything together.")
    ] = False,
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Tell how two things are connected, hop by hop, with the evidence of each."""
    if by not in get_args(By):
        raise BadParameter("--by", f"'{by}' is not length or evidence")
    current = opened(store, release)
    wish = Wish(
        most=most,
        longest=longest,
        by="evidence" if by == "evidence" else "length",
        on=day_of("--on", on),
        published_by=day_of("--published-by", published_by),
        through=frozenset(through or ()),
        kinds=frozenset(kind or ()),
        hubs=hubs,
    )
    one, two = (named(current, each, wish.on) for each in (here, there))
    answer = current.paths.between(one, two, wish)
    if as_json or as_csv:
        output.write_told(connections(answer), current.name, as_csv=as_csv)
    else:
        _print(answer)


def _print(answer: Answer) -> None:
    for path in answer.paths:
        hops = f"{len(path)} hop{'' if len(path) == 1 else 's'}"
        output.stdout.print(Text(hops), style="bold", highlight=False)
        for hop in path.hops:
            output.stdout.print(Text(f"  {hop.sentence}."), highlight=False)
            output.stdout.print(Text(f"    {_sources(hop)}"), style="dim", highlight=False)
    if not answer.paths and not answer.note:
        output.stdout.print("They are the same.")
    if answer.note:
        output.stdout.print(Text(answer.note), highlight=False)


def _sources(hop: Hop) -> str:
    told = [
        ", ".join(filter(None, (each.title or each.document, each.issued, each.place)))
        for each in hop.sources[:2]
    ]
    left = len(hop.sources) - len(told)
    others = f" · {hop.others} more such" if hop.others else ""
    return " · ".join(told) + (f" · and {left} places more" if left else "") + others
