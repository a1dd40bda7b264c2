"""What connects two things, and what only seems to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from kg.model.definitions import Ontology
from kg.model.names import PREFIXES, cot
from kg.model.terms import Iri


class Relation(NamedTuple):
    """A class whose things join two others: from which term, to which; `{…}` are its words."""

    source: str
    target: str
    sentence: str


RELATIONS: Final[Mapping[str, Relation]] = {
    "Affiliation": Relation(
        "fromOrganisation", "toOrganisation", "{source} – {affiliationType} – {target}"
    ),
    "Interlock": Relation("between", "between", "{source} and {target} shared {sharedBy}"),
    "Overlap": Relation(
        "overlapOf", "overlapWith", "{percent} of the {shareBasis} of {source} lay in {target}"
    ),
    "Tenure": Relation("holder", "organisation", "{source} was {roleType} of {target}"),
    "Transfer": Relation("transferFrom", "transferTo", "{source} passed {part} to {target}"),
    "ChangeEvent": Relation("original", "resulting", "{source} became {target}, or part of it"),
}
"""The relations that are one hop, so that nobody is told of nodes that only hold two ends. A change
is also a thing of its own: claims and plans are about it."""

ENDS_ONLY: Final = frozenset(
    ("Citation", "Extraction", "Identification", "NamePeriod", "RegisterRecord", "SourceGraph",
     "TextSpan", "TimeSpan")
)  # fmt: skip
"""Classes of which a thing may be an end of a path and nothing else: a part of what it is about."""

SAYING: Final = frozenset(
    ("addressee", "asserter", "attributedTo", "author", "evidence", "funder", "inDocument",
     "madeAt", "madeIn", "publisher", "reportedBy", "reportedIn")
)  # fmt: skip
"""Who says something, and where. Only an end of a path is told so: two things are not connected by
one paper having spoken of each."""

_LEFT_OUT: Final = frozenset(
    cot(each)
    for each in (
        "alternative", "ancestor", "basedOnClaim", "claimedHolder", "claimedOrganisation",
        "contestedBy", "corpus", "descendant", "disagreesWith", "evidence", "graphKind",
        "inDocument", "namePeriod", "possibleMember", "predecessor", "realises", "recordFor",
        "registerRecord", "sharesRoleWith", "successor", "timeSpan", "viaArrangement", "viaTenure",
    )
)  # fmt: skip
"""What other statements say already, what was only guessed, and what leads to evidence."""


def followed(ontology: Ontology) -> list[Iri]:
    """The terms of the statements between things that a path may follow, in their order."""
    return sorted(
        {
            prop.iri
            for kind in ontology.classes.values()
            for prop in kind.properties
            if prop.kind == "node"
            and not prop.inverse
            and prop.iri.startswith(PREFIXES["cot"])
            and prop.iri not in _LEFT_OUT
        }
    )


def of_relations() -> frozenset[Iri]:
    """The terms that hold the two ends of a relation."""
    return frozenset(cot(each) for rel in RELATIONS.values() for each in (rel.source, rel.target))
