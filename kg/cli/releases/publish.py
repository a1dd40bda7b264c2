"""`coterminous build --to`: the current release written to an engine, and compared with it."""

from __future__ import annotations

from pathlib import Path

import typer

from kg.cli import output
from kg.cli.progress import Bar
from kg.errors import BadParameter
from kg.release.catalogue import Catalogue
from kg.settings import addresses_of, place_of


def publish_to(store: Path, to: str, *, only_verify: bool, as_json: bool) -> None:
    """Publish the current release of a store folder to the engine at an address, and tell how the
    two compare; ends with 1 where a graph of the engine is not whole."""
    from kg.release.publish import publish, verified  # the client takes its time to load

    addresses = addresses_of(place_of(to))
    if not addresses:
        raise BadParameter("--to", f"'{to}' is no address", "Write it as https://host/sparql.")
    folder = Catalogue(store).current()
    if only_verify:
        found = verified(folder, addresses)
    else:
        with Bar(output.stderr) as bar:
            found = publish(folder, addresses, bar)
    told = {name: [*ours, *theirs] for name, (ours, theirs) in found.different.items()}
    if as_json:
        output.write_json({"release": found.release, "same": found.same, "different": told})
    else:
        output.stdout.print(
            f"Release [bold]{found.release}[/bold]: {len(found.same)} of "
            f"{len(found.same) + len(told)} graphs are the same there.",
            highlight=False,
        )
        for name, (ours, theirs) in found.different.items():
            why = (
                "literals are written otherwise" if ours.triples == theirs.triples else "not whole"
            )
            output.stdout.print(
                f"  {name}: {ours.triples:,} triples here, {theirs.triples:,} there; {why}",
                highlight=False, soft_wrap=True,
            )  # fmt: skip
    if found.missing:
        raise typer.Exit(1)
