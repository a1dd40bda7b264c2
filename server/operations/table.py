"""Every metric: its name, what kind it is, what it says, and by what it is divided.

What `/metrics` writes, the dashboard, the rules for alerts and the pages that list metrics are made
of this.
"""

from __future__ import annotations

from typing import NamedTuple

PREFIX = "coterminous_"


class Metric(NamedTuple):
    """One family. `labels` divide its samples; `unit` is that of a dashboard's axis."""

    name: str
    kind: str
    sentence: str
    labels: tuple[str, ...] = ()
    unit: str = "short"

    @property
    def full(self) -> str:
        """The name as it is written.

        >>> METRICS["readers"].full
        'coterminous_readers'
        """
        return PREFIX + self.name


_REQUESTS = (
    Metric("requests_total", "counter", "Responses, by door and status.", ("door", "status")),
    Metric("request_seconds", "histogram", "How long requests took, by door.", ("door",), "s"),
    Metric("refusals_total", "counter", "Requests refused, by the code of the problem.", ("code",)),
)
_READERS = (
    Metric("answers_total", "counter", "What readers were asked, by outcome.", ("outcome",)),
    Metric("reader_events_total", "counter", "Readers started, and ended, by why.", ("event",)),
    Metric("readers", "gauge", "Reader processes."),
    Metric("readers_busy", "gauge", "Readers at work."),
    Metric("queue_length", "gauge", "Requests that wait for a reader."),
    Metric(
        "release_info", "gauge", "The release that answers unless another is asked.", ("release",)
    ),
)
_WRITER = (
    Metric("commits_total", "counter", "Commits that were made."),
    Metric("writer_starts_total", "counter", "Times the writer was started."),
    Metric("derived_behind", "gauge", "Commits that derived graphs are behind."),
    Metric("writes_waiting", "gauge", "Writes that wait for their commit."),
)
_ENGINE = (
    Metric(
        "engine_requests_total",
        "counter",
        "Requests to the endpoints of the engine, by outcome; retried: asked again elsewhere.",
        ("endpoint", "outcome"),
    ),
    Metric(
        "engine_up", "gauge", "Whether an endpoint answered when it was last asked.", ("endpoint",)
    ),
)
_PULLED = (
    Metric(
        "pulls_total", "counter", "Times the origin of releases was asked, by outcome.",
        ("outcome",),
    ),
    Metric(
        "pulled_bytes_total", "counter", "Bytes of releases, fetched or here already.",
        ("way",), "bytes",
    ),
    Metric("releases_behind", "gauge", "Releases that the origin is ahead."),
    Metric(
        "origin_silent_seconds", "gauge", "Seconds since the origin last answered.", (), "s"
    ),
)  # fmt: skip
_KEPT = (
    Metric("cache_total", "counter", "Looks into the cache, by whether it was found.", ("found",)),
    Metric("cache_bytes", "gauge", "Bytes of answers that are kept.", (), "bytes"),
    Metric("streams", "gauge", "WebSockets and event streams that are open."),
    Metric("subscriptions", "gauge", "Subscriptions that are open."),
)
_MACHINE = (
    Metric(
        "resident_bytes",
        "gauge",
        "Memory that processes hold; readers share much of theirs.",
        ("process",),
        "bytes",
    ),
    Metric("open_files", "gauge", "Files that the front has open."),
    Metric("store_bytes", "gauge", "Bytes that the folder of releases takes.", (), "bytes"),
    Metric("disk_free_bytes", "gauge", "Bytes that are free on its disk.", (), "bytes"),
    Metric("uptime_seconds", "gauge", "Seconds since the service began.", (), "s"),
)
GROUPS: dict[str, tuple[Metric, ...]] = {
    "Requests": _REQUESTS,
    "Readers": _READERS,
    "Writes": _WRITER,
    "Engine elsewhere": _ENGINE,
    "Releases of another service": _PULLED,
    "Cache and streams": _KEPT,
    "Machine": _MACHINE,
}
"""The metrics by what they are of."""
METRICS: dict[str, Metric] = {each.name: each for group in GROUPS.values() for each in group}
"""The metrics by their names, without the prefix."""
