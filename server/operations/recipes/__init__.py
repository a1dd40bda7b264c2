"""What the service is run and watched by, as text to be put where it belongs.

`systemd` and `oci` are the files beside this one; `alerts` and `grafana` are made of the metrics.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.errors import BadParameter
from server.operations.alerts import rules
from server.operations.dashboard import dashboard

_HERE = Path(__file__).parent


def _file(name: str) -> Callable[[], str]:
    return lambda: (_HERE / name).read_text(encoding="utf-8")


RECIPES: dict[str, Callable[[], str]] = {
    "systemd": _file("coterminous.service"),
    "oci": _file("Containerfile"),
    "alerts": rules,
    "grafana": dashboard,
}
"""By its name, what gives the text."""


def text(name: str) -> str:
    """The text of a recipe; raises `BadParameter` where none has that name."""
    if name not in RECIPES:
        raise BadParameter("name", f"'{name}' is not one of {', '.join(RECIPES)}")
    return RECIPES[name]()
