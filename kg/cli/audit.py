"""`coterminous audit`: what sources say, set against what can be counted and against each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Annotated, Any, Final

import typer
from rich.table import Table
from rich.text import Text

from kg.analysis.audits.contradictions import KINDS, Contradiction, contradictions
from kg.analysis.audits.figures import Audit, figure_audits
from kg.analysis.audits.middle_tier import Reading, middle_tier
from kg.cli import output
from kg.cli.asked import JsonOption, ReleaseOption, StoreOption, opened
from kg.errors import BadParameter
from kg.model.names import shorten
from kg.questions.ask import Answer, ask
from kg.release.opened import OpenRelease

_ASKED: Final = {"predictions": "predictions/audited", "drift": "policy/drift"}
"""Audits that a named question answers alone."""
_CAMEL: Final = re.compile("_([a-z])")
_BEGINS: Final = (
    "The register begins with the SHAs of July 2006 and the PCTs of the last day of 2012: what "
    "there was before is not tested."
)


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
) -> None:
    """Audit what sources say: their numbers, predictions and words; without a name, in short."""
    asked = opened(store, release)
    if not what:
        _summary(asked, as_json=as_json)
    elif what in _ASKED:
        answer = ask(asked.store, asked.library[_ASKED[what]])
        output.write_answer(answer, asked.store, asked.name, "json" if as_json else "table")
    elif what in _COMPUTED:
        _COMPUTED[what](asked, queries, as_json)
    else:
        names = ", ".join(["figures", *_ASKED, "middle-tier", "contradictions"])
        raise BadParameter("audit", f"'{what}' is not one of {names}")


def _summary(asked: OpenRelease, *, as_json: bool) -> None:
    answers = {name: ask(asked.store, asked.library[each]) for name, each in _ASKED.items()}
    found: dict[str, Mapping[str, object]] = {
        "figures": Counter(each.verdict for each in figure_audits(asked.store, asked.library)),
        "predictions": _verdicts(answers["predictions"]),
        "middle-tier": {
            each.name: "holds" if each.holds else "does not hold"
            for each in middle_tier(asked.store, asked.library)
        },
        "drift": _counted(answers["drift"], "fidelity", "restatement"),
        "contradictions": Counter(each.kind for each in contradictions(asked.store, asked.library)),
    }
    if as_json:
        output.write_json({**found, "release": asked.name})
        return
    drawn = Table("audit", "", "found")
    for name, told in found.items():
        for place, (each, number) in enumerate(sorted(told.items())):
            drawn.add_row(name if not place else "", each, str(number))
    output.stdout.print(drawn)
    told_release = f"release {asked.name} · `coterminous audit NAME` tells one of them in full"
    output.stdout.print(Text(told_release), style="dim", highlight=False)


def _verdicts(answer: Answer) -> dict[str, int]:
    """How many predictions have which verdict; those without name no number, or nothing counts."""
    found: dict[str | None, str] = {}
    for row in output.plain(answer.rows):
        without = "not comparable" if row["said"] else "names no number"
        found[row["prediction"]] = row["verdict"] or without
    return dict(Counter(found.values()))


def _counted(answer: Answer, column: str, thing: str) -> dict[str, int]:
    """How many different things have each value of a column."""
    pairs = {(row[column] or "", row[thing]) for row in output.plain(answer.rows)}
    return dict(Counter(value for value, _ in pairs))


def _figures(asked: OpenRelease, queries: bool, as_json: bool) -> None:
    found = figure_audits(asked.store, asked.library)
    if as_json:
        output.write_json([_plain(asdict(each)) for each in found])
        return
    drawn = Table("verdict", "counts", "said", "counted", "on", "reason")
    for each in found:
        counted = "" if each.counted is None else f"{each.counted:f}"
        cells = (each.verdict, each.quantity, each.said, counted, each.day, each.reason)
        drawn.add_row(*map(Text, cells))
    output.stdout.print(drawn)
    for each in found if queries else ():
        _print_queries(each)
    _print_end(Counter(each.verdict for each in found), asked)


def _print_queries(audited: Audit) -> None:
    named = f"{shorten(audited.figure)}: {audited.said} ({audited.rule})"
    output.stdout.print(Text(f"\n# {named}"), style="bold", highlight=False)
    for told, asked in (("What is said", audited.stated), ("Counted again", audited.counting)):
        if asked:
            output.stdout.print(Text(f"# {told}\n{asked.strip()}"), highlight=False)


def _middle_tier(asked: OpenRelease, _queries: bool, as_json: bool) -> None:
    found = middle_tier(asked.store, asked.library)
    if as_json:
        told = [_plain(asdict(each)) | {"holds": each.holds} for each in found]
        output.write_json({"readings": told, "note": _BEGINS, "release": asked.name})
        return
    for each in found:
        _print_reading(each)
    output.stdout.print(Text(f"• {_BEGINS}"), highlight=False)


def _print_reading(reading: Reading) -> None:
    holds = "holds" if reading.holds else "does not hold"
    output.stdout.print(Text(f"{reading.name}: {holds}"), style="bold", highlight=False)
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
    output.stdout.print(drawn)


def _contradictions(asked: OpenRelease, _queries: bool, as_json: bool) -> None:
    found = contradictions(asked.store, asked.library)
    if as_json:
        output.write_json([_plain(asdict(each)) for each in found])
        return
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


def _plain(value: Any) -> Any:
    """The same with numbers, lists, and the names of an object's values as JSON has them."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral() else float(value)
    if isinstance(value, Mapping):
        return {_CAMEL.sub(_upper, name): _plain(each) for name, each in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(each) for each in value]
    return value


def _upper(found: re.Match[str]) -> str:
    return found[1].upper()


_COMPUTED: Final[Mapping[str, Callable[[OpenRelease, bool, bool], None]]] = {
    "figures": _figures,
    "middle-tier": _middle_tier,
    "contradictions": _contradictions,
}
