"""Commands that serve, until they are ended."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import socket
from typing import Annotated, Any

import typer

from kg.cli import output
from kg.cli.asked import StoreOption, TextsOption
from kg.cli.failures import fail
from kg.cli.options import with_settings
from kg.cli.progress import Bar
from kg.errors import InvalidGraph, InvalidInput, NoRelease
from kg.release import sums
from kg.release.catalogue import Catalogue
from kg.release.empty import ensure_empty
from kg.release.opened import OpenRelease, ReleaseInfo
from kg.settings import (
    AUTH,
    BESIDE,
    KEEP,
    STORE,
    TEXTS,
    WRITE,
    addresses_of,
    store_folder,
    texts_folder,
)
from server.assets.building import ensure_built
from server.commands.configured import ConfigOption
from server.readers.processes.isolate import isolates
from server.readers.processes.spawn import AHEAD
from server.readers.processes.zygotes import base_folder
from server.settings import (
    ASSISTANT_SETTINGS,
    LIMIT_SETTINGS,
    SERVER_SETTINGS,
    Limits,
    ServerSettings,
)

OF_THE_STORE = (WRITE, AUTH, BESIDE, KEEP)
"""Settings of the store that are options of `serve`, beside those that every command has."""


@with_settings((*OF_THE_STORE, *SERVER_SETTINGS, *LIMIT_SETTINGS))
def serve(
    *,
    config: ConfigOption = None,
    store: StoreOption = None,
    texts: TextsOption = None,
    open_page: Annotated[bool, typer.Option("--open", help="Open the first page.")] = False,
    **given: Any,
) -> None:
    """Make what is missing, then serve it: GraphQL, SPARQL, addresses and pages."""
    from server.limits.connection import bind  # what listens takes its time to load

    settings, place = _settled(given, store, texts)
    bound = bind(settings.host, settings.port)  # before what takes long is begun in vain
    with _front_end(settings):
        _ensure(place, settings, texts)
    with suppress(NoRelease):  # what comes from elsewhere may not have come yet
        now = Catalogue(place).current()
        AHEAD.open(base_folder(now), settings.memory_bytes, isolate=isolates(now, settings))
        sums.check(now)
    _listen(Catalogue(place), settings, bound, open_page=open_page)


@with_settings((*ASSISTANT_SETTINGS, *LIMIT_SETTINGS))
def mcp(
    *,
    config: ConfigOption = None,
    store: StoreOption = None,
    texts: TextsOption = None,
    http: Annotated[bool, typer.Option("--http", help="Listen for HTTP at /mcp instead.")] = False,
    anyone: Annotated[
        bool,
        typer.Option("--anyone", help="With --http: answer whoever reaches it, without a token."),
    ] = False,
    **given: Any,
) -> None:
    """Serve assistants (Model Context Protocol) by stdin and stdout; they can only read."""
    from server.mcp.transports import serve as serve_assistants

    settings, place = _settled(given, store, texts)
    if not Catalogue(place).names():  # who starts it does not wait until a newer one is made
        _ensure(place, settings, texts)
    sums.check(Catalogue(place).current())
    tell = output.stderr.print if http else None
    serve_assistants(Catalogue(place), settings, tell, is_open=anyone)


def _settled(
    given: Mapping[str, Any], store: Path | None, texts: Path | None
) -> tuple[ServerSettings, Path]:
    """The settings and the store folder, which readers are told by the environment."""
    settings = ServerSettings.read(**given)
    for each in (
        *OF_THE_STORE,
        *SERVER_SETTINGS,
        *LIMIT_SETTINGS,
    ):  # for the readers, which hold the limits
        value = given.get(each.parameter)
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

        _told(ensure_card(place, origin=settings.origin))
    elif not settings.makes_releases:
        from server.releases.begin import begin  # what pulls takes its time to load

        begin(place, settings, lambda told: output.stderr.print(told, markup=False))
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
        fail(error)
        try:
            folder = Catalogue(place).current()
        except NoRelease:
            raise error from None
        output.stderr.print("The last good release is served instead.", style="bold")
    _told(folder)


def _told(folder: Path) -> None:
    """Keep the schema of the release that is to be served, and tell its name."""
    from server.graphql.transport.published import keep

    keep(OpenRelease(folder))
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


def _listen(
    catalogue: Catalogue, settings: ServerSettings, bound: socket, *, open_page: bool
) -> None:
    import uvicorn

    from server.app import create_app, readers_of
    from server.limits.connection import listen, options
    from server.operations import logs
    from server.operations.ending import Server

    logs.configure(settings.log_level, settings.log_format)
    service = create_app(catalogue, settings)
    config = uvicorn.Config(service, **options(settings.trusted_proxy))
    # Ctrl-C may come before there is a loop to end: nothing is amiss then.
    config.get_loop_factory()
    warnings.filterwarnings("ignore", "coroutine 'Server.serve' was never awaited", RuntimeWarning)
    address = listen(bound)
    output.stderr.print(f"Listening on {address}  (Ctrl-C ends it)", highlight=False)
    if open_page:
        typer.launch(address)
    Server(config, readers_of(service), settings.drain).run([bound])
