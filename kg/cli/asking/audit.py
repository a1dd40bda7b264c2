"""`coterminous audit`: what sources say, set against what can be counted and against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Annotated, Final

import typer
from rich.table import Table
from rich.text import Text

from kg.analysis.audits.contradictions import KINDS, Contradiction, contradictions
from kg.analysis.audits.figures import Audit, figure_audits
from kg.analysis.audits.middle_tier import Reading, middle_tier
from kg.cli import output
from kg.cli.asked import CsvOption, JsonOption, ReleaseOption, StoreOption, opened
from kg.errors import BadParameter
from kg.model.names import shorten
from kg.questions.ask import ask
from kg.release.answers.audits import ASKED, BEGINS, SENTENCES, summary, told_of
from kg.release.answers.audits import audit as told_audit
from kg.release.opened import OpenRelease


def audit(
    what: Annotated[
        str, typer.Argument(help="figures, predictions, middle-tier, drift or contradictions.")
    ] = "",
    queries: Annotated[
        bool, typer.Option("--queries", help="With figures: print the queries, to ask them again.")
    ] = False,
    store: StoreOption = None,
    release: ReleaseOption = "",
    as_json: JsonOption = False,
    as_csv: CsvOption = False,
) -> None:
    """Audit what sources say: their numbers, predictions and words; without a name, in short."""
    asked = opened(store, release)
    if what and what not in SENTENCES:
        raise BadParameter("audit", f"'{what}' is not one of {', '.join(SENTENCES)}")
    if as_json or as_csv:
        output.write_told(
            told_audit(asked, what) if what else summary(asked), asked.name, as_csv=as_csv
        )
    elif not what:
        _summary(asked)
    elif what in ASKED:
        answer = ask(asked.store, asked.library[ASKED[what]])
        output.write_answer(answer, asked, "table")
    else:
        _COMPUTED[what](asked, queries)


def _summary(asked: OpenRelease) -> None:
    drawn = Table("audit", "", "found")
    before = ""
    for name, each, number in summary(asked).table.rows:
        drawn.add_row("" if name == before else str(name), str(each), str(number))
        before = str(name)
    output.draw(drawn)
    told_release = f"release {asked.name} · `coterminous audit NAME` tells one of them in full"
    output.stdout.print(Text(told_release), style="dim", highlight=False)


def _figures(asked: OpenRelease, queries: bool) -> None:
    found = figure_audits(asked.store, asked.library)
    drawn = Table("verdict", "counts", "said", "counted", "on", "reason")
    for each in found:
        counted = "" if each.counted is None else f"{each.counted:f}"
        cells = (each.verdict, each.quantity, each.said, counted, each.day, each.reason)
        drawn.add_row(*map(Text, cells))
    output.draw(drawn)
    for each in found if queries else ():
        _print_queries(each)
    _print_end(Counter(each.verdict for each in found), asked)


def _print_queries(audited: Audit) -> None:
    named = f"{shorten(audited.figure)}: {audited.said} ({audited.rule})"
    output.stdout.print(Text(f"\n# {named}"), style="bold", highlight=False)
    for told, asked in (("What is said", audited.stated), ("Counted again", audited.counting)):
        if asked:
            output.stdout.print(Text(f"# {told}\n{asked.strip()}"), highlight=False)


def _middle_tier(asked: OpenRelease, _queries: bool) -> None:
    found = middle_tier(asked.store, asked.library)
    for each in found:
        _print_reading(each)
    output.stdout.print(Text(f"• {BEGINS}"), highlight=False)


def _print_reading(reading: Reading) -> None:
    output.stdout.print(Text(f"{reading.name}: {told_of(reading)}"), style="bold", highlight=False)
    output.stdout.print(Text(f"  {reading.sentence}"), highlight=False)
    for each in reading.repeats:
        first, again = each.first, each.again
        told = f"{first.number} {first.of} from {first.since}, {again.of} from {again.since}"
        output.stdout.print(Text(f"  came back: {told}"), highlight=False)
    drawn = Table("from", "to before", "number", "of", "counted in")
    for stretch in reading.stretches:
        counts = " ".join(shorten(each) for each in stretch.counts)
        cells = stretch.since, stretch.until or "", str(stretch.number), stretch.of, counts
        drawn.add_row(*cells)
    output.draw(drawn)


def _contradictions(asked: OpenRelease, _queries: bool) -> None:
    found = contradictions(asked.store, asked.library)
    for kind, sentence in KINDS.items():
        some = [each for each in found if each.kind == kind]
        heading = f"{kind}: {sentence} ({len(some)})"
        output.stdout.print(Text(heading), style="bold", highlight=False)
        for each in some:
            _print_contradiction(each)
    _print_end(Counter(each.kind for each in found), asked)


def _print_contradiction(found: Contradiction) -> None:
    for place, side in enumerate(found.sides):
        who = ", ".join(shorten(each) for each in side.said_by)
        said = " / ".join(side.says) + (f"  ({who})" if who else "")
        where = " ".join(shorten(each) for each in (side.thing, *side.documents))
        output.stdout.print(Text(f"  {'•' if not place else '↔'} {said}"), highlight=False)
        output.stdout.print(Text(f"      {where}"), style="dim", highlight=False)


def _print_end(counts: Mapping[str, int], asked: OpenRelease) -> None:
    told = ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))
    output.stdout.print(Text(f"{told} · release {asked.name}"), style="dim", highlight=False)


_COMPUTED: Final[Mapping[str, Callable[[OpenRelease, bool], None]]] = {
    "figures": _figures,
    "middle-tier": _middle_tier,
    "contradictions": _contradictions,
}
