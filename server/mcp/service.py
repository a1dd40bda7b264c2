"""The tools and resources behind the official SDK's server."""

from __future__ import annotations

import logging
from functools import cache
from importlib.metadata import version
from typing import Any, Final
from uuid import uuid4

import mcp_types as types
import orjson
from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError

from kg.errors import KgError
from server.errors import problem_of
from server.mcp.arguments import checked, clipped
from server.mcp.asking import Asking
from server.mcp.page import check_size
from server.mcp.tools import INSTRUCTIONS, TOOLS
from server.mcp.wording import worded
from server.readers.processes.wire import ReaderFault
from server.readers.protocol import Request
from server.readers.work.caller import CALLER, Caller

LOG = logging.getLogger("coterminous")
_BY_NAME: Final = {each.name: each for each in TOOLS}
_READS: Final = types.ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_RECKONED: Final = "server.rest.reckoned:answer"
_RESOURCES: Final = {
    "coterminous://glossary": (
        "glossary", "Every word of the model, explained", "application/json",
        Request(_RECKONED, {"/name": "glossary", "/format": "json"}),
    ),
    "coterminous://schema.graphql": (
        "schema.graphql", "The GraphQL schema (SDL)", "text/plain",
        Request("server.graphql.transport.published:answer"),
    ),
    "coterminous://holdings": (
        "holdings", "What the release holds, and what is missing", "application/json",
        Request(_RECKONED, {"/name": "about/data", "/format": "json"}),
    ),
}  # fmt: skip
Context = ServerRequestContext[Any]


def service(asking: Asking) -> Server[Any]:
    """A server that lists the tools and resources, and has what they are asked answered."""

    async def list_tools(_: Context, __: types.PaginatedRequestParams | None) -> Any:
        return _listed()

    async def call_tool(_: Context, params: types.CallToolRequestParams) -> Any:
        return await called(asking, params.name, params.arguments or {})

    async def list_resources(_: Context, __: types.PaginatedRequestParams | None) -> Any:
        return types.ListResourcesResult(
            resources=[
                types.Resource(uri=uri, name=name, title=title, mime_type=media)
                for uri, (name, title, media, _) in _RESOURCES.items()
            ]
        )

    async def read_resource(_: Context, params: types.ReadResourceRequestParams) -> Any:
        return await read(asking, params.uri)

    return Server(
        "coterminous",
        version=version("coterminous"),
        title="coterminous",
        instructions=INSTRUCTIONS,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
        on_list_resources=list_resources,
        on_read_resource=read_resource,
    )


async def called(asking: Asking, name: str, sent: dict[str, Any]) -> types.CallToolResult:
    """What a tool answers, in JSON and in the same JSON as text; or what is wrong, as an error.

    Raises `MCPError` where there is no such tool.
    """
    tool = _BY_NAME.get(name)
    if tool is None:
        known = ", ".join(_BY_NAME)
        raise MCPError(types.INVALID_PARAMS, f"No tool is named '{clipped(name)}'. Known: {known}.")
    number = _announced()
    try:
        told = await tool.ask(asking, checked(tool.input_schema, sent))
        written = orjson.dumps(told)
        check_size(written)
    except Exception as error:  # noqa: BLE001 - an assistant is told, and the server goes on
        return _failed(name, error, number)
    is_error = bool(told.get("errors")) and told.get("data") is None
    return _result(written.decode(), told, is_error=is_error)


async def read(asking: Asking, uri: str) -> types.ReadResourceResult:
    """The text of a resource; raises `MCPError` where there is none, or none can be had."""
    known = _RESOURCES.get(uri)
    if known is None:
        raise MCPError(types.INVALID_PARAMS, f"There is no resource '{clipped(uri)}'.")
    number = _announced()
    *_, media, request = known
    try:
        response = await asking.taken(request, "")
    except (KgError, ReaderFault) as error:
        raise MCPError(types.INTERNAL_ERROR, problem_of(error, number).detail) from None
    text = bytes(response.body).decode()
    return types.ReadResourceResult(
        contents=[types.TextResourceContents(uri=uri, mime_type=media, text=text)]
    )


def _announced() -> str:
    """The number under which a call is in the log, of which readers are told."""
    number = uuid4().hex[:12]
    CALLER.set(Caller(number, "mcp"))
    return number


def _failed(tool: str, error: Exception, number: str) -> types.CallToolResult:
    problem = worded(tool, problem_of(error, number))
    if problem.code == "internal":
        LOG.error("request %s failed", number, exc_info=error)
    told = {"code": problem.code, "message": problem.detail, "hint": problem.hint, "at": problem.at}
    kept = {name: each for name, each in told.items() if each}
    stop = "" if problem.detail.endswith(".") else "."
    said = f"{problem.code}: {problem.detail}{stop} {problem.hint}".strip()
    return _result(said, {"error": kept}, is_error=True)


def _result(text: str, told: dict[str, Any], *, is_error: bool) -> types.CallToolResult:
    content: list[types.ContentBlock] = [types.TextContent(type="text", text=text)]
    return types.CallToolResult(content=content, structured_content=told, is_error=is_error)


@cache
def _listed() -> types.ListToolsResult:
    return types.ListToolsResult(
        tools=[
            types.Tool(
                name=each.name,
                title=each.title,
                description=each.description,
                input_schema=each.input_schema,
                output_schema=each.output_schema,
                annotations=_READS,
            )
            for each in TOOLS
        ]
    )
