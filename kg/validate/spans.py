"""Whether every span lies where it says: order, bounds, digests, and the text where it is held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from kg.model.names import shorten
from kg.model.terms import Iri, Statement
from kg.validate.passages import Passages, Span, held, passages


def check(statements: Iterable[Statement], texts: Path | None = None) -> list[str]:
    """What is wrong with the spans, one line each, in the order of documents and offsets.

    Without `texts` it is the order of the offsets, the length of the document, and stored words
    against their digest. With a folder of texts each span of a document that is in it, by digest,
    is compared with the text; a document that is not there is passed over, unless a file of its
    name is: then that is another text. Raises `InvalidInput` for a folder that is none.
    """
    found = passages(statements)
    known = held(found, texts) if texts else {}
    return [
        *_of_documents(found, known, texts),
        *(
            finding
            for span in sorted(found.spans.values(), key=_place)
            for finding in _of_span(span, found, known)
        ),
    ]


def _place(span: Span) -> tuple[Iri, int, int]:
    return span.document, span.start, span.end


def _of_documents(found: Passages, known: Mapping[Iri, str], texts: Path | None) -> Iterator[str]:
    for document in found.documents:
        name, length = shorten(document), found.number(document, "textLength")
        if not found.text(document, "contentDigest"):
            yield (
                f"{name}: spans lie in it, but it has no 'contentDigest', so nobody can tell "
                "which text they count in. Give the digest of the text."
            )
        if length is None:
            yield f"{name}: spans lie in it, but it has no 'textLength'. Give it in code points."
        elif document in known and len(known[document]) != length:
            yield (
                f"{name}: its text has {len(known[document])} code points, but 'textLength' is "
                f"{length}. Correct 'textLength'."
            )
        file = found.text(document, "sourceFile")
        if texts and document not in known and file and (texts / file).is_file():
            yield (
                f"{name}: the file '{file}' is not the text that was annotated: its digest "
                "differs. Restore the text, or annotate the new one as another document."
            )


def _of_span(span: Span, found: Passages, known: Mapping[Iri, str]) -> Iterator[str]:
    length = found.number(span.document, "textLength")
    if span.start >= span.end:
        yield (
            f"{span}: it starts at {span.start} and ends at {span.end}, so it holds nothing. "
            "Correct the offsets."
        )
    elif length is not None and span.end > length:
        yield (
            f"{span}: it ends at {span.end}, but the text ends at {length}. Correct the offsets."
        )
    else:
        yield from _of_words(span, known)


def _of_words(span: Span, known: Mapping[Iri, str]) -> Iterator[str]:
    if span.exact is not None:
        if len(span.exact) != span.end - span.start:
            yield (
                f"{span}: 'exact' has {len(span.exact)} code points, but the offsets enclose "
                f"{span.end - span.start}. Correct one of them."
            )
        if _digest(span.exact) != span.digest:
            yield f"{span}: 'exact' does not have the digest of the span. Correct one of them."
    text = known.get(span.document)
    if text is not None and _digest(text[span.start : span.end]) != span.digest:
        yield (
            f"{span}: the words of the text from {span.start} to {span.end} have another digest. "
            "Correct the offsets or the digest."
        )


def _digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()
