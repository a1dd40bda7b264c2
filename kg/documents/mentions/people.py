"""People: by title and name, by a given name, or by what stands beside an unknown one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from kg.documents.mentions.gazetteer import Gazetteer
from kg.documents.mentions.model import Person, Segment, Span
from kg.documents.mentions.view import View
from kg.documents.mentions.words import FUNCTION, vocabulary
from kg.model.names import slug
from kg.resources import folder

TITLE = (
    r"(?:(?:Rt Hon|Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?|Sir|Dame|Lord|Lady|Earl|Baroness|Baron|Cllr"
    r"|Coun|Councillor"
    r"|Rev(?:erend)?|Canon|Father|Lieutenant Colonel|Colonel)\.? )+"
)
_UPPER, _LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
_NAME = (
    rf"[{_UPPER}](?:[{_LOWER}]+|'[{_UPPER}][{_LOWER}]+)(?:[{_UPPER}][{_LOWER}]+)?"
    rf"(?:[-'][{_UPPER}]?[{_LOWER}]+)?"
)
_PARTICLE = (
    r"(?:(?:van der|van den|van de|de la|de|van|von|der|den|la|le|bin|al|El|St|Mac|Mc|Du|O') )?"
)
_MIDDLE = r"(?P<middle>[A-Z]\.? )?"
_FULL = re.compile(
    rf"(?<![\w/-])(?P<title>{TITLE})?(?P<given>{_NAME}|[A-Z]\.?(?: ?[A-Z]\.?)?) {_MIDDLE}"
    rf"(?P<surname>{_PARTICLE}{_NAME}(?: {_NAME})?)(?P<post> (?:MP|MBE|OBE|CBE|QC|KC))?(?![\w])"
)
_TITLED = re.compile(rf"(?<![\w/-])(?P<title>{TITLE})(?P<surname>{_PARTICLE}{_NAME})(?![\w])")
_SPEECH = (
    "said|says|told|added|adds|warned|argued|explained|commented|insisted|claimed|stated|wrote"
    "|believes"
    "|admitted|confirmed|stressed|urged|called|described|welcomed|criticised|agreed|denied"
    "|accused|asked|will"
    "|has|was|is"
)
_AFTER = re.compile(rf"(?:'s)? ?(?:,| \(|\)? (?:{_SPEECH}|who)\b| [–—-] )|(?:'s)? MP\b")
_MOVES = re.compile(
    r" (?:has|had|was|will|is)(?: now| also)?(?: be| been| to)? (?:appointed|named|elected"
    r"|confirmed|announced"
    r"|resigned|retired?|stepp?e?d?|joined|left|leave|succeed\w*|replac\w*|take|become|chosen)\b"
)
_GIVEN_OVER = re.compile(
    r"\b(?:said|says|added|told|appoint(?:ed|ing|s)?|replac(?:ed by|es|ing)|succeed(?:s|ed by"
    r"|ing)|named|thanked|welcomed|led by|chaired by|under) $"
)
_SAYS = re.compile(
    rf",? (?:has |had |also |have )?(?:{_SPEECH.removesuffix('|will|has|was|is')})\b"
)
_PARTICLES = frozenset({"St", "Mac", "Mc", "El", "Du", "O'"})
_POSTWORD = re.compile(
    r"\b(?:chief|officer|executive|chair(?:man|woman)?|director|lead|leader|president|secretary"
    r"|minister|mayor"
    r"|manager|head|editor|partner|spokes\w+|MP|GP|councillor|professor|fellow|member|treasurer"
    r"|nurse|adviser"
    r"|commissioner|analyst|governor|peer|elect|designate|campaigner|organiser|reporter"
    r"|correspondent|resident|by"
    r"|vice|deputy|doctor|practitioner|solicitor|consultant) ?,? ?$",
    re.IGNORECASE,
)
_POST_NEXT = re.compile(
    r"^(?:'s)?,? (?:\(|who |the |an? |its |their |our )?(?:[\w'&/-]+ ){0,5}?(?:chief|officer"
    r"|executive|chair|director|lead|leader"
    r"|president|secretary|minister|manager|head|editor|MP|GP|councillor|professor|fellow"
    r"|partner|spokes)\w*\b"
)
_NOT_GIVEN = vocabulary(
    "Dr Mr Mrs Ms Miss Mx Prof Professor Sir Dame Lord Lady Baroness Baron "
    "Cllr Councillor Coun Rev "
    "Canon Father MP GP "
    "The This That These Those New North South East West Great Greater Royal Saint General Public "
    "National Local Health Care Clinical Primary Integrated Chief Deputy Joint Long Term Plan High "
    "Sustainability Foundation United County City District Borough Monday "
    "Tuesday Wednesday Thursday "
    "Friday Saturday Sunday Black White Red Social Mental Act Bill Green "
    "In At On For When While As "
    "But And If Our Their His Her Its Labour Conservative Liberal Tory Shadow "
    "Medical Nursing Finance "
    "Managing Medway Executive Accountable Vice Interim Acting Senior Dear "
    "Five Year Forward Better "
    "One Two Three Four Six Seven Eight Nine Ten House Prime Health Secretary "
    "Big Best Good Not No Covid "
    "Former Merging Under Over Around Across All Both Some Many Most Any "
    "Each Every Another Other Former"
)
_DOUBTFUL = vocabulary("Street Lane House Park Hall Square Bridge Bay Forest Vale Heath Church Day")
"""Surnames that are also the end of a place's name."""
_NOT_SURNAME = vocabulary(
    "CCG CCGs ICB Road Hospital Town City County "
    "Council Trust Court "
    "District Borough Health Care Board Group Committee Unit "
    "Valley Party "
    "University College School Practice Surgery Centre Report Review "
    "Plan Act Bill Survey Award "
    "Awards Week Month Year Officer Executive Director Chair Secretary "
    "Minister Chief And Of Said"
)


_BYLINE_NAME = re.compile(
    r"(?P<by>\b[Bb]y:?\s+)?(?P<name>(?!By\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Published"
    r"|Updated)"
    rf"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b){_NAME}\s+{_MIDDLE}{_NAME})"
)


@cache
def given_names() -> frozenset[str]:
    """Given names that are common in the country, from the shipped list."""
    path = folder("kg.data") / "gazetteer" / "given_names.txt"
    return frozenset(path.read_text(encoding="utf-8").split())


@dataclass(slots=True)
class _Known:
    """The people met so far, by surname."""

    by_surname: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)

    def meet(self, name: str, title: str) -> tuple[str, str, str]:
        surname = name.split()[-1]
        here = self.by_surname.setdefault(surname, [])
        for one in here:
            if one[1] == name or _is_short(one[1], name):
                return one
        one = (f"person/{slug(name)}", name, title)
        here.append(one)
        return one


def _is_short(full: str, name: str) -> bool:
    """Whether a name is the same with an initial for the given name."""
    a, b = full.split(), name.split()
    return (
        a[-1] == b[-1]
        and a[0][0] == b[0][0]
        and min(len(a[0].rstrip(".")), len(b[0].rstrip("."))) == 1
    )


def people(
    view: View, gazetteer: Gazetteer, is_taken: Callable[[int, int], bool]
) -> list[tuple[int, int, Person]]:
    """Give the people of a text in order, with their places in the folded text.

    Later surnames lead to the one person who was named in full; where two share a surname, to the
    last one before.
    """
    text = view.text
    known = _Known()
    found: list[tuple[int, int, Person]] = []
    for start, end, title, name in _full(text, gazetteer, is_taken):
        key, full, first_title = known.meet(name, title)
        found.append((start, end, Person(view.span(start, end), full, first_title or title, key)))
    covered = [(a, b) for a, b, _ in found]
    for start, end, title, surname in _surnames(text, known):
        if any(a < end and start < b for a, b in covered) or is_taken(start, end):
            continue
        here = known.by_surname.get(surname, [])
        before = [p for a, _, p in found if p.name.split()[-1] == surname and a < start]
        if before:
            one = before[-1]
            person = Person(view.span(start, end), one.name, one.title, one.key)
        elif title and (named := _by_given(found, surname)):
            person = replace(named, span=view.span(start, end))
        elif here:
            key, full, first_title = here[0]
            person = Person(view.span(start, end), full, first_title, key)
        else:
            person = Person(view.span(start, end), surname, title, f"person/{slug(surname)}")
        found.append((start, end, person))
        covered.append((start, end))
    return sorted(found, key=lambda one: one[:2])


def _by_given(found: list[tuple[int, int, Person]], given: str) -> Person | None:
    """The person named in full before whom `Dame Barbara` calls by the given name."""
    return next((one for *_, one in found if one.name.startswith(f"{given} ")), None)


def authors(text: str, segments: tuple[Segment, ...]) -> list[Person]:
    """The writers that bylines name."""
    found = []
    for segment in segments:
        if segment.reason not in {"byline", "dateline"}:
            continue
        for match in _BYLINE_NAME.finditer(text, segment.span.start, segment.span.end):
            is_by = match["by"] is not None
            if is_by or match["name"].split()[0] in given_names():
                name = " ".join(match["name"].split())
                key = f"person/{slug(name)}"
                found.append(Person(Span(*match.span("name")), name, "", key, author=True))
                break
    return found


def _full(
    text: str, gazetteer: Gazetteer, is_taken: Callable[[int, int], bool]
) -> Iterator[tuple[int, int, str, str]]:
    at = last = 0
    while match := _FULL.search(text, at):
        title = (match["title"] or "").strip()
        at = match.start("given") + 1 if not title else match.end("title")
        in_row = last > 0 and text[last : match.start()] in {" and ", ", ", ", and "}
        read = _name(text, match, gazetteer, in_row=in_row)
        if read is None:
            continue
        end, name = read
        start = match.start()
        if is_taken(match.start("given"), end):
            continue
        at = last = end
        yield start, end, title.replace(".", ""), name


def _name(
    text: str, match: re.Match[str], gazetteer: Gazetteer, *, in_row: bool
) -> tuple[int, str] | None:
    """The end and words of the name at a match, if it is one; `in_row` follows another name."""
    given = match["given"]
    surname, end = _surname(match)
    if not _may_be(given, surname.split()[-1]) or gazetteer.is_place(f"{given} {surname}"):
        return None
    is_initial = given.rstrip(".").isupper() and "." not in given
    is_doubtful = surname in _DOUBTFUL and not match["title"]
    name = f"{given} {match['middle'] or ''}{surname}"
    if match["title"] or (given in given_names() and not is_initial and not is_doubtful):
        return end, name
    after = text[end : end + 90]
    beside: re.Match[str] | bool | None = _AFTER.match(text, end) and (
        _POST_NEXT.match(after) or _SAYS.match(after) or _MOVES.match(after)
    )
    beside = beside or _POSTWORD.search(text, max(0, match.start() - 30), match.start())
    beside = beside or in_row or _GIVEN_OVER.search(text, max(0, match.start() - 20), match.start())
    return (end, name) if beside and not is_initial else None


def _surname(match: re.Match[str]) -> tuple[str, int]:
    """The surname and its end; a third capitalised word belongs to it unless it starts another."""
    surname, end = match["surname"], match.end("surname")
    words = surname.split()
    is_double = len(words) > 1 and words[0][0].isupper() and words[0] not in _PARTICLES
    if is_double and (words[-1] in _NOT_SURNAME | _NOT_GIVEN | FUNCTION):
        surname, end = words[0], match.start("surname") + len(words[0])
    if surname.endswith("'s"):
        surname, end = surname.removesuffix("'s"), end - 2
    return surname, end


def _may_be(given: str, surname: str) -> bool:
    """Whether two capitalised words may be a name at all."""
    if given in _NOT_GIVEN or surname in _NOT_SURNAME or given.endswith("'s"):
        return False
    return surname not in _NOT_GIVEN or given in given_names()


def _surnames(text: str, known: _Known) -> Iterator[tuple[int, int, str, str]]:
    """Surnames with a title, and bare surnames of people named in full."""
    for match in _TITLED.finditer(text):
        surname = match["surname"]
        end = match.end() - (2 if surname.endswith("'s") else 0)
        surname = surname.removesuffix("'s")
        if surname.split()[-1] not in _NOT_SURNAME:
            yield match.start(), end, match["title"].strip().replace(".", ""), surname
    if known.by_surname:
        names = "|".join(map(re.escape, sorted(known.by_surname)))
        for match in re.finditer(rf"(?<![\w./-])(?:{names})(?![\w/-])", text):
            follows = text[match.end() : match.end() + 12]
            if not re.match(r" (?:[A-Z]|and [A-Z]|CCG|Council)", follows) or re.match(
                r" (?:said|MP)", follows
            ):
                yield match.start(), match.end(), "", match[0]
