"""What is installed that this program needs, as its own metadata say it; nobody is asked."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Final
from urllib.parse import quote

NAME: Final = "coterminous"
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
_LICENCE: Final = "License :: "
_LONGEST: Final = 60
"""Characters of what is the name of a licence, and not its text."""


@dataclass(frozen=True)
class Package:
    """A package: what it needs, by name, and the SHA-256 of the list of its installed files.

    `licence` is empty where its metadata name none; `expression` says whether it is one of SPDX.
    `sha512` is the digest of the archive that it came in, where that is known.
    """

    name: str
    version: str
    summary: str
    licence: str
    expression: bool
    needs: tuple[str, ...]
    digest: str = ""
    sha512: str = ""
    ecosystem: str = "pypi"

    @property
    def purl(self) -> str:
        """It as a package URL."""
        return f"pkg:{self.ecosystem}/{quote(self.name, safe='/')}@{self.version}"


def installed() -> tuple[Package, ...]:
    """This program, and then all that it needs and that what it needs needs, by name.

    What only an extra needs, or another system than this, is not among them.
    """
    found: dict[str, Package] = {}
    ahead = [NAME]
    while ahead:
        name = ahead.pop()
        if name in found:
            continue
        try:
            known = distribution(name)
        except PackageNotFoundError:
            continue
        found[name] = _package(name, known)
        ahead.extend(found[name].needs)
    own = found.pop(NAME)
    there = {*found}
    rest = (found[each] for each in sorted(found))
    return tuple(_with_needs(each, there) for each in (own, *rest))


def normal(name: str) -> str:
    """The one spelling of a package's name.

    >>> normal("Jinja2"), normal("typing_extensions")
    ('jinja2', 'typing-extensions')
    """
    return re.sub(r"[-_.]+", "-", name).lower()


def _package(name: str, known: Distribution) -> Package:
    told = known.metadata
    licence, is_expression = _licence(known)
    record = known.read_text("RECORD") or ""
    return Package(
        name,
        known.version,
        (told.get_all("Summary") or [""])[0],
        licence,
        is_expression,
        tuple(_needed(known)),
        hashlib.sha256(record.encode()).hexdigest() if record else "",
    )


def _needed(known: Distribution) -> Iterator[str]:
    for line in known.requires or ():
        requirement, _, marker = line.partition(";")
        found = _NAME.match(requirement)
        if found and "extra" not in marker:
            yield normal(found[0])


def _licence(known: Distribution) -> tuple[str, bool]:
    told = known.metadata
    if "License-Expression" in told:
        return told["License-Expression"], True
    named = told["License"].strip() if "License" in told else ""
    if named and len(named) <= _LONGEST and "\n" not in named:
        return named, False
    classes = [str(each) for each in told.get_all("Classifier") or ()]
    return next(
        (each.rpartition(" :: ")[2] for each in classes if each.startswith(_LICENCE)), ""
    ), False


def _with_needs(package: Package, there: set[str]) -> Package:
    kept = tuple(sorted({each for each in package.needs if each in there}))
    return Package(**{**vars(package), "needs": kept})
