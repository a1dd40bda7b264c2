"""What an assistant sends that it should not: it is told so, and the service goes on."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx2
import pytest
from mcp.shared.exceptions import MCPError

from tests.server.mcp.conftest import COMMAND, Assistant

RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SHARED = {"question": "people/shared-chief-officer"}
HELLO = {
    "protocolVersion": "2025-06-18",
    "capabilities": {},
    "clientInfo": {"name": "a test", "version": "1"},
}

REFUSALS: list[tuple[str, dict[str, Any], str, str]] = [
    ("search", {}, "bad-parameter", "Parameter 'q': it is wanted"),
    ("search", {"q": 7}, "bad-parameter", "Parameter 'q': it is not a text"),
    ("search", {"q": ["a"]}, "bad-parameter", "Parameter 'q': it is not a text"),
    ("search", {"q": ""}, "bad-parameter", "Parameter 'q': it is empty"),
    ("search", {"q": "a", "first": True}, "bad-parameter",
     "Parameter 'first': it is not a whole number"),
    ("search", {"q": "a", "first": 10**30}, "bad-parameter",
     "Parameter 'first': it is more than 100"),
    ("search", {"q": "a", "x" * 999: 1}, "bad-parameter",
     f"Parameter '{'x' * 60}…': there is no such argument"),
    ("search", {"q": "a", "release": "../../releases/x"}, "unknown-release",
     "No release is named '../../releases/x'."),
    ("ask", {"question": "../inside/known"}, "unknown-question",
     "No question is named '../inside/known'"),
    ("ask", {"question": "inside/known"}, "unknown-question",
     "No question is named 'inside/known'"),
    ("ask", SHARED | {"parameters": {"on": '2018-11-01"^^xsd:date) } #'}}, "bad-parameter",
     "Parameter 'on': '2018-11-01\"^^xsd:date) } #' is not a day"),
    ("ask", SHARED | {"parameters": {"/first": "1000000"}}, "bad-parameter",
     "Parameter '/first': the question has no such parameter"),
    ("ask", SHARED | {"parameters": {"carry": [1]}}, "bad-parameter",
     "Parameter 'parameters.carry': it is not a text or number or boolean"),
    ("ask", SHARED | {"parameters": {"corpus": "cotv:corpus-all> ) } #"}}, "bad-parameter",
     "Parameter 'corpus': 'cotv:corpus-all> ) } #' is not an IRI"),
    ("show", {"what": "organisation/26A/ccg> ?p ?o } #"}, "unknown-thing",
     "Nothing is known by 'organisation/26A/ccg%3E%20%3Fp%20%3Fo%20%7D%20%23'."),
    ("evidence", {"what": "26A", "on": "2018-99-99"}, "bad-parameter",
     "Parameter 'on': '2018-99-99' is not a day"),
    ("lineage", {"body": "00H", "direction": "sideways"}, "bad-parameter",
     "Parameter 'direction': it is none of both, forward, back"),
    ("sparql", {"query": "SELECT * {" + "{" * 50_000 + "}" * 50_000 + "}"}, "query-too-deep",
     "The query has more than 100 levels of brackets at 1:111."),
    ("sparql", {"query": "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"},
     "federation-refused", "SERVICE at 1:12 is not followed here."),
    ("sparql", {"query": "INSERT DATA { <urn:a> <urn:b> <urn:c> }"}, "bad-query", ""),
    ("sparql", {"query": "SELECT * { ?s ?p ?o }"}, "query-too-large",
     "The answer has more than 4194304 bytes."),
    ("sparql", {"query": RUNAWAY}, "deadline-passed",
     "The answer was not ready within 2 s, so it was stopped."),
]  # fmt: skip


@pytest.mark.parametrize(("tool", "arguments", "code", "message"), REFUSALS)
def test_it_is_refused_by_name_and_the_next_call_is_answered(
    assistant: Assistant, tool: str, arguments: dict[str, Any], code: str, message: str
) -> None:
    told = assistant.refused(tool, **arguments)

    assert told["code"] == code
    assert told["message"].startswith(message)
    assert len(json.dumps(told)) < 1_000
    assert assistant.told("sparql", query="ASK {}")["boolean"] is True


def test_ten_megabytes_of_text_are_refused(assistant: Assistant, request: Any) -> None:
    text = "x" * 10_000_000

    if "http" in request.node.name:
        with pytest.raises(MCPError):
            assistant.call("search", q=text)
    else:
        told = assistant.refused("search", q=text)
        assert told["message"] == "Parameter 'q': it is longer than 500 characters"
    assert assistant.told("sparql", query="ASK {}")["boolean"] is True


@pytest.mark.parametrize(
    ("kind", "told_so"),
    [
        (
            "mutation",
            ("A mutation is refused here.", "Nothing can be written here. Ask with a query."),
        ),
        (
            "subscription",
            (
                "A subscription is answered again and again, which one response cannot be.",
                "Ask with a query, and again later.",
            ),
        ),
    ],
)
def test_graphql_neither_writes_nor_listens(
    assistant: Assistant, kind: str, told_so: tuple[str, str]
) -> None:
    fields = {"mutation": '{ addDocument(text: "a") { isNew } }',
              "subscription": "{ releasePublished { name } }"}  # fmt: skip

    result = assistant.call("graphql", query=f"{kind} {fields[kind]}")

    assert result.is_error
    told = result.structured_content
    assert told["data"] is None
    (error,) = told["errors"]
    assert error["extensions"]["code"] == "bad-query"
    assert (error["message"], error["extensions"]["hint"]) == told_so


# At the other doors they name a command, an address, a parameter or a header.
IN_ITS_WORDS = [
    ("ask", {"question": "zzzz"}, "The tool `questions` lists all.", None),
    ("show", {"what": "qqqqzzzz"}, "The tool `search` finds it by a name or a code.", None),
    ("replaced", {"body": " "}, "Give one, such as 03D.", "body"),
    ("lineage", {"body": "26A"},
     "Give 'id:organisation/26A/ccg' or 'id:organisation/26A/sub-icb-location'.", "body"),
]  # fmt: skip


@pytest.mark.parametrize(("tool", "arguments", "hint", "at"), IN_ITS_WORDS)
def test_it_is_told_which_tool_and_which_argument(
    assistant: Assistant, tool: str, arguments: dict[str, Any], hint: str, at: str | None
) -> None:
    told = assistant.refused(tool, **arguments)

    assert (told["hint"], told.get("at")) == (hint, at)
    assert told["message"].startswith("Parameter 'body': " if at else "No")


def test_a_field_that_is_only_told_to_who_may_write_is_not_told_to_it(
    assistant: Assistant,
) -> None:
    result = assistant.call("graphql", query="{ reviews { title } }")

    (error,) = (result.structured_content or {})["errors"]
    assert error["message"] == "`reviews` is not told here."
    assert error["extensions"]["hint"] == "Ask without it."


def test_a_tool_or_a_resource_that_there_is_not_is_told(assistant: Assistant) -> None:
    with pytest.raises(MCPError, match=r"^No tool is named '(\.\./){20}…'\. Known: search"):
        assistant.call("../" * 500)
    with pytest.raises(MCPError, match=r"^There is no resource 'file:///etc/passwd'\.$"):
        assistant.portal.call(assistant.client.read_resource, "file:///etc/passwd")


def test_a_large_body_and_a_page_of_another_site_are_refused(address: str) -> None:
    asked = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
    accept = {"Accept": "application/json, text/event-stream"}

    large = httpx2.post(address, json=asked | {"pad": "x" * 2_000_000}, headers=accept)
    foreign = httpx2.post(address, json=asked, headers=accept | {"Origin": "https://example.org"})
    renamed = httpx2.post(address, json=asked, headers=accept | {"Host": "example.org"})

    assert (large.status_code, large.json()["code"]) == (413, "body-too-large")
    assert (foreign.status_code, renamed.status_code) == (403, 421)


UNREADABLE = {
    '{"jsonrpc":"2.0","id":2,"method":"tools/call","params":' + "[" * 9_999 + "]" * 9_999 + "}": 2,
    '{"jsonrpc":"2.0","id":"a-3","method":"tools/call","params":{"name":"\\ud800"}}': "a-3",
    "no message": None,
}


def test_a_line_that_cannot_be_read_is_answered_under_its_number(shipped: Path) -> None:
    command = [sys.executable, *COMMAND, "--store", str(shipped)]
    hello = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": HELLO}
    ping = {"jsonrpc": "2.0", "id": 9, "method": "ping"}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        told = []
        for line in (json.dumps(hello), *UNREADABLE, json.dumps(ping)):
            process.stdin.write(line + "\n")
            process.stdin.flush()
            told.append(json.loads(process.stdout.readline()))
        process.stdin.close()
        ended = process.wait(15)

    assert [each["id"] for each in told] == [1, *UNREADABLE.values(), 9]
    assert [each["error"]["code"] for each in told[1:-1]] == [-32700] * 3
    assert told[-1]["result"] == {}
    assert ended == 0
