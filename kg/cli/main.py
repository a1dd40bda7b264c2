"""The typer app: `build`, `check`, `ask`, `questions`, `show`, `releases`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from kg.cli import output
from kg.cli.add import add
from kg.cli.annotations import annotated
from kg.cli.asked import JsonOption
from kg.cli.asked import ReleaseOption as ReleaseOption
from kg.cli.asked import StoreOption as StoreOption
from kg.cli.asked import opened as opened
from kg.cli.audit import audit
from kg.cli.commit import commit
from kg.cli.coverage import show_coverage
from kg.cli.decide import decide
from kg.cli.diff import diff
from kg.cli.documents import documents
from kg.cli.extract import extract, rules
from kg.cli.imports import import_app
from kg.cli.interlocks import interlocks
from kg.cli.lineage import lineage, replaced
from kg.cli.measures import export, measures
from kg.cli.missed import missed
from kg.cli.paths import path
from kg.cli.plot import plot, plots
from kg.cli.progress import Bar
from kg.cli.publish import publish_to
from kg.cli.recode import coterminosity, crosswalk, recode
from kg.cli.review.command import review
from kg.cli.show import show_thing
from kg.cli.since import since
from kg.cli.status import status
from kg.cli.withdraw import list_commits, withdraw_commits, withdraw_said
from kg.errors import BadParameter, KgError
from kg.questions.ask import ask as ask_question
from kg.questions.bind import parse
from kg.release.catalogue import Catalogue
from kg.release.inputs import Inputs
from kg.release.opened import ReleaseInfo
from kg.settings import BESIDE, KEEP, TEXTS, store_folder, texts_folder

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    help="How the English NHS organises commissioning, as a graph with its evidence.",
)

for command in (
    lineage, replaced, recode, crosswalk, coterminosity, interlocks, path, measures, export,
    plot, plots,
    diff, audit, since, add, documents, extract, rules,
    review, decide, missed, status, commit,
):  # fmt: skip
    app.command()(command)
app.command("annotations")(annotated)
app.add_typer(import_app, name="import")

TextsOption = Annotated[
    Path | None, typer.Option("--texts", envvar=TEXTS.variable, help=TEXTS.sentence)
]
FormatOption = Annotated[
    str, typer.Option("--format", "-f", help="One of " + ", ".join(output.FORMATS))
]


@app.command()
def build(
    store: StoreOption = None,
    texts: TextsOption = None,
    beside: Annotated[
        Path | None, typer.Option("--from", envvar=BESIDE.variable, help=BESIDE.sentence)
    ] = None,
    to: Annotated[
        str, typer.Option("--to", help="Publish the current release to the engine at this address.")
    ] = "",
    verify: Annotated[
        bool, typer.Option("--verify", help="Only compare what the engine holds; with --to.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Make a release from the sources and publish it; the last good one stays until then.

    With --to the release that is current is written to an engine, which is read back whole.
    """
    place = store or store_folder()
    if to:
        publish_to(place, to, only_verify=verify, as_json=as_json)
        return
    from kg.release.build import build as build_release

    with Bar(output.stderr) as bar:
        folder = build_release(
            place,
            texts or texts_folder(),
            bar,
            inputs=Inputs.shipped(beside),
            keep=int(KEEP.read()),
        )
    from kg.release.documents.commit import catch_up  # what reads documents takes time to load

    catch_up(place)
    info = ReleaseInfo.read(folder)
    if as_json:
        output.write_json(vars(info))
        return
    output.stdout.print(
        f"Release [bold]{info.name}[/bold]: {info.triples:,} triples in {info.graphs} graphs, "
        f"{info.bytes / 1e6:.1f} MB, {info.seconds:g} s",
        highlight=False,
    )
    output.stdout.print(f"N-Quads digest {info.digest}", style="dim", highlight=False)


@app.command()
def check(
    texts: TextsOption = None,
    covered: Annotated[
        bool, typer.Option("--coverage", help="Tell how complete the current release is, instead.")
    ] = False,
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Validate the sources, print what is found, and exit 1 if anything is."""
    if covered:
        show_coverage(opened(store), as_json=as_json)
        return
    from kg.release.build import check as check_sources

    with Bar(output.stderr, "Checking the sources") as bar:
        found = check_sources(texts or texts_folder(), bar)
    if as_json:
        output.write_json({"violations": found})
    else:
        for line in found:
            output.stdout.print(Text(line), highlight=False)
        output.stdout.print(f"{len(found)} violations", style="bold")
    raise typer.Exit(1 if found else 0)


@app.command()
def ask(
    name: Annotated[str, typer.Argument(help="The question, as `theme/name`.")],
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", help="A parameter, as name=value.")
    ] = None,
    form: FormatOption = "table",
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
) -> None:
    """Answer a named question."""
    wanted = "json" if as_json else asked_format(form)
    current = opened(store, release)
    question = current.library[name]
    values = parse(question.sparql, dict(_pair(each) for each in param or []))
    answer = ask_question(current.store, question, values)
    output.write_answer(answer, current.store, current.name, wanted)


@app.command()
def questions(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """List the questions that can be asked by name."""
    library = opened(store).library
    if as_json:
        output.write_json(
            [{"name": each.name, "question": each.header.question} for each in library.values()]
        )
        return
    for theme, asked in library.themes().items():
        drawn = Table(title=theme, title_justify="left", title_style="bold", show_header=False)
        drawn.add_column("name", style="cyan", no_wrap=True)
        drawn.add_column("question")
        for each in asked:
            drawn.add_row(each.name, Text(each.header.question))
        output.stdout.print(drawn)


@app.command()
def show(
    what: Annotated[str, typer.Argument(help="A code, a name, or an identifier.")],
    on: Annotated[
        str, typer.Option(help="A day: of several by one code, the one that stood then.")
    ] = "",
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show a thing: what is known of it, and who says so."""
    show_thing(opened(store, release), what, on=on, as_json=as_json)


@app.command()
def releases(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """List the releases that are kept here."""
    catalogue = Catalogue(store or store_folder())
    kept = [ReleaseInfo.read(catalogue.find(name)) for name in catalogue.names()]
    current = catalogue.current().name
    if as_json:
        output.write_json([vars(each) | {"current": each.name == current} for each in kept])
        return
    drawn = Table("name", "built", "triples", "digest", "")
    for each in kept:
        mark = "current" if each.name == current else ""
        drawn.add_row(each.name, each.built, f"{each.triples:,}", each.digest[:26] + "…", mark)
    output.stdout.print(drawn)


@app.command()
def history(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """List the commits that can be taken back: when, by whom, and what they changed."""
    list_commits(store or store_folder(), as_json=as_json)


@app.command()
def withdraw(
    what: Annotated[
        str, typer.Argument(help="The number of the commit, or 4-9; or a candidate that stands.")
    ] = "",
    document: Annotated[
        str, typer.Option(help="All that a document says, or where the candidate is.")
    ] = "",
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take back what commits did, by new ones; no service may be writing meanwhile.

    Of a document, or of one candidate of it, what stands in the graph is taken out.
    """
    if document or what.startswith(("c-", "m-")):
        withdraw_said(store or store_folder(), what, document, as_json=as_json)
        return
    withdraw_commits(store or store_folder(), what, as_json=as_json)


def asked_format(form: str) -> str:
    """The format by that name; raises `BadParameter` for another."""
    if form not in output.FORMATS:
        raise BadParameter("--format", f"'{form}' is not one of {', '.join(output.FORMATS)}")
    return form


def _pair(text: str) -> tuple[str, str]:
    name, found, value = text.partition("=")
    if not found:
        raise BadParameter(text, "a parameter is written as name=value", "Try -p on=2020-04-01.")
    return name, value


def run(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit code.

    Errors raised on purpose are printed and give 1; a command line that cannot be read gives 2.
    """
    try:
        app(arguments)
    except KgError as error:
        return output.fail(error)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0
