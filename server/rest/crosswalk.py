"""The crosswalk of a release, in a reader process."""

from __future__ import annotations

import csv
import gzip
from io import StringIO
from pathlib import Path
from typing import Final

from kg.analysis.recode.crosswalk import MOST, size, write_rows
from kg.errors import BadParameter
from kg.release.opened import OpenRelease
from kg.release.sums import CROSSWALK
from server.lineage.recoded import FILE
from server.readers.gate.cache import accepts_gzip
from server.readers.protocol import Reply, Request

_PACKED: Final = {"Content-Encoding": "gzip"}


def crosswalk(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Every code that there was, on the bodies of every day on which the map changed, as CSV.

    The file that the release ships, as it is where gzip is taken. A release that was built without
    one, or that a write has made, is read anew. Raises `BadParameter` where that takes minutes.
    """
    name = f"crosswalk-{release.name}.csv"
    headers = {**FILE, "Content-Disposition": f'attachment; filename="{name}"'}
    shipped = Path(release.folder) / CROSSWALK
    if release.info.sequence or not shipped.exists():
        found = _read(release)
        reply.head(200, headers)
        reply.write(found)
        return
    packed = shipped.read_bytes()
    is_packed = accepts_gzip(request.headers.get("accept-encoding", "").encode())
    reply.head(200, headers | (_PACKED if is_packed else {}))
    reply.write(packed if is_packed else gzip.decompress(packed))


def _read(release: OpenRelease) -> bytes:
    looked_up = size(release.lineage)
    if looked_up > MOST:
        reason = f"{looked_up:,} codes on days are more than the {MOST:,} that are sent at once"
        hint = "Run 'coterminous crosswalk FILE', or ask for the codes that you have."
        raise BadParameter("crosswalk", reason, hint)
    written = StringIO()
    write_rows(release.lineage, csv.writer(written, lineterminator="\n"))
    return written.getvalue().encode()
