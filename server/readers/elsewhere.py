"""The release that an engine holds, followed as others are published to it."""

from __future__ import annotations

import asyncio
import logging

from kg.errors import KgError
from kg.release.catalogue import Catalogue

LOG = logging.getLogger("coterminous")
LOOK = 5.0
"""Seconds between two looks at which release the engine holds."""


async def follow(catalogue: Catalogue, origin: str = "") -> None:
    """Make each release current that is published to the engine of a catalogue; runs for ever.

    While the engine does not answer, what is current stays so. `origin` as `ensure_card` takes it.
    """
    from kg.release.card import ensure_card, holds_another  # it takes its time to load

    while True:
        await asyncio.sleep(LOOK)
        try:
            if await asyncio.to_thread(holds_another, catalogue.folder):
                await asyncio.to_thread(ensure_card, catalogue.folder, origin=origin)
        except (KgError, OSError) as error:
            LOG.warning("It is not known which release the engine holds: %s", error)
