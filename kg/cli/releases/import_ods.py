"""What `coterminous import ods` does: shows what files say anew, and writes it."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from kg.cli import output
from kg.cli.asked import opened
from kg.errors import BadParameter
from kg.ingest.ods.differences import Change, Sort, differences
from kg.ingest.ods.facts import Import
from kg.ingest.ods.kinds import TYPES
from kg.ingest.ods.known import Register
from kg.ingest.ods.layout import Fault, official
from kg.ingest.ods.parts import LARGE, lines, parts
from kg.ingest.ods.survey import Survey
from kg.model.dates import day_of
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.release.documents.commit import follow
from kg.release.writer.large.loading import Document
from kg.release.writer.work import Put
from kg.release.writer.writer import Writer
from kg.settings import store_folder
from kg.store.oxigraph import OxigraphStore

_MANY = 1_000
_WHO = "import ods"


class Written(NamedTuple):
    """What an import wrote: its commits from the first to the last, and the release with them."""

    first: int
    last: int
    added: int
    release: str


def compare_files(
    files: Sequence[Path], *, apply: bool, only: Sequence[str], issued: str, limit: int,
    encoding: str, store: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Print what the files say that the register does not; written where it is to be applied.

    Ends the command with 1 where a line has a fault; then nothing is written.
    """
    chosen, day = _kinds(only), day_of("--issued", issued)
    read = [official(path, _known_encoding(encoding)) for path in files]
    release = opened(store)
    register = Register(release.store, Library())
    done = None
    with _progress((4 if apply else 2) * sum(each.path.stat().st_size for each in read)) as told:
        survey = Survey(read, register, told)

        def found() -> Iterator[Change]:
            every = differences(survey, register, told)
            return (each for each in every if not chosen or each.kind in chosen)

        counts = (_print_json if as_json else partial(_print, limit=limit))(found())
        faults = survey.faults
        if apply and not faults and counts.total() > counts[Sort.CONTRADICTORY]:
            work = Import(read, day, day or date.today().isoformat())
            names = OxigraphStore.sealed(release.folder / "store").graph_names()
            place, described = store or store_folder(), work.graph in names
            if counts.total() < LARGE:
                done = _written(place, work.graph, parts(work, found, described=described))
            else:
                document = Document(work.graph, lines(work, found, described=described), _WHO)
                done = _loaded(place, document)
    if as_json:
        _end_json(counts, faults, survey.count, release.name, done)
    else:
        _end(counts, faults, survey.count, release.name, done, applies=apply)
    if faults:
        raise typer.Exit(1)


def _kinds(only: Sequence[str]) -> frozenset[str]:
    for kind in only:
        if kind not in TYPES:
            raise BadParameter("--only", f"'{kind}' is no kind", f"One of {', '.join(TYPES)}.")
    return frozenset(only)


def _known_encoding(name: str) -> str:
    try:
        "".encode(name)
    except LookupError:
        hint = "Try utf-8 or cp1252."
        raise BadParameter("--encoding", f"'{name}' is no encoding", hint) from None
    return name


@contextmanager
def _progress(size: int) -> Iterator[Callable[[int], None]]:
    """A bar for that many bytes; gives what to call with how many more were read."""
    columns = (TextColumn("Reading"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=output.stderr, transient=True) as bar:
        task = bar.add_task("", total=size)
        yield lambda more: bar.advance(task, more)


def _written(folder: Path, graph: Iri, documents: Iterable[bytes]) -> Written:
    """A commit for each of the documents, all in one release; raises what one is refused for.

    What the rules derive of them follows at once, in one more commit.
    """
    writer = Writer(folder, shacl="refuse")
    try:
        asked = (
            Put(graph, each, "application/n-triples", replace=False, who=_WHO) for each in documents
        )
        first = writer.sequence + 1
        added = sum(each.added for each in writer.commit_whole(asked))
        last = writer.sequence
        follow(folder, writer)
        return Written(first, last, added, writer.release.name)
    finally:
        writer.close()


class _Steps:
    """Tells on the terminal how a large import goes."""

    def step(self, sentence: str) -> None:
        output.stderr.print(f"{sentence} …", style="dim", highlight=False)


def _loaded(folder: Path, document: Document) -> Written:
    """The same for a document of any size, as a stream: one commit, and one of what follows."""
    writer = Writer(folder, shacl="refuse")
    try:
        done = writer.load(document, _Steps())
        return Written(done.sequence, done.sequence, done.added, done.release)
    finally:
        writer.close()


def _print(found: Iterable[Change], limit: int) -> Counter[Sort]:
    """Print the first of each sort, and count all."""
    counts: Counter[Sort] = Counter()
    first: dict[Sort, list[Change]] = {sort: [] for sort in Sort}
    for each in found:
        counts[each.sort] += 1
        if len(first[each.sort]) < limit:
            first[each.sort].append(each)
    several = len({each.path for shown in first.values() for each in shown}) > 1
    for sort in Sort:
        if first[sort]:
            drawn = _table(sort, first[sort], counts[sort], is_of_several=several)
            output.draw(drawn)
    return counts


def _table(sort: Sort, changes: Sequence[Change], count: int, *, is_of_several: bool) -> Table:
    more = f", the first {len(changes)}" if count > len(changes) else ""
    drawn = Table(title=f"{sort.value} ({count:,}{more})", title_justify="left")
    for name in ("code", "kind"):
        drawn.add_column(name, no_wrap=True)
    for name in ("name", "the register", "the file", "line"):
        drawn.add_column(name, overflow="fold")
    for each in changes:
        where = f"{each.path.name}:{each.row.line}" if is_of_several else f"{each.row.line}"
        cells = (each.code, each.kind, each.name, each.before, each.after, where)
        drawn.add_row(*map(Text, cells))
    return drawn


def _print_json(found: Iterable[Change]) -> Counter[Sort]:
    """Write the differences as they are found; the object is closed by `_end_json`."""
    counts: Counter[Sort] = Counter()
    sys.stdout.write('{"changes": [')
    rest = iter(found)
    while several := list(islice(rest, _MANY)):
        lines = [json.dumps(each.json(), ensure_ascii=False) for each in several]
        sys.stdout.write((",\n" if counts else "\n") + ",\n".join(lines))
        counts.update(each.sort for each in several)
    return counts


def _end_json(
    counts: Counter[Sort], faults: Sequence[Fault], lines: int, release: str, done: Written | None
) -> None:
    told = {
        "counts": {sort.value: counts[sort] for sort in Sort},
        "faults": [
            {"file": str(each.path), "line": each.line, "reason": each.reason} for each in faults
        ],
        "lines": lines, "release": done.release if done else release,
        "commits": [done.first, done.last] if done else [],
    }  # fmt: skip
    sys.stdout.write("\n], " + json.dumps(told, ensure_ascii=False)[1:] + "\n")


def _end(
    counts: Counter[Sort],
    faults: Sequence[Fault],
    lines: int,
    release: str,
    done: Written | None,
    *,
    applies: bool,
) -> None:
    told = ", ".join(f"{counts[sort]:,} {sort.value}" for sort in Sort if counts[sort])
    summary = f"{lines:,} lines against release {release}: {told or 'nothing differs'}"
    output.stdout.print(Text(summary), style="bold", highlight=False)
    for each in faults[:_MANY]:
        output.stdout.print(Text(str(each)), style="red", highlight=False, soft_wrap=True)
    if faults:
        more = f" (the first {_MANY:,} are shown)" if len(faults) > _MANY else ""
        count = f"{len(faults):,} lines have" if len(faults) > 1 else "1 line has"
        mend = "them" if len(faults) > 1 else "it"
        told = f"{count} a fault{more}. Mend {mend}; nothing was written."
        output.stdout.print(Text(told), style="red", highlight=False)
    elif done:
        which = f"{done.first}-{done.last}" if done.last > done.first else f"{done.first}"
        told = (
            f"Commit {which} wrote {done.added:,} statements into release {done.release}; "
            f"`coterminous withdraw {which}` takes it back."
        )
        output.stdout.print(Text(told), highlight=False)
    elif counts and not applies:
        output.stdout.print("Nothing was written. --apply writes it.", highlight=False)
    if counts[Sort.CONTRADICTORY]:
        output.stdout.print("What is contradictory is never written.", highlight=False)
