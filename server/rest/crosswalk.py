"""The crosswalk of a release, in a reader process."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from kg.analysis.recode.crosswalk import write_rows
from kg.release.opened import OpenRelease
from server.lineage.recoded import FILE
from server.readers.protocol import FLUSH, Reply, Request


def crosswalk(release: OpenRelease, _: Request, reply: Reply) -> None:
    """Every code that there was, on the bodies of every day on which the map changed, as CSV."""
    name = f"crosswalk-{release.name}.csv"
    disposition = f'attachment; filename="{name}"'
    reply.head(200, {**FILE, "Content-Disposition": disposition})
    sink = _Sink(reply)
    write_rows(release.lineage, sink)
    sink.close()


class _Sink:
    """Rows as CSV, sent some at a time."""

    def __init__(self, reply: Reply) -> None:
        self._reply = reply
        self._text = StringIO()
        self._writer = csv.writer(self._text, lineterminator="\n")

    def writerow(self, row: Iterable[str], /) -> None:
        self._writer.writerow(row)
        if self._text.tell() > FLUSH:
            self.close()

    def close(self) -> None:
        self._reply.write(self._text.getvalue().encode())
        self._text.seek(0)
        self._text.truncate()
