"""Posts: who holds which, in which bodies, as a sentence says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.documents.mentions.coded import Coded, O, P, is_code, number_of
from kg.documents.mentions.model import Group, Organisation, Person, Post
from kg.documents.mentions.view import View

_HEAD = (
    r"chief executives?(?: officers?)?|chief clinical officers?|clinical chief officers?"
    r"|chief (?:operating|finance|financial|medical|nursing|strategy|people|transformation"
    r"|commissioning|information"
    r"|accountable|delivery|digital|technology) officers?|(?:chief )?accountable officers?"
    r"|chief officers?"
    r"|chief (?:nurse|pharmacist|economist|analyst|inspector|secretary|whip|negotiator|reporter)"
    r"|CEOs?|AO|CFO|COO|co-?chair(?:man|woman)?s?|(?:vice|deputy)[- ]chair(?:man|woman)?s?"
    r"|chair(?:man"
    r"|woman|person|men)?s?|vice[- ]presidents?|presidents?"
    r"|(?:general |permanent |prime |party )?secretar(?:y|ies)(?: of state)?"
    r"|(?:prime )?ministers?|leaders?|leads?|heads?|editors?"
    r"|MPs?|peer|mayors?|councillors?|professors?|fellows?|lecturers?|members?|managers?"
    r"|treasurers?|commissioners?"
    r"|advis[eo]rs?|analysts?|governors?|nurses?|partners?|GPs?|correspondents?|reporters?"
    r"|convenors?|coordinators?|co-ordinators?"
    r"|officers?|registrars?|consultants?|negotiators?|organisers?|campaigners?|trustees?"
    r"|economists?|researchers?|directors?|solicitors?"
    r"|spokes(?:man|woman|person|people)"
)
_MODIFIER = (
    r"interim|acting|joint|single|shared|former|outgoing|incoming|new|current|newly appointed"
    r"|deputy|assistant|associate|executive|non-executive"
    r"|national|regional|local|area|clinical|medical|managing|strategic|strategy|GP|lay"
    r"|independent|lead|senior|then|ex|founding"
    r"|honorary|vice|co|primary care|policy|communications|commissioning|finance|governing body"
    r"|board|shadow|corporate"
    r"|operations?|operational|nursing|public health|prime|health|health and social care"
    r"|social care|care|political"
    r"|news|development|planning|performance|quality|mental health"
    r"|group|council|cabinet|programme|project|transformation|integration|system|place|locality"
    r"|practice|branch|federation"
    r"|hospital|patient|research|quality|turnaround|improvement|delivery|workforce|contracts?"
    r"|contracting|business|divisional|county|city|borough"
    r"|Labour|Conservative|Tory|Liberal Democrat|Lib Dem|Green|opposition|designate|elected"
    r"|visiting|head|chief|medicines|urgent care|digital|estates|assurance|engagement|campaigns?"
    r"|union|regional|general|permanent|foreign|home|education|accountable|responsible|fellow"
)
_STOPPED = (
    r"(?!at\b|of\b|for\b|in\b|on\b|said\b|who\b|has\b|had\b|was\b|is\b|and\b|with\b|from\b"
    r"|will\b|told\b|says\b|added\b|the\b|to\b|but\b|would\b|as\b|since\b|until\b|across\b"
    r"|when\b|after\b|before\b|which\b|that\b|a\b|an\b|by\b|both\b|two\b|three\b|four\b|five\b"
    r"|six\b|another\b|each\b|its\b|their\b)"
)
_AND = r"(?:,? and | & |, (?=[\w-]+(?: [\w-]+)?,? and )| )"
_TOPIC = rf"{_STOPPED}[a-zA-Z][\w&'/-]*(?:{_AND}{_STOPPED}[a-z][\w&'/-]*){{0,5}}"
_LOW_TOPIC = rf"{_STOPPED}(?-i:[a-z])[\w&'/-]*(?:{_AND}{_STOPPED}(?-i:[a-z])[\w&'/-]*){{0,5}}"
_AREA = r" (?:for|of|in)(?: the)?(?: (?-i:[A-Z])[\w'-]+){1,4}"
_POST = (
    rf"(?:(?:{_MODIFIER}|shadow {O})[ -]){{0,5}}(?:{_HEAD})(?:[ -](?:designate"
    rf"|elect))?"
    rf"(?: (?:of (?:state for )?{_TOPIC}|for {_LOW_TOPIC})(?<![, ]))?(?:[ -](?:designate|elect))?"
)
_BODIES = (
    rf"(?:the |both |all |its |their |two |three |four |five |six |seven |eight |nine |ten "
    rf"|\d+ )*{O}(?:(?:,|,? and| &|/|,? as well as"
    rf"|,? plus)(?: also)?(?: the| both| for| of| at)? ?{O})*"
)
_OF = (
    rf"(?:(?: in {_LOW_TOPIC})? (?:of|at|for|in|with|from|on|to|across|and)(?: the"
    rf"| both)? (?P<of>{_BODIES}))"
)
_OWN = rf"(?:(?P<own>{_BODIES})(?:'s?)? |(?P<its>[Ii]ts|[Tt]heir) )"
_ASIDE = r"(?: \((?:pictured|above|left|right|inset)[^)]{0,20}\))?"
_BECOMES = (
    r"(?:,? who| – who)? ?(?:is|was|has been|had been|becomes|became|will be|will become|(?:is"
    r"|was) to be|(?:is|was) (?:acting|standing down|stepping down|retiring|leaving|serving"
    r"|working) as|made permanent as"
    r"|has been made permanent as|will (?:join(?: us| the \w+)?|act|serve|return|work|stay"
    r"|continue) as|promoted to|would be"
    r"|would become|is to become|to become|currently"
    r"|is currently|(?:has |had |was |is |been |being |be )*(?:appointed|named|confirmed|chosen"
    r"|elected|announced|made)(?: as)?|serves? as|served as"
    r"|(?:will )?takes? over as|took over as|(?:has |have )?taken over as"
    r"|(?:will )?steps? down as|stepped down as"
    r"|stood down as|stands? down as|resigned as|left as"
    r"|(?:will )?retires? as|will lead as|joined as|works as|worked as|continues? as|remains?"
    r"|acts as|as)"
)
_ARTICLE = (
    r"(?:(?:currently|formerly|now|previously|then|until recently|until now) )?"
    r"(?:the |an? |its |their |one of the |our |his |her )?(?:[\w-]+'s )?"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<who>{P}(?:(?:,? and |, ){P})*){_ASIDE}(?:,| [–—-]"
        rf"| \() ?{_ARTICLE}{_OWN}?(?P<post>{_POST})(?!(?:[ -](?:designate|elect))? {P}){_OF}?",
        rf"(?P<who>{P}){_BECOMES} {_ARTICLE}{_OWN}?(?P<post>{_POST}){_OF}?",
        rf"(?P<who>{P})\n(?P<post>{_POST})(?=[,\n]|$)",
        rf"\b(?P<its>named|appointed|elected|appoints|names) (?P<who>{P})(?:,? as)? {_ARTICLE}"
        rf"(?P<post>{_POST}){_OF}?",
        rf"(?<![\w-]){_OWN}?(?P<post>{_POST})(?:{_OF}|{_AREA})?(?: and (?:local "
        rf"|[A-Z]\w+ )?GPs?)?(?: \([A-Z]+\))?[,:]? (?:[–—-] )?(?P<who>{P}(?: and {P})?)",
    )
)
_CHAIRS = re.compile(
    rf"(?P<who>{P})(?:,? who)? (?:also )?(?P<verb>chairs|chaired|leads|led|heads|headed|runs|ran"
    rf"|will chair|will lead) (?P<of>{_BODIES})"
)
_MORE = re.compile(
    r"(?: (?:of|for|at|in|across) [^,.;()\n]{0,60}?)?(?:,| and|, and|; and)"
    r"(?: (?:who )?(?:was|is|has been)(?: (?:named|appointed|confirmed))?(?: (?:last"
    r"|this) \w+)?(?: as)?)?"
    rf" {_ARTICLE}{_OWN}?(?P<post>{_POST})(?!(?: designate)? {P}){_OF}?",
    re.IGNORECASE,
)
_AFTER_COMMA = re.compile(rf",?(?:,? (?:of|at|for))? (?P<of>{_BODIES})(?=[\n),.;]|$)")
_SEAT = r"(?<![\w-])[A-Z][\w'-]{1,30}(?:(?:,? and| upon| on|,)? [A-Z][\w'-]{1,30}){0,5}"
_MP = re.compile(
    rf"(?:(?P<party>{O}) )?(?P<mp>(?:{_SEAT} (?:(?P<party2>{O}) )?)?MP(?: for "
    rf"{_SEAT})?),? (?P<who>{P})"
)
_MP_AFTER = re.compile(
    rf"(?P<who>{P})(?:,| \()? (?:the )?(?:(?P<party>{O}) )?(?P<mp>(?:{_SEAT} "
    rf"(?:(?P<party2>{O}) )?)?MP(?: for {_SEAT})?)\b"
)
_ALONE = re.compile(rf"(?<![\w-]){_OWN}?(?P<post>{_POST}){_OF}?", re.IGNORECASE)
_STRONG = re.compile(
    r"(?:chief executive|accountable officer|chief officer|chief clinical officer"
    r"|clinical chief officer|managing director"
    r"|chief finance officer|chair|director|leader|chief operating officer|management team)",
    re.IGNORECASE,
)
_OFFICER = re.compile(
    r"(?:chief|accountable|managing|clinical) (?:officer|executive|director|clinical)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[A-Za-z-]+")
_TITLES = {
    "chairs": "chair", "chaired": "chair", "leads": "leader", "led": "leader",
    "will lead": "leader", "will chair": "chair", "heads": "head", "headed": "head",
    "runs": "leader", "ran": "leader",
}  # fmt: skip
_LEAD = re.compile(r"\b(former|interim|acting|outgoing|incoming) (?:the )?$", re.IGNORECASE)
_MANY = re.compile(r"(?:(?<=officer)|(?<=chair)|(?<=director)|(?<=executive)|(?<=leader))s$")
_PERSON = re.compile(P)
_LEAVES = re.compile(r"down as|resigned|retire|\bleft as|\bthen |formerly |previously ")
_COMING = {"incoming", "designate", "elect", "shadow"}
_COMES = re.compile(r"will be|become|take over")


@dataclass(frozen=True, slots=True)
class Cast:
    """The people and bodies that the codes of a text stand for, by number."""

    people: Sequence[Person]
    bodies: Sequence[Organisation | Group]


def posts(view: View, coded: Coded, cast: Cast) -> list[tuple[int, int, Post]]:
    """Give the posts of a text in order, each once for each holder, with the folded places."""
    found: dict[tuple[int, str], tuple[int, int, Post]] = {}
    covered: list[tuple[int, int]] = []
    for match in (*_MP.finditer(coded.text), *_MP_AFTER.finditer(coded.text)):
        covered.append(match.span("mp"))
        one = _seat(view, coded, cast, match)
        found[one[0], one[2].holder] = one
    for pattern in (*_PATTERNS, _CHAIRS):
        for match in _within(pattern, coded.text):
            for one in _read(view, coded, cast, match, covered):
                found.setdefault((one[0], one[2].holder), one)
    for match in _ALONE.finditer(coded.text):
        is_told = bool(match["own"] or match["of"] or _OFFICER.search(match["post"]))
        is_new = not any(a <= match.start("post") < b for a, b in covered)
        if is_told and is_new and _STRONG.search(match["post"]):
            for one in _read(view, coded, cast, match, []):
                found.setdefault((one[0], ""), one)
    return sorted(found.values(), key=lambda one: one[:2])


def _within(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches in paragraphs that name a person, who may stand on the line before."""
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin)
        end = end if end >= 0 else len(text)
        if _PERSON.search(text, begin, end):
            after = text.find("\n", end + 1)
            stop = after if text[end - 1 : end] and is_code(text[end - 1], "P") else end
            yield from pattern.finditer(text, begin, stop if stop >= 0 else len(text))
        begin = end + 1


def _seat(view: View, coded: Coded, cast: Cast, match: re.Match[str]) -> tuple[int, int, Post]:
    """A seat in Parliament, with the party as its body."""
    start, end = coded.at(match.start("mp")), coded.at(match.end("mp"))
    who = cast.people[number_of(match["who"])]
    parties = [cast.bodies[number_of(c)] for c in match.group("party", "party2") if c]
    return start, end, Post(
        view.span(start, end), view.text[start:end], who.key, tuple(one.key for one in parties),
        who.name, tuple(one.name for one in parties),
    )  # fmt: skip


def _read(
    view: View, coded: Coded, cast: Cast, match: re.Match[str], covered: list[tuple[int, int]]
) -> Iterator[tuple[int, int, Post]]:
    """The posts of a match, and a second one that follows for the same person."""
    groups = match.groupdict()
    place = match.span("post" if "post" in groups else "verb")
    if any(a < place[1] and place[0] < b for a, b in covered):
        return
    covered.append(place)
    who = [cast.people[number_of(c)] for c in re.findall(P, groups.get("who") or "")]
    if len(who) > 1 and "post" in groups and not groups["post"].endswith("s"):
        who = who[-1:] if match.start("who") < place[0] else who[:1]
    yield from _spread(view, coded, place, who, _bodies(coded, cast, match), match)
    if who and match.start("who") < place[0]:
        more = _MORE.match(coded.text, match.end())
        if more and _HEADED.match(more["post"]):
            covered.append(more.span("post"))
            others = _bodies(coded, cast, more)
            yield from _spread(view, coded, more.span("post"), who, others, more)


_HEADED = re.compile(rf"(?:(?:{_MODIFIER})[ -])*(?:{_HEAD})\b")


def _bodies(coded: Coded, cast: Cast, match: re.Match[str]) -> list[Organisation | Group]:
    """The bodies of a post: those beside it, after a comma, or what `its` means."""
    groups = match.groupdict()
    named = (groups.get("own") or "") + (groups.get("of") or "")
    post = match.start("post") if groups.get("post") else -1
    if not named and groups.get("who") and match.start("who") < post:
        after = _AFTER_COMMA.match(coded.text, match.end())
        named = after["of"] if after else ""
    found = [cast.bodies[number_of(c)] for c in re.findall(O, named)]
    its = groups.get("its") or re.search(r"\b(?:its|their) $", coded.text[: max(post, 0)][-8:])
    if not found and its and post >= 0:
        before = coded.text[max(0, match.start() - 400) : post]
        codes = re.findall(O, "\n".join(before.split("\n")[-2:]))
        found = [cast.bodies[number_of(c)] for c in codes]
        found = [one for one in found if one.key != "x/nhs"][-1:]
    return [one for one in found if one.key != "x/nhs" or len(found) == 1]


def _spread(  # noqa: PLR0913 - one match and its parts
    view: View,
    coded: Coded,
    place: tuple[int, int],
    who: list[Person],
    bodies: list[Organisation | Group],
    match: re.Match[str],
) -> Iterator[tuple[int, int, Post]]:
    """One post for each holder; with `respectively` each has the body of the same number."""
    start, end = coded.at(place[0]), coded.at(place[1])
    words = view.text[start:end]
    title = " ".join(_TITLES.get(words.lower(), words).split())
    lead = _LEAD.search(coded.text, max(0, match.start() - 14), match.start())
    if lead and match.groupdict().get("own"):
        title = f"{lead[1].lower()} {title}"
    if len(who) > 1:
        title = _MANY.sub("", title)
    flags = set(_WORDS.findall(title.lower()))
    aside = coded.text[match.start() : match.end()].lower()
    is_each = "respectively" in coded.text[match.end() : match.end() + 16]
    for at, person in enumerate(who or [None]):
        mine = [bodies[at]] if is_each and len(who) == len(bodies) else bodies
        yield start, end, Post(
            view.span(start, end), title, person.key if person else "",
            tuple(one.key for one in mine), person.name if person else "",
            tuple(one.name for one in mine),
            interim=bool(flags & {"interim", "acting"}),
            former=bool(flags & {"former", "ex", "outgoing", "then"} or _LEAVES.search(aside)),
            incoming=bool(flags & _COMING or _COMES.search(aside)) and "minister" not in flags,
            joint=bool(flags & {"joint", "shared", "single"}) or len(mine) > 1,
        )  # fmt: skip
