"""How the endpoints of an engine have been doing, as the readers note it down beside its releases.

The counts go on from one service to the next over the same folder, and are those of all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.settings import addresses_of
from kg.store.remote.health import Health
from kg.store.remote.place import HEALTH, shown
from server.operations.exposition import Family, family


def engine(folder: Path) -> Iterator[Family]:
    """Answers, failures and requests that were then asked elsewhere, by endpoint; nothing where
    the releases in that folder have their graphs here."""
    endpoints, path = addresses_of(folder), folder / HEALTH
    if not endpoints or not path.exists():
        return
    records = Health(endpoints, path).records()
    counts = {
        "answered": {each: record.answered for each, record in records.items()},
        "failed": {each: record.failed for each, record in records.items()},
        "retried": {each: record.retried for each, record in records.items()},
    }
    yield family(
        "engine_requests_total",
        [
            ({"endpoint": shown(each), "outcome": outcome}, number)
            for outcome, found in counts.items()
            for each, number in found.items()
        ],
    )
    yield family(
        "engine_up",
        [({"endpoint": shown(each)}, not record.is_down) for each, record in records.items()],
    )
