"""Answers told in groups: which columns make a heading, which an entry, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.model.terms import Iri, Term
from server.pages.words.evidence import Item
from server.pages.words.names import Link

Row = Mapping[str, Term | None]


@dataclass(frozen=True)
class Grouping:
    """How the rows of one question are told.

    A level is the columns that tell one group from the next. `named` gives the column with the name
    of what an IRI column links to; `codes` the code list that a column of bare codes is of; `rests`
    the column whose thing has the evidence. `parts` are told one after the other, each of the rows
    with one of its codes in the column `by`. `brief`: how many cells the first page shows.
    """

    levels: tuple[tuple[str, ...], ...]
    named: Mapping[str, str] = field(default_factory=dict)
    codes: Mapping[str, str] = field(default_factory=dict)
    rests: str = ""
    by: str = ""
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    brief: int = 1


class Cell(NamedTuple):
    """What a value is to its group (empty where that is plain), and the value."""

    label: str
    link: Link


class Group(NamedTuple):
    """A group: what its rows have in common, the groups within it, and its evidence."""

    cells: list[Cell]
    within: list[Group]
    evidence: list[Item]

    @property
    def is_leaf(self) -> bool:
        """Whether it is one name and nothing more."""
        return not self.within and not self.evidence and len(self.cells) == 1


class Part(NamedTuple):
    """A part of an answer, and what holds for all of it."""

    title: str
    groups: list[Group]


_HEADLINE = {
    "Directed at the merger, or made a condition": ("directed", "conditional"),
    "Apart from these: a cut or rule given as the reason, or pressure that was expected": (
        "imposed", "anticipated",
    ),
    "Against the merger: objections from outside": ("objection",),
}  # fmt: skip
GROUPINGS: Mapping[str, Grouping] = {
    "people/shared-chief-officer": Grouping(
        levels=(("officer",), ("ccg", "holding"), ("claim", "saidBy")),
        named={"officer": "name", "ccg": "ccgName", "claim": "role"},
        rests="claim",
    ),
    "people/said-to-share": Grouping(
        levels=(("arrangement",),), named={"arrangement": "group"}, rests="arrangement"
    ),
    "people/ever-shared": Grouping(
        levels=(("officer", "reading"), ("ccg",)), codes={"reading": "reading"}
    ),
    "mergers/pressed-proposals": Grouping(
        levels=(
            ("proposal", "status"),
            ("presser", "level", "influence"),
            ("claim", "saidBy", "disputedBy", "qualifiedBy"),
        ),
        named={"proposal": "name"},
        codes={"status": "status", "level": "pressure"},
        rests="claim",
        by="level",
        parts=_HEADLINE,
        brief=2,
    ),
    "mergers/pressed-mergers": Grouping(
        levels=(
            ("merger", "on"),
            ("presser", "level", "influence"),
            ("claim", "saidBy", "disputedBy", "qualifiedBy"),
        ),
        named={"merger": "name"},
        codes={"level": "pressure"},
        rests="claim",
        by="level",
        parts=_HEADLINE,
        brief=2,
    ),
    "policy/one-ccg-restatements": Grouping(
        levels=(
            ("saidBy",),
            ("restatement", "dropped", "added", "replaced", "deadline", "reportedBy"),
            ("fidelity",),
        ),
        codes={"fidelity": "fid"},
        rests="restatement",
    ),
    "documents/claim-by-claim": Grouping(
        levels=(("claim", "kind", "saidBy", "reportedBy"), ("about",)),
        named={"claim": "text"},
        codes={"kind": "claim"},
        rests="claim",
    ),
    "policy/drift": Grouping(
        levels=(
            ("saidBy", "knownFrom", "writing", "occasion", "addressee"),
            ("restatement", "dropped", "added", "replaced", "reportedBy"),
            ("fidelity",),
        ),
        codes={"fidelity": "fid", "writing": "doc", "occasion": "event"},
        rests="restatement",
    ),
    "mergers/since-in-area": Grouping(
        levels=(("event", "change", "on"), ("document",)),
        named={"event": "name"},
        codes={"change": "change"},
    ),
    "mergers/officers-since-in-area": Grouping(
        levels=(("name", "role"), ("tenure", "from", "to")),
        named={"tenure": "bodyName"},
        codes={"role": "role"},
        rests="tenure",
    ),
    "mergers/claims-since-in-area": Grouping(
        levels=(("claim", "saidBy"), ("body",)),
        named={"claim": "text", "body": "bodyName"},
        rests="claim",
    ),
    "policy/one-ccg-rule": Grouping(
        levels=(
            ("provision", "modality", "qualifier", "target", "status"),
            ("statedIn", "issued"),
        ),
        named={"provision": "name"},
        codes={"modality": "mod", "status": "status"},
        rests="provision",
    ),
}
"""The questions that are told in groups above their table."""

LABELS: Mapping[str, str] = {
    "saidBy": "said by", "reportedBy": "passed on by", "presser": "pressed by",
    "disputedBy": "disputed by", "qualifiedBy": "qualified by", "dropped": "without the word",
    "added": "with the words", "replaced": "in place of", "deadline": "by", "influence": "told as",
    "qualifier": "hedged", "target": "CCGs per ICS", "statedIn": "stated in", "on": "took effect",
    "about": "about", "from": "in post by", "to": "until at least", "document": "recorded in",
    "body": "of", "knownFrom": "known by", "writing": "in a", "occasion": "at a",
    "addressee": "to",
}  # fmt: skip


@dataclass(frozen=True)
class Words:
    """How values become words: any term, a bare code of a list, and the evidence of a thing."""

    value: Callable[[Term], Link]
    code: Callable[[str, str], Link]
    evidence: Callable[[Iri], list[Item]]


def briefly(groups: Iterable[Group], cells: int) -> list[str]:
    """Groups in a few words each, by their first cells: those with the same first one together.

    >>> said = Cell("pressed by", Link("NHS England"))
    >>> two = [Group([said, Cell("", Link(how))], [], []) for how in ("directed", "directed")]
    >>> briefly(two, 2)
    ['pressed by NHS England (directed)']
    """
    found: dict[str, list[str]] = {}
    for group in groups:
        first, *rest = (_words(each) for each in group.cells[:cells])
        known = found.setdefault(first, [])
        known += (each for each in rest if each not in known)
    return [f"{first} ({', '.join(rest)})" if rest else first for first, rest in found.items()]


def _words(cell: Cell) -> str:
    return f"{cell.label} {cell.link.text.rstrip('.')}".strip()


def parts(rows: Sequence[Row], grouping: Grouping, words: Words) -> list[Part]:
    """The rows in parts and groups, in their order, each group once; empty parts are left out."""
    if not grouping.parts:
        return [Part("", _level(rows, grouping, words, 0))] if rows else []
    told = []
    for title, codes in grouping.parts.items():
        kept = [row for row in rows if _text(row.get(grouping.by)) in codes]
        if kept:
            told.append(Part(title, _level(kept, grouping, words, 0)))
    return told


def _level(rows: Sequence[Row], grouping: Grouping, words: Words, depth: int) -> list[Group]:
    if depth == len(grouping.levels):
        return []
    columns = [each for each in grouping.levels[depth] if each in rows[0]]
    found: dict[tuple[Term | None, ...], list[Row]] = {}
    for row in rows:
        key = tuple(row[each] for each in columns)
        if any(value is not None for value in key):
            found.setdefault(key, []).append(row)
    return [
        Group(
            [_cell(each, within[0], grouping, words) for each in columns if within[0][each]],
            _level(within, grouping, words, depth + 1),
            _evidence(columns, within[0], grouping, words),
        )
        for within in found.values()
    ]


def _cell(column: str, row: Row, grouping: Grouping, words: Words) -> Cell:
    term = row[column]
    assert term is not None
    if column in grouping.codes:
        return Cell(LABELS.get(column, ""), words.code(grouping.codes[column], _text(term)))
    link = words.value(term)
    name = row.get(grouping.named.get(column, ""))
    shown = link._replace(text=_text(name)) if name is not None else link
    return Cell(LABELS.get(column, ""), shown)


def _evidence(columns: Sequence[str], row: Row, grouping: Grouping, words: Words) -> list[Item]:
    thing = row[grouping.rests] if grouping.rests in columns else None
    return words.evidence(thing) if isinstance(thing, Iri) else []


def _text(term: Term | None) -> str:
    return "" if term is None else str(getattr(term, "text", term))
