"""Bodies in no list, by the form of their names: trusts, companies, newspapers, `NHS` and a
place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.documents.mentions.names.gazetteer import Gazetteer, Known
from kg.documents.mentions.names.given_names import given_names
from kg.documents.mentions.names.type_words import Named
from kg.documents.mentions.text.words import FUNCTION, Token, Words, vocabulary
from kg.documents.patterns import compiled

_HEADS = {
    "provider": "(?:(?:University|Teaching|General|District|Community) )*(?:Hospitals? |Healthcare "
    "|Care |Partnership )*(?:NHS )?(?:Foundation )?Trusts?|Hospitals?|Infirmary|Hospice"
    "|Ambulance Service",
    "publisher": "Post|Gazette|Herald|Echo|Chronicle|Mercury|Journal|Advertiser|Argus|Telegraph"
    "|Courier|Examiner|Sentinel|Reporter|Citizen|Messenger|Evening News|Daily News|Times|Observer"
    "|Daily Press|Evening Star|Daily Mail",
    "gpPractice": "Federation|Surgery|Medical Centre|Medical Practice|Medical Group|Health Centre"
    "|GP Alliance|Practice|Primary Care Network|Primary Care Partnership",
    "membershipBody": "Association|Alliance|Coalition|Confederation|Union|Society|Federation"
    "|Campaign|Forum|Network|Congress|Council",
    "thinkTank": "Institute|Foundation|Fund|Centre|Think Tank",
    "researchUnit": "Universit(?:y|ies)|College|School|Unit|Observatory",
    "nationalBody": "Commission|Authority|Agency|Tribunal|Regulator|Ombudsman|Panel|Office|Board"
    "|Committee|Service",
    "governmentDepartment": "Department|Ministry",
    "politicalParty": "Party",
    "healthSystem": "[Hh]ealth (?:and|&) (?:[Ss]ocial )?[Cc]are [Pp]artnership"
    "|Partnership|Health and Wellbeing Board"
    "|Joint Committee",
    "unspecifiedAgent": "Ltd|Limited|plc|PLC|LLP|CIC|Inc|Consulting|Consultants|Group"
    "|Solutions|Partners",
}  # fmt: skip
_HEAD = compiled(
    r"\b(?:" + "|".join(f"(?P<{code}>{words})" for code, words in _HEADS.items()) + r")(?![\w/-])"
)
_ONWARD = compiled(
    r" (?:of|for|in|on|to)(?: the)? [A-Z][\w'-]*(?:(?:,? (?:and|&)(?: the)?|,)? [A-Z][\w'-]*)*"
)
_SHORT = 3
_TRUST = compiled(r"Trust|Hospitals?|Council|Committee|Federation|Association|Ltd|Limited")
_OPENERS = vocabulary(
    "Department Ministry University Universities College Institute Centre School Association Unit "
    "Society Federation Confederation Commission Committee Campaign Office Council Union"
)
_GENERIC = vocabulary(
    "Joint Executive Programme Governing Clinical Senior Local National Primary Care Commissioning "
    "Health and Audit Quality Public Patient Working Steering Reference Advisory Medical Social "
    "Integrated Planning Special Select Acute Foundation NHS Community District General Regional "
    "Shadow Partnership Delivery Transformation Strategic Finance Remuneration the of & GP PCT CCG "
    "City County Borough Town Parish Metropolitan Unitary Main Review Project Management "
    "Ethics Parliamentary Teaching University Mental Task Finish Better Strategy Challenge Growth"
)
_VENUES = vocabulary(
    "Arts Leisure Conference Community Sports Civic Shopping Town Medical Treatment Diagnostic "
    "Business Exhibition Convention Day Children's Resource Call Visitor Village City Trade Garden"
)
"""Centres that are places, not bodies."""
_SUMS = vocabulary(
    "Care Transformation Improvement Investment Challenge Growth Recovery Resilience Innovation "
    "Access Pension Hardship Development Facilities Infrastructure Support Up Levelling Capital"
)
"""Funds of money, not bodies: the last word before `Fund`."""
_STOP = vocabulary(
    "Dr Mr Mrs Ms Prof Professor Sir Dame Lord Lady Baroness Cllr Councillor I CCG CCGs ICB GPs "
    "MP Chair Chief Officer Executive Director"
)
_NHS_PLACE = compiled(
    r"\bNHS ((?:North|South|East|West|Mid)?[A-Z]?[\w'-]+(?:(?:,| and| &| of| of the| and the"
    r"| with"
    r"| upon| on)? [A-Z][\w'-]+){0,14})"
)
_CALLED = compiled(
    r"\b(?:think[- ]tank|campaign group|pressure group|lobby group|charity|union|trade body"
    r"|patient"
    r" group|consultanc(?:y|ies)|consultants|campaigners|protest group|residents' group|website"
    r"|newspaper|watchdog|membership body|advisory firm|law firm|management consultants)s?,? "
    r"(?P<name>(?:[A-Z][\w'&-]*|38)(?: (?:(?:and|of|for|the|&|in) )*[A-Z][\w'&-]*)*)"
)
_CAMPAIGN = compiled(
    r"(?<![\w-])(?:(?!The\b|But\b|And\b)[A-Z][\w'-]+ )?(?:Save|Keep|Defend|Protect|Hands Off"
    r"|Fight for)"
    r" (?:Our|the|[A-Z][\w'-]+(?:'s)?)(?: (?:[A-Z][\w'&-]+|and(?! (?:Save|Keep|Defend))|for|of)"
    r"(?=[ ,.\n)'])){1,4}|(?<![\w-])Hands Off [A-Z][\w'-]+"
)
_APPOSED = compiled(
    r"(?<![\w-])(?P<name>[A-Z][\w'&-]+(?: (?:[A-Z][\w'&-]*|and|for|of|the|&)){0,4}?),? \(?"
    r"(?:the|an?|its|our) (?:[\w-]+ ){0,2}?(?:federation|think[- ]tank|charity|union|consultancy"
    r"|campaign group|pressure group|trade body|membership body|social enterprise|lobby group"
    r"|patients' group|residents' group|out-of-hours provider|management consultants|law firm)"
    r"\b(?!'s)"
)
"""A body that the text says is one after its name: `Reed Care, the GP federation,`."""
_PLACE_S = compiled(r"(?<![\w-])(?P<place>[A-Z][\w-]+(?: (?:and )?[A-Z][\w-]+)*)'s $")
_OF_LIST = compiled(
    r"(?:^|\n|[.\"] |\b[Tt]he )(?P<first>(?:[A-Z][\w-]+(?: [A-Z][\w-]+){0,2}, ){1,2})$"
)
"""The first places of a name of several: `Rotherham, ` of `Rotherham, Doncaster and … Trust`."""
_ONLY_PAPER = compiled(
    r"\b(?:[Tt]he|this) (?P<name>Echo|Gazette|Herald|Chronicle|Argus|Mercury|Examiner|Sentinel"
    r"|Advertiser|Courier|Telegraph|Guardian|Observer|Independent|Evening Standard"
    r"|Times)\b(?!'s? [A-Z]| [A-Z])"
)
"""A newspaper without its town: `as the Echo went to press`."""
_CUT = compiled(r",? (?:and |& )?(?:the )?(?=[A-Z])")
_HEALTHWATCH = compiled(
    r"\bHealthwatch (?!England)[A-Z][\w-]+(?: (?:(?:and |& |of |upon |on |the )*)[A-Z][\w-]+\b"
    r"(?! (?:Council|CCG|Borough|County|City)\b))*"
    r"|(?<![\w-])[A-Z][\w-]+(?: and [A-Z][\w-]+| [A-Z][\w-]+)? Healthwatch(?! [A-Z])"
)
_VERB = compiled(
    r"'s|'| (?:said|says|has|had|is|was|will|would|and|understands|reported|which|told)\b"
)
_LONGER = compiled(r" (?:(?:NHS )?(?:Foundation )?Trust|Hospitals?|Council)\b")
"""What makes a known name the end of a longer one: `Kent Health Foundation Trust`."""
_AMBIGUOUS = vocabulary("Monitor Unite Pulse Attain Capita")


def known(words: Words, gazetteer: Gazetteer) -> Iterator[tuple[Named, Known]]:
    """Give the bodies known by their whole name, the longest name at each place."""
    for token in words.capitals():
        first = re.split(r"[ /&']", token.text)[0]
        place = token.start
        names = gazetteer.known.get(first, ())
        hit = next((pair for pair in names if _stands(words.text, place, pair[0])), None)
        if hit and not _is_ordinary(words.text, place, hit[0]):
            yield Named(place, place + len(hit[0]), hit[0], hit[0], hit[1].type), hit[1]


def _stands(text: str, place: int, name: str) -> bool:
    if not text.startswith(name, place):
        return False
    end = place + len(name)
    is_longer = _LONGER.match(text, end) and not name.endswith(("Trust", "Council"))
    return not (is_longer or (end < len(text) and text[end].isalnum()))


def _is_ordinary(text: str, place: int, name: str) -> bool:
    """Whether a name that is also a common word opens a sentence without a verb after it."""
    if name not in _AMBIGUOUS:
        return False
    opens = place == 0 or text[place - 2 : place] in {". ", '."'} or text[place - 1] == "\n"
    return opens and not _VERB.match(text, place + len(name))


def headed(words: Words, gazetteer: Gazetteer) -> Iterator[Named]:
    """Give the bodies whose name ends, or starts, with a word such as `Trust` or `University`."""
    for found in _HEAD.finditer(words.text):
        code = found.lastgroup or ""
        head = found[0].split()[-1]
        before = words.before(found.start(), _STOP, commas=False)
        before = [] if words.text.endswith("the ", 0, found.start()) else _after_and(before)
        onward = _ONWARD.match(words.text, found.end()) if head in _OPENERS else None
        before = _after_person(before)
        own = {token.text for token in before} - FUNCTION
        whose = _PLACE_S.search(words.text, max(0, found.start() - 60), found.start())
        if whose and found[0].endswith("Wellbeing Board") and not own - _GENERIC:
            name = words.text[whose.start("place") : found.end()]
            yield Named(whose.start("place"), found.end(), name, name, code)
            continue
        if not own - _GENERIC and not onward:
            continue
        start = _start(before, found)
        if code == "healthSystem":
            start = _of_register(words, found, gazetteer) or start
        if _is_none(words.text, found, code, start):
            continue
        if code == "provider":
            start = _of_list(words.text, start, found.start())
        end = onward.end() if onward else found.end()
        end -= 2 if words.text[start:end].endswith("'s") and onward else 0
        yield Named(
            start, end, words.text[start:end], words.text[start : found.start()].strip(), code
        )


def _is_none(text: str, found: re.Match[str], code: str, start: int) -> bool:
    """Whether a headed name is of a sum of money, a venue, or no newspaper."""
    head = found[0].split()[-1]
    last = (text[max(0, found.start() - 40) : found.start()].split() or [""])[-1]
    if code == "publisher" and not _is_paper(text, start, found.end()):
        return True
    return (head == "Fund" and bool(last) and last[0] in _SUMS) or (
        head == "Centre" and bool(last) and last[0] in _VENUES
    )


def _of_list(text: str, start: int, end: int) -> int:
    """Where the name of a trust of several places starts: `Rotherham, Doncaster and … Trust`."""
    is_list = " and " in text[start:end]
    earlier = _OF_LIST.search(text, max(0, start - 80), start) if is_list else None
    return earlier.start("first") if earlier else start


def papers(text: str) -> Iterator[Named]:
    """Give the newspapers called by the last word of their name: `the Echo`."""
    for found in _ONLY_PAPER.finditer(text):
        yield Named(*found.span("name"), found["name"], found["name"], "publisher")


def _of_register(words: Words, found: re.Match[str], gazetteer: Gazetteer) -> int | None:
    """Where a system's name of several parts starts: `Humber, Coast and Vale … Partnership`."""
    before = words.before(found.start(), _STOP, commas=True)
    for token in before:
        core = words.text[token.start : found.start()].strip()
        if token.is_capital and gazetteer.has(core, "stp"):
            return token.start
    return None


def _is_paper(text: str, start: int, end: int) -> bool:
    """Whether a name that ends as a newspaper's does stands as one: `the …`, or at a line's end."""
    told = re.search(r"\b[Tt]he $", text[max(0, start - 4) : start])
    return bool(told) or (
        text[end : end + 1] in {"\n", ""} and text[start - 2 : start] in {", ", "; "}
    )


def _start(before: list[Token], found: re.Match[str]) -> int:
    return before[0].start if before else found.start()


def _after_person(before: list[Token]) -> list[Token]:
    """The name without whoever is of it: `Ann Lee of the Doctors' Forum` is `Doctors' Forum`."""
    of = [at for at, token in enumerate(before) if token.text in {"of", "from", "at"}]
    is_person = bool(of) and of[0] > 1 and before[0].text in given_names()
    return [*_capital(before[of[0] + 1 :])] if is_person else before


def _capital(tokens: list[Token]) -> list[Token]:
    return tokens[1:] if tokens and tokens[0].text == "the" else tokens


def _after_and(before: list[Token]) -> list[Token]:
    """A name of this kind does not reach over `and` unless it is short on both sides."""
    whole = [
        at
        for at in range(1, len(before))
        if before[at].text == "and" and _TRUST.fullmatch(before[at - 1].text)
    ]
    if whole:
        before = before[whole[-1] + 1 :]
    for at in range(len(before) - 1, -1, -1):
        left = before[at - 1].text
        is_whole = left in {"England", "Improvement"} or _HEAD.fullmatch(left) is not None
        if before[at].text == "and" and (at > _SHORT or is_whole):
            before = before[at + 1 :]
            break
    while before and not before[0].is_capital:
        before = before[1:]
    return before


def nhs_places(text: str, gazetteer: Gazetteer) -> Iterator[Named]:
    """Give bodies that are called `NHS` and a place: the longest place that the register knows."""
    for found in _NHS_PLACE.finditer(text):
        name = found[1]
        cuts = [len(name), *(cut.start() for cut in reversed(list(_CUT.finditer(name))))]
        for cut in cuts:
            place = name[:cut].removesuffix("'s")
            if place and gazetteer.is_place(place) and place != "England":
                more = re.match(r" and the City\b", name[cut:])
                whole = name[: cut + more.end()] if more else place
                end = found.start(1) + len(whole)
                yield Named(found.start(), end, f"NHS {whole}", whole, "")
                break
    for found in _HEALTHWATCH.finditer(text):
        yield Named(found.start(), found.end(), found[0], found[0], "membershipBody")


def campaigns(text: str) -> Iterator[Named]:
    """Give the groups whose name is what they ask for: `Save Our Hospital`."""
    for found in _CAMPAIGN.finditer(text):
        name = re.sub(r"(?: (?:and|for|of))+$", "", found[0])
        yield Named(found.start(), found.start() + len(name), name, name, "membershipBody")


def called(text: str) -> Iterator[Named]:
    """Give bodies that the text says are one: `the think tank Reform`."""
    for found in _APPOSED.finditer(text):
        if found["name"].split()[0] not in FUNCTION:
            yield Named(*found.span("name"), found["name"], found["name"], "membershipBody")
    for found in _CALLED.finditer(text):
        start, end = found.span("name")
        end -= 2 if text[start:end].endswith("'s") else 0
        yield Named(start, end, text[start:end], text[start:end], "membershipBody")
