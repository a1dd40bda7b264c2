"""The second reading of official files: what they say that the register of a release does not.

Nothing is settled in silence: where both have a day and the two differ, that is a contradiction,
which is shown and never written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path

from kg.ingest.ods import kinds
from kg.ingest.ods.kinds import folded
from kg.ingest.ods.known import Known, Link, Register
from kg.ingest.ods.layout import Layout, ons_columns
from kg.ingest.ods.rows import Body, Succession
from kg.ingest.ods.survey import Life, Survey, Told
from kg.model.names import mint
from kg.model.terms import Iri


class Sort(StrEnum):
    """What a difference is, in the order in which they are shown."""

    NEW = "new"
    CLOSED = "closed"
    RENAMED = "renamed"
    RECODED = "re-coded"
    REPARENTED = "re-parented"
    SUCCEEDED = "succeeded"
    CONTRADICTORY = "contradictory"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, with the file and line that it is from.

    `before` is what the register has, `after` what the file says. `body` is whom it is about and
    `other` the parent or the successor; `row` is the line as it was read, and `ends` are the links
    to wider bodies that it puts an end to.
    """

    sort: Sort
    path: Path
    row: Body | Succession
    code: str
    kind: str
    name: str
    before: str
    after: str
    body: Iri
    other: Iri | None = None
    edition: str = ""
    ends: tuple[Link, ...] = ()

    def json(self) -> dict[str, str | int]:
        """For programs: what is not known is left out."""
        told: dict[str, str | int] = {
            "change": self.sort.value, "code": self.code, "kind": self.kind, "name": self.name,
            "before": self.before, "after": self.after, "body": self.body,
            "other": self.other or "", "file": str(self.path), "line": self.row.line,
        }  # fmt: skip
        return {key: value for key, value in told.items() if value}


def differences(
    survey: Survey, register: Register, told: Told = lambda _: None
) -> Iterator[Change]:
    """Every difference, in the order of the files and their lines; made one by one."""
    compared = _Compared(survey, register)
    for place, file in enumerate(survey.files):
        edition = ons_columns(file.heading)[1] if file.layout is Layout.NAMES else ""
        for row in survey.rows(place, told):
            if isinstance(row, Succession):
                yield from compared.succession(file.path, row)
            else:
                yield from compared.body(file.path, place, row, edition)


class _Compared:
    def __init__(self, survey: Survey, register: Register) -> None:
        self._survey, self._register = survey, register

    def succession(self, path: Path, row: Succession) -> Iterator[Change]:
        """What a line of an archive says that the register does not."""
        eve = (date.fromisoformat(row.day) - timedelta(days=1)).isoformat()
        before, after = self._iri(row.predecessor, eve), self._iri(row.successor, row.day)
        days = self._register.transfers.get((row.predecessor, row.successor), set())
        if row.day in days:
            return
        told = f"{row.successor} on {row.day}"
        otherwise = (
            f"{row.successor} on {_shown(days)}" if days else self._outlives(before, row, eve)
        )
        sort = Sort.CONTRADICTORY if otherwise else Sort.SUCCEEDED
        yield Change(
            sort, path, row, row.predecessor, _kind(before), "", otherwise, told, before, after
        )

    def _outlives(self, body: Iri, row: Succession, eve: str) -> str:
        """The day on which the register has the predecessor end, where that is not the eve."""
        found = [each for each in self._register.of_code(row.predecessor) if each.iri == body]
        ends = {day for each in found if not _may_be(eve, each, "End") for day in each.ends}
        return f"closed on {_shown(ends)}" if ends else ""

    def body(self, path: Path, place: int, row: Body, edition: str) -> Iterator[Change]:
        """What a line of organisations, or of names and codes, says that the register does not."""
        kind = self._kind(place, row)
        known = self._match(row, kind)
        if known is None:
            yield from self._new(path, place, row, kind, edition)
            return

        def change(sort: Sort, before: str, after: str, other: Iri | None = None,
                   ends: tuple[Link, ...] = ()) -> Change:  # fmt: skip
            return Change(
                sort, path, row, row.code, known.kind, row.name, before, after, known.iri, other,
                edition, ends,
            )  # fmt: skip

        if kind and known.kind != kind:
            yield change(Sort.CONTRADICTORY, f"is a {known.kind}", f"is a {kind}")
            return
        for sort, before, after in _dates(known, row, is_life=not edition):
            yield change(
                sort, before, after, ends=tuple(known.links) if sort is Sort.CLOSED else ()
            )
        if folded(row.name) not in known.names:
            yield change(Sort.RENAMED, known.called, row.name)
        if row.gss and row.gss not in known.gss:
            yield change(Sort.RECODED, ", ".join(sorted(known.gss)), row.gss)
        if self._is_moved(known, row):
            own = kinds.AFFILIATIONS.get(known.kind, "partOf")
            left = [link for link in known.links if link.type == own]
            yield change(
                Sort.REPARENTED, ", ".join(sorted(link.code for link in left)), row.parent,
                self._iri(row.parent, row.joined), tuple(left),
            )  # fmt: skip

    def _kind(self, place: int, row: Body) -> str:
        """The kind that the line tells for certain; else empty."""
        file = self._survey.files[place]
        if file.layout is Layout.NAMES:
            return kinds.PREFIXES[ons_columns(file.heading)[0]]
        return kinds.told(row.role, row.name)

    def _match(self, row: Body, kind: str) -> Known | None:
        """The body of the register that a line is of; nothing where it is of a new one."""
        is_gss = row.code == row.gss
        found = self._register.of_gss(row.gss) if is_gss else self._register.of_code(row.code)
        alike = [each for each in found if not kind or each.kind == kind]
        if not alike:
            # Another kind under the same code follows on one that has ended, or contradicts it.
            standing = [each for each in found if not each.is_closed]
            return standing[0] if standing else None
        if not row.opened:
            return max(alike, key=lambda each: (not each.is_closed, max(each.starts, default="")))
        exact = [each for each in alike if row.opened in each.starts]
        stood = [each for each in alike if each.stood(row.opened) or not each.starts]
        later = [each for each in alike if row.opened < min(each.starts, default="")]
        return next(
            iter([*exact, *(each for each in stood if not _ended(each, row)), *later]), None
        )

    def _new(self, path: Path, place: int, row: Body, kind: str, edition: str) -> Iterator[Change]:
        kind = kind or kinds.guessed(row.code)
        same = [
            each
            for each in self._register.of_name(kind, row.name)
            if not each.is_closed and not any(map(self._survey.lives, each.codes))
        ]
        parent = self._iri(row.parent, row.joined) if row.parent else None
        if len(same) == 1 and same[0].codes and not row.closed:
            codes = ", ".join(sorted(same[0].codes))
            yield Change(
                Sort.RECODED, path, row, row.code, kind, row.name, codes, row.code, same[0].iri,
                edition=edition,
            )  # fmt: skip
            return
        life = f"from {row.opened or 'a day that is not told'}"
        life += f" until {row.closed}" if row.closed else ""
        yield Change(
            Sort.NEW, path, row, row.code, kind, row.name, self._used(row, kind), life,
            self._minted(row, kind, place), parent, edition,
        )  # fmt: skip

    def _used(self, row: Body, kind: str) -> str:
        """Who had the code before, if anybody."""
        return ", ".join(each.called for each in self._register.of_code(row.code))

    def _minted(self, row: Body, kind: str, place: int) -> Iri:
        """An IRI of its own, with an ordinal where the kind lived under the code before."""
        known = [each for each in self._register.of_code(row.code) if each.kind == kind]
        older = 0
        for life in self._survey.lives(row.code):
            if (life.file, life.line) == (place, row.line):
                break
            older += life.kind == kind and not any(life.opened in each.starts for each in known)
        return _nth(row.code, kind, len(known) + older)

    def _is_moved(self, known: Known, row: Body) -> bool:
        if not row.parent or row.closed or row.left or known.is_closed:
            return False
        return row.parent not in known.codes and row.parent not in {x.code for x in known.links}

    def _iri(self, code: str, day: str) -> Iri:
        """The body that has a code on a day, or at the last: of the register, else of the files."""
        found = self._register.of_code(code)
        if found:
            stood = [each for each in found if day and each.stood(day)] or found
            return max(stood, key=lambda x: (not x.is_closed, max(x.starts, default=""))).iri
        lives = self._survey.lives(code)
        of_day = [n for n, life in enumerate(lives) if day and _spans(life, day)]
        nth = of_day[0] if of_day else len(lives) - 1
        kind = lives[nth].kind if lives else "other"
        return _nth(code, kind, sum(life.kind == kind for life in lives[:nth]))


def _spans(life: Life, day: str) -> bool:
    return life.opened <= day and (not life.closed or day <= life.closed)


def _nth(code: str, kind: str, older: int) -> Iri:
    return mint("organisation", code, kind, *([str(older + 1)] if older else []))


def _kind(body: Iri) -> str:
    return Known(body).kind


def _ended(known: Known, row: Body) -> bool:
    """Whether a body had ended before the row's begins; the eve of a start may be its last day."""
    return known.is_closed and max(known.ends, default="") < row.opened


def _dates(known: Known, row: Body, *, is_life: bool) -> Iterator[tuple[Sort, str, str]]:
    """What a row says of the first and the last day, where that is not what is known."""
    if row.opened and not _may_be(row.opened, known, "Start"):
        yield Sort.CONTRADICTORY, f"opened on {_shown(known.starts)}", f"opened on {row.opened}"
    if row.closed and not known.is_closed:
        first = min(known.starts, default="")
        sort = Sort.CONTRADICTORY if row.closed < first else Sort.CLOSED
        before = f"opened on {first}" if row.closed < first else "open"
        yield sort, before, f"closed on {row.closed}"
    elif row.closed and not _may_be(row.closed, known, "End"):
        yield Sort.CONTRADICTORY, f"closed on {_shown(known.ends)}", f"closed on {row.closed}"
    elif is_life and not row.closed and known.is_closed and not _is_kept_open(known):
        yield Sort.CONTRADICTORY, f"closed on {_shown(known.ends)}", "open"


def _is_kept_open(known: Known) -> bool:
    """Whether the record goes on although the body has ended, as those of 2022 do."""
    return bool(known.days["recordStart"]) and not known.days["recordEnd"]


def _may_be(day: str, known: Known, end: str) -> bool:
    """Whether a day is one that the register has, or lies within its bounds."""
    low, high = known.days[f"earliest{end}"], known.days[f"latest{end}"]
    if day in known.days[f"record{end}"] or not (low or high):
        return True
    return min(low, default="") <= day <= max(high, default="9999")


def _shown(days: set[str]) -> str:
    return " or ".join(sorted(days))
