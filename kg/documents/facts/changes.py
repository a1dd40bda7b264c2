"""Mergers and splits: the cues of all sentences, brought together change by change."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.documents.facts.change_words import EARLIER, FAILED, WEAK
from kg.documents.facts.cues import Cue, read_cue
from kg.documents.facts.model import Change, Driver, Evidence, Party, StatusChange
from kg.documents.facts.scene import COMMISSIONERS, Scene

_NEAR = 4
"""Sentences within which a group and the list of its members are told."""


@dataclass(slots=True)
class _Telling:
    """A change as it is told, cue by cue."""

    cues: list[Cue] = field(default_factory=list)
    parties: dict[str, Party] = field(default_factory=dict)
    result: Party | None = None

    def take(self, cue: Cue, named: dict[str, Party]) -> None:
        """Add what a cue tells; a list of names stands in for a group told before."""
        self.cues.append(cue)
        groups = [key for key in self.parties if key not in named]
        fresh = {each.key: each for each in cue.parties}
        if cue.result and fresh:
            self.parties.pop(cue.result.key, None)
        if sum(key in named for key in fresh) > 1:
            for key in groups:
                self.parties.pop(key)
            fresh = {key: each for key, each in fresh.items() if key in named}
        elif any(key in named for key in self.parties):
            fresh = {}
        if len(self.cues) == 1 or not self.parties or groups:
            self.parties |= fresh
        if self.result is None or self.result.key.startswith("result:"):
            self.result = cue.result or self.result


def read_changes(scene: Scene) -> tuple[Change, ...]:
    """The changes that a text tells of; one of unnamed bodies only where none is named."""
    named = {each.key: scene.parties[each.key] for each in scene.mentions.organisations}
    told: list[_Telling] = []
    for sentence in scene.sentences:
        cue = read_cue(scene, sentence)
        if cue is None:
            continue
        telling = _same(told, cue, named)
        if telling is None and not cue.opens:
            continue
        if telling is None:
            telling = _Telling()
            told.append(telling)
        telling.take(cue, named)
    whole = [each for each in told if each.parties] or told[:1]
    if len(whole) == 1 and not whole[0].parties:
        whole[0].parties = _only_group(scene)
    return tuple(_change(each) for each in whole)


def _only_group(scene: Scene) -> dict[str, Party]:
    """The one group of commissioners that the text names by its place, if it names one."""
    keys = {
        each.key
        for each in scene.mentions.groups
        if each.place not in ("", "England") and each.type in COMMISSIONERS
    }
    return {key: scene.parties[key] for key in keys} if len(keys) == 1 else {}


def _same(told: list[_Telling], cue: Cue, named: dict[str, Party]) -> _Telling | None:
    """The change told before that a cue speaks of, or None where it opens another."""
    if not told or EARLIER.search(cue.sentence.told):
        return None
    keys = {each.key for each in cue.parties}
    if cue.result:
        keys.add(cue.result.key)
    for telling in reversed(told):
        have = set(telling.parties) | ({telling.result.key} if telling.result else set())
        if keys & have:
            return telling
    if not cue.parties:
        return told[-1]
    last = told[-1]
    apart = cue.sentence.number - last.cues[-1].sentence.number
    if not any(each.key in named for each in cue.parties):
        counted = cue.size == len(last.parties) if cue.size else apart <= 1
        return last if counted and apart <= _NEAR else None
    unnamed = not any(key in named for key in last.parties)
    return last if unnamed and apart <= _NEAR and _fits(last, cue) else None


def _fits(telling: _Telling, cue: Cue) -> bool:
    """Whether named bodies can be those of an unnamed change: as many, and of one type."""
    sizes = {each.size for each in telling.cues if each.size}
    types = {kind for each in telling.cues for kind in each.types}
    own = {each.type for each in cue.parties}
    alike = not types or bool(types & own)
    return alike and (not sizes or len(cue.parties) in sizes or cue.size in sizes)


def _change(telling: _Telling) -> Change:
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
        status=status.status if status else "proposed",
        statuses=statuses,
        date=max((cue.date for cue in dated), key=len, default=""),
        drivers=tuple(drivers.values()),
    )


def _status(cues: list[Cue]) -> StatusChange | None:
    """The status that the text leaves: the strong word told first, else the weak one.

    News tells the latest first; what comes after is how it came to that.
    """
    for cue in cues:
        strong = [each for each in cue.statuses if each.status not in WEAK]
        if strong:
            failed = [each for each in strong if each.status in FAILED or each.status == "delayed"]
            return (failed or strong)[0]
    weak = [each for cue in cues for each in cue.statuses]
    order = ("planned", "voted for", "consulted on", "proposed")
    return min(weak, key=lambda each: order.index(each.status), default=None)
