"""In which bodies a post is: those beside it, those listed before, or the one that is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.documents.mentions.figures.numbers import SETS, SMALL
from kg.documents.mentions.model import Group, Organisation, Person
from kg.documents.mentions.people import post_patterns as said
from kg.documents.mentions.people.post_reading import Body, Reading
from kg.documents.mentions.text.coded import O, number_of
from kg.documents.patterns import compiled

STRONG = compiled(
    r"(?:chief executive|accountable officer|chief officer|chief clinical officer"
    r"|clinical chief officer|managing director"
    r"|chief finance officer|chair|director|leader|chief operating officer)",
    re.IGNORECASE,
)
_OF_ONE = compiled(
    rf"{STRONG.pattern}|\b(?:chief|lead|head|secretary|manager|treasurer|officer|president)\b",
    re.IGNORECASE,
)
"""Posts that are of one body, so that the one the sentence names is meant."""
_NATIONAL = compiled(
    r"\bminister|of state|(?:health|foreign|home|treasury|social care|cabinet|chief) secretary"
    r"|council leader|\bMP\b|group leader|shadow",
    re.IGNORECASE,
)
_ITS_OWN = compiled(r"\b(?:its|their) own $", re.IGNORECASE)
_KIND = compiled(r"(?<![\w'’-])(?:the |The )?(LMC|CCG|ICB|PCT|[Cc]ouncil)(?:['’]s)? $")
"""A body told only by its type, right before a post: of the one that was named last."""
_TYPES = {
    "lmc": "localMedicalCommittee", "ccg": "ccg", "icb": "icb", "pct": "pct",
    "council": "localAuthority",
}  # fmt: skip
_SIZES = SMALL | SETS
_COMPLEMENT = compiled(r" (?:across|of|for|at|in|to|over|with) ")
_COMMISSIONING = {"ccg", "icb", "pct", "stp", "ics", "localMedicalCommittee"}
_TO_COME = compiled(
    r" (?:of|for|at) (?:the|a) (?:new|merged|single|combined|enlarged|successor|proposed|joint)\b"
)
"""What says that a post is in a body that is not one of those named."""
_NO_EMPLOYER = {"people", "politicalParty", "publisher", "government", "governmentDepartment"}
_TOP = compiled(
    rf"(?:[^\n{O[1:-1]}]{{0,60}}\n){{0,2}}(?:The )?(?P<of>{O})(?: (?:Governing Body|Board"
    rf"|[A-Z])[^\n]{{0,60}})?\n"
)


def bodies_of(reading: Reading, match: re.Match[str]) -> list[Body]:
    """The bodies of a post: those beside it, after a comma, or what `its` means."""
    groups = match.groupdict()
    at = match.start("post")
    named = (groups.get("own") or "") + (groups.get("of") or "")
    if groups.get("own") and groups.get("of"):
        named = "".join(
            one
            for one in re.findall(O, named)
            if reading.cast.bodies[number_of(one)].type != "politicalParty"
        )
    if not named and groups.get("who") and match.start("who") < at:
        after = said.AFTER_COMMA.match(reading.text, match.end())
        shared = said.SHARED_AFTER.match(reading.text, match.end())
        named = after["of"] if after else (shared["of"] or shared["off"]) if shared else ""
    elif not named and groups.get("who"):
        whose = said.WHOSE.match(reading.text, match.end())
        named = whose["of"] if whose else ""
    found = reading.bodies(named or groups.get("by"))
    if not found and (listed := said.SEVERAL.match(reading.text, match.end("post"))):
        found = several(reading, at, listed["size"])
    if found or _TO_COME.match(reading.text, match.end()):
        return found
    return _implied(reading, match, at)


def _named_last(reading: Reading, near: _Near, at: int) -> list[Body]:
    """The body of "its own chief officer" and of "LMC chairman": the last one, of the type told."""
    kind = _KIND.search(reading.text, max(0, at - 16), at)
    if kind is None:
        return _last(near.here) or _last(near.before)
    is_type = _TYPES[kind[1].lower()]
    return _last([one for one in reading.named(0, at) if one.type == is_type])


def _last(bodies: Sequence[Body]) -> list[Body]:
    """The organisation named last."""
    found: list[Body] = [one for one in bodies if isinstance(one, Organisation)]
    return found[-1:]


def several(reading: Reading, at: int, size: str) -> list[Body]:
    """The bodies of the last list before a place, of the size told."""
    line = reading.text.rfind("\n", 0, at)
    before = reading.text[max(reading.text.rfind("\n", 0, max(line, 0)), at - 900, 0) : at]
    lists = [reading.bodies(one[0]) for one in re.finditer(said.BODIES, before)]
    lists = [list({one.key: one for one in each}.values()) for each in lists]
    fitting = [each for each in lists if len(each) == _SIZES.get(size, len(each)) and len(each) > 1]
    return fitting[-1] if fitting else _only_list(reading, at, _SIZES.get(size, 0))


def _only_list(reading: Reading, at: int, size: int) -> list[Body]:
    """The one list of a size that the text gives up to a place."""
    lists = (reading.bodies(one[0]) for one in re.finditer(said.BODIES, reading.text[:at]))
    sets = {tuple(sorted(one.key for one in each)): each for each in lists if len(each) == size}
    return next(iter(sets.values())) if size and len(sets) == 1 else []


def _implied(reading: Reading, match: re.Match[str], at: int) -> list[Body]:
    """The body that goes without saying: of `its`, of the sentence, of the one before it."""
    text = reading.text
    same = said.SAME_BEFORE.search(text, max(0, match.start() - 8), match.start())
    if same and reading.people(same["who"]) == reading.last[0]:
        return reading.last[1]
    its = said.ITS.search(text, max(0, at - 6), at)
    word = match.groupdict().get("its") or (its[1] if its else "")
    if word:
        return _of_its(reading, _Near(reading, match, at), at, word)
    if _ITS_OWN.search(text, max(0, at - 12), at) or _KIND.search(text, max(0, at - 16), at):
        return _named_last(reading, _Near(reading, match, at), at)
    return _beside(reading, match, at)


def _beside(reading: Reading, match: re.Match[str], at: int) -> list[Body]:
    """The body of a post by what stands right before it or its holder, else of the paragraph."""
    text = reading.text
    if said.OTHER_ONE.search(text, max(0, at - 50), at):
        return []
    whose = said.WHOSE_POST.search(text, max(0, at - 40), at)
    if whose:
        return reading.bodies(whose["of"])
    beside = said.BEFORE_WHO.search(text, max(0, match.start() - 26), match.start())
    if beside and match.groupdict().get("who"):
        return reading.bodies(beside["of"])
    if said.OUR.search(text, max(0, at - 4), at):
        return reading.named(0, at)[:1]
    words = reading.words(at)
    if _NATIONAL.search(words) or not _OF_ONE.search(words):
        return []
    return _of_paragraph(reading, _Near(reading, match, at), match, at)


class _Near:
    """The bodies around a post: of its sentence so far (`here`) and of the one `before`."""

    def __init__(self, reading: Reading, match: re.Match[str], at: int) -> None:
        text = reading.text
        self.line = text.rfind("\n", 0, match.start()) + 1
        last = max(text.rfind(". ", 0, match.start()) + 1, text.rfind('" ', 0, at) + 1)
        self.begin = max(self.line, last)
        self.here = reading.named(self.begin, at)
        opening = text[self.line : self.begin].rstrip().removesuffix(".")
        self.before = reading.named(
            self.line + max(opening.rfind(". "), 0), self.begin
        ) or reading.named(self.line, self.begin)
        earlier = text.rfind("\n", 0, max(self.line - 1, 0)) + 1
        self.earlier = reading.named(earlier, self.line)


def _of_its(reading: Reading, near: _Near, at: int, word: str) -> list[Body]:
    """Whose `its` or `their` is: the first body named, or all of the last list."""
    bodies = near.here or near.before or near.earlier
    if word[0] in "tT" and bodies and isinstance(bodies[0], Group) and not near.here:
        return bodies[:1]
    if word[0] in "tT":
        return several(reading, at, "all") or bodies[:1]
    return next(([one] for one in bodies if isinstance(one, Organisation)), [])


def _of_paragraph(reading: Reading, near: _Near, match: re.Match[str], at: int) -> list[Body]:
    """The body that a line or sentence is about, for a post that is of one body."""
    text = reading.text
    heading = said.HEADING.match(text, near.line)
    if heading:
        return reading.bodies(heading["of"])
    is_definite = said.THE.search(text, max(0, at - 4), at) is not None
    if is_definite and near.here:
        return near.here[-1:]
    is_line = text[near.line : match.start()] == "" and text[match.end() : match.end() + 1] in "\n("
    issuer = _issuer(reading) if is_definite or is_line else None
    if issuer:
        return [issuer]
    opens = reading.words(at)[0].isupper() and not text[near.begin : at].strip()
    if opens and near.before:
        return near.before[:1]
    if match.re not in (said.APPOSED, said.LED_IN) or _COMPLEMENT.match(text, match.end()):
        return []
    own = _only([*near.before, *near.here])
    if own or not STRONG.search(reading.words(at)):
        return own
    return [one for one in _only(near.earlier) if one.type in _COMMISSIONING]


def _only(bodies: list[Body]) -> list[Body]:
    """The body of a stretch that names one alone."""
    ones = {one.key: one for one in bodies if one.type not in _NO_EMPLOYER}
    return list(ones.values()) if len(ones) == 1 else []


def _issuer(reading: Reading) -> Body | None:
    """The body whose paper it is: one that is a line of its own, or opens one, at the top."""
    top = _TOP.match(reading.text)
    return reading.bodies(top["of"])[0] if top and reading.bodies(top["of"]) else None


def following(reading: Reading, who: list[Person], end: int) -> int:
    """Further posts of the same people after a first one; gives where the last ends."""
    while more := said.MORE.match(reading.text, end):
        if more.start("post") in reading.covered:
            break
        reading.title(more.start("post"), who, bodies_of(reading, more), more)
        end = more.end()
    return end
