"""An operation answered: the schema and documents are kept, everything else is made anew."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

from graphql import ExecutionResult, GraphQLError, GraphQLResolveInfo, GraphQLSyntaxError
from graphql import execute as execute_tree

from kg.errors import KgError, UnknownRelease
from server.errors import HINTS
from server.graphql.api import Api, Invalid, api
from server.graphql.execution.assemble import assemble
from server.graphql.execution.columns import Context, Fault
from server.graphql.execution.complete import Completer, OnError
from server.graphql.execution.readmodel import ReadModel, read_model
from server.graphql.execution.run import Known, Runner
from server.graphql.explanation import explain as explained
from server.graphql.explanation.certify import NotCertified, Portable, certifiable, certificate
from server.graphql.planning.compile import AnotherRelease
from server.graphql.planning.prepare import Operation, Prepared, prepared
from server.graphql.planning.reading import told
from server.graphql.release import Release

__all__ = ["Answer", "Operation", "execute", "formatted", "respond"]

LOG = logging.getLogger("coterminous")

Answer = dict[str, Any]
Data = dict[str, Any] | None
Errors = list[GraphQLError]
_Complete = Callable[[Prepared, Operation, Runner], tuple[Data, Errors]]


def execute(
    release: Release,
    document: str,
    variables: Mapping[str, Any] | None = None,
    operation: str | None = None,
    *,
    explain: bool = False,
) -> Answer:
    """The response of an operation, as JSON would have it: `data`, `errors`, `extensions`.

    `data` is left out where the operation could not be begun. `extensions.release` names the
    release that answered. With `explain`, `extensions.kg` tells what it cost, and what was asked.
    """
    asked = Operation(document, variables or {}, operation, explain)
    try:
        return respond(release, asked)
    except AnotherRelease as other:
        missing = UnknownRelease(other.name, [release.name])
        return _refused([GraphQLError(str(missing), original_error=missing)], release)


def respond(release: Release, asked: Operation) -> Answer:
    """The same, but raises `AnotherRelease` where the document asks one that is not open here."""
    # What is explained is the SPARQL that gives all of the answer.
    model = None if asked.explains else read_model(release.store)
    return _responded(release, asked, _completed, model)


def whole(release: Release, asked: Operation) -> Answer:
    """The same as `respond`, with nothing that was kept of the release: tests hold them equal."""
    return _responded(release, asked, _completed, None)


def oracle(release: Release, asked: Operation) -> Answer:
    """The same as `respond` with `PROPAGATE`, as graphql-core makes it of the response's tree.

    Tests hold the two equal. graphql-core knows no other way with errors than to propagate.
    """
    return _responded(release, asked, _by_graphql_core, None)


def _responded(
    release: Release, asked: Operation, complete: _Complete, model: ReadModel | None
) -> Answer:
    here, began = api(release.ontology, release.library), time.perf_counter()
    try:
        ready = prepared(here, asked, release)
        if "plan" in asked.kg:
            return {"data": None, "extensions": _planned(here, asked, ready)}
        portable, runner = _run(here, asked, ready, model)
    except NotCertified as error:
        return _refused([told(error)], release)
    except Invalid as invalid:
        return _refused(invalid.errors, release)
    except GraphQLError as error:
        return _refused([error], release)
    data, errors = complete(ready, asked, runner)
    answer: Answer = {"data": data}
    if errors:
        answer["errors"] = [formatted(each) for each in errors]
    extensions = answer["extensions"] = {"release": release.name}
    if asked.explains:
        known = explained.price(here, asked, ready, (portable or release).store)
        extensions["kg"] = (
            known | explained.story(runner, began) | explained.newest(release, runner)
        )
    if portable:
        made = certificate(portable, asked, runner, data, answer.get("errors", ()))
        extensions["kg"] = extensions.get("kg", {}) | {"certificate": made}
    return answer


def _run(
    here: Api, asked: Operation, ready: Prepared, model: ReadModel | None
) -> tuple[Portable | None, Runner]:
    """What the graph says; by which portable queries, where they are to be certified."""

    def run(release: Release, known: Known | None = None, model: ReadModel | None = None) -> Runner:
        runner = Runner(release, here.shown, known, model)
        runner.run(ready.plan)
        return runner

    if "certify" in asked.kg:
        return certifiable(ready.release, run)
    return None, run(ready.release, ready.known, model)


def _planned(here: Api, asked: Operation, ready: Prepared) -> Answer:
    """What is told of an operation that is not run."""
    store = ready.release.store
    first = explained.first_queries(ready.plan, store)
    known = explained.price(here, asked, ready, store)
    return {"release": ready.release.name, "kg": known | {"asked": first, "dryRun": True}}


def _completed(ready: Prepared, asked: Operation, runner: Runner) -> tuple[Data, Errors]:
    """The data by columns; where anything is an error, by the tree."""
    errors: Errors = []
    try:
        data: Data = ready.response.data(Context(runner, ready.release, ready.fields))
    except Fault:
        tree = assemble(ready.plan, runner, ready.release, runner.shown)
        completer = Completer(ready.fields, OnError(asked.on_error))
        data = completer.data(ready.of_graph, tree)
        errors = completer.sorted_errors()
    if data is not None and ready.asks_schema:
        data |= ready.schema(asked.variables)
        data = {key: data[key] for key in ready.selected}
    return data, errors


def _by_graphql_core(ready: Prepared, asked: Operation, runner: Runner) -> tuple[Data, Errors]:
    """The data of the tree by graphql-core."""
    result = execute_tree(
        ready.fields.schema,
        ready.document,
        assemble(ready.plan, runner, ready.release, runner.shown),
        variable_values={**asked.variables},
        operation_name=asked.name,
        field_resolver=_read,
    )
    assert isinstance(result, ExecutionResult)
    return result.data, result.errors or []


def _read(source: Mapping[str, Any], info: GraphQLResolveInfo, **_args: object) -> Any:
    """What the tree has under the response key; an error there is raised by graphql-core."""
    return source.get(str(info.path.key))


def _refused(found: list[GraphQLError], release: Release) -> Answer:
    return {
        "errors": [formatted(each) for each in found],
        "extensions": {"release": release.name},
    }


def formatted(error: GraphQLError) -> Answer:
    """An error as a client sees it; of one that was not raised on purpose, only that it was."""
    cause = error.original_error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    answer: Answer = {"message": error.message}
    extensions = {"code": "bad-query", "hint": _place(error)}
    if isinstance(cause, KgError):
        extensions = {"code": cause.code, "hint": cause.hint, "at": cause.at}
    elif cause is None and error.path:
        extensions = {"code": "bad-value"}  # graphql-core cannot write what the graph has
    elif error.path:
        LOG.error("a GraphQL field failed", exc_info=cause)
        answer["message"] = "The service failed; the failure is in its log."
        extensions = {"code": "internal"}
    extensions["hint"] = extensions.get("hint") or HINTS.get(extensions["code"], "")
    if error.locations:
        answer["locations"] = [each.formatted for each in error.locations]
    if error.path:
        answer["path"] = error.path
    answer["extensions"] = {name: each for name, each in extensions.items() if each}
    return answer


def _place(error: GraphQLError) -> str:
    """Where to mend what graphql-core has refused, and what tells how."""
    if not error.locations:
        return ""
    line, column = error.locations[0]
    schema = "" if isinstance(error, GraphQLSyntaxError) else " The schema tells what there is."
    return f"Mend it at line {line}, column {column}.{schema}"
