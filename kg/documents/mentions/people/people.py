"""People: by title and name, by a given name, or by what stands beside an unknown one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from kg.documents.mentions.model import Person, Segment, Span
from kg.documents.mentions.names.gazetteer import Gazetteer
from kg.documents.mentions.names.given_names import given_names
from kg.documents.mentions.people import person_words as words
from kg.documents.mentions.people.post_words import is_head
from kg.documents.mentions.text.view import View
from kg.documents.mentions.text.words import FUNCTION
from kg.model.names import slug


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
    covered = {place for start, end, _ in found for place in range(start, end)}
    for start, end, title, surname in _surnames(text, known):
        if not covered.isdisjoint(range(start, end)) or is_taken(start, end):
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
        covered.update(range(start, end))
    found += [
        (start, end, replace(one, span=view.span(start, end)))
        for start, end, one in _initialled(text, found, is_taken)
    ]
    return sorted(found, key=lambda one: one[:2])


def _initialled(
    text: str, found: list[tuple[int, int, Person]], is_taken: Callable[[int, int], bool]
) -> Iterator[tuple[int, int, Person]]:
    """The people whom initials stand for that follow their name: `Ann Lee-Ray (ALR)`."""
    short: dict[str, Person] = {}
    for _, end, one in found:
        initials = words.INITIALS.match(text, end)
        if initials and initials[1] == re.sub(r"[^A-Z]", "", one.name):
            short.setdefault(initials[1], one)
    for initials_, one in short.items():
        for match in re.finditer(rf"(?<![\w/&(-]){initials_}(?![\w/&)-])", text):
            if not is_taken(*match.span()):
                yield *match.span(), one


def _by_given(found: list[tuple[int, int, Person]], given: str) -> Person | None:
    """The person named in full before whom `Dame Barbara` calls by the given name."""
    return next((one for *_, one in found if one.name.startswith(f"{given} ")), None)


def authors(text: str, segments: tuple[Segment, ...]) -> list[Person]:
    """The writers that bylines name."""
    found = []
    for segment in segments:
        if segment.reason not in {"byline", "dateline"}:
            continue
        for match in words.BYLINE_NAME.finditer(text, segment.span.start, segment.span.end):
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
    while match := words.FULL.search(text, at):
        title = (match["title"] or "").strip()
        at = match.start("given") + 1 if not title else match.end("title")
        in_row = last > 0 and text[last : match.start()] in {" and ", ", ", ", and "}
        read = _name(text, match, gazetteer, in_row=in_row)
        if read is None:
            read = _of_body(text, match, gazetteer, is_taken)
        if read is None:
            continue
        end, name = read
        start = match.start()
        if is_taken(match.start("given"), end):
            continue
        at = last = end
        yield start, end, title.replace(".", ""), name


def _of_body(
    text: str, match: re.Match[str], gazetteer: Gazetteer, is_taken: Callable[[int, int], bool]
) -> tuple[int, str] | None:
    """The name of somebody unknown who is said to be of a body: `Zoltan Ek, of Nene CCG,`."""
    given = match["given"]
    surname, end = _surname(match)
    of = re.match(
        r"(?:,? (?:of|from|at) (?:the )?| \((?:the )?|, |: )"
        r"(?=[A-Z])",
        text[end : end + 14],
    )
    if not of or not is_taken(end + of.end(), end + of.end() + 1) or len(given) < 3:
        return None
    before = text[max(0, match.start() - 5) : match.start()]
    is_free = not re.search(r"[A-Z&]\S* $|\bthe $", before) and text[end - 1].islower()
    is_name = _may_be(given, surname.split()[-1]) and given not in FUNCTION
    is_name = is_name and not is_head(given.lower()) and surname.split()[0] not in given_names()
    if not (is_free and is_name) or gazetteer.is_place(given) or gazetteer.is_place(surname):
        return None
    return end, f"{given} {match['middle'] or ''}{surname}"


def _is_signed(text: str, start: int, end: int) -> bool:
    """Whether a name is a line of its own before one with a post."""
    is_line = text[start - 1 : start] == "\n" and text[end : end + 1] == "\n"
    return is_line and words.POST_NEXT.match(text[end + 1 : end + 90]) is not None


def _name(
    text: str, match: re.Match[str], gazetteer: Gazetteer, *, in_row: bool
) -> tuple[int, str] | None:
    """The end and words of the name at a match, if it is one; `in_row` follows another name."""
    given = match["given"]
    surname, end = _surname(match)
    if not _may_be(given, surname.split()[-1]) or gazetteer.is_place(f"{given} {surname}"):
        return None
    if " " in surname and surname.split()[0] in FUNCTION and not match["title"]:
        return None
    is_initial = given.rstrip(".").isupper() and "." not in given
    is_doubtful = surname in words.DOUBTFUL and not match["title"]
    is_late = given not in given_names() and not match["title"] and " " in surname
    if words.SEAT.match(text, end) or (is_late and surname.split()[0] in given_names()):
        return None
    if words.MONTHS.fullmatch(given) and words.IN_TIME.search(text, 0, match.start("given")):
        return None
    if given == "Bill" and re.search(r"[A-Z][a-z]+ $|\bthe $", text[: match.start("given")][-12:]):
        return None
    name = f"{given} {match['middle'] or ''}{surname}"
    if match["title"] or (given in given_names() and not is_initial and not is_doubtful):
        return end, name
    if words.SOMEWHERE.search(text, max(0, match.start() - 12), match.start()):
        return None
    after = text[end : end + 90]
    beside: re.Match[str] | bool | None = words.MOVES.match(text, end) or (
        words.AFTER.match(text, end)
        and (words.POST_NEXT.match(after) or words.SAYS.match(after) or words.MOVES.match(after))
    )
    beside = beside or words.POSTWORD.search(text, max(0, match.start() - 30), match.start())
    beside = beside or in_row or _is_signed(text, match.start(), end)
    beside = beside or words.GIVEN_OVER.search(text, max(0, match.start() - 24), match.start())
    beside = beside or words.WHO.match(after)
    follows = re.match(r" and ([A-Z]\w+) [A-Z][a-z]", after)
    beside = beside or (follows and follows[1] in given_names())
    return (end, name) if beside and not is_initial else None


def _surname(match: re.Match[str]) -> tuple[str, int]:
    """The surname and its end; a third capitalised word belongs to it unless it starts another."""
    surname, end = match["surname"], match.end("surname")
    parts = surname.split()
    is_double = len(parts) > 1 and parts[0][0].isupper() and parts[0] not in words.PARTICLES
    if is_double and (parts[-1] in words.NOT_SURNAME | words.NOT_GIVEN | FUNCTION):
        surname, end = parts[0], match.start("surname") + len(parts[0])
    if surname.endswith("'s"):
        surname, end = surname.removesuffix("'s"), end - 2
    return surname, end


def _may_be(given: str, surname: str) -> bool:
    """Whether two capitalised words may be a name at all."""
    if given in words.NOT_GIVEN or surname in words.NOT_SURNAME or given.endswith("'s"):
        return False
    if given in FUNCTION and given not in given_names():
        return False
    return surname not in words.NOT_GIVEN or given in given_names()


def _surnames(text: str, known: _Known) -> Iterator[tuple[int, int, str, str]]:
    """Surnames with a title, and bare surnames of people named in full."""
    for match in words.TITLED.finditer(text):
        surname = match["surname"]
        end = match.end() - (2 if surname.endswith("'s") else 0)
        surname = surname.removesuffix("'s")
        if surname.split()[-1] not in words.NOT_SURNAME:
            yield match.start(), end, match["title"].strip().replace(".", ""), surname
    yield from _called(text, known)
    if known.by_surname:
        names = "|".join(map(re.escape, sorted(known.by_surname)))
        for match in re.finditer(rf"(?<![\w./-])(?:{names})(?![\w/-])", text):
            follows = text[match.end() : match.end() + 12]
            if not re.match(r" (?:[A-Z]|and [A-Z]|CCG|Council)", follows) or re.match(
                r" (?:said|MP)", follows
            ):
                yield match.start(), match.end(), "", match[0]


def _called(text: str, known: _Known) -> Iterator[tuple[int, int, str, str]]:
    """Given names that only one person of the text has, before a verb: `Ann, who joined`."""
    given: dict[str, set[str]] = {}
    for full in (one for ones in known.by_surname.values() for one in ones):
        given.setdefault(full[1].split()[0], set()).add(full[1].split()[-1])
    called = [name for name, ones in given.items() if len(ones) == 1 and name in given_names()]
    if called:
        for match in re.finditer(
            words.CALLED.format("|".join(map(re.escape, sorted(called)))), text
        ):
            yield match.start(), match.end(), "", next(iter(given[match[0]]))
