"""The deepest that any guard lets pass is harmless: the engine is asked, and dies of deeper.

The shapes are generated: each is a few ways to nest or to chain, mixed, as long as can be.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from typing import NamedTuple

import pytest

from kg.errors import KgError
from server.limits import rdf, sparql, update
from tests.server.hostile.engine import endings

PATTERNS = (
    "{%}", "OPTIONAL{%}", "FILTER EXISTS{%}", "FILTER NOT EXISTS{%}", "{SELECT * {%}}",
    "GRAPH ?g{%}", "MINUS{%}", "{}UNION{%}", "{%}UNION{}", "%OPTIONAL{?a ?b ?c}", "%{}",
    "?a ?b ?c.{%}", "LATERAL{%}", "%BIND(1 AS ?v@)", "%FILTER(true)", "BIND(EXISTS{%}AS ?v@)",
)  # fmt: skip
EXPRESSIONS = (
    "(%)", "!%", "-%", "IF(true,%,1)", "%+1", "1-%", "%&&true", "true||%", "COALESCE(%)", "(%)=1",
    "EXISTS{FILTER(%)}", "1 IN(%)", "1 NOT IN(1,%)", "CONCAT(%)", "<urn:f>(%)", "STR(%)", "+%",
    "(%)*2", "REGEX(%,'a')", "SUBSTR(%,1)",
)  # fmt: skip
PATHS = (
    "(%)",
    "(%)*",
    "(%)+",
    "(%)?",
    "^(%)",
    "%/<urn:p>",
    "%|<urn:p>",
    "<urn:p>/(%)",
    "!(<urn:q>)/%",
)
TERMS = ("[<urn:p> %]", "(%)", "<<( <urn:s> <urn:p> % )>>")
SHAPES: dict[str, tuple[str, tuple[str, ...], str]] = {
    "pattern": ("SELECT*{%}", PATTERNS, "?s ?p ?o."),
    "expression": ("SELECT*{FILTER(%)}", EXPRESSIONS, "1"),
    "column": ("SELECT(% AS ?v){}", EXPRESSIONS, "1"),
    "order": ("SELECT*{?s ?p ?o}ORDER BY(%)", EXPRESSIONS, "?o"),
    "path": ("ASK{?s % ?o}", PATHS, "<urn:p>"),
    "term": ("ASK{?s ?p %}", TERMS, "1"),
    "template": ("CONSTRUCT{?s ?p %}WHERE{?s ?p ?o}", TERMS, "1"),
}
SYNTAXES: dict[str, tuple[str, str, tuple[str, ...], str]] = {
    "turtle": ("text/turtle", "<urn:s> <urn:p> % .", TERMS, "1"),
    "lines": ("application/n-triples", "<urn:s> <urn:p> % .", TERMS[2:], "<urn:o>"),
    "json": (
        "application/ld+json",
        "%",
        ('{"urn:p":%}', '{"@id":"urn:a","urn:p":[%,1]}', '{"urn:p":{"@list":[%]}}',
         '{"@graph":[%]}', '{"@included":[%]}', '{"@reverse":{"urn:p":%}}', '{"@set":[%]}'),
        '{"@id":"urn:a"}',
    ),
    "xml": (
        "application/rdf+xml",
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:">'
        "%</rdf:RDF>",
        ("<e:T><e:p>%</e:p></e:T>", '<e:T><e:p rdf:parseType="Collection">%</e:p></e:T>',
         '<e:T><e:p rdf:parseType="Resource"><e:q>%</e:q></e:p></e:T>',
         '<e:T><e:p rdf:parseType="Literal">%</e:p></e:T>'),
        "<e:T/>",
    ),
}  # fmt: skip
MOST = 4000
EACH = 12 if os.environ.get("COTERMINOUS_NIGHTLY") else 3


class Shape(NamedTuple):
    """What is around the innermost, how it is wrapped, and what is innermost."""

    frame: str
    wraps: tuple[str, ...]
    core: str

    def text(self, times: int) -> str:
        """The innermost, wrapped so often."""
        before, after = [], []
        for number in range(times):
            wrap = self.wraps[number % len(self.wraps)].replace("@", str(number))
            start, _, end = wrap.partition("%")
            before.append(start)
            after.append(end)
        inner = "".join([*reversed(before), self.core, *after])
        start, _, end = self.frame.partition("%")
        return start + inner + end

    def deepest(self, check: Callable[[str], object]) -> str:
        """The longest that a guard lets pass."""
        low, high = 1, MOST
        while low < high:
            middle = (low + high + 1) // 2
            passed = passes(check, self.text(middle))
            low, high = (middle, high) if passed else (low, middle - 1)
        return self.text(low)


def passes(check: Callable[[str], object], text: str) -> bool:
    try:
        check(text)
    except KgError:
        return False
    return True


def shapes(name: str, frame: str, wraps: tuple[str, ...], core: str) -> list[Shape]:
    """Each way alone, then so many mixed ones, the same every time."""
    chance = random.Random(name)
    mixed = [tuple(chance.choices(wraps, k=chance.randint(2, 5))) for _ in range(EACH)]
    return [Shape(frame, each, core) for each in [*((one,) for one in wraps), *mixed]]


def killed(kind: str, texts: list[str]) -> list[tuple[str, str]]:
    """The texts that the engine died of."""
    ended = endings([(kind, each) for each in texts])
    return [(how, text[:300]) for how, text in zip(ended, texts, strict=True)
            if how not in ("lived", "late")]  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_no_query_that_is_let_pass_kills(name: str) -> None:
    texts = [each.deepest(sparql.check) for each in shapes(name, *SHAPES[name])]

    assert killed("query", texts) == []


@pytest.mark.parametrize("name", ["pattern", "expression", "path", "term", "template"])
def test_no_update_that_is_let_pass_kills(name: str) -> None:
    frame, wraps, core = SHAPES[name]
    where = frame.partition("{")[2].rpartition("}")[0] or "%"
    if name == "template":
        frame = "INSERT{?s ?p %}WHERE{?s ?p ?o}"
    elif name == "pattern":
        frame = "INSERT{?s ?p ?o}WHERE{%}"
    elif name in ("path", "term"):
        frame = f"INSERT{{<urn:a> <urn:b> 1}}WHERE{{{where}}}"
    else:
        frame = "DELETE{?s ?p ?o}WHERE{?s ?p ?o FILTER(%)}"
    texts = [each.deepest(update.check) for each in shapes(name, frame, wraps, core)]

    assert killed("update", texts) == []


@pytest.mark.parametrize("kind", SYNTAXES)
def test_no_document_that_is_let_pass_kills(kind: str) -> None:
    media, *shape = SYNTAXES[kind]

    def check(text: str) -> None:
        rdf.check(text.encode(), media)

    texts = [each.deepest(check) for each in shapes(kind, *shape)]  # type: ignore[arg-type]

    assert killed(kind, texts) == []


def test_the_engine_does_die_of_what_is_refused() -> None:
    query = Shape(*SHAPES["pattern"])._replace(wraps=("{%}",)).text(20_000)
    change = f"INSERT{{?s ?p ?o}}WHERE{query.removeprefix('SELECT*')}"

    ended = endings([("query", query), ("update", change)])

    assert (passes(sparql.check, query), passes(update.check, change)) == (False, False)
    assert ended == ["SIGSEGV", "SIGSEGV"]
