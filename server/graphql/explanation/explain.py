"""How an answer came about, for who asks: what it cost, what was asked of the graph, in what scope.

A request's `extensions` ask for it: `{"kg": "explain"}`; `{"kg": "plan"}` for all that is known
before the graph is asked, with `data` of null and nothing run; `{"kg": "certify"}` for a replay
certificate. Several go in a list. `{"explain": true}` is the same as the first.

What is told are the queries that give all of the answer. One that is not explained may take values
and pages from what the process keeps (`execution.readmodel`), which tests hold to be the same.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping
from typing import Any, Final

import orjson
from graphql import FieldNode, FragmentSpreadNode, SelectionSetNode, value_from_ast_untyped
from graphql.execution.values import get_variable_values

from kg.errors import BadQuery
from kg.release.answers import latest
from kg.release.opened import OpenRelease
from server.graphql.api import Api
from server.graphql.execution.run import Runner
from server.graphql.execution.strategy import Strategy, most_queries, query, strategy
from server.graphql.planning.plan import Branch, Level, Plan
from server.graphql.planning.prepare import Operation, Prepared, fragments_of
from server.graphql.planning.price import Rows
from server.graphql.render import total

KINDS: Final = ("explain", "plan", "certify")
SCOPE: Final = ("asOf", "carryMonths", "corpus", "publishedBy", "language", "release")
"""The arguments that hold for all that stands below a field."""


def wanted(extensions: Mapping[str, Any]) -> frozenset[str]:
    """What the `extensions` of a request ask to be told; raises `BadQuery` for anything else.

    >>> sorted(wanted({"kg": ["plan", "certify"], "explain": True}))
    ['certify', 'explain', 'plan']
    """
    asked = extensions.get("kg") or []
    kinds = [asked] if isinstance(asked, str) else asked
    if not isinstance(kinds, list) or any(each not in KINDS for each in kinds):
        raise BadQuery(
            f"`extensions.kg` is {orjson.dumps(asked).decode()[:80]}.",
            "extensions.kg",
            f"It may be one of {', '.join(KINDS)}, or a list of them.",
        )
    return frozenset(kinds) | ({"explain"} if extensions.get("explain") else set())


def price(here: Api, asked: Operation, ready: Prepared, store: object) -> dict[str, Any]:
    """What is known of an operation before the graph is asked, as JSON has it.

    `queries` is how many SPARQL queries it takes, or where the store is asked in chunks how many
    at most, and `rowBound` how many rows they give at most, nothing where that is not known.
    """
    return {
        "queries": most_queries(ready.plan, store),
        "rowBound": _bound(here, ready, store),
        "plan": fingerprint(ready.plan),
        "scope": dict(_scopes(here, asked, ready)),
        "budget": _budget(here, asked, ready),
    }


def _bound(here: Api, ready: Prepared, store: object) -> int | None:
    if store is ready.release.store or ready.price.rows is None:
        return ready.price.rows
    return Rows(ready.release.fanout, here.limits, store).of(ready.plan)  # type: ignore[attr-defined]


def story(runner: Runner, began: float) -> dict[str, Any]:
    """What was asked of the graph, how long that took and how many rows it gave."""
    return {
        "rows": sum(each.rows for each in runner.asked),
        "elapsedMs": _ms(time.perf_counter() - began),
        "asked": [
            {
                "at": each.at,
                "sparql": each.sparql,
                "rows": each.rows,
                "ms": _ms(each.seconds),
                "strategy": each.strategy,
            }
            for each in runner.asked
        ],
    }


def newest(release: object, runner: Runner) -> dict[str, Any]:
    """The latest source that what was asked of the graph is about, as `latestSource`."""
    if not isinstance(release, OpenRelease):
        return {}
    asked = "\n".join(each.sparql for each in runner.asked)
    return {"latestSource": latest.told(latest.latest_source(release, asked))}


def first_queries(plan: Plan, store: object) -> list[dict[str, Any]]:
    """The queries whose text is known before the first has been answered."""
    known = [each for each in plan.levels if each.source == "class" or each.given]
    return [
        {"at": level.at, "sparql": text}
        for level in known
        for text, is_wanted in (
            (_total(level, store), level.has_count),
            (query(store, level, level.given, strategy(store, level, {})), level.has_rows),
        )
        if is_wanted
    ]


def _total(level: Level, store: object) -> str:
    return total(level, level.given, lateral=strategy(store, level, {}) is Strategy.LATERAL)


def fingerprint(plan: Plan) -> str:
    """The digest of a plan's canonical form; of two that would ask the same it is the same."""
    told = [
        *([key, type(root).__name__] for key, root in plan.roots.items()),
        *(_level(each) for each in plan.levels),
    ]
    return "sha256:" + hashlib.sha256(orjson.dumps(told)).hexdigest()


def _level(level: Level) -> dict[str, Any]:
    above, variable = level.above, level.variable
    return {
        "number": level.number,
        "at": level.at,
        "source": level.source,
        "what": [repr(each) for each in (level.step, level.group, level.order, level.after)],
        "first": level.first,
        "asks": [level.has_rows, level.has_count],
        "branch": _branch(level.branch),
        "below": [above.number if above else None, variable.var if variable else None],
        "only": sorted(level.only or ()),
        # Those of a computed value are known only when it has been computed.
        "given": [] if above is None and level.number else list(map(str, level.given)),
    }


def _branch(branch: Branch) -> list[Any]:
    return [
        branch.var,
        [[repr(step), var] for step, var in branch.columns.items()],
        branch.types,
        [[repr(along), _branch(inner)] for along, inner in branch.branches.items()],
    ]


def _scopes(here: Api, asked: Operation, ready: Prepared) -> Iterator[tuple[str, dict[str, Any]]]:
    """What each root field puts in force, and each field below that says otherwise."""
    definitions = ready.operation.variable_definitions or ()
    coerced = get_variable_values(here.schema, definitions, {**asked.variables})
    variables = coerced if isinstance(coerced, dict) else {}
    fragments = fragments_of(ready.document)
    ahead: list[tuple[str, SelectionSetNode]] = [("", ready.operation.selection_set)]
    while ahead:
        at, selections = ahead.pop(0)
        for node in selections.selections:
            if isinstance(node, FragmentSpreadNode):
                ahead.append((at, fragments[node.name.value].selection_set))
            elif not isinstance(node, FieldNode):
                ahead.append((at, node.selection_set))  # type: ignore[attr-defined]
            else:
                here_at = f"{at}.{(node.alias or node.name).value}".lstrip(".")
                given = {
                    each.name.value: value_from_ast_untyped(each.value, variables)
                    for each in node.arguments
                    if each.name.value in SCOPE
                }
                if given or not at:
                    yield here_at, given
                if node.selection_set:
                    ahead.append((here_at, node.selection_set))


def _budget(here: Api, asked: Operation, ready: Prepared) -> dict[str, dict[str, int]]:
    found = {
        **here.asked(asked.document),
        "values": ready.values,
        "conditions": ready.price.conditions,
        "queries": ready.price.queries,
        **({} if ready.price.rows is None else {"rows": ready.price.rows}),
    }
    return {
        name: {"asked": number, "left": getattr(here.limits, name) - number}
        for name, number in found.items()
    }


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 3)
