"""Documents that are asked by their id: kept as they are first sent, or trusted from the start.

An id is `sha256:` and the digest of the text (GraphQL over HTTP, appendix A), or what a manifest
of trusted documents says. Automatic persisted queries are the same, asked in other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import orjson

from kg.errors import KgError
from kg.settings import BadSetting
from server.graphql.recent import Kept
from server.graphql.transport.request import GraphqlRequest

_OVERHEAD = 256
"""About what keeping a document takes beside its text."""


class UnknownDocument(KgError):
    """A document was asked by an id that is not known here."""

    code = "unknown-document"

    def __init__(self, name: str) -> None:
        super().__init__(f"No document by the id '{name}' is known here.")
        self.at = "documentId"
        self.hint = "Send its text as 'query' beside the id; it is kept then."


class PersistedQueryNotFound(UnknownDocument):
    """The same, in the words that clients of automatic persisted queries wait for."""

    code = "PERSISTED_QUERY_NOT_FOUND"

    def __init__(self) -> None:
        Exception.__init__(self, "PersistedQueryNotFound")
        self.at = "extensions.persistedQuery"
        self.hint = "Send the text as 'query' beside its digest; it is kept then."


class DigestMismatch(KgError):
    """A document was sent with an id that is not its own."""

    code = "document-digest-mismatch"

    def __init__(self, given: str, found: str) -> None:
        super().__init__(f"The document's id is '{found}', not '{given}'.")
        self.at = "query"
        self.hint = "The digest is of the text as it is sent, in UTF-8."


class UntrustedDocument(KgError):
    """A document that is not one of those that this service answers."""

    code = "untrusted-document"

    def __init__(self) -> None:
        super().__init__("Only documents that are trusted beforehand are answered here.")
        self.hint = "Ask one of them by its id, or have the document added by the operator."


class BadManifest(BadSetting):
    """The trusted documents cannot be read."""

    def __init__(self, place: Path, why: str) -> None:
        Exception.__init__(self, f"The trusted documents at '{place}' cannot be read: {why}.")
        self.at = "COTERMINOUS_TRUSTED_DOCUMENTS"
        self.hint = "Name a folder of .graphql files, or a JSON file of documents by their ids."


def identity(text: str) -> str:
    """The id of a document.

    >>> identity("{a}")[:15]
    'sha256:460c3a93'
    """
    return "sha256:" + sha256(text.encode()).hexdigest()


class Documents:
    """Documents by id: so many bytes of those that were sent, the least lately used given up first.

    With `trusted` these are all that there is, and others are refused.
    """

    def __init__(self, size: int, trusted: Mapping[str, str] | None = None) -> None:
        self._size = size
        self._kept: Kept[str, str] = Kept(size)
        self._trusted = trusted

    def __len__(self) -> int:
        return len(self._kept if self._trusted is None else self._trusted)

    @property
    def bytes(self) -> int:
        """About how many bytes keeping them takes, but for those that are trusted."""
        return self._kept.weight

    def resolved(self, asked: GraphqlRequest) -> GraphqlRequest:
        """The request with the text of its document.

        Raises `UnknownDocument`, `DigestMismatch` for a text that has another id than is told, and
        `UntrustedDocument`.
        """
        name, text = asked.document_id, asked.document
        if text is None:
            return replace(asked, document=self._find(name or "", automatic=asked.is_automatic))
        own = identity(text)
        if self._trusted is not None:
            if own not in self._trusted and self._trusted.get(name or "") != text:
                raise UntrustedDocument
        elif name is not None and name != own:
            raise DigestMismatch(name, own)
        return asked

    def awaits(self, asked: GraphqlRequest) -> bool:
        """Whether a resolved request brings a document that is to be kept once it proves valid."""
        name = asked.document_id
        return name is not None and self._trusted is None and self._kept.find(name) is None

    def keep(self, asked: GraphqlRequest) -> None:
        """Keep the document of a resolved request by its id."""
        text = asked.document or ""
        size = len(text.encode()) + _OVERHEAD
        if self.awaits(asked) and size <= self._size:
            self._kept.keep(identity(text), text, size)

    def _find(self, name: str, *, automatic: bool) -> str:
        if self._trusted is not None:
            if name not in self._trusted:
                raise UntrustedDocument
            return self._trusted[name]
        text = self._kept.find(name)
        if text is None:
            raise PersistedQueryNotFound if automatic else UnknownDocument(name)
        return text


def trusted(place: Path) -> dict[str, str]:
    """The documents of a folder of `.graphql` files, or of a manifest, by all their ids.

    A manifest is a JSON object of texts by id, or has a list of `operations`, each with `id` and
    `body`. The digest of its text is an id of every document. Raises `BadManifest`.
    """
    found: dict[str, str] = {}
    try:
        for name, text in _folder(place) if place.is_dir() else _manifest(place):
            found |= {name: text, identity(text): text}
    except (OSError, ValueError) as error:
        raise BadManifest(place, str(error)) from None
    if not found:
        raise BadManifest(place, "there is none")
    return found


def _folder(place: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(place.rglob("*.graphql")):
        text = path.read_text(encoding="utf-8")
        # A client that builds its texts has no line break at the end, a file has.
        yield identity(text.rstrip()), text.rstrip()
        yield identity(text), text


def _manifest(place: Path) -> Iterator[tuple[str, str]]:
    told = orjson.loads(place.read_bytes())
    if not isinstance(told, dict):
        raise ValueError("it is not a JSON object")  # noqa: TRY004 - like what cannot be parsed
    if isinstance(told.get("operations"), list):
        listed = [each if isinstance(each, dict) else {} for each in told["operations"]]
        told = {each.get("id"): each.get("body") for each in listed}
    for name, text in told.items():
        if not isinstance(name, str) or not isinstance(text, str):
            raise ValueError(f"{name!r} is not the id of a text")  # noqa: TRY004
        yield name, text
