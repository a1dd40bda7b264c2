"""A change while it is read: the cues that tell it, and the bodies known so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.documents.facts.changes.cues import Cue
from kg.documents.facts.model import Party


@dataclass(slots=True)
class Telling:
    """A change as it is told, cue by cue."""

    cues: list[Cue] = field(default_factory=list)
    parties: dict[str, Party] = field(default_factory=dict)
    result: Party | None = None
    option: str = ""
    is_closed: bool = False
    """Told in passing: no list told later stands in for its bodies."""

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
