"""Every limit and switch of the service: a name, a default and one sentence each."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kg.settings import Setting

SERVER_SETTINGS: tuple[Setting, ...] = (
    Setting("host", str, "127.0.0.1", "Address to listen on."),
    Setting("port", int, 8000, "Port to listen on; 0 takes a free one."),
    Setting("workers", int, 2, "How many reader processes answer queries."),
    Setting("deadline", float, 10.0, "Seconds after which a query is stopped."),
    Setting("memory", int, 1024, "MiB of memory that one reader may take."),
    Setting("queue", int, 64, "How many queries may wait for a reader; more are turned away."),
    Setting("cache", int, 64, "MiB of answers that are kept in memory."),
    Setting("body", int, 1, "MiB that a request's body may have."),
    Setting("allow-service", str, "", "Hosts that SERVICE may reach, with commas between them."),
    Setting("log-level", str, "info", "What is logged: debug, info, warning or error."),
)
MIB = 1024 * 1024


@dataclass(frozen=True)
class ServerSettings:
    """The settings of one running service, as they are named in `SERVER_SETTINGS`."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    deadline: float = 10.0
    memory: int = 1024
    queue: int = 64
    cache: int = 64
    body: int = 1
    allow_service: str = ""
    log_level: str = "info"

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ, **given: Any) -> ServerSettings:
        """The settings of this environment; what is given as other than `None` wins.

        Raises `BadSetting` for a value that cannot be read.

        >>> ServerSettings.read({"COTERMINOUS_PORT": "80"}, workers=4, host=None).port
        80
        """
        values = {each.name.replace("-", "_"): each.read(environment) for each in SERVER_SETTINGS}
        chosen = {name: value for name, value in given.items() if value is not None}
        return cls(**(values | chosen))

    @property
    def body_bytes(self) -> int:
        """The largest body of a request, in bytes."""
        return self.body * MIB

    @property
    def memory_bytes(self) -> int:
        """The memory that one reader may take, in bytes."""
        return self.memory * MIB

    @property
    def cache_bytes(self) -> int:
        """The answers that are kept, in bytes."""
        return self.cache * MIB

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The hosts that SERVICE may reach."""
        return frozenset(
            each.strip().lower() for each in self.allow_service.split(",") if each.strip()
        )
