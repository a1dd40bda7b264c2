"""What is kept of a document."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class TextRecord:
    """A document's text, unchanged: every place in it is counted in its code points.

    `id` is short and made from the digest; `digest` is the SHA-256 of the text as UTF-8, in
    hexadecimal digits; `title` is the first short line, or empty where there is none.
    """

    id: str
    text: str
    digest: str
    title: str = ""

    @classmethod
    def of(cls, text: str) -> TextRecord:
        """The record of a text.

        >>> TextRecord.of("A headline\\n\\nAnd a sentence that tells more.").title
        'A headline'
        """
        digest = sha256(text.encode()).hexdigest()
        return cls(digest[:12], text, digest, _title(text))


def _title(text: str) -> str:
    for line in text.split("\n"):
        words = line.split()
        if words:
            return " ".join(words) if len(words) <= 20 and not line.rstrip().endswith(".") else ""
    return ""
