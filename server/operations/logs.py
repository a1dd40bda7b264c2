"""The form of the log: lines to read, or a JSON object a line."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from typing import Any

import orjson

from kg.settings import BadSetting
from server.settings import SERVER_SETTINGS

FORMATS = ("text", "json")


class Plain(logging.Formatter):
    """A line to read; what a record tells beside its message follows as `name=value`.

    No value can begin another line, or look like the next one.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        """The line."""
        told = " ".join(f"{name}={_shown(value)}" for name, value in told_of(record).items())
        line = super().formatMessage(record).replace("\n", "\\n")
        return f"{line} {told}" if told else line


class Json(logging.Formatter):
    """A JSON object a line: `time`, `level`, `logger`, `message`, and what the record tells."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        told: dict[str, Any] = {
            "time": when,
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        told |= told_of(record)
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return orjson.dumps(told, default=str).decode()


def told_of(record: logging.LogRecord) -> dict[str, Any]:
    """What a record tells beside its message, by name."""
    told: dict[str, Any] = getattr(record, "told", {})
    return told


def configure(level: str, form: str) -> None:
    """Log to standard error from now on; raises `BadSetting` for a form that there is not."""
    if form not in FORMATS:
        (setting,) = (each for each in SERVER_SETTINGS if each.name == "log-format")
        raise BadSetting(setting, form)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Json() if form == "json" else Plain())
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)


def _shown(value: object) -> str:
    text = str(value)
    return text if text.isascii() and text.isprintable() and " " not in text else repr(text)
