"""Commands for whoever runs the service: whether it is well, and what it is run by."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import typer

from kg.cli import output
from kg.cli.asked import JsonOption
from kg.errors import BadParameter
from server.operations import recipes
from server.settings import ServerSettings

PATIENCE = 3.0
"""Seconds that the service is given to tell how it is."""
_EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}  # noqa: S104 - what is asked, not bound


def health(
    address: Annotated[
        str, typer.Argument(help="The address of a service (default: the one that is set).")
    ] = "",
    as_json: JsonOption = False,
) -> None:
    """Ask a service whether it is ready, and exit 1 if it is not; as the check of a container."""
    settings = ServerSettings.read()
    host = _EVERYWHERE.get(settings.host, settings.host)
    base = address or f"http://{host}:{settings.port}"
    told = _ready(base.rstrip("/") + "/readyz")
    if as_json:
        output.write_json(told)
    else:
        reasons = ", ".join(told["reasons"]) or f"ready, release {told.get('release', '')}"
        output.stdout.print(f"{base}: {reasons}", markup=False, highlight=False)
    raise typer.Exit(1 if told["reasons"] else 0)


def _ready(address: str) -> dict[str, Any]:
    if not address.startswith(("http://", "https://")):
        raise BadParameter("address", f"'{address}' is no address of HTTP")
    try:
        with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 - it is one of HTTP
            told: dict[str, Any] = json.load(answer)
    except HTTPError as error:
        told = _problem(error)
    except (URLError, OSError, ValueError) as error:
        told = {"reasons": [f"no answer ({getattr(error, 'reason', error)})"]}
    return told


def _problem(error: HTTPError) -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.load(error)
    except ValueError:
        told = {}
    return told if told.get("reasons") else {"reasons": [f"status {error.code}"]}


def recipe(
    name: Annotated[str, typer.Argument(help="One of " + ", ".join(recipes.RECIPES))],
) -> None:
    """Print what the service is run or watched by: a unit, an image, alerts, a dashboard."""
    sys.stdout.write(recipes.text(name))
