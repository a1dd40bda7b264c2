"""What is left of a change when the text ends: its status, its day, its drivers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.documents.facts.changes.cues import Cue
from kg.documents.facts.changes.telling import Telling
from kg.documents.facts.model import Change, Driver, Evidence, StatusChange
from kg.documents.facts.progress.words import AHEAD, FAILED, WEAK
from kg.documents.patterns import compiled

_TURN: Final = compiled(
    r"(?:but|however|since then|now|then|later|this week|last week|yesterday|in the end|finally"
    r"|eventually|in the event|today|the following \w+|(?:a|two|three|six) (?:week|month|year)s?"
    r" later|on (?:mon|tues|wednes|thurs|fri)day)\b"
    r"|(?:they|it|both|the \w+) (?:(?:have|has|now|since|then|finally|eventually|been) )*(?:tried"
    r" again|try again|got\b|won\b|secured|gained|cleared|approved)"
)
"""How a sentence begins that tells what came of a change after what was told of it before."""


_ANYWAY: Final = compiled(
    r"\b(?:anyway|nonetheless|nevertheless|after all|this time|at last|finally|in the end"
    r"|eventually"
    r"|second time|third time|but has now|but have now|now been)\b"
)
"""Words of what came after a failure told in the same sentence."""


def change_of(telling: Telling, issued: str) -> Change:
    """The change as the text leaves it, with its evidence; `issued` tells which days are past."""
    statuses = tuple(each for cue in telling.cues for each in cue.statuses)
    dated = [cue for cue in telling.cues if cue.date]
    drivers: dict[str, Driver] = {each.text: each for cue in telling.cues for each in cue.drivers}
    first = telling.cues[0].sentence.span
    evidence = [Evidence(first)]
    status = _status(_agreeing(telling.cues, issued))
    if status:
        evidence.append(Evidence(status.span, "status"))
    if dated and dated[0].date_span:
        evidence.append(Evidence(dated[0].date_span, "date"))
    evidence += [Evidence(each.span, "driver") for each in drivers.values()]
    kind = telling.cues[0].kind
    day = _date(telling, dated, status)
    if status and _is_brought_forward(telling, status, day):
        status = StatusChange("planned", status.span)
    return Change(
        rule=f"change.{kind}",
        evidence=tuple(evidence),
        kind=kind,
        parties=tuple(telling.parties.values()),
        result=telling.result,
        status=_reached(status.status if status else "proposed", _of_day(dated, day), issued),
        statuses=statuses,
        date=day,
        drivers=tuple(drivers.values()),
    )


def _is_brought_forward(telling: Telling, status: StatusChange, day: str) -> bool:
    """Whether what had been planned for a day is to be done before it, so that nothing is late."""
    if status.status != "delayed" or not day:
        return False
    cue = next((each for each in telling.cues if status in each.statuses), None)
    if cue is None or not cue.sentence.told.startswith(
        "had ", status.span.start - cue.sentence.span.start
    ):
        return False
    first = next((each.value for each in cue.sentence.days if each.value), "")
    length = min(len(first), len(day))
    return bool(first) and day[:length] < first[:length]


def _of_day(dated: list[Cue], day: str) -> list[Cue]:
    """The cues of the day of effect, or all where none is of it."""
    return [cue for cue in dated if day.startswith(cue.date)] or dated


def _agreeing(cues: list[Cue], issued: str) -> list[Cue]:
    """The cues without "completed" where the day of effect is yet to come."""
    own = [cue.date for cue in cues if cue.date and cue.parties] or [cue.date for cue in cues]
    day = next(filter(None, own), "")
    length = min(len(day), len(issued))
    if not length or day[:length] <= issued[:length]:
        return cues
    return [
        replace(cue, statuses=tuple(one for one in cue.statuses if one.status != "completed"))
        for cue in cues
    ]


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
    if status and status.status in FAILED:
        dated = [cue for cue in dated if cue.parties]
    if status and status.status == "delayed":
        moved = [cue for cue in dated if cue.is_moved]
        if moved:
            return max((cue.date for cue in moved), key=len)
        dated = [cue for cue in dated if status in cue.statuses] or dated
    own = [cue for cue in dated if cue.parties] or dated
    first = own[0].date if own else ""
    day = max((cue.date for cue in dated if cue.date.startswith(first)), key=len, default="")
    if not day or status is None or status.status != "delayed":
        return day
    told = " ".join(cue.sentence.told for cue in telling.cues)
    if re.search(
        r"\b(?:delay|postpon|defer|put(?:ting)? back)\w*\b[^.;]{0,40} (?:by|for) (?:a|one|12"
        r"|another) (?:more )?(?:year|months)\b"
        r"|\b(?:ask|want|need|request|seek|given|wait|granted)\w*\b[^.;]{0,40}?\b(?:another"
        r"|one more"
        r"|a further|an extra) (?:year|12 months)\b",
        told,
    ):
        return f"{int(day[:4]) + 1}{day[4:]}"
    return day


def _status(cues: list[Cue]) -> StatusChange | None:
    """The status that the text leaves: the strong word told first, else the weak one.

    News tells the latest first; what comes after is how it came to that. But what is told as done
    with its day is done, wherever it stands.
    """
    done = [
        each for cue in cues if cue.date for each in cue.statuses[:1] if each.status == "completed"
    ]
    strong = [cue for cue in cues if cue.is_strong]
    turned = [cue for cue in strong[1:] if _TURN.match(cue.sentence.told)]
    reached = (turned[-1:] or strong)[:1]
    if reached and not done and _is_taken_up_again(cues, reached[0]):
        reached = []
    for cue in reached:
        told = _main(cue, [each for each in cue.statuses if each.status not in WEAK])
        failed = [each for each in told if each.status in FAILED or each.status == "delayed"]
        after = [each for each in told if failed and each.span > failed[0].span]
        if after and _ANYWAY.search(cue.sentence.told):
            return after[0]
        return (done or failed or told)[0]
    weak = [each for cue in cues for each in cue.statuses if each.status in WEAK]
    order = ("planned", "voted for", "consulted on", "proposed")
    return min(weak, key=lambda each: order.index(each.status), default=None)


_CAUSE: Final = compiled(r"\b(?:after|because|since|following|when|as|amid|once)\b")


def _main(cue: Cue, told: list[StatusChange]) -> list[StatusChange]:
    """Status words without the refusal that was only the cause of a delay told before it: "put back
    again after GPs in one of the groups refused"."""
    late = [each for each in told if each.status == "delayed"]
    if not late:
        return told
    start = late[0].span.end - cue.sentence.span.start
    cause = _CAUSE.search(cue.sentence.told, start)
    if cause is None:
        return told
    place = cue.sentence.span.start + cause.start()
    return [each for each in told if each.status not in FAILED or each.span.start < place]


_AGAIN: Final = compiled(
    r"(?:but |and |yet )?(?:now|this time|today|since then|a year on|two years on)\b"
    r"|[^.;,]{3,60}\b(?:again|back at the table|revived|resumed|another go|fresh (?:bid|application"
    r"|attempt|proposal)|second attempt)\b"
)
"""How a sentence tells of a change that is taken up after it had failed."""


def _is_taken_up_again(cues: list[Cue], reached: Cue) -> bool:
    """Whether a change that failed is told to be proposed again, in a later sentence."""
    told = [each for each in reached.statuses if each.status not in WEAK]
    if not told or told[0].status not in FAILED:
        return False
    later = cues[cues.index(reached) + 1 :]
    return any(_AGAIN.match(cue.sentence.told) and not cue.is_strong for cue in later)
