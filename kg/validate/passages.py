"""Where annotated texts are quoted, and the texts themselves where the reader has them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kg.errors import InvalidInput
from kg.model.names import RDF_TYPE, cot, shorten
from kg.model.terms import Iri, Literal, Statement

Object = Iri | Literal


class Span(NamedTuple):
    """A place in a document: offsets in code points, end excluded, and the digest of its words.

    `exact` is the words themselves, where they are stored.
    """

    iri: Iri
    document: Iri
    start: int
    end: int
    digest: str
    exact: str | None

    def __str__(self) -> str:
        """How a finding names the place: the span and its document."""
        return f"{shorten(self.iri)} in {shorten(self.document)}"


@dataclass(frozen=True)
class Passages:
    """The spans of a graph and what is said of them; asking for what is not there gives nothing."""

    spans: dict[Iri, Span]
    objects: dict[tuple[Iri, Iri], list[Object]]

    def values(self, subject: Iri, name: str) -> list[Object]:
        """What the graph says of a thing by the term of that name."""
        return self.objects.get((subject, cot(name)), [])

    def text(self, subject: Iri, name: str) -> str | None:
        """The text of a literal that a thing has at most one of."""
        found = [each.text for each in self.values(subject, name) if isinstance(each, Literal)]
        return found[0] if found else None

    def number(self, subject: Iri, name: str) -> int | None:
        """A whole number that a thing has at most one of; nothing where it is not one."""
        text = self.text(subject, name)
        return int(text) if text is not None and text.isdecimal() else None

    def has_type(self, subject: Iri, name: str) -> bool:
        """Whether a thing is said to be of the class of that name itself."""
        return cot(name) in self.objects.get((subject, RDF_TYPE), [])

    @property
    def documents(self) -> list[Iri]:
        """The documents that spans lie in, in the order of their names."""
        return sorted({each.document for each in self.spans.values()})


def passages(statements: Iterable[Statement]) -> Passages:
    """The spans among statements of any graphs. One without its offsets is left to the shapes."""
    objects: dict[tuple[Iri, Iri], list[Object]] = defaultdict(list)
    for subject, predicate, value, _ in statements:
        if value not in objects[subject, predicate]:
            objects[subject, predicate].append(value)
    found = Passages({}, dict(objects))
    for (subject, predicate), values in objects.items():
        if predicate == RDF_TYPE and cot("TextSpan") in values:
            span = _span(found, subject)
            if span:
                found.spans[subject] = span
    return found


def _span(found: Passages, iri: Iri) -> Span | None:
    documents = [each for each in found.values(iri, "inDocument") if isinstance(each, Iri)]
    start, end = found.number(iri, "startOffset"), found.number(iri, "endOffset")
    if not documents or start is None or end is None:
        return None
    digest = found.text(iri, "spanDigest") or ""
    return Span(iri, documents[0], start, end, digest, found.text(iri, "exact"))


def held(found: Passages, folder: Path) -> dict[Iri, str]:
    """The text of each document whose file is in the folder or below it, known by its digest.

    What a file is called does not matter. A document whose text is not there is left out. Raises
    `InvalidInput` for a folder that is none, and for a file of the right digest that is not UTF-8.
    """
    if not folder.is_dir():
        raise InvalidInput(folder, None, "it is not a folder", "Name the folder of the texts.")
    wanted = {found.text(each, "contentDigest"): each for each in found.documents}
    texts: dict[Iri, str] = {}
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        content = path.read_bytes()
        document = wanted.get("sha256:" + sha256(content).hexdigest())
        if document:
            texts[document] = _decoded(path, content)
    return texts


def _decoded(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        reason = f"it is not UTF-8 at byte {fault.start}"
        raise InvalidInput(path, None, reason, "Annotate a UTF-8 text instead.") from None
