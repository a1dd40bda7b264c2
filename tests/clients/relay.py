"""What Relay's compiler writes."""

from __future__ import annotations

import json
from pathlib import Path

from tests.clients.node import Workshop


def compiled(node: Workshop, module: str, source: str) -> Path:
    """The folder of artifacts that the compiler writes for a module of that name and text."""
    place = node.folder / f"relay-{module}"
    (place / "source").mkdir(parents=True)
    (place / "written").mkdir()
    (place / "source" / f"{module}.js").write_text(source, encoding="utf-8")
    # Artifacts name each other without an ending, which only the older kind of module allows.
    (place / "written" / "package.json").write_text('{"type": "commonjs"}', encoding="utf-8")
    config = {"src": "source", "schema": "../schema.graphql", "language": "javascript",
              "eagerEsModules": False, "artifactDirectory": "written"}  # fmt: skip
    (place / "relay.config.json").write_text(json.dumps(config), encoding="utf-8")
    node.tool("relay-compiler", "relay.config.json", within=place.name)
    return place / "written"
