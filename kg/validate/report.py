"""All that is wrong with a graph, in one list: for a person, for a log, for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from kg.model.names import shorten
from kg.model.terms import Statement
from kg.validate import spans, words
from kg.validate.facts import Finding
from kg.validate.shapes import Violation
from kg.validate.shapes_compile import component


def of_texts(statements: Sequence[Statement], texts: Path | None = None) -> list[Finding]:
    """What is wrong with places in texts and with the words that are stored of them.

    With `texts`, a folder of source texts, spans are compared with the texts themselves.
    """
    found = [Finding("span", "", line) for line in spans.check(statements, texts)]
    return found + [Finding("words", "", line) for line in words.check(statements, texts)]


def of_violations(violations: Sequence[Violation]) -> list[Finding]:
    """Violations as findings, each once.

    That a thing breaks a parent's shape is left out: what it breaks there is told by itself.
    """
    found = [
        Finding(shorten(each.component).removesuffix("ConstraintComponent"), "", each.message)
        for each in violations
        if each.path or each.component != component("node")
    ]
    return list(dict.fromkeys(found))


def text(found: Iterable[Finding], *, most: int = 20) -> str:
    """Findings for a person: by kind, the commonest last, at most so many lines of each.

    >>> print(text([Finding("status", f"id:{each}", "is odd") for each in "xy"], most=1))
    status: 2
      id:x: is odd
      … and 1 more
    """
    ordered = sorted(found, key=lambda each: each.kind)
    groups = [(kind, list(each)) for kind, each in groupby(ordered, lambda one: one.kind)]
    lines = []
    for kind, several in sorted(groups, key=lambda group: len(group[1])):
        lines.append(f"{kind}: {len(several)}")
        lines += [f"  {each.line()}" for each in several[:most]]
        if len(several) > most:
            lines.append(f"  … and {len(several) - most} more")
    return "\n".join(lines)


def as_json(found: Iterable[Finding]) -> str:
    """Findings for a program: an array of objects with `kind`, `place`, `message` and `hint`."""
    return json.dumps([each._asdict() for each in found], ensure_ascii=False, indent=2) + "\n"
