"""The settings of one running service."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from server.settings.table import SERVER_SETTINGS

MIB = 1024 * 1024


@dataclass(frozen=True)
class ServerSettings:
    """The settings of one running service, as they are named in `SERVER_SETTINGS`."""

    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 2
    deadline: float = 10.0
    memory: int = 1024
    burst: int = 4
    queue: int = 64
    cache: int = 64
    body: int = 1
    upload: int = 64
    allow_service: str = ""
    connections: int = 256
    subscriptions: int = 32
    idle: float = 60.0
    persisted: int = 8
    trusted_documents: str = ""
    write_token: str = field(default="", repr=False)
    tokens: str = ""
    front_end: str = "build"
    data: str = "shipped"
    write_deadline: float = 60.0
    write_memory: int = 4096
    shacl: str = "off"
    allow_load: str = ""
    keep_commits: int = 5
    flush: str = "commit"
    log_level: str = "info"
    log_format: str = "text"
    slow_query: float = 1.0
    rate: float = 0.0
    rate_burst: int = 50
    trusted_proxy: str = ""
    disk_floor: int = 0
    drain: float = 0.5
    releases_from: str = "sources"
    releases_every: float = 10.0
    releases_pin: str = ""
    releases_offered: str = "yes"
    otel: bool = False

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ, **given: Any) -> ServerSettings:
        """The settings of this environment; what is given as other than `None` wins.

        Raises `BadSetting` for a value that cannot be read.

        >>> ServerSettings.read({"COTERMINOUS_PORT": "80"}, workers=4, host=None).port
        80
        """
        values: dict[str, Any] = {}
        for each in SERVER_SETTINGS:
            told = given.get(each.parameter)
            values[each.parameter] = (
                each.read(environment) if told is None else each.parsed(str(told))
            )
        return cls(**values)

    @property
    def makes_releases(self) -> bool:
        """Whether releases are made here, of sources or of what is written."""
        return self.releases_from == "sources"

    @property
    def origin(self) -> str:
        """The address that releases are pulled from, or nothing.

        >>> ServerSettings(releases_from="https://a.test/releases/").origin
        'https://a.test/releases/'
        """
        told = self.releases_from
        return told if told.startswith(("http://", "https://")) else ""

    @property
    def body_bytes(self) -> int:
        """The largest body of a request, in bytes."""
        return self.body * MIB

    @property
    def upload_bytes(self) -> int:
        """The largest document to be written, in bytes."""
        return self.upload * MIB

    @property
    def memory_bytes(self) -> int:
        """The memory that one reader may take, in bytes."""
        return self.memory * MIB

    @property
    def cache_bytes(self) -> int:
        """The answers that are kept, in bytes."""
        return self.cache * MIB

    @property
    def persisted_bytes(self) -> int:
        """The documents that are kept by their digests, in bytes."""
        return self.persisted * MIB

    @property
    def allowed_hosts(self) -> frozenset[str]:
        """The hosts that SERVICE may reach."""
        return _hosts(self.allow_service)

    @property
    def loadable_hosts(self) -> frozenset[str]:
        """The hosts that LOAD may reach."""
        return _hosts(self.allow_load)


def _hosts(text: str) -> frozenset[str]:
    return frozenset(each.strip().lower() for each in text.split(",") if each.strip())
