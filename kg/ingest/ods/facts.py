"""Differences as statements: one graph of register facts for an import, with where each is from.

A day that a file does not tell is bounded by the day on which the file was out at the latest.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from kg.ingest.mapping_file import plan
from kg.ingest.ods.differences import Change, Sort
from kg.ingest.ods.kinds import AFFILIATIONS, TYPES
from kg.ingest.ods.known import Link
from kg.ingest.ods.layout import Layout, OfficialFile
from kg.ingest.ods.rows import Body, Succession
from kg.model.names import PREFIXES, RDF_TYPE, cot, cotv, graph, mint, slug
from kg.model.terms import Iri, Literal, Triple
from kg.resources import folder

_DCT = PREFIXES["dct"]
_Said = Iterator[Triple]


@dataclass(frozen=True)
class _Source:
    document: Iri
    key: str
    digest: str
    file: OfficialFile


class Import:
    """One import of official files, known by their digest; `latest` is when they were out.

    `day` is the day of issue, empty where it is not known.
    """

    def __init__(self, files: Sequence[OfficialFile], day: str, latest: str) -> None:
        self._sources = {each.path: _source(each) for each in files}
        whole = "".join(sorted(each.digest for each in self._sources.values()))
        self.key = hashlib.sha256(whole.encode()).hexdigest()[:12]
        self.graph = graph(f"user/register/ods-{self.key}")
        self._day, self._latest = day, latest
        self._kind = plan(folder("kg.data") / "mappings").kinds["register"]

    def described(self) -> _Said:
        """What the graph is, and the files that it is of."""
        yield Triple(self.graph, RDF_TYPE, cot("SourceGraph"))
        yield Triple(self.graph, cot("graphKind"), cotv(self._kind.kind))
        names = ", ".join(path.name for path in self._sources)
        yield Triple(self.graph, Iri(_DCT + "title"), Literal(f"Official files imported: {names}"))
        yield Triple(self.graph, Iri(_DCT + "license"), Iri(self._kind.licence))
        yield Triple(self.graph, cot("attribution"), Literal(self._kind.attribution))
        for each in self._sources.values():
            yield Triple(self.graph, Iri(PREFIXES["prov"] + "wasDerivedFrom"), each.document)
            yield from self._document(each)

    def _document(self, source: _Source) -> _Said:
        node, file = source.document, source.file
        is_lookup = file.layout is Layout.NAMES
        yield from self._typed(node, "Document", node)
        title = f"{file.layout.value}: {file.path.name}"
        yield Triple(node, Iri(_DCT + "title"), Literal(title))
        yield Triple(node, cot("titleBasis"), cotv("basis-assigned"))
        kind = "doc-lookupTable" if is_lookup else "doc-registerExtract"
        yield Triple(node, cot("documentType"), cotv(kind))
        yield Triple(node, cot("textHeld"), Literal.of(False))
        yield Triple(node, cot("sourceFile"), Literal(file.path.name))
        yield Triple(node, cot("contentDigest"), Literal(f"sha256:{source.digest}"))
        yield Triple(node, cot("recordedIn"), Literal(file.path.name))
        if self._day:
            yield Triple(node, cot("issuedDate"), Literal.date(self._day))
            yield Triple(node, cot("earliestIssued"), Literal.date(self._day))
        yield Triple(node, cot("latestIssued"), Literal.date(self._latest))
        basis = "basis-stated" if self._day else "basis-notStated"
        yield Triple(node, cot("issuedBasis"), cotv(basis))

    def _typed(self, node: Iri, kind: str, document: Iri) -> _Said:
        yield Triple(node, RDF_TYPE, cot(kind))
        for corpus in (cotv("corpus-all"), cotv(self._kind.corpus), document):
            yield Triple(node, cot("corpus"), corpus)

    def _citation(self, change: Change) -> Iri:
        return mint("citation", self._sources[change.path].key, str(change.row.line))

    def _cited(self, change: Change) -> _Said:
        document, node = self._sources[change.path].document, self._citation(change)
        place = f"line {change.row.line}"
        yield from self._typed(node, "Citation", document)
        yield Triple(node, cot("inDocument"), document)
        yield Triple(node, cot("locator"), Literal(place))
        yield Triple(node, cot("recordedIn"), Literal(f"{change.path.name}, {place}"))

    def _made(self, node: Iri, kind: str, change: Change) -> _Said:
        yield from self._typed(node, kind, self._sources[change.path].document)
        yield Triple(node, cot("evidence"), self._citation(change))

    def of_body(self, change: Change) -> _Said:
        """What a difference says of a body itself, with the line that it is from."""
        row = change.row
        assert isinstance(row, Body)
        if change.sort is Sort.REPARENTED:
            return
        yield from self._cited(change)
        yield Triple(change.body, cot("evidence"), self._citation(change))
        if change.sort is Sort.NEW:  # whose record says nothing that the body does not
            yield from self._new(change, row)
            return
        yield from self._record(change, row)
        if change.sort is Sort.CLOSED:
            yield from _known_day(change.body, "End", row.closed)
            yield from _ended(change.ends, row.closed)
        elif change.sort is Sort.RENAMED:
            yield from self._renamed(change)
        elif change.sort is Sort.RECODED and row.gss:
            yield Triple(change.body, cot("gssCode"), Literal(row.gss))

    def of_links(self, change: Change) -> _Said:
        """What a new or re-parented body belongs to, which may be a body of the files as well."""
        row = change.row
        assert isinstance(row, Body)
        if change.sort is Sort.REPARENTED:
            yield from self._cited(change)
            yield Triple(change.body, cot("evidence"), self._citation(change))
            yield from self._record(change, row)
            yield from self._affiliation(change, row)
            yield from self._left(change.ends, row)
        elif change.other:
            yield from self._affiliation(change, row)

    def _own(self, change: Change) -> str:
        """What tells the things of one line from those of all others."""
        return f"{self._sources[change.path].digest[:12]}-{change.row.line}"

    def _record(self, change: Change, row: Body) -> _Said:
        """The record of this file, apart from those that the register has of the same code."""
        scheme, code = ("gss", row.gss) if row.gss else ("ods", row.code)
        node = mint("record", scheme, code, self._own(change))
        yield from self._made(node, "RegisterRecord", change)
        yield Triple(node, cot("code"), Literal(code))
        yield Triple(node, cot("scheme"), cotv(f"scheme-{scheme}"))
        yield Triple(node, cot("recordName"), Literal(row.name))
        yield Triple(node, cot("recordFor"), change.body)
        yield Triple(change.body, cot("registerRecord"), node)
        if change.edition:
            yield Triple(node, cot("edition"), Literal(change.edition))
        if row.role:
            yield Triple(node, cot("roleCode"), Literal(row.role))
        for term, day in (("operationalStart", row.opened), ("operationalEnd", row.closed)):
            if day:
                yield Triple(node, cot(term), Literal.date(day))

    def _new(self, change: Change, row: Body) -> _Said:
        node = change.body
        yield from self._made(node, "Organisation", change)
        yield Triple(node, cot("name"), Literal(row.name))
        yield Triple(node, cot("organisationType"), cotv(f"type-{TYPES[change.kind]}"))
        yield Triple(node, cot("inRegister"), Literal.of(True))
        if row.code != row.gss:
            yield Triple(node, cot("odsCode"), Literal(row.code))
        if row.gss:
            yield Triple(node, cot("gssCode"), Literal(row.gss))
        if row.opened:
            yield from _known_day(node, "Start", row.opened)
        else:
            day = f"{change.edition}-01" if change.edition else self._latest
            yield Triple(node, cot("latestStart"), Literal.date(min(day, self._latest)))
        if row.closed:
            yield from _known_day(node, "End", row.closed)

    def _renamed(self, change: Change) -> _Said:
        node = mint("name-period", f"{change.code}-{change.kind}-{self._own(change)}")
        yield from self._made(node, "NamePeriod", change)
        yield Triple(node, cot("name"), Literal(change.after))
        yield Triple(node, cot("latestStart"), Literal.date(self._latest))
        yield Triple(node, cot("dateBasis"), cotv("basis-inferred"))
        yield Triple(change.body, cot("namePeriod"), node)

    def _affiliation(self, change: Change, row: Body) -> _Said:
        kind = AFFILIATIONS.get(change.kind, "partOf")
        node = mint("affiliation", f"{row.code}-{kind}-{row.parent}-{self._own(change)}")
        yield from self._made(node, "Affiliation", change)
        yield Triple(node, cot("fromOrganisation"), change.body)
        yield Triple(node, cot("toOrganisation"), change.other or change.body)
        yield Triple(node, cot("affiliationType"), cotv(f"affil-{kind}"))
        if row.joined:
            yield from _known_day(node, "Start", row.joined)
        else:
            yield Triple(node, cot("latestStart"), Literal.date(row.closed or self._latest))
        if last := row.left or row.closed:
            yield from _known_day(node, "End", last)

    def _left(self, links: Sequence[Link], row: Body) -> _Said:
        """The end of links to former parents: the eve of joining the next, or some day by now."""
        if row.joined:
            yield from _ended(links, _eve(row.joined))
            return
        for link in links:
            if link.start <= self._latest:
                if link.start:
                    yield Triple(link.iri, cot("earliestEnd"), Literal.date(link.start))
                yield Triple(link.iri, cot("latestEnd"), Literal.date(self._latest))

    def successions(self, changes: Sequence[Change]) -> Iterator[_Said]:
        """The events that successions are, one for each successor and day."""
        into: defaultdict[tuple[Iri, str], list[Change]] = defaultdict(list)
        count: defaultdict[tuple[Iri, str], int] = defaultdict(int)
        for each in changes:
            assert isinstance(each.row, Succession)
            assert each.other
            into[each.other, each.row.day].append(each)
            count[each.body, each.row.day] += 1
        for (successor, day), parts in into.items():
            whole = [count[each.body, day] == 1 for each in parts]
            yield self._succession(successor, day, parts, whole)

    def _succession(
        self, successor: Iri, day: str, parts: Sequence[Change], whole: Sequence[bool]
    ) -> _Said:
        row = parts[0].row
        assert isinstance(row, Succession)
        event = mint("change-event", f"into-{slug(row.successor)}-{day}-{self.key}")
        yield from self._event(event, successor, day, parts)
        for each, is_whole in zip(parts, whole, strict=True):
            yield from self._transfer(event, each, is_whole=is_whole)

    def _event(self, event: Iri, successor: Iri, day: str, parts: Sequence[Change]) -> _Said:
        row = parts[0].row
        assert isinstance(row, Succession)
        codes = ", ".join(sorted(each.code for each in parts))
        for each in parts:
            yield from self._cited(each)
            yield from self._made(event, "ChangeEvent", each)
            yield Triple(event, cot("original"), each.body)
        yield Triple(event, cot("resulting"), successor)
        yield Triple(event, cot("name"), Literal(f"{row.successor} takes over from {codes}"))
        kind = "change-merger" if len(parts) > 1 else "change-succession"
        yield Triple(event, cot("changeType"), cotv(kind))
        yield Triple(event, cot("effectiveDate"), Literal.date(day))
        yield Triple(event, cot("dateBasis"), cotv("basis-stated"))

    def _transfer(self, event: Iri, change: Change, *, is_whole: bool) -> _Said:
        node = mint("transfer", event.rpartition("/")[2], change.code)
        yield from self._made(node, "Transfer", change)
        yield Triple(node, cot("transferFrom"), change.body)
        yield Triple(node, cot("transferTo"), change.other or change.body)
        yield Triple(node, cot("inEvent"), event)
        yield Triple(node, cot("wholeBody"), Literal.of(is_whole))


def _source(file: OfficialFile) -> _Source:
    with file.path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    key = f"ods-{slug(Path(file.path).stem) or 'file'}-{digest[:12]}"
    return _Source(mint("document", key), key, digest, file)


def _known_day(node: Iri, end: str, day: str) -> _Said:
    for term in (end.lower(), f"earliest{end}", f"latest{end}"):
        yield Triple(node, cot(term), Literal.date(day))


def _ended(links: Sequence[Link], day: str) -> _Said:
    """That these links ended on a day, as far as they had begun by then."""
    for link in links:
        if link.start <= day:
            yield from _known_day(link.iri, "End", day)


def _eve(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
