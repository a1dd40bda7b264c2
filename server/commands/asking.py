"""Commands that ask as a service does: SPARQL or GraphQL, certificates, and the schema."""

from __future__ import annotations

import json
import re
import sys
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli import output
from kg.cli.asked import FormatOption, ReleaseOption, StoreOption, asked_format, opened
from kg.errors import BadQuery
from kg.model.ontology import load
from kg.questions.library import Library
from kg.release.catalogue import Catalogue
from kg.settings import store_folder
from kg.store.base import Store
from kg.store.formats import ROWS, TRIPLES

# After comments: what only GraphQL begins with, and the form whose answer is a table.
_GRAPHQL = re.compile(r"(?:\s|,|#[^\n]*\n?)*(?:\{|(?:query|mutation|subscription|fragment)\b)")
_SELECT = re.compile(
    r"^\s*(?:(?:PREFIX|BASE)\b.*\s*|#.*\s*)*SELECT\b", re.IGNORECASE | re.MULTILINE
)


def query(
    file: Annotated[str, typer.Argument(help="A file with SPARQL or GraphQL, or - for input.")],
    form: FormatOption = "table",
    store: StoreOption = None,
    release: ReleaseOption = "",
) -> None:
    """Ask the local release in SPARQL or in GraphQL, whichever the text is."""
    wanted, text = asked_format(form), _read(file)
    current = opened(store, release)
    if _GRAPHQL.match(text):
        from server.graphql.execution.execute import execute

        told = execute(current, text)
        output.write_json(told)
        raise typer.Exit(1 if told.get("errors") else 0)
    from server.limits.sparql import check
    from server.sparql import faults

    check(text, frozenset())
    with faults.told(text):
        if wanted == "table" and _SELECT.search(text):
            output.draw(output.table(current.store.select(text)))
        else:
            output.write_query(text, current.store, wanted)


def verify(
    file: Annotated[str, typer.Argument(help="A file with a certified answer, or - for input.")],
    store: StoreOption = None,
) -> None:
    """Ask all queries of an answer's certificate again, of the release that it names."""
    from server.graphql.explanation.certificate import verify as differences

    try:
        told = json.loads(_read(file))
        certificate = told["extensions"]["kg"]["certificate"]
        current = opened(store, certificate["release"])
        found = differences(certificate, partial(_results, current.store), told["data"])
    except (ValueError, KeyError, TypeError) as error:
        raise BadQuery(f"{file} is not a certified answer: {error!r}") from None
    for each in found:
        output.stdout.print(each, markup=False, soft_wrap=True)
    if found:
        raise typer.Exit(1)
    number = len(certificate["queries"])
    output.stdout.print(f"All {number} queries give what was certified of {current.name}.")


def _results(store: Store, text: str) -> Any:
    """The answer to a SELECT query as SPARQL 1.1 Query Results JSON."""
    from server.limits.sparql import check

    check(text)
    written = BytesIO()
    store.write(text, written, ROWS[0], TRIPLES[0])
    return json.loads(written.getvalue())


def schema(
    against: Annotated[
        str, typer.Option(help="Tell what changed since this SDL, a file or a release, instead.")
    ] = "",
    bare: Annotated[bool, typer.Option("--bare", help="Leave the descriptions out.")] = False,
    store: StoreOption = None,
    release: ReleaseOption = "",
) -> None:
    """Print the GraphQL schema as SDL: of a release, or as the next one will have it.

    With --against it ends with 1 where something breaks that was not deprecated in that SDL.
    """
    from server.graphql.api import Api
    from server.graphql.schema.sdl import printed

    kept = opened(store, release) if release else None
    api = Api(kept.ontology, kept.library) if kept else Api(load(), Library())
    text = printed(api.schema, descriptions=not bare and not against)
    if not against:
        sys.stdout.write(text)
    elif not _compared(_published(against, store), text):
        raise typer.Exit(1)


def _published(against: str, store: Path | None) -> str:
    """The SDL in a file; else the one that the release by that name was first served with."""
    from server.graphql.transport.published import kept

    names = {each.name for each in Catalogue(store or store_folder()).log()}
    is_release = against in names and not Path(against).exists()
    return kept(opened(store, against)) if is_release else _read(against)


def _compared(before: str, after: str) -> bool:
    """Print what changed; whether all that breaks was announced."""
    from server.graphql.schema.revision import changes, unannounced

    found, broken = changes(before, after), {each.sentence for each in unannounced(before, after)}
    for each in found:
        mark = "BREAKING" if each.sentence in broken else each.level
        output.stdout.print(f"{mark:9}  {each.sentence}", markup=False, soft_wrap=True)
    output.stdout.print(f"{len(found)} changes, {len(broken)} of them against the promise")
    return not broken


def _read(file: str) -> str:
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadQuery(f"{file} cannot be read: {error}") from None
