"""Terms and statements of a made world, written as N-Quads at once: no object for each term."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from kg.model.names import BASE, ID
from kg.model.terms import XSD

Facts = Iterable[tuple[str, str]]
_SYLLABLES: Final = (
    "an", "bor", "cre", "dal", "en", "fir", "gol", "hes", "il", "kan", "lor",
    "mip", "nor", "ost", "pel", "quen", "ros", "sal", "tor", "und", "wes", "yar",
)  # fmt: skip
_OTHER: Final = {
    "title": "<http://purl.org/dc/terms/title>",
    "type": "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>",
    "license": "<http://purl.org/dc/terms/license>",
    "wasDerivedFrom": "<http://www.w3.org/ns/prov#wasDerivedFrom>",
}
_DEF: Final = f"{BASE}def#"
_CODE: Final = f"{BASE}def/v#"
_CORPUS: Final = {"register": "corpus-register", "editorial": "corpus-cited"}


def iri(rest: str) -> str:
    """An IRI under the project's own, in brackets."""
    return f"<{BASE}{rest}>"


def thing(key: str) -> str:
    """The IRI of a thing, in brackets."""
    return f"<{ID}{key}>"


def text(value: str, datatype: str = "") -> str:
    """A literal; the values made here need no escapes."""
    return f'"{value}"^^<{XSD}{datatype}>' if datatype else f'"{value}"'


def day(value: date) -> str:
    """A literal that is a day."""
    return f'"{value.isoformat()}"^^<{XSD}date>'


def days(start: date | None, end: date | None) -> list[tuple[str, str]]:
    """The bounds of what is known to the day; an open end has none."""
    found = []
    if start:
        told = day(start)
        found += [("start", told), ("earliestStart", told), ("latestStart", told)]
    if end:
        told = day(end)
        found += [("end", told), ("earliestEnd", told), ("latestEnd", told)]
    return found


def word_list(chance: random.Random) -> list[str]:
    """The words of names and texts, the commonest first."""
    found = {
        "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 3, 3, 4)))) for _ in range(9000)
    }
    return sorted(found, key=lambda each: (len(each), each))


def words(chance: random.Random, vocabulary: Sequence[str], many: int) -> str:
    """Some words, few of which are common and most rare."""
    size = len(vocabulary)
    return " ".join(vocabulary[int(size * chance.random() ** 3)] for _ in range(many))


class Teller:
    """Statements in the making, one a line."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def taken(self) -> list[str]:
        """The lines since the last time."""
        lines, self._lines = self._lines, []
        return lines

    def facts(self, graph: str, subject: str, facts: Facts) -> None:
        """Some facts of a thing in a graph."""
        where = iri(f"graph/{graph}")
        for name, value in facts:
            known = _OTHER.get(name) or f"<{_DEF}{name}>"
            self._lines.append(f"{subject} {known} {value} {where} .\n")

    def say(
        self, graph: str, subject: str, kind: str, document: str, facts: Facts, cited: str = ""
    ) -> None:
        """A thing of a class with its corpora; `cited` is the row of a table that it comes from."""
        corpus = _CORPUS.get(graph.partition("/")[0], "corpus-annotated")
        own = [("type", f"<{_DEF}{kind}>")]
        own += [("corpus", f"<{_CODE}{each}>") for each in ("corpus-all", corpus)]
        own.append(("corpus", thing(f"document/{document}")))
        evidence = f"citation/made/{kind.lower()}/{cited}"
        if cited:
            self.say(graph, thing(evidence), "Citation", document, [
                ("inDocument", thing(f"document/{document}")),
                ("locator", text(cited)), ("recordedIn", text(f"made, {kind} {cited}")),
            ])  # fmt: skip
            own.append(("evidence", thing(evidence)))
        self.facts(graph, subject, [*own, *facts])

    def graph(self, name: str, kind: str, title: str) -> None:
        """What a named graph says of itself."""
        self.facts(name, iri(f"graph/{name}"), [
            ("type", iri("def#SourceGraph")), ("graphKind", iri(f"def/v#{kind}")),
            ("title", text(title)), ("license", "<https://www.apache.org/licenses/LICENSE-2.0>"),
        ])  # fmt: skip

    def source(self, graph: str, key: str) -> None:
        """A document that is a table."""
        self.say(graph, thing(f"document/{key}"), "Document", key, [
            ("title", text(f"Made: {key}")), ("documentType", iri("def/v#doc-lookupTable")),
            ("issuedBasis", iri("def/v#basis-notStated")), ("textHeld", text("false", "boolean")),
            ("titleBasis", iri("def/v#basis-assigned")),
        ], cited=key)  # fmt: skip
