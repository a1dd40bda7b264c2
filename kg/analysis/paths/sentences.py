"""A link in words: what holds between two things, and when it surely held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kg.analysis.paths.adjacency import Link
from kg.analysis.paths.links import RELATIONS
from kg.model.definitions import Ontology
from kg.model.names import PREFIXES, shorten
from kg.model.terms import Iri

Words = Mapping[str, str]
"""What is said of a thing or a link: codes, values and days by the name of the property."""

_TELLING: Final = (
    "valueText", "quantityKind", "status", "influenceType", "pressureLevel", "verdict",
    "changeType", "roleType", "affiliationType", "code", "date", "asOf", "effectiveDate",
    "edition", "locator", "recordedIn",
)  # fmt: skip
"""What tells a thing without a name from others of its class, the plainest first."""

_PLAIN: Final[Mapping[str, str]] = {
    "about": "“{source}” is said of {target}",
    "content": "“{source}” states {target}",
    "original": "{target} went into “{source}”",
    "party": "{target} takes part in “{source}”",
    "proposedOriginal": "“{source}” would change {target}",
    "proposedResult": "“{source}” would result in {target}",
    "realisedBy": "“{source}” came true in “{target}”",
    "resulting": "{target} came out of “{source}”",
    "statusChange": "“{source}” came to be {target}",
    "evidence": "{source} rests on {target}",
}
"""Sentences of the commonest statements; of others the name of the property is told."""


@dataclass(frozen=True)
class Speaker:
    """Puts links into words, by the names that the ontology gives to properties and classes."""

    ontology: Ontology
    words: Mapping[Iri, Words]

    def name(self, thing: Iri) -> str:
        """What a thing is called, or of which class it is and what tells it from others."""
        said = self.words.get(thing, {})
        if "label" in said:
            return said["label"]
        telling = [said[each] for each in _TELLING if each in said][:2]
        kind = shorten(thing).removeprefix("id:").partition("/")[0].replace("-", " ")
        return f"{kind} ({', '.join(telling)})" if telling else shorten(thing)

    def term(self, link: Link) -> str:
        """What a property or a relation is called."""
        if link.term in RELATIONS:
            return self.ontology.classes[link.term].label
        known = self.ontology.predicates.get(Iri(PREFIXES["cot"] + link.term))
        return known.label if known else link.term

    def sentence(self, link: Link) -> str:
        """The link as a sentence, which reads the same from both of its ends."""
        said = self.words.get(link.owner, {})
        relation = RELATIONS.get(link.term)
        plain = _PLAIN.get(link.term, "{source} – {term} – {target}")
        form = relation.sentence if relation else plain
        words = {
            "source": self.name(link.source),
            "target": self.name(link.target),
            "term": self.term(link),
            "percent": _percent(said.get("share", "")),
            "part": _part(said),
            **{name: said.get(name, "") for name in ("affiliationType", "roleType", "shareBasis")},
            "sharedBy": said.get("sharedBy", "an officer"),
        }
        return form.format_map(words) + (when(said) if relation else "")


def when(said: Words) -> str:
    """When a relation surely held, to be said after it: days are ISO days.

    >>> when({"start": "2013-04-01", "latestStart": "2013-04-01", "earliestEnd": "2016-05-01"})
    ', from 2013-04-01 until at least 2016-05-01'
    >>> when({"latestStart": "2016-09-30", "earliestEnd": "2016-09-01"})
    ', on some day from 2016-09-01 to 2016-09-30'
    >>> when({"edition": "2019-04"}), when({})
    (', by the list of 2019-04', '')
    """
    if "effectiveDate" in said:
        return f", on {said['effectiveDate']}"
    if "edition" in said:
        carried = ", which is of another day" if said.get("interpolated") == "true" else ""
        return f", by the list of {said['edition']}{carried}"
    start, end = said.get("latestStart", ""), said.get("earliestEnd", "")
    if start and end and start > end:
        return f", on some day from {end} to {start}"
    if start and start == end:
        return f", on {start}"
    began = f" {'from' if 'start' in said else 'by'} {start}" if start else ""
    ended = f" {'to' if 'end' in said else 'until at least'} {end}" if end else ""
    event = f", in “{said['inEvent']}”" if "inEvent" in said else ""
    return f",{began}{ended}" if began or ended else event


def _percent(share: str) -> str:
    """A share as people read it, never rounded to all or nothing.

    >>> _percent("0.25"), _percent("0.9999"), _percent("1"), _percent("")
    ('25%', '99.9%', '100%', 'a share')
    """
    if not share:
        return "a share"
    exact = float(share) * 100
    rounded = exact if exact in (0, 100) else min(max(round(exact, 1), 0.1), 99.9)
    return f"{rounded:g}%"


def _part(said: Words) -> str:
    if said.get("wholeBody") == "true":
        return "all that it was"
    if "partText" in said:
        return f"the part “{said['partText']}”"
    return _percent(said["share"]) if "share" in said else "a part"
