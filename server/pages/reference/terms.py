"""The words of the model, explained: the glossary, and the schema with a picture of its core."""

from __future__ import annotations

from itertools import groupby
from typing import Final, NamedTuple

from kg.model.ontology import Class, Ontology, Property
from kg.release.answers.words import words as every_word
from kg.release.opened import OpenRelease
from server.pages.words.names import Link, Names, term_mark
from server.readers.protocol import Request

BOXES: Final = (
    ("Document", "TextSpan", "Person"),
    ("Restatement", "Claim", "Tenure"),
    ("Provision", "Organisation", "Post"),
    ("Policy", "ChangeEvent", "Affiliation"),
    ("Influence", "ChangeProposal", "StatusChange"),
)
"""The classes of the picture, row by row."""
LINES: Final = (
    ("TextSpan", "inDocument", "Document"),
    ("Claim", "evidence", "TextSpan"),
    ("Claim", "asserter", "Person"),
    ("Restatement", "restates", "Provision"),
    ("Provision", "provisionOf", "Policy"),
    ("Tenure", "holder", "Person"),
    ("Tenure", "post", "Post"),
    ("Post", "postIn", "Organisation"),
    ("Claim", "about", "Organisation"),
    ("ChangeEvent", "original", "Organisation"),
    ("Affiliation", "fromOrganisation", "Organisation"),
    ("ChangeEvent", "realises", "ChangeProposal"),
    ("Influence", "onTarget", "ChangeProposal"),
    ("ChangeProposal", "statusChange", "StatusChange"),
)
"""Its lines, between neighbours, so that none goes through a box: class, property, class."""
_WIDE, _HIGH, _APART, _BELOW = 190, 46, 120, 52


class Word(NamedTuple):
    """A word of the model: what it means, what it is a word for, and its mark on the page."""

    mark: str
    text: str
    meaning: str
    of: str


class Box(NamedTuple):
    """A class in the picture, by its upper left corner."""

    link: Link
    x: int
    y: int


class Line(NamedTuple):
    """A property in the picture: from edge to edge, and where its words stand."""

    label: str
    x1: int
    y1: int
    x2: int
    y2: int
    x: int
    y: int
    anchor: str


class Picture(NamedTuple):
    """The core of the model as a picture, its size in points."""

    width: int
    height: int
    boxes: list[Box]
    lines: list[Line]


class Row(NamedTuple):
    """A property as a class has it: its name in programs, and what its values are."""

    name: str
    label: str
    meaning: str
    values: list[Link]
    many: str
    inverse: bool


class Told(NamedTuple):
    """A class with its properties."""

    kind: Class
    parents: list[Link]
    rows: list[Row]


def glossary(release: OpenRelease, names: Names, request: Request) -> list[tuple[str, list[Word]]]:
    """Every word of the model by its first letter: codes, classes and properties."""
    words = [
        Word(term_mark(each.iri), each.text, each.meaning, each.of)
        for each in every_word(release.ontology)
    ]
    return [
        (letter, list(found))
        for letter, found in groupby(words, key=lambda each: each.text[:1].upper())
    ]


def schema(release: OpenRelease, names: Names, request: Request) -> tuple[Picture, list[Told]]:
    """The core of the model as a picture, and every class with its properties."""
    return picture(release.ontology), [_told(release.ontology, each) for each in
                                       release.ontology.classes.values()]  # fmt: skip


def picture(ontology: Ontology) -> Picture:
    """Classes as boxes, and the properties between neighbours."""
    places = {
        name: (column * (_WIDE + _APART) + 1, row * (_HIGH + _BELOW) + 1)
        for row, names in enumerate(BOXES)
        for column, name in enumerate(names)
    }
    boxes = [Box(_class(ontology.classes[name]), *place) for name, place in places.items()]
    lines = [
        _line(ontology.classes[one].by_name[name].label, places[one], places[other])
        for one, name, other in LINES
    ]
    columns, rows = len(BOXES[0]), len(BOXES)
    return Picture(
        columns * (_WIDE + _APART) - _APART + 2, rows * (_HIGH + _BELOW) - _BELOW + 2, boxes, lines
    )


def _line(label: str, one: tuple[int, int], other: tuple[int, int]) -> Line:
    (x1, y1), (x2, y2) = one, other
    across, down = (x2 > x1) - (x2 < x1), (y2 > y1) - (y2 < y1)
    ends = (
        _edge(x1, _WIDE, across), _edge(y1, _HIGH, down),
        _edge(x2, _WIDE, -across), _edge(y2, _HIGH, -down),
    )  # fmt: skip
    middle = ((ends[0] + ends[2]) // 2, (ends[1] + ends[3]) // 2)
    if not down:
        return Line(label, *ends, middle[0], middle[1] - 6, "middle")
    return Line(
        label, *ends, middle[0] + (14 if across else 8), middle[1] + (10 if across else 4), "start"
    )


def _edge(start: int, length: int, way: int) -> int:
    return start + (length if way > 0 else 0 if way < 0 else length // 2)


def _told(ontology: Ontology, kind: Class) -> Told:
    parents = [_class(ontology.classes[name]) for name in kind.parents if name in ontology.classes]
    return Told(kind, parents, [_row(ontology, each) for each in kind.properties])


def _row(ontology: Ontology, each: Property) -> Row:
    if each.ranges:
        values = [_class(ontology.classes[name]) for name in each.ranges]
    elif each.scheme:
        scheme = ontology.schemes[each.scheme]
        values = [Link(scheme.label, hint=scheme.definition)]
    else:
        values = [Link(str(one).rpartition("#")[2]) for one in each.datatypes]
    least = "at least one" if each.min_count else "any number"
    many = ("one" if each.min_count else "one at most") if each.single else least
    return Row(each.name, each.label, each.description, values, many, each.inverse)


def _class(kind: Class) -> Link:
    return Link(kind.label, f"/schema#{kind.name}", kind.comment)
