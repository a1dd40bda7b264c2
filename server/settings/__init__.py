"""Every limit and switch of the service, as data.

`table` has a row for each switch, `limits` for each limit of GraphQL; `service` is what one running
service is set to. `SETTINGS` are all of them with those of `kg`: options of commands, the keys of a
file, messages and pages that list settings are made of it.
"""

from __future__ import annotations

from kg.settings import KG_SETTINGS, Setting
from server.settings.limits import LIMIT_SETTINGS, Limits
from server.settings.service import MIB, ServerSettings
from server.settings.table import ASSISTANT_SETTINGS, SERVER_SETTINGS

SETTINGS: tuple[Setting, ...] = (*KG_SETTINGS, *SERVER_SETTINGS, *LIMIT_SETTINGS)
"""Every setting that there is."""

__all__ = [
    "ASSISTANT_SETTINGS",
    "LIMIT_SETTINGS",
    "MIB",
    "SERVER_SETTINGS",
    "SETTINGS",
    "Limits",
    "ServerSettings",
]
