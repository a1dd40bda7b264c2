"""The settings, from their tables."""

from __future__ import annotations

from collections.abc import Iterable

from kg.release.opened import OpenRelease
from kg.settings import KG_SETTINGS, Setting
from server.docs.generated.markdown import code, plain, table
from server.settings import LIMIT_SETTINGS, SERVER_SETTINGS

GROUPS = (
    ("The graph", KG_SETTINGS),
    ("The service", SERVER_SETTINGS),
    ("Limits of GraphQL", LIMIT_SETTINGS),
)
"""The settings, as the page has them together."""


def told(_: OpenRelease) -> str:
    """A table for each group of settings."""
    return "\n".join(f"## {title}\n\n{_table(group)}" for title, group in GROUPS)


def _table(settings: Iterable[Setting]) -> str:
    head = ("setting", "variable", "value", "default", "what it does")
    return table(head, [_row(each) for each in settings])


def _row(setting: Setting) -> tuple[str, str, str, str, str]:
    default = str(setting.default).lower() if setting.kind is bool else str(setting.default)
    value = setting.type + (", secret" if setting.secret else "")
    return (
        code(setting.name), code(setting.variable), value, code(default), plain(setting.sentence)
    )  # fmt: skip
