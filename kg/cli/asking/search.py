"""`coterminous search`: things by a name, an old name or a code."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from kg.cli import output
from kg.cli.asked import CsvOption, JsonOption, ReleaseOption, StoreOption, opened
from kg.errors import BadParameter, UnknownThing, did_you_mean
from kg.release.answers.found import found


def search(
    text: Annotated[list[str], typer.Argument(help="Words of a name, or a code.")],
    kind: Annotated[
        str, typer.Option(help="Only things of this class, as Organisation or Person.")
    ] = "",
    first: Annotated[int, typer.Option(min=1, max=100, help="How many at most.")] = 20,
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Find things by a name, an old name or a code, the best match first.

    Exit 1 where nothing is found.
    """
    asked = opened(store, release)
    classes = asked.ontology.classes
    if kind and kind not in classes:
        hint = did_you_mean(kind, classes, "`/ontology` lists the classes.")
        raise BadParameter("--kind", f"no class is named '{kind}'", hint)
    words = " ".join(text)
    hits = found(asked, words, first=first, kind=kind)
    if not hits:
        raise UnknownThing(words, otherwise="Try fewer words, or the beginning of a name.")
    if as_json or as_csv:
        output.write_listed(hits, as_csv=as_csv)
        return
    drawn = Table()
    for name in ("name", "kind", "found as", "id"):
        drawn.add_column(name, overflow="fold")  # an id that is cut is none
    for hit in hits:
        matched = "" if hit["matched"] == hit["label"] else hit["matched"]
        told = hit["detail"] or hit["kindLabel"]
        drawn.add_row(*map(Text, (hit["label"], told, matched, hit["id"])))
    output.draw(drawn)
    output.stdout.print(Text(f"release {asked.name}"), style="dim", highlight=False)
