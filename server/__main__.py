"""`coterminous`: alone, make what is missing, then serve; with a command, do that.

The service is imported only when it serves, so that the other commands start at once.
"""

from __future__ import annotations

import logging
import os
import re
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    run,
)
from kg.cli.progress import Bar
from kg.errors import BadQuery, InvalidGraph, InvalidInput, NoRelease
from kg.release.build import ensure
from kg.release.catalogue import Catalogue
from kg.release.opened import ReleaseInfo
from kg.settings import KEEP, TEXTS, store_folder, texts_folder
from server.limits.sparql import check
from server.settings import SERVER_SETTINGS, ServerSettings

if TYPE_CHECKING:
    from typer.models import OptionInfo

_HELP = ("--help", "-h")
# After comments: what only GraphQL begins with, and the form whose answer is a table.
_GRAPHQL = re.compile(r"(?:\s|,|#[^\n]*\n?)*(?:\{|(?:query|mutation|subscription|fragment)\b)")
_SELECT = re.compile(
    r"^\s*(?:(?:PREFIX|BASE)\b.*\s*|#.*\s*)*SELECT\b", re.IGNORECASE | re.MULTILINE
)


def _option(name: str) -> OptionInfo:
    setting = next(each for each in SERVER_SETTINGS if each.name == name)
    default = "none" if setting.default == "" else setting.default
    told = f"{setting.sentence} [env: {setting.variable}; default: {default}]"
    option: OptionInfo = typer.Option(f"--{name}", help=told, show_default=False)
    return option


@app.command()
def serve(  # noqa: PLR0913 - one for each setting; a test holds the two lists equal
    host: Annotated[str | None, _option("host")] = None,
    port: Annotated[int | None, _option("port")] = None,
    workers: Annotated[int | None, _option("workers")] = None,
    deadline: Annotated[float | None, _option("deadline")] = None,
    memory: Annotated[int | None, _option("memory")] = None,
    queue: Annotated[int | None, _option("queue")] = None,
    cache: Annotated[int | None, _option("cache")] = None,
    body: Annotated[int | None, _option("body")] = None,
    allow_service: Annotated[str | None, _option("allow-service")] = None,
    log_level: Annotated[str | None, _option("log-level")] = None,
    store: StoreOption = None,
    texts: TextsOption = None,
    open_page: Annotated[bool, typer.Option("--open", help="Open the first page.")] = False,
) -> None:
    """Make what is missing, then serve it: GraphQL, SPARQL, addresses and pages."""
    settings = ServerSettings.read(
        host=host, port=port, workers=workers, deadline=deadline, memory=memory, queue=queue,
        cache=cache, body=body, allow_service=allow_service, log_level=log_level,
    )  # fmt: skip
    place = store or store_folder()
    if texts:
        os.environ[TEXTS.variable] = str(texts)  # for the readers, which show passages
    _make(place, texts or texts_folder())
    _listen(Catalogue(place), settings, open_page=open_page)


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
        from server.graphql.execute import execute

        told = execute(current, text)
        output.write_json(told)
        raise typer.Exit(1 if told.get("errors") else 0)
    check(text, frozenset())
    if wanted == "table" and _SELECT.search(text):
        output.stdout.print(output.table(current.store.select(text)))
    else:
        output.write_query(text, current.store, wanted)


def main() -> None:
    """The command `coterminous`."""
    arguments = sys.argv[1:]
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in _HELP):
        arguments = ["serve", *arguments]
    sys.exit(run(arguments))


def _read(file: str) -> str:
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadQuery(f"{file} cannot be read: {error}") from None


def _make(place: Path, texts: Path | None) -> None:
    """Build what is missing; where the sources are not sound, the last good release goes on."""
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
    info = ReleaseInfo.read(folder)
    output.stderr.print(f"Release {info.name}: {info.triples:,} triples", highlight=False)


def _listen(catalogue: Catalogue, settings: ServerSettings, *, open_page: bool) -> None:
    import uvicorn

    from server.app import create_app
    from server.limits.connection import options

    logging.basicConfig(
        level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(message)s"
    )
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.create_server((settings.host, settings.port), family=family, backlog=2048)
    host, port = listening.getsockname()[:2]
    address = f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
    config = uvicorn.Config(create_app(catalogue, settings), **options())
    output.stderr.print(f"Listening on {address}  (Ctrl-C ends it)", highlight=False)
    if open_page:
        typer.launch(address)
    uvicorn.Server(config).run([listening])


if __name__ == "__main__":
    main()
