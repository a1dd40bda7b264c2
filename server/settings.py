"""Every limit and switch of the service: a name, a default and one sentence each."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from kg.settings import DEADLINE, Setting

SERVER_SETTINGS: tuple[Setting, ...] = (
    Setting("host", str, "127.0.0.1", "Address to listen on."),
    Setting("port", int, 8000, "Port to listen on; 0 takes a free one."),
    Setting("workers", int, 2, "How many reader processes answer queries."),
    DEADLINE,
    Setting("memory", int, 1024, "MiB of memory that one reader may take."),
    Setting("burst", int, 4, "How many readers more are started while others take long."),
    Setting("queue", int, 64, "How many queries may wait for a reader; more are turned away."),
    Setting("cache", int, 64, "MiB of answers that are kept in memory."),
    Setting("body", int, 1, "MiB that a request's body may have."),
    Setting("upload", int, 64, "MiB that a document to be written may have, unpacked."),
    Setting("allow-service", str, "", "Hosts that SERVICE may reach, with commas between them."),
    Setting("connections", int, 256, "How many WebSockets and event streams may be open."),
    Setting("subscriptions", int, 32, "How many operations one of them may have open."),
    Setting("idle", float, 60.0, "Seconds after which one of them is closed if it asks nothing."),
    Setting("persisted", int, 8, "MiB of GraphQL documents that are kept by their digests."),
    Setting(
        "trusted-documents",
        str,
        "",
        "Folder or manifest of GraphQL documents; if set, no others are answered.",
    ),
    Setting("write-token", str, "", "Who sends this token may write; without any, nobody may."),
    Setting("tokens", str, "", "File of tokens, a line each: name, scope and SHA-256."),
    Setting("front-end", str, "build", "What a checkout does before it serves: build, or skip."),
    Setting("data", str, "shipped", "What is served: shipped, or none for data of your own alone."),
    Setting("write-deadline", float, 60.0, "Seconds after which a write is stopped and undone."),
    Setting("write-memory", int, 4096, "MiB of memory that the process that writes may take."),
    Setting(
        "shacl",
        str,
        "off",
        "What becomes of writes that break shapes: off, warn or refuse; refuse=IRI for one graph.",
    ),
    Setting("allow-load", str, "", "Hosts that LOAD may reach, with commas between them."),
    Setting("keep-commits", int, 5, "How many releases that writes have made are kept."),
    Setting(
        "flush",
        str,
        "commit",
        "When writes are forced to the disk: commit (before they are told), or interval (each s).",
    ),
    Setting("log-level", str, "info", "What is logged: debug, info, warning or error."),
    Setting("log-format", str, "text", "How it is logged: text, or json (an object a line)."),
    Setting("slow-query", float, 1.0, "Seconds after which a query is logged as slow."),
    Setting("rate", float, 0.0, "Requests a second that one address may make; 0 for any number."),
    Setting("rate-burst", int, 50, "How many of them it may make at once."),
    Setting("trusted-proxy", str, "", "Addresses of proxies that are believed who asks them."),
    Setting("disk-floor", int, 0, "MiB that must be free on the disk for the service to be ready."),
    Setting("drain", float, 0.5, "Seconds that it says it is not ready before it ends."),
)
_OF_ASSISTANTS = (
    "host", "port", "workers", "deadline", "memory", "burst", "queue", "body", "allow-service",
    "data", "log-level", "log-format", "slow-query", "rate", "rate-burst", "trusted-proxy", "drain",
)  # fmt: skip
ASSISTANT_SETTINGS = tuple(each for each in SERVER_SETTINGS if each.name in _OF_ASSISTANTS)
"""Those that a service for assistants has: it writes nothing, and keeps nothing open."""
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

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ, **given: Any) -> ServerSettings:
        """The settings of this environment; what is given as other than `None` wins.

        Raises `BadSetting` for a value that cannot be read.

        >>> ServerSettings.read({"COTERMINOUS_PORT": "80"}, workers=4, host=None).port
        80
        """
        values = {each.name.replace("-", "_"): each.read(environment) for each in SERVER_SETTINGS}
        chosen = {name: given[name] for name in values if given.get(name) is not None}
        return cls(**(values | chosen))

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


def _limit(default: float, unit: str, sentence: str, setting: str = "") -> Any:
    return field(
        default=default, metadata={"unit": unit, "description": sentence, "setting": setting}
    )


@dataclass(frozen=True)
class Limits:
    """What one GraphQL operation may ask. Each has a unit and a description in its metadata.

    What passes one is refused before anything is asked of the graph; `serviceLimits` tells all.
    """

    document: int = _limit(131_072, "bytes", "How long a GraphQL document may be.")
    tokens: int = _limit(15_000, "tokens", "How many tokens a document may have.")
    nesting: int = _limit(
        64, "brackets", "How deep brackets may nest in a document or in its variables."
    )
    definitions: int = _limit(
        100, "definitions", "How many operations and fragments a document may have."
    )
    directives: int = _limit(100, "directives", "How many directives a document may apply.")
    directives_in_place: int = _limit(
        5, "directives", "How many directives one place of a document may have."
    )
    depth: int = _limit(15, "levels", "How many fields deep an operation may go.")
    aliases: int = _limit(30, "aliases", "How many aliases an operation may use.")
    root_fields: int = _limit(30, "fields", "How many fields an operation may ask at its root.")
    selections: int = _limit(
        5_000, "selections", "How many selections an operation may have, fragments written out."
    )
    overlaps: int = _limit(
        20_000, "pairs", "How many pairs of fields under one response key may have to be compared."
    )
    introspection_lists: int = _limit(
        2, "lists", "How many lists of fields or types introspection may nest in each other."
    )
    introspection_depth: int = _limit(40, "levels", "How many fields deep introspection may go.")
    introspection: int = _limit(
        500_000, "values", "How many values introspection may ask of the schema."
    )
    values: int = _limit(5_000, "values", "How many values the variables may hold.")
    text: int = _limit(16_384, "characters", "How long a text in an argument may be.")
    errors: int = _limit(20, "errors", "How many errors of one document are told.")
    conditions: int = _limit(100, "conditions", "How many conditions all filters may have.")
    queries: int = _limit(200, "queries", "How many SPARQL queries an operation may take.")
    page: int = _limit(1_000, "things", "How many things a page of a list may hold.")
    default_page: int = _limit(50, "things", "How many a page holds where `first` is left out.")
    product: int = _limit(
        10_000, "things", "How many things lists in lists may hold, their pages multiplied."
    )
    computed: int = _limit(
        10_000, "rows", "How many rows or things one query of a computed field may give."
    )
    rows: int = _limit(
        250_000, "rows", "How many rows all queries of an operation may give, told before they run."
    )
    deadline: float = _limit(
        10.0, "seconds", "How long an answer may take before it is stopped.", "deadline"
    )
    body: int = _limit(1, "MiB", "How large the body of a request may be.", "body")

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ) -> Limits:
        """The limits of this environment; raises `BadSetting` for one that cannot be read.

        >>> Limits.read({"COTERMINOUS_GRAPHQL_DEPTH": "20"}).depth
        20
        """
        known = (*SERVER_SETTINGS, *LIMIT_SETTINGS)
        values: dict[str, Any] = {each.name: each.read(environment) for each in known}
        return cls(**{each.name: values[_setting_name(each)] for each in fields(cls)})


def _setting_name(limit: Any) -> str:
    return limit.metadata["setting"] or "graphql-" + str(limit.name).replace("_", "-")


LIMIT_SETTINGS: tuple[Setting, ...] = tuple(
    Setting(_setting_name(each), int, getattr(Limits, each.name), each.metadata["description"])
    for each in fields(Limits)
    if not each.metadata["setting"]
)
"""A setting for each limit that is not a setting of the whole service already."""
