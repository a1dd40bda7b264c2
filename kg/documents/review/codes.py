"""From the words of a candidate to the codes of the ontology."""

from __future__ import annotations

import re
from typing import Final

_TYPES: Final = (
    "areaTeam ccg ccgLeader commissioner csu district gpMember gpPractice government "
    "governmentDepartment healthSystem icb icbCluster ics localAuthority localMedicalCommittee "
    "membershipBody middleTier nationalBody nationalLeader nhsRegion pbcGroup pct pctCluster "
    "politicalParty provider publisher researchUnit sha shaCluster stp stpOrIcs subIcbLocation "
    "systemLeader thinkTank topTierCouncil unspecifiedAgent"
)
TYPES: Final = frozenset(_TYPES.split())
"""The codes of `cotv:type`, which a candidate's type may be one of."""
_TYPE_WORDS: Final = (
    (r"\b(?:ccgs?|clinical commissioning groups?)\b", "ccg"),
    (r"\b(?:icbs?|integrated care boards?)\b", "icb"),
    (r"\b(?:icss?|integrated care systems?)\b", "ics"),
    (r"\bstps?\b", "stp"),
    (r"\b(?:pcts?|primary care trusts?)\b", "pct"),
    (r"\b(?:shas?|strategic health authorit)", "sha"),
    (r"\b(?:lmcs?|local medical committees?)\b", "localMedicalCommittee"),
    (r"\bpractices?\b", "gpPractice"),
    (r"\b(?:gps?|doctors|members)\b", "gpMember"),
    (r"\b(?:councils?|authorit)", "localAuthority"),
    (r"\b(?:trusts?|providers?|hospitals?)\b", "provider"),
)
_LESSER: Final = re.compile(r"\b(?:deputy|vice|assistant|associate|sub)\b|-elect\b|\belect\b")
_ROLES: Final = (
    ("accountable officer", "accountableOfficer"),
    ("chief clinical officer", "chiefClinicalOfficer"),
    ("clinical chief officer", "chiefClinicalOfficer"),
    ("chief executive", "chiefExecutive"),
    ("chief officer", "chiefOfficer"),
    ("managing director", "managingDirector"),
    ("regional director", "regionalDirector"),
    ("chair", "chair"),
    ("director", "director"),
    ("leader", "lead"),
    ("lead", "lead"),
)
STATUS: Final = {
    "proposed": "proposed", "consulted on": "underDiscussion", "voted for": "approved",
    "planned": "proposed", "approved": "approved", "agreed": "agreed", "completed": "completed",
    "delayed": "deferred", "rejected": "rejected", "dropped": "dropped", "cluster": "proposed",
}  # fmt: skip
"""The codes of `cotv:status` by the status that a rule reads; a cluster is no merger yet."""
STANCE: Final = {
    "for": "supports", "against": "opposes", "balanced": "mixed", "neutral": "neutral",
    "mixed": "mixed",
}  # fmt: skip
"""The codes of `cotv:stance` by the stance that a rule reads."""
BASIS: Final = {
    "stated": "stated", "inMetadata": "inferred", "givenByUser": "assigned", "inferred": "inferred",
}  # fmt: skip
"""The codes of `cotv:basis` by how a record knows something."""
_COUNTED: Final = (
    (r"^(?:ccgs?|clinical commissioning groups?)$", "countCcg"),
    (r"^(?:icbs?|integrated care boards?)$", "countIcb"),
    (r"^(?:icss?|integrated care systems?)$", "countIcs"),
    (r"^stps?$", "countStp"),
    (r"^(?:pcts?|primary care trusts?)$", "countPct"),
    (r"^(?:shas?|strategic health authorities)$", "countSha"),
    (r"(?:people|patients|residents|population)$", "population"),
    (r"(?:bodies|organisations|groups|boards|consortia|practices|trusts|councils|pathfinders)$",
     "countOrganisation"),
)  # fmt: skip
_KINDS: Final = (
    "act bill blog book briefing consultation debate governingBodyPaper guidance interview "
    "jobAdvert leader letter lookupTable news newsAnalysis notice order paper policyPlan "
    "registerExtract report statement webPage workbook"
)
_DOCUMENTS: Final = frozenset(_KINDS.split())
_DOCUMENT_WORDS: Final = (
    ("press release", "statement"), ("board", "governingBodyPaper"), ("opinion", "blog"),
    ("column", "blog"), ("feature", "newsAnalysis"), ("analysis", "newsAnalysis"),
    ("news", "news"), ("article", "news"), ("letter", "letter"), ("report", "report"),
    ("interview", "interview"), ("plan", "policyPlan"), ("web", "webPage"),
)  # fmt: skip


def type_code(told: str, name: str = "") -> str:
    """The code of a body's or a member's type, by what a rule told of it, else by its name.

    >>> type_code("", "the six CCGs"), type_code("pcn", "North PCN")
    ('ccg', 'unspecifiedAgent')
    """
    if told in TYPES:
        return told
    folded = name.lower()
    return next((code for words, code in _TYPE_WORDS if re.search(words, folded)),
                "unspecifiedAgent")  # fmt: skip


def role_code(post: str) -> str:
    """The code of an office, or nothing where the list has none for it.

    >>> role_code("interim accountable officer"), role_code("deputy chair")
    ('accountableOfficer', '')
    """
    folded = post.lower()
    if re.search(r"\bchair(?:man|woman|person)?[- ]elect\b", folded):
        return "chairElect"
    if _LESSER.search(folded):
        return ""
    found = ((folded.find(words), code) for words, code in _ROLES if words in folded)
    return min(found, default=(0, ""))[1]


def quantity_code(quantity: str, unit: str) -> str:
    """The code of what a figure counts or measures.

    >>> quantity_code("count", "CCGs"), quantity_code("percent", "per cent")
    ('countCcg', 'share')
    """
    if quantity in ("percent", "ratio"):
        return "share"
    if quantity == "money":
        return "money"
    return next((code for words, code in _COUNTED if re.search(words, unit.lower())), "count")


def document_code(kind: str, media: str = "") -> str:
    """The code of a document's kind, by what its record tells.

    >>> document_code("Press release"), document_code("letter"), document_code("", "text/html")
    ('statement', 'letter', 'webPage')
    """
    same = {each.lower(): each for each in _DOCUMENTS}
    folded = " ".join(kind.lower().split())
    if folded.replace(" ", "") in same:
        return same[folded.replace(" ", "")]
    found = next((code for words, code in _DOCUMENT_WORDS if words in folded), "")
    return found or ("webPage" if "html" in media else "paper")
