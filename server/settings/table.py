"""Every switch of the service: a name, a default and one sentence each."""

from __future__ import annotations

from kg.settings import DEADLINE, Setting

SERVER_SETTINGS: tuple[Setting, ...] = (
    Setting("host", str, "127.0.0.1", "Address to listen on."),
    Setting("port", int, 8000, "Port to listen on; 0 takes a free one.", most=65535),
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
    Setting(
        "write-token",
        str,
        "",
        "Who sends this token may write; without any, nobody may.",
        secret=True,
    ),
    Setting("tokens", str, "", "File of tokens, a line each: name, scope and SHA-256."),
    Setting(
        "front-end",
        str,
        "build",
        "What a checkout does before it serves: build, or skip.",
        choices=("build", "skip"),
    ),
    Setting(
        "data",
        str,
        "shipped",
        "What is served: shipped, or none for data of your own alone.",
        choices=("shipped", "none"),
    ),
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
        choices=("commit", "interval"),
    ),
    Setting(
        "log-level",
        str,
        "info",
        "What is logged: debug, info, warning or error.",
        choices=("debug", "info", "warning", "error"),
    ),
    Setting(
        "log-format",
        str,
        "text",
        "How it is logged: text, or json (an object a line).",
        choices=("text", "json"),
    ),
    Setting("slow-query", float, 1.0, "Seconds after which a query is logged as slow."),
    Setting("rate", float, 0.0, "Requests a second that one address may make; 0 for any number."),
    Setting("rate-burst", int, 50, "How many of them it may make at once."),
    Setting("trusted-proxy", str, "", "Addresses of proxies that are believed who asks them."),
    Setting("disk-floor", int, 0, "MiB that must be free on the disk for the service to be ready."),
    Setting("drain", float, 0.5, "Seconds that it says it is not ready before it ends."),
    Setting(
        "releases-from",
        str,
        "sources",
        "Where releases come from: sources (built here), store (its folder is only read), or the "
        "address of another service's /releases/.",
    ),
    Setting("releases-every", float, 10.0, "Seconds between two looks at what that one offers."),
    Setting(
        "releases-pin",
        str,
        "",
        "SHA-256 of the manifest of the only release to take, else the one that is current there.",
    ),
    Setting(
        "releases-offered",
        str,
        "yes",
        "Whether others may pull releases here: yes or no.",
        choices=("yes", "no"),
    ),
    Setting(
        "otel", bool, False, "Whether spans are sent by OpenTelemetry; with coterminous[otel]."
    ),
)
_OF_ASSISTANTS = (
    "host", "port", "workers", "deadline", "memory", "burst", "queue", "body", "allow-service",
    "data", "log-level", "log-format", "slow-query", "rate", "rate-burst", "trusted-proxy", "drain",
    "tokens",
)  # fmt: skip
ASSISTANT_SETTINGS = tuple(each for each in SERVER_SETTINGS if each.name in _OF_ASSISTANTS)
"""Those that a service for assistants has: it writes nothing, and keeps nothing open."""
