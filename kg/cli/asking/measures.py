"""`measures` and `export`: a named network measured node by node, or taken away whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from kg.cli import output
from kg.cli.asked import CsvOption, JsonOption, ReleaseOption, StoreOption, opened
from kg.model.dates import day_of
from kg.release.answers.networks import measures as told_of

_View = Annotated[str, typer.Argument(help="claims, interlocks, lineage, membership or officers.")]
_On = Annotated[str, typer.Option(help="A day; without one, of all days.")]


def measures(
    view: _View,
    on: _On = "",
    first: Annotated[int, typer.Option(min=1, help="How many nodes to print.")] = 20,
    backend: Annotated[
        str, typer.Option(help="A networkx backend that is installed, such as parallel.")
    ] = "",
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Measure a network: degree, betweenness, PageRank, community and component of each node."""
    asked = opened(store, release)
    found = asked.networks.measured(view, day_of("--on", on), backend=backend)
    if as_json or as_csv:
        output.write_told(told_of(found), asked.name, as_csv=as_csv)
        return
    drawn = Table("node", "degree", "betweenness", "PageRank", "community", "component")
    for each in found.measures[:first]:
        drawn.add_row(
            Text(each.label), str(each.degree), f"{each.betweenness:.5f}", f"{each.pagerank:.5f}",
            str(each.community), str(each.component),
        )  # fmt: skip
    output.draw(drawn)
    told = (
        f"{found.nodes:,} nodes, {found.edges:,} edges, {found.components:,} components, "
        f"{found.communities:,} communities (modularity {found.modularity:.3f})"
    )
    output.stdout.print(Text(told), style="bold", highlight=False)
    if not found.is_exact:
        output.stdout.print("Betweenness is estimated from some of the nodes.", style="dim")


def export(
    view: _View,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            help="csv, csv-nodes, gexf, graphml, json, turtle, ntriples, jsonld, rdfxml or nquads.",
        ),
    ] = "graphml",
    on: _On = "",
    to: Annotated[Path | None, typer.Option(help="The file; without one, it is printed.")] = None,
    store: StoreOption = None,
    release: ReleaseOption = "",
) -> None:
    """Write a network for other programs: as a graph, as a table, or as RDF."""
    from kg.analysis.measures.export import export as exported  # networkx takes its time to load

    networks = opened(store, release).networks
    found = networks.view(view, day_of("--on", on))
    whole = exported(found, form, networks.store, networks.library)
    if to:
        to.write_bytes(whole)
        return
    sys.stdout.buffer.write(whole)
    sys.stdout.buffer.flush()
