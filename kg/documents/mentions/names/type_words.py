"""The words for types of bodies, and what is told at the place of one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.documents.mentions.names.gazetteer import Gazetteer
from kg.documents.patterns import compiled

TYPES: tuple[tuple[str, str, str], ...] = (
    ("ccg", "CCG", r"CCGs?|[Cc]linical [Cc]ommissioning [Gg]roups?"),
    ("icb", "ICB", r"ICBs?|[Ii]ntegrated [Cc]are [Bb]oards?"),
    ("stpOrIcs", "STP/ICS", r"(?:STPs?|ICSs?)/(?:ICSs?|ICSes|STPs?)"),
    ("ics", "ICS", r"ICSs?|ICSes|[Ii]ntegrated [Cc]are [Ss]ystems?"),
    ("stp", "STP", r"STPs?|[Ss]ustainability [Aa]nd [Tt]ransformation [Pp](?:artnership|lan)s?"),
    ("pctCluster", "cluster", r"(?:(?:PCT|[Pp]rimary [Cc]are [Tt]rust) )?[Cc]lusters?"),
    ("pct", "PCT", r"PCTs?|[Pp]rimary [Cc]are [Tt]rusts?"),
    ("shaCluster", "SHA cluster", r"(?:SHA|[Ss]trategic [Hh]ealth [Aa]uthority) [Cc]lusters?"),
    ("sha", "SHA", r"SHAs?|[Ss]trategic [Hh]ealth [Aa]uthorit(?:y|ies)"),
    ("localMedicalCommittee", "LMC", r"(?:[A-Z]{2,5})?LMCs?|[Ll]ocal [Mm]edical [Cc]ommittees?"),
    ("csu", "CSU", r"CSUs?|[Cc]ommissioning [Ss]upport [Uu]nits?"),
    ("areaTeam", "area team", r"[Aa]rea [Tt]eams?"),
    ("pcn", "PCN", r"PCNs?|[Pp]rimary [Cc]are [Nn]etworks?"),
    ("localAuthority", "Council",
     r"(?:(?:Metropolitan|Borough|City|County|District|Unitary|Town|Parish) ){0,3}Councils?\b"
     r"|(?:county|city|borough|district|metropolitan|unitary)(?: borough)? councils?\b"
     r"|councils?\b"),
)  # fmt: skip
KIND = compiled(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{code}>{words})" for code, _, words in TYPES) + r")(?!\w"
    r"|-(?!(?:led|run|funded|backed|owned|approved|commissioned|employed|wide|level)\b)\w)"
)
SHORT = {code: short for code, short, _ in TYPES}


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that names a body (or, with `place` alone, several bodies of a place)."""

    start: int
    end: int
    name: str
    core: str
    type: str
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """A type word, and the bodies whose name it ends; none where it stands alone."""

    start: int
    end: int
    type: str
    plural: bool
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Site:
    """Where a type word stands, and of what type it is."""

    text: str
    gazetteer: Gazetteer
    found: re.Match[str]
    code: str
    plural: bool

    @property
    def start(self) -> int:
        """Where the word starts in the text."""
        return self.found.start()

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.found.end()

    def has(self, name: str) -> bool:
        """Whether any body of the type ever had the name."""
        return self.gazetteer.has(name, self.code)
