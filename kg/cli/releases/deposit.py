"""`deposit`: a release as a folder that can be kept and cited."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli import output
from kg.cli.asked import JsonOption, ReleaseOption, StoreOption, opened


def deposit(
    place: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is not there yet.")],
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
) -> None:
    """Write a release to a folder, to be deposited and cited: N-Quads, tables, codebook, licence.

    The same release gives the same bytes.
    """
    from kg.release.deposit.folder import write  # it takes its time to load

    current = opened(store, release)
    written = write(current, place)
    if as_json:
        files = sorted(each.relative_to(written) for each in written.rglob("*") if each.is_file())
        output.write_json({"release": current.name, "files": [each.as_posix() for each in files]})
        return
    told = f"{written} holds release {current.name}; `sha256sum --check SHA256SUMS` checks it."
    output.stdout.print(told, markup=False, highlight=False, soft_wrap=True)
