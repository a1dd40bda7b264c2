"""Where an engine is, and what is known of it: its endpoints, and what it proved.

The folder of an engine's releases is named by its addresses, so that whoever has the folder has
them. A release in it is a card: all that a release has but its graph, and the file `remote.json`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from kg.settings import AUTH, WRITE

FILE: Final = "remote.json"
"""The file of a release that says where its graph is."""
HEALTH: Final = "health"
"""The file beside the releases of an engine with the health of its endpoints."""


@dataclass(frozen=True)
class Proved:
    """What an engine showed that it can: see `kg.store.remote.probe`.

    `default` is what a query sees that names no graph: the engine's `own` default graph, apart from
    the named ones, or the `union` of all graphs. `param` says that a request may choose instead.
    """

    dialect: str = "standard"
    lateral: bool = False
    default: str = "own"
    param: bool = True
    update: bool = False
    graph_store: str = ""
    text: bool = False


@dataclass(frozen=True)
class Engine:
    """An engine: the endpoints that are asked, the one that is written to, what it proved.

    `merged` names the graph that holds the merged one; without it that is the engine's default
    graph. `graphs` are its named graphs. The credentials are never written down nor shown.
    """

    reads: tuple[str, ...]
    write: str = ""
    merged: str = ""
    graphs: tuple[str, ...] = ()
    proved: Proved = field(default_factory=Proved)
    auth: str = field(default="", repr=False)

    @classmethod
    def at(cls, addresses: tuple[str, ...]) -> Engine:
        """The engine at these addresses, of which nothing is known yet; settings say the rest.

        Without a setting it is written to where it is asked, or at `update` beside `query`.
        """
        beside = f"{addresses[0].removesuffix('/query')}/update"
        write = beside if addresses[0].endswith("/query") else addresses[0]
        return cls(addresses, str(WRITE.read()) or write, auth=str(AUTH.read()))

    @classmethod
    def read(cls, folder: Path) -> Engine | None:
        """The engine that holds the graph of the release in that folder; `None` where it is there.

        Credentials and the address to write to are those of the settings.
        """
        path = folder / FILE
        if not path.exists():
            return None
        told: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return replace(
            cls.at(tuple(told["reads"])),
            merged=told["merged"],
            graphs=tuple(told["graphs"]),
            proved=Proved(**told["proved"]),
        )

    def text(self) -> str:
        """What `read` reads."""
        told = {"reads": self.reads, "merged": self.merged, "graphs": self.graphs}
        return json.dumps({**told, "proved": asdict(self.proved)}, indent=1) + "\n"


def shown(address: str) -> str:
    """An address without what may be a secret in it.

    >>> shown("https://me:word@example.org/sparql?key=1")
    'https://example.org/sparql'
    """
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"
