"""Titles of posts: their head word, what stands before it, and what they are about.

`chief executive`, `interim accountable officer`, `director of nursing and quality`, `chair-elect`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.documents.mentions.text.coded import O
from kg.documents.mentions.text.words import vocabulary
from kg.documents.patterns import compiled

_HEADS = vocabulary(
    "officer nurse pharmacist economist analyst inspector secretary whip negotiator ceo ao cfo coo "
    "chair chairman chairwoman chairperson president minister leader lead head editor peer mayor "
    "councillor professor fellow lecturer member manager treasurer commissioner adviser advisor "
    "governor partner gp correspondent reporter convenor convener coordinator registrar consultant "
    "organiser campaigner trustee economist researcher director solicitor spokesman spokeswoman "
    "spokesperson practitioner midwife dean founder surgeon physician accountant auditor clerk "
    "ombudsman academic activist boss tsar czar historian volunteer accountable-officer "
    "columnist commentator psychiatrist paediatrician co-ordinator chief barrister guardian "
    "deputy doctor archivist steward portfolio-holder "
    "holder sister matron paramedic therapist physiotherapist incumbent"
)
_PLURALS = {
    "secretaries": "secretary", "chairmen": "chairman", "chairwomen": "chairwoman",
    "spokespeople": "spokesperson", "midwives": "midwife", "bosses": "boss",
}  # fmt: skip
_BEFORE = vocabulary(
    "interim acting joint single shared former outgoing incoming new current "
    "deputy assistant associate executive non-executive national regional local area clinical "
    "medical managing strategic strategy gp lay independent lead senior then ex founding honorary "
    "vice co primary care policy communications commissioning finance governing body board shadow "
    "corporate operations operational operating nursing public health prime social political news "
    "development planning performance quality mental group council cabinet programme project "
    "transformation integration system place locality practice branch federation hospital patient "
    "research turnaround improvement delivery workforce contracts contract contracting business "
    "divisional county city borough labour conservative tory liberal democrat lib dem green "
    "opposition designate visiting head chief medicines urgent emergency digital estates "
    "assurance engagement campaign campaigns union general permanent foreign home education "
    "accountable responsible fellow special locum salaried retired retiring ousted veteran "
    "longstanding long-serving newly-appointed network pcn information governance risk people hr "
    "media external parliamentary nurse consultant trust committee party ward town parish district "
    "financial technology safety partnership state audit remuneration reporting bureau "
    "full-time part-time one-time sometime founding-member charity vaccination workforce-planning "
    "negotiating community involvement participation services service support member data legal "
    "substantive inaugural first permanent-secretary under-secretary scrutiny adult children's "
    "safeguarding prescribing population oversight statutory secondary acute transition merger "
    "registered pharmacy medicine history law management economics politics neighbourhood "
    "portfolio alliance sector ambulance gps reconfiguration"
)
_OPENING = vocabulary(
    "chief accountable managing interim acting former new joint deputy executive independent vice "
    "senior lay then current outgoing incoming shared single"
)
"""What opens a title: `programme and chief officer` is no title."""
_RANKED = vocabulary("chief deputy associate assistant executive")
_PREFIX = compiled(r"^(?:co|vice|ex|deputy|sub|acting|then)-")
_NOT_AFTER = compiled(
    r"\b(?:to|will|would|could|can|should|may|might|must|not|who|they|and they|help) $"
)
_VERBS = vocabulary("lead leads head heads chair chairs author partner partners chief")
"""Heads that are verbs too."""
_OFFICER = compiled(r" officers?\b", re.IGNORECASE)
_OBJECT = compiled(rf" (?:the|a|an|both|all|its|their|our|two|three|four|{O})\b|(?: the)? {O}")
_WORD = compiled(r"[A-Za-z]+(?:['-](?!(?:elect|designate)\b)[A-Za-z]+)*")
_STOPPED = (
    r"(?!(?:at|of|for|in|on|said|who|has|had|was|is|and|with|from|will|told|says|added|the|to|but"
    r"|would|as|since|until|across|when|after|before|which|that|a|an|by|both|all|two|three|four"
    r"|five|six|seven|eight|nine|ten|another|each|its|their|our|his|her|chair|chief|former"
    r"|interim"
    r"|acting|deputy|clinical lead|vice|because|while|where|if|not|over|under|about|into|or|were"
    r"|are|also|he|she|they|it|we|I|this|every|told|warned|be|been|during|though|although|whose"
    r"|have|did|does|should|could|can|may|might|so|then|there|here)\b)"
)
_AND = r"(?:,? and | & |, (?=[\w-]+(?: [\w-]+)?,? and )| )"
_TOPIC = rf"{_STOPPED}[a-zA-Z][\w&'/-]*(?:{_AND}{_STOPPED}[a-z][\w&'/-]*){{0,5}}"
_PROPER = rf"{_STOPPED}[A-Z][\w&'/-]*(?:{_AND}{_STOPPED}[A-Z][\w&'/-]*){{1,6}}"
LOW_TOPIC = rf"{_STOPPED}[a-z][\w&'/-]*(?:{_AND}{_STOPPED}[a-z][\w&'/-]*){{0,5}}"
_AFTER = compiled(
    r"(?:[ -](?:designate|elect|emeritus|general)\b)?"
    rf"(?: (?:of (?:[Ss]tate for )?(?:{_PROPER}|{_TOPIC})|for (?:{_PROPER}|{LOW_TOPIC}))"
    r"(?<![, ])(?!'s\b))?"
    r"(?:[ -](?:designate|elect)\b)?"
)
_STUDIED = compiled(rf"(?: in {LOW_TOPIC}(?<![, ])(?!'s\b))?")
_STUDIES = vocabulary("fellow lecturer professor reader researcher specialist expert")
"""Heads whose field follows with "in": `senior fellow in health policy`."""
_LOW = compiled(
    r"(?:[ -](?:designate|elect|emeritus)\b)?"
    rf"(?: (?:of|for) {LOW_TOPIC}(?<![, ])(?!'s\b))?(?:[ -](?:designate|elect)\b)?"
)
_OF_BODY = vocabulary("chair chairman chairwoman executive officer president leader")
"""Heads after which a name in capitals is a body, not a topic."""
_NO_TOPIC = vocabulary("gp nurse doctor campaigner councillor mp author resident chief boss")
_SHADOW = compiled(rf"\bshadow {O} $", re.IGNORECASE)


def is_head(word: str) -> bool:
    """Whether a word (lower case) can be the head of a title, in either number.

    >>> [is_head(word) for word in ("chairs", "co-chair", "secretaries", "board")]
    [True, True, True, False]
    """
    word = _PREFIX.sub("", word) if "-" in word else word
    return word in _HEADS or word in _PLURALS or word.removesuffix("s") in _HEADS


def titles(text: str) -> list[tuple[int, int]]:
    """Where titles of posts stand in a text in which people and bodies are single characters."""
    words = list(_WORD.finditer(text))
    found: list[tuple[int, int]] = []
    limit = len(text) + 1
    for at in range(len(words) - 1, -1, -1):
        if words[at].end() > limit or not _may_head(text, words, at):
            continue
        first = _first(text, words, at)
        start, end = words[first].start(), _end(text, words[at])
        end = min(end, limit)
        shadow = _SHADOW.search(text, max(0, start - 9), start)
        found.append((shadow.start() if shadow else start, end))
        limit = found[-1][0]
    return found[::-1]


def _may_head(text: str, words: list[re.Match[str]], at: int) -> bool:
    word = words[at][0].lower()
    before = words[at - 1][0].lower() if at else ""
    if word in {"executive", "executives"}:
        return before == "chief"
    if not is_head(word) or (before == "of" and word.endswith("s")):
        return False
    if word in _VERBS and word.endswith("s") and _OBJECT.match(text, words[at].end()):
        return False
    if word in _VERBS and _NOT_AFTER.search(
        text, max(0, words[at].start() - 12), words[at].start()
    ):
        return False
    if word in {"holder", "holders"}:
        return before == "portfolio"
    if word in {"chief", "chiefs"}:
        return before in _BEFORE or text[: words[at].start()].rstrip()[-1:] >= "\ue000"
    return True


def _first(text: str, words: list[re.Match[str]], at: int) -> int:
    """The number of the first word of the title whose head is word `at`."""
    first = at
    while first and _is_joined(text, words[first - 1], words[first]):
        before = words[first - 1][0].lower()
        is_linked = (
            before == "and"
            and first > 1
            and words[first - 2][0].lower() in _BEFORE
            and not _may_head(text, words, first - 2)
            and words[first][0].lower() in _BEFORE - _OPENING
            and _is_joined(text, words[first - 2], words[first - 1])
        )
        if before in _BEFORE:
            first -= 1
        elif is_linked:
            first -= 2
        else:
            break
    return _ranked(text, words, first, at)


def _ranked(text: str, words: list[re.Match[str]], first: int, at: int) -> int:
    """Back over any words to the rank that opens a title: `Chief Corporate Affairs Officer`."""
    if words[at][0].lower() not in {"officer", "director"}:
        return first
    for back in range(first - 1, max(-1, first - 4), -1):
        if not _is_joined(text, words[back], words[back + 1]):
            break
        if words[back][0].lower() in _RANKED:
            return back
        if not words[back][0][0].isupper():
            break
    return first


def _is_joined(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    return text[one.end() : other.start()] in {" ", "-"}


def _end(text: str, head: re.Match[str]) -> int:
    if head[0].lower().removesuffix("s") in _NO_TOPIC:
        return head.end()
    end = head.end()
    officer = _OFFICER.match(text, end)
    if head[0].lower() == "executive" and officer:
        end = officer.end()
    if head[0].lower().removesuffix("s") in _STUDIES and text.startswith(" in ", end):
        studied = _STUDIED.match(text, end)
        return studied.end() if studied else end
    after = (_LOW if head[0].lower().removesuffix("s") in _OF_BODY else _AFTER).match(text, end)
    return after.end() if after else end


def spoken(text: str) -> Iterator[str]:
    """Give the titles of a text.

    >>> list(spoken("its interim director of nursing and quality and the GP chair"))
    ['interim director of nursing and quality', 'GP chair']
    """
    return (text[start:end] for start, end in titles(text))
