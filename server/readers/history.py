"""What became of the work: which takes long, what was slow, and how processes ended."""

from __future__ import annotations

import logging
from collections import Counter, OrderedDict
from collections.abc import Callable

from kg.errors import DeadlinePassed
from server.readers.processes.wire import ClientGone
from server.readers.work.endings import Cancelled, Closing, MemoryExceeded, Overtaken
from server.readers.work.job import Again, Job

LOG = logging.getLogger("coterminous.slow")
_ENDINGS: dict[type, str] = {
    DeadlinePassed: "deadline",
    MemoryExceeded: "memory",
    Cancelled: "cancelled",
    Closing: "cancelled",
    ClientGone: "client",
    Again: "others",
    Overtaken: "others",
}
KNOWN = 1024
"""How much work is remembered as slow; of more, what was longest not seen is forgotten."""


class History:
    """What the readers of all releases remember.

    `refusals` counts operations that were refused on a connection which goes on, by the code of the
    problem; `counts` counts answers by how they went: `answered`, `deadline`, `memory`, `lost`,
    `cancelled`, `turned-away`. `processes` counts readers by `started`, and by how they ended:
    `deadline`, `memory`, `cancelled`, `client` (who has left), `others` (to let them pass), `lost`,
    `retired`.
    """

    def __init__(self, slow: float, redacted: Callable[[str], str] = lambda text: text) -> None:
        self.counts: Counter[str] = Counter()
        self.refusals: Counter[str] = Counter()
        self.processes: Counter[str] = Counter()
        self._after = slow
        self._redacted = redacted
        self._slow: OrderedDict[bytes, None] = OrderedDict()

    def is_slow(self, job: Job) -> bool:
        """Whether the same work was ended before because it took long."""
        return bool(self._slow) and job.digest in self._slow

    def remember(self, job: Job) -> None:
        """This work takes long."""
        self._slow[job.digest] = None
        while len(self._slow) > KNOWN:
            self._slow.popitem(last=False)

    def is_told(self, seconds: float) -> bool:
        """Whether work that took so long is logged."""
        return seconds >= self._after

    def finished(self, job: Job, seconds: float, release: str, outcome: str) -> None:
        """It is answered, or has ended; what took long is logged, and spans are told."""
        if job.caller.way:
            job.caller.way.work(job, seconds, outcome)
        if outcome in ("deadline", "memory"):
            self.remember(job)
        elif outcome == "answered" and job.is_slow and not job.is_long and self._slow:
            self._slow.pop(job.digest, None)
        is_told = self.is_told(seconds) or outcome in ("deadline", "memory")
        if not is_told or not LOG.isEnabledFor(logging.WARNING):
            return
        told = {
            "request": job.caller.request_id,
            "door": job.caller.door,
            "ms": round(1e3 * seconds, 1),
            "bytes": job.size,
            "release": release,
            "outcome": outcome,
            "text": self._redacted(job.text),
        }
        LOG.warning("slow query", extra={"told": told})


def ending_of(failure: Exception | None) -> str:
    """What a reader that failed so is counted as.

    >>> ending_of(DeadlinePassed(1.0)), ending_of(None)
    ('deadline', 'lost')
    """
    return _ENDINGS.get(type(failure), "lost")
