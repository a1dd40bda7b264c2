"""The commands of the service, beside those of `kg`: `serve`, `query`, `verify`, `schema`.

The service is imported only when it serves, so that the other commands start at once.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli import output
from kg.cli.main import (
    FormatOption,
    ReleaseOption,
    StoreOption,
    TextsOption,
    app,
    asked_format,
    opened,
)
from kg.cli.options import with_settings
from kg.cli.progress import Bar
from kg.errors import BadQuery, InvalidGraph, InvalidInput, NoRelease
from kg.model.ontology import load
from kg.questions.library import Library
from kg.release import sums
from kg.release.catalogue import Catalogue
from kg.release.empty import ensure_empty
from kg.release.opened import OpenRelease, ReleaseInfo
from kg.settings import KEEP, STORE, TEXTS, addresses_of, store_folder, texts_folder
from kg.store.base import Store
from kg.store.formats import ROWS, TRIPLES
from server.assets.building import ensure_built
from server.readers.isolate import isolates
from server.readers.spawn import AHEAD
from server.readers.zygotes import base_folder
from server.settings import (
    ASSISTANT_SETTINGS,
    LIMIT_SETTINGS,
    SERVER_SETTINGS,
    Limits,
    ServerSettings,
)

# After comments: what only GraphQL begins with, and the form whose answer is a table.
_GRAPHQL = re.compile(r"(?:\s|,|#[^\n]*\n?)*(?:\{|(?:query|mutation|subscription|fragment)\b)")
_SELECT = re.compile(
    r"^\s*(?:(?:PREFIX|BASE)\b.*\s*|#.*\s*)*SELECT\b", re.IGNORECASE | re.MULTILINE
)


@app.command()
@with_settings((*SERVER_SETTINGS, *LIMIT_SETTINGS))
def serve(
    *,
    store: StoreOption = None,
    texts: TextsOption = None,
    open_page: Annotated[bool, typer.Option("--open", help="Open the first page.")] = False,
    **given: Any,
) -> None:
    """Make what is missing, then serve it: GraphQL, SPARQL, addresses and pages."""
    settings, place = _settled(given, store, texts)
    with _front_end(settings):
        _ensure(place, settings, texts)
    current = Catalogue(place).current()
    AHEAD.open(base_folder(current), settings.memory_bytes, isolate=isolates(current, settings))
    sums.check(current)
    _listen(Catalogue(place), settings, open_page=open_page)


@app.command()
@with_settings((*ASSISTANT_SETTINGS, *LIMIT_SETTINGS))
def mcp(
    *,
    store: StoreOption = None,
    texts: TextsOption = None,
    http: Annotated[bool, typer.Option("--http", help="Listen for HTTP at /mcp instead.")] = False,
    **given: Any,
) -> None:
    """Serve assistants (Model Context Protocol) by stdin and stdout; they can only read."""
    from server.mcp.transports import serve as serve_assistants

    settings, place = _settled(given, store, texts)
    if not Catalogue(place).names():  # who starts it does not wait until a newer one is made
        _ensure(place, settings, texts)
    sums.check(Catalogue(place).current())
    serve_assistants(Catalogue(place), settings, output.stderr.print if http else None)


@app.command()
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

    check(text, frozenset())
    if wanted == "table" and _SELECT.search(text):
        output.stdout.print(output.table(current.store.select(text)))
    else:
        output.write_query(text, current.store, wanted)


@app.command()
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


@app.command()
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


def _settled(
    given: Mapping[str, Any], store: Path | None, texts: Path | None
) -> tuple[ServerSettings, Path]:
    """The settings and the store folder, which readers are told by the environment."""
    settings = ServerSettings.read(**given)
    for each in (*SERVER_SETTINGS, *LIMIT_SETTINGS):  # for the readers, which hold the limits
        value = given.get(each.name.replace("-", "_"))
        if value is not None:
            os.environ[each.variable] = str(value)
    Limits.read()
    place = store or store_folder()
    os.environ[STORE.variable] = str(place)  # for the readers, which show passages
    if texts:
        os.environ[TEXTS.variable] = str(texts)
    return settings, place


def _ensure(place: Path, settings: ServerSettings, texts: Path | None) -> None:
    if addresses_of(place):
        from kg.release.card import ensure_card  # what asks an engine takes its time to load

        _told(ensure_card(place))
    elif settings.data == "none":
        ensure_empty(place)
    else:
        _make(place, texts or texts_folder())


def _make(place: Path, texts: Path | None) -> None:
    """Build what is missing; where the sources are not sound, the last good release goes on."""
    from kg.release.build import ensure

    try:
        with Bar(output.stderr) as bar:
            folder = ensure(place, texts, bar, keep=int(KEEP.read()))
    except (InvalidInput, InvalidGraph) as error:
        output.fail(error)
        try:
            folder = Catalogue(place).current()
        except NoRelease:
            raise error from None
        output.stderr.print("The last good release is served instead.", style="bold")
    _told(folder)


def _told(folder: Path) -> None:
    """Keep the schema of the release that is to be served, and tell its name."""
    _keep_schema(folder)
    info = ReleaseInfo.read(folder)
    output.stderr.print(f"Release {info.name}: {info.triples:,} triples", highlight=False)


@contextmanager
def _front_end(settings: ServerSettings) -> Iterator[None]:
    """What scripts pages have is made beside what is made meanwhile; it is there at the end."""
    if settings.front_end == "skip":
        yield
        return
    with ThreadPoolExecutor(1) as beside:
        making = beside.submit(ensure_built, lambda told: output.stderr.print(told, markup=False))
        yield
        making.result()


def _keep_schema(folder: Path) -> None:
    from server.graphql.transport.published import FILE, keep

    if not (folder / FILE).exists():
        keep(OpenRelease(folder))


def _listen(catalogue: Catalogue, settings: ServerSettings, *, open_page: bool) -> None:
    import uvicorn

    from server.app import create_app, readers_of
    from server.limits.connection import listen, options
    from server.operations import logs
    from server.operations.ending import Server

    logs.configure(settings.log_level, settings.log_format)
    listening, address = listen(settings.host, settings.port)
    service = create_app(catalogue, settings)
    config = uvicorn.Config(service, **options(settings.trusted_proxy))
    output.stderr.print(f"Listening on {address}  (Ctrl-C ends it)", highlight=False)
    if open_page:
        typer.launch(address)
    Server(config, readers_of(service), settings.drain).run([listening])
