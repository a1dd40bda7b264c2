"""The source graph of a document in the making: spans, corpora, who decided on what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from itertools import pairwise
from typing import Any, Final, NamedTuple

from kg.documents.record.model import TextRecord
from kg.documents.review.state import MISSED, Item
from kg.model.names import PREFIXES, RDF_TYPE, RDFS_LABEL, cot, cotv, graph, mint, slug
from kg.model.source_graph import corpora, description, in_corpora
from kg.model.terms import XSD, Iri, Literal, Statement

IN_A_ROW: Final = 12
"""So many words of a text may be stored in a row (`kg.validate.words`)."""
REPEATED: Final = 8
"""As many in a row are a repetition, even in a sentence of our own."""
SHARE: Final = 10
"""And one word in so many of all."""
_PROV: Final = PREFIXES["prov"]
_ADJOINING: Final = 2
Value = Iri | Literal | str | bool | int


class Unsettled(Exception):
    """A candidate was accepted, but something must be settled before it can be stated."""


def is_short(words: str) -> bool:
    """Whether words may be told again in a sentence of our own without repeating the text.

    >>> is_short("the six CCGs"), is_short("one two three four five six-seven/eight")
    (True, False)
    """
    return len(re.findall(r"\w+", words)) < REPEATED


class Mark(NamedTuple):
    """How far the writing had come."""

    rows: int
    room: int
    of: dict[Iri, str]


class Writing:
    """What is stated so far. Each thing is told to be of the candidate that is being written."""

    def __init__(self, record: TextRecord) -> None:
        self.record = record
        self.graph = graph(f"source/{record.id}")
        self.document = mint("document", record.id)
        self.candidate = ""
        self.of: dict[Iri, str] = {}
        """The candidate that each thing was made of, by the thing."""
        self.room = len(record.text.split()) // SHARE
        """How many more words of the text may be stored."""
        self._rows: list[Statement] = []
        self._named: set[tuple[int, int]] = set()

    def mint(self, kind: str, key: str) -> Iri:
        """The IRI of a thing of this document."""
        return mint(kind, self.record.id, key)

    def say(self, thing: Iri, **told: Value | None) -> None:
        """State things by the names of properties of `cot:`; None and empty text are passed over.

        A text is a string; codes and things are IRIs.
        """
        for name, value in told.items():
            if value is not None and value != "":
                self.state(thing, cot(name), value)

    def state(self, thing: Iri, predicate: Iri, value: Value) -> None:
        """One statement."""
        found = value if isinstance(value, (Iri, Literal)) else Literal.of(value)
        self._rows.append(Statement(thing, predicate, found, self.graph))

    def thing(self, thing: Iri, kind: str, **told: Value | None) -> Iri:
        """A thing of a class of `cot:`, with what is told of it; the thing."""
        self.of.setdefault(thing, self.candidate)
        self.state(thing, RDF_TYPE, cot(kind))
        self.say(thing, **told)
        return thing

    def span(self, start: int, end: int, *, is_name: bool = False) -> Iri:
        """The place from start to end; the words of a name are stored with it."""
        span = self.mint("span", f"{start}-{end}")
        words = self.record.text[start:end]
        self.thing(span, "TextSpan", inDocument=self.document, startOffset=start, endOffset=end)
        self.say(span, spanDigest=sha256(words.encode()).hexdigest())
        if is_name:
            self._named.add((start, end))
        return span

    def evidence(self, thing: Iri, places: Iterable[Mapping[str, Any]]) -> None:
        """The places that say it."""
        for each in places:
            self.say(thing, evidence=self.span(each["start"], each["end"]))

    def made_by(self, thing: Iri, item: Item) -> None:
        """By which rule and version it was read, and who accepted it when."""
        run = self.mint("extraction", item.id)
        rule = item.candidate.extractor
        method = "manual" if rule["rule"] == MISSED else "ruleBased"
        status = "disputed" if item.disagreement else "reviewed"
        status = status if item.when else "unreviewed"
        self.thing(
            run, "Extraction", method=cotv(f"method-{method}"),
            methodVersion=f"{rule['rule']} {rule['version']}",
            reviewStatus=cotv(f"review-{status}"),
        )  # fmt: skip
        self.state(run, Iri(_PROV + "used"), self.document)
        if item.when:
            # To the second: the engine writes fractions in a form of its own.
            when = Literal(item.when[:19] + "Z", XSD + "dateTime")
            self.state(run, Iri(_PROV + "endedAtTime"), when)
            edited = ", and put right" if item.is_edited else ""
            self.say(run, note=f"Accepted{edited} by {item.by or 'a reviewer'}, {item.when[:10]}.")
        if slug(item.by):
            agent = mint("writer", slug(item.by))
            self.state(run, Iri(_PROV + "wasAssociatedWith"), agent)
            self.state(agent, RDF_TYPE, Iri(_PROV + "Agent"))
            self.state(agent, RDFS_LABEL, item.by)
        self.state(thing, Iri(_PROV + "wasGeneratedBy"), run)

    def takes(self, words: str) -> bool:
        """Whether so many words may be stored; they are counted if so."""
        count = sum(1 for each in words.split() if re.search(r"[^\W\d]", each))
        fits = count <= self.room and is_short(words)
        self.room -= count if fits else 0
        return fits

    def mark(self) -> Mark:
        """A point to which `back` can go."""
        return Mark(len(self._rows), self.room, dict(self.of))

    def back(self, mark: Mark) -> None:
        """Take back what was stated since."""
        del self._rows[mark.rows :]
        self.room, self.of = mark.room, mark.of

    def finished(self, title: str) -> list[Statement]:
        """All statements, each once, with the corpora of things and what the graph is."""
        self._quote_names()
        rows = list(dict.fromkeys(self._rows))
        typed = dict.fromkeys(each.subject for each in rows if each.predicate == RDF_TYPE)
        rows += in_corpora(typed, corpora(self.document), self.graph)
        rows += description(self.graph, "source", title, [self.document], rows)
        return rows

    def _quote_names(self) -> None:
        """Store the words of names, unless they would make too long a row with those before."""
        told = {each.subject for each in self._rows}
        row, last = 0, -1
        for (start, end), after in pairwise([*sorted(self._named), (-1, -1)]):
            span = self.mint("span", f"{start}-{end}")
            words = self.record.text[start:end]
            row = row + len(words.split()) if start - last <= _ADJOINING else len(words.split())
            if row > IN_A_ROW or span not in told or 0 <= after[0] < end:
                continue
            last = max(last, end)
            self.say(span, exact=words)
