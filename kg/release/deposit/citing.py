"""What a citation of a release is made of, as Citation File Format and as BibTeX."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import metadata, version
from typing import Final

from kg.model.names import BASE
from kg.release.opened import ReleaseInfo

TITLE: Final = "coterminous: how the English NHS organised commissioning, with the evidence"
LICENCES: Final = ("Apache-2.0", "OGL-UK-3.0")
"""Of the project, and of what it adapts from official registers."""


@dataclass(frozen=True)
class Citation:
    """What is cited: a release, by whom, of which day, with the digest of all that it says."""

    release: str
    day: str
    digest: str
    author: str
    version: str

    @classmethod
    def of(cls, info: ReleaseInfo) -> Citation:
        """The citation of a release."""
        author = metadata("coterminous")["Author"]
        return cls(info.name, info.built[:10], info.digest, author, version("coterminous"))

    @property
    def sentence(self) -> str:
        """It as a sentence."""
        year = self.day[:4]
        return f"{self.author} ({year}). {TITLE}. Release {self.release}, {self.day}. {BASE}"

    def cff(self) -> str:
        """It as CITATION.cff (version 1.2.0)."""
        lines = [
            "cff-version: 1.2.0",
            "message: If you use this data, please cite the release that you used.",
            "type: dataset",
            f"title: {_quoted(TITLE)}",
            "authors:",
            f"  - name: {_quoted(self.author)}",
            f"version: {_quoted(self.release)}",
            f"date-released: {_quoted(self.day)}",
            "license:",
            *(f"  - {each}" for each in LICENCES),
            f"url: {_quoted(BASE)}",
            "identifiers:",
            "  - type: other",
            f"    value: {_quoted(self.digest)}",
            "    description: Digest of the sorted N-Quads of the release",
        ]
        return "\n".join(lines) + "\n"

    def bibtex(self) -> str:
        """It as BibTeX."""
        fields = {
            "author": f"{{{self.author}}}",
            "title": f"{{{TITLE}}}",
            "year": self.day[:4],
            "version": self.release,
            "date": self.day,
            "url": BASE,
            "note": f"Release {self.release}, {self.digest}",
        }
        told = ",\n".join(f"  {name} = {{{text}}}" for name, text in fields.items())
        return f"@misc{{coterminous-{self.release},\n{told}\n}}\n"

    @property
    def json(self) -> dict[str, object]:
        """It in parts, with both forms."""
        return {
            "title": TITLE,
            "author": self.author,
            "release": self.release,
            "day": self.day,
            "digest": self.digest,
            "licences": list(LICENCES),
            "sentence": self.sentence,
            "cff": self.cff(),
            "bibtex": self.bibtex(),
        }


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # which YAML reads, too
