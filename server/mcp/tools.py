"""The tools: what each takes and gives, when to use which, and how it is asked. All only read."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kg.errors import BadParameter
from server.mcp import schemas
from server.mcp.arguments import clipped
from server.mcp.asking import Asking, Given, Told
from server.mcp.schemas import Schema
from server.rest.answer import NOT_ASKED

INSTRUCTIONS: Final = (
    "A graph of how the English NHS organised commissioning (PCTs, CCGs, STPs, ICSs, ICBs, "
    "regions): what became of whom, who led what, which policies and reports said what. Every "
    "answer names its release and gives the places that bear it out; cite them. What was said or "
    "planned is not what happened. Begin with `search` for a name, `questions` for what can be "
    "asked ready-made, `replaced` or `lineage` for what became of a body. Ask in `sparql` or "
    "`graphql` only what no question answers. Days are ISO days such as 2018-11-01, inclusive at "
    "both ends: `on` and `asOf` are the day in the world, `publishedBy` is the day by which a "
    "source had to be out. Nothing can be written. Long answers come in pages: where `page.next` "
    "is a number, ask again with it as `offset`."
)


@dataclass(frozen=True)
class Tool:
    """A tool: `takes` and `gives` are the properties of its schemas, `ask` has it answered."""

    name: str
    title: str
    description: str
    takes: Schema
    gives: Schema
    ask: Callable[[Asking, Given], Awaitable[Told]]
    required: tuple[str, ...] = ()
    may_lack: tuple[str, ...] = ()

    @cached_property
    def input_schema(self) -> Schema:
        """What it takes, as JSON Schema; every tool takes `release`."""
        return schemas.closed(self.takes | {"release": schemas.RELEASE}, self.required)

    @cached_property
    def output_schema(self) -> Schema:
        """What it gives, as JSON Schema; every answer names its release."""
        gives = {"release": schemas.ANSWERED} | self.gives
        return schemas.open_object(gives, [each for each in gives if each not in self.may_lack])


async def _search(asking: Asking, given: Given) -> Told:
    wanted = {name: str(given.get(name, "")) for name in ("q", "kind", "first")}
    params = wanted | {"/format": "json"}
    return await asking.json("server.rest.answer:search", params, given.get("release", ""))


async def _questions(asking: Asking, given: Given) -> Told:
    theme, words = given.get("theme", ""), given.get("words", "")
    return await asking.here("questions", given, {"theme": theme, "words": words})


async def _ask(asking: Asking, given: Given) -> Told:
    wanted = {name: _text(value) for name, value in given["parameters"].items()}
    for name in wanted:
        if name in NOT_ASKED or name.startswith("/"):  # these mean something to a reader
            raise BadParameter(clipped(name), "the question has no such parameter")
    return await asking.here("question", given, wanted | {"/name": given["question"]})


async def _show(asking: Asking, given: Given) -> Told:
    on, way = given.get("on", ""), given.get("direction", "")
    return await asking.here("show", given, {"/what": given["what"], "on": on, "direction": way})


async def _evidence(asking: Asking, given: Given) -> Told:
    params = {"/what": given["what"], "on": given.get("on", "")}
    return await asking.here("evidence", given, params)


async def _lineage(asking: Asking, given: Given) -> Told:
    params: dict[str, str | list[str]] = {
        "/key": given["body"],
        "direction": given["direction"],
        "until": given.get("until", ""),
        "through": given.get("through", []),
    }
    return await asking.here("lineage", given, params)


async def _replaced(asking: Asking, given: Given) -> Told:
    params = {"q": given["body"], "on": given.get("on", ""), "kind": given.get("kind", "")}
    return await asking.here("replaced", given, params)


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


TOOLS: Final = (
    Tool(
        "search",
        "Search",
        "Find bodies, people, documents, policies by a name, an old name or a code (such as 26A). "
        "Returns hits, best first, each with its id, label and kind. Use it to learn the id that "
        "other tools take.",
        {
            "q": schemas.text("A name or a code, in part or whole.", 500),
            "kind": schemas.text("Only one class of the model, such as Organisation.", 100),
            "first": schemas.number("How many hits.", 20, 1, 100),
        },
        {"q": schemas.TEXT, "hits": schemas.array(schemas.HIT)},
        _search,
        ("q",),
    ),
    Tool(
        "questions",
        "List the ready-made questions",
        "List the named questions by theme, with the parameters each takes, their defaults, and "
        "what its columns mean. Use it before `ask`. Narrow it with `theme` or `words`.",
        {
            "theme": schemas.text("Only this theme, such as people, mergers or policy.", 100),
            "words": schemas.text("Only questions in which all these words occur.", 200),
            **schemas.PAGED,
        },
        {
            "themes": schemas.array(schemas.TEXT),
            "questions": schemas.array(schemas.QUESTION),
            "page": schemas.PAGE,
        },
        _questions,
    ),
    Tool(
        "ask",
        "Ask a ready-made question",
        "Answer a named question with its parameters, for instance people/shared-chief-officer "
        "with on=2018-11-01 or policy/hedge-dropped. Returns rows; each has its values and "
        "the places that bear it out. Prefer it to writing SPARQL: the questions are tested. Read "
        "the notes, which tell what counts.",
        {
            "question": schemas.text("The question's name, as `questions` lists it.", 200),
            "parameters": schemas.PARAMETERS,
            **schemas.PAGED,
        },
        {
            "question": schemas.TEXT,
            "name": schemas.TEXT,
            "parameters": {"type": "object"},
            "columns": schemas.array({"type": "object"}),
            "rows": schemas.array(schemas.ROW),
            "notes": schemas.array(schemas.TEXT),
            "page": schemas.PAGE,
        },
        _ask,
        ("question",),
    ),
    Tool(
        "show",
        "Show a thing",
        "Tell all that is stated of one thing (a body, person, claim, document, event), and all "
        "that leads to it, each statement with the graph that makes it and its evidence.",
        {
            "what": schemas.WHAT,
            "on": schemas.day("Where a code or name has meant several, the one of this day."),
            "direction": schemas.one_of(
                "Only statements of it (out), or that lead to it (in).", ("out", "in")
            ),
            **schemas.PAGED,
        },
        {
            "iri": schemas.TEXT,
            "label": schemas.MAYBE,
            "kinds": schemas.array(schemas.TEXT),
            "statements": schemas.array(schemas.STATEMENT),
            "page": schemas.PAGE,
        },
        _show,
        ("what",),
    ),
    Tool(
        "evidence",
        "Show the evidence of a thing",
        "Tell where a thing is borne out, its own evidence and that of what it was derived from: "
        "document, day of issue, place in it, and the words where they may be shown. Use it for a "
        "claim, event, tenure or figure that another tool gave, before you rest anything on it.",
        {
            "what": schemas.WHAT,
            "on": schemas.day("Where a code or name has meant several, the one of this day."),
            **schemas.PAGED,
        },
        {
            "iri": schemas.TEXT,
            "evidence": schemas.array(schemas.PLACE),
            "page": schemas.PAGE,
        },
        _evidence,
        ("what",),
    ),
    Tool(
        "replaced",
        "What replaced a body",
        "Tell in one sentence and in parts what replaced a body on a day, or as last known, by any "
        "code or name that it ever had, such as 10G or NHS Newcastle West CCG; with evidence. "
        "Where a name has meant several bodies, the outcome and the options say so.",
        {
            "body": schemas.text("A code, a name or an id, current or old.", 500),
            "on": schemas.day("The day; as last known if left out."),
            "kind": schemas.text("Of several bodies the one of this kind, such as ccg.", 50),
        },
        {
            "asked": schemas.TEXT,
            "sentence": schemas.TEXT,
            "outcome": schemas.TEXT,
            "successors": schemas.array({"type": "object"}),
            "evidence": schemas.array(schemas.SOURCE),
        },
        _replaced,
        ("body",),
    ),
    Tool(
        "lineage",
        "The lineage of a body",
        "Tell step by step what became of a body (forward) and what it came from (back): mergers, "
        "splits, transfers, with days, shares and the evidence of each. Use `replaced` where only "
        "the outcome is wanted.",
        {
            "body": schemas.text("An id such as organisation/26A/ccg, or a code or name.", 500),
            "direction": schemas.one_of("Which way.", ("both", "forward", "back"), "both"),
            "until": schemas.day("Going forward the last day, going back the first."),
            "through": schemas.KINDS_OF_STEP,
            **schemas.PAGED,
        },
        {
            "of": schemas.TEXT,
            "sentence": schemas.TEXT,
            "warnings": schemas.array(schemas.TEXT),
            "bodies": schemas.array({"type": "object"}),
            "steps": schemas.array(schemas.STEP),
            "page": schemas.PAGE,
        },
        _lineage,
        ("body",),
    ),
    Tool(
        "graphql",
        "Ask in GraphQL",
        "Answer a GraphQL query. The schema is the resource coterminous://schema.graphql (large: "
        'rather ask for one type, as in `{__type(name: "Organisation") {fields {name}}}`); '
        "`asOf` is the day in the world, `publishedBy` the day by which sources were out, and most "
        "things have `evidence`. Mutations and subscriptions are refused, as is what asks too much "
        "at once. Use it for nested shapes that no named question has.",
        {
            "query": schemas.text("A GraphQL document with a query.", schemas.DOCUMENT),
            "variables": {"type": "object", "description": "The values of its variables."},
            "operationName": schemas.text("Which of several operations is meant.", 200),
        },
        {"data": {"type": ["object", "null"]}, "errors": schemas.array({"type": "object"})},
        Asking.graphql,
        ("query",),
    ),
    Tool(
        "sparql",
        "Ask in SPARQL",
        "Answer a SPARQL 1.1 query: SELECT gives bindings, ASK a boolean, CONSTRUCT and DESCRIBE "
        "triples. Nothing can be updated, and no other service is called but those whose hosts the "
        "operator allows. Ask for `cot:evidence` of what you select so that it can be cited; the "
        "resource coterminous://glossary has the words. Use LIMIT; a query that takes too long or "
        "gives too much is ended.",
        {
            "query": schemas.text("A SPARQL query, with its PREFIXes.", schemas.QUERY),
            **schemas.PAGED,
        },
        {
            "boolean": {"type": "boolean"},
            "columns": schemas.array(schemas.TEXT),
            "bindings": schemas.array({"type": "object"}),
            "triples": schemas.array(schemas.TEXT),
            "page": schemas.PAGE,
        },
        Asking.sparql,
        ("query",),
        ("boolean", "columns", "bindings", "triples", "page"),
    ),
)
"""The tools in the order in which they are listed."""
