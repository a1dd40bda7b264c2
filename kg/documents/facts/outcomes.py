"""What is left of a change when the text ends: its status, its day, its drivers."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.cues import Cue
from kg.documents.facts.model import Change, Driver, Evidence, StatusChange
from kg.documents.facts.status_words import AHEAD, FAILED, WEAK
from kg.documents.facts.telling import Telling

_TURN: Final = re.compile(
    r"(?:but|however|since then|now|then|later|this week|last week|yesterday|in the end|finally"
    r"|eventually|in the event|today|the following \w+|(?:a|two|three|six) (?:week|month|year)s?"
    r" later|on (?:mon|tues|wednes|thurs|fri)day)\b"
)
"""How a sentence begins that tells what came of a change after what was told of it before."""


def change_of(telling: Telling, issued: str) -> Change:
    """The change as the text leaves it, with its evidence; `issued` tells which days are past."""
    statuses = tuple(each for cue in telling.cues for each in cue.statuses)
    dated = [cue for cue in telling.cues if cue.date]
    drivers: dict[str, Driver] = {each.text: each for cue in telling.cues for each in cue.drivers}
    first = telling.cues[0].sentence.span
    evidence = [Evidence(first)]
    status = _status(telling.cues)
    if status:
        evidence.append(Evidence(status.span, "status"))
    if dated and dated[0].date_span:
        evidence.append(Evidence(dated[0].date_span, "date"))
    evidence += [Evidence(each.span, "driver") for each in drivers.values()]
    kind = telling.cues[0].kind
    return Change(
        rule=f"change.{kind}",
        evidence=tuple(evidence),
        kind=kind,
        parties=tuple(telling.parties.values()),
        result=telling.result,
        status=_reached(status.status if status else "proposed", dated, issued),
        statuses=statuses,
        date=_date(telling, dated, status),
        drivers=tuple(drivers.values()),
    )


def _reached(status: str, dated: list[Cue], issued: str) -> str:
    """How far a change has come: completed where its day is past and no word says otherwise."""
    if not issued or status in FAILED or status in ("completed", "delayed"):
        return status
    for cue in dated:
        length = min(len(cue.date), len(issued))
        is_past = cue.date[:length] < issued[:length] or cue.date == issued
        if is_past and not AHEAD.search(cue.sentence.told):
            return "completed"
    return status


def _date(telling: Telling, dated: list[Cue], status: StatusChange | None) -> str:
    """The day of effect as precise as told; moved on where it is put off "by a year"."""
    if status and status.status == "delayed":
        moved = [cue for cue in dated if status in cue.statuses]
        dated = moved or dated
    own = [cue for cue in dated if cue.parties] or dated
    first = own[0].date if own else ""
    day = max((cue.date for cue in dated if cue.date.startswith(first)), key=len, default="")
    if not day or status is None or status.status != "delayed":
        return day
    told = " ".join(cue.sentence.told for cue in telling.cues)
    if re.search(
        r"\b(?:delay|postpon|defer|put(?:ting)? back)\w*\b[^.;]{0,40} (?:by|for) (?:a|one|12"
        r"|another) (?:more )?(?:year|months)\b",
        told,
    ):
        return f"{int(day[:4]) + 1}{day[4:]}"
    return day


def _status(cues: list[Cue]) -> StatusChange | None:
    """The status that the text leaves: the strong word told first, else the weak one.

    News tells the latest first; what comes after is how it came to that. But what is told as done
    with its day is done, wherever it stands.
    """
    done = [each for cue in cues if cue.date for each in cue.statuses if each.status == "completed"]
    strong = [cue for cue in cues if cue.is_strong]
    turned = [cue for cue in strong[1:] if _TURN.match(cue.sentence.told)]
    for cue in (turned[-1:] or strong)[:1]:
        told = [each for each in cue.statuses if each.status not in WEAK]
        failed = [each for each in told if each.status in FAILED or each.status == "delayed"]
        return (done or failed or told)[0]
    weak = [each for cue in cues for each in cue.statuses]
    order = ("planned", "voted for", "consulted on", "proposed")
    return min(weak, key=lambda each: order.index(each.status), default=None)
