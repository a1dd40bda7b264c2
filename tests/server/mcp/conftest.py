"""An assistant's connection: the official SDK's client, over stdio and over HTTP."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import mcp_types as types
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from mcp import StdioServerParameters
from mcp.client.client import Client
from mcp.client.stdio import stdio_client

from kg.release.build import ensure
from kg.settings import store_folder

COMMAND = ("-m", "server", "mcp", "--workers", "1", "--deadline", "2", "--log-level", "error")


@dataclass
class Assistant:
    """Calls tools by the client, from outside of its loop."""

    client: Client
    portal: BlockingPortal

    def call(self, tool: str, **arguments: Any) -> types.CallToolResult:
        """What a tool answers, be it an error."""
        result = self.portal.call(self.client.call_tool, tool, arguments)
        assert isinstance(result, types.CallToolResult)
        return result

    def told(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """What a tool answers, which must not be an error, and is the same as text."""
        result = self.call(tool, **arguments)
        (content,) = result.content
        assert isinstance(content, types.TextContent)
        assert not result.is_error, content.text
        found: dict[str, Any] = result.structured_content
        assert json.loads(content.text) == found
        return found

    def refused(self, tool: str, **arguments: Any) -> dict[str, str]:
        """The error that a tool tells."""
        result = self.call(tool, **arguments)
        assert result.is_error
        told: dict[str, Any] = result.structured_content
        found: dict[str, str] = told["error"]
        return found


@pytest.fixture(scope="session")
def shipped() -> Path:
    """The store folder with the shipped release, built if need be."""
    place = store_folder()
    ensure(place)
    return place


@contextmanager
def listening(place: Path) -> Iterator[str]:
    """The address of a service for assistants over HTTP."""
    command = [sys.executable, *COMMAND, "--http", "--port", "0", "--store", str(place)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr
            found = (re.search(r"Listening on (\S+)", line) for line in process.stderr)
            yield next(each[1] for each in found if each)
        finally:
            process.terminate()
            process.wait(15)


@pytest.fixture(scope="session")
def address(shipped: Path) -> Iterator[str]:
    """The address of a service for assistants over HTTP."""
    with listening(shipped) as found:
        yield found


@pytest.fixture(scope="session", params=["stdio", "http"])
def assistant(request: pytest.FixtureRequest, shipped: Path) -> Iterator[Assistant]:
    """A connected assistant, by each of the transports."""
    if request.param == "http":
        server: Any = request.getfixturevalue("address")
    else:
        command = [*COMMAND, "--store", str(shipped)]
        server = stdio_client(StdioServerParameters(command=sys.executable, args=command))
    client = Client(server, read_timeout_seconds=60)
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(client) as connected:
        yield Assistant(connected, portal)
