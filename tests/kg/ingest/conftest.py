"""The shipped tables as facts, and a small world of three tables that a test may spoil."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.ingest.load import register
from kg.model.names import ID, RDF_TYPE, cot, cotv
from kg.model.terms import Iri, Statement
from kg.resources import folder

DATA = folder("kg.data")


class Facts:
    """The statements by subject and term, as short text."""

    def __init__(self, statements: list[Statement]) -> None:
        self._held: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._kinds: defaultdict[str, list[str]] = defaultdict(list)
        for subject, predicate, value, _ in statements:
            text = value if isinstance(value, Iri) else value.text
            self._held[_short(subject)][predicate.rpartition("#")[2]].append(_short(text))
            if predicate == RDF_TYPE:
                self._kinds[_short(text)].append(_short(subject))

    def all(self, kind: str) -> list[str]:
        return self._kinds[_short(cot(kind))]

    def of(self, thing: str, term: str) -> list[str]:
        return self._held[thing].get(term, [])

    def one(self, thing: str, term: str) -> str:
        return next(iter(self.of(thing, term)), "")

    def holds(self, thing: str, day: str) -> bool:
        """The one interval test: started at the latest by the day, ended at the earliest by it."""
        start, end = self.one(thing, "latestStart"), self.one(thing, "earliestEnd")
        open_ended = not end and not self.one(thing, "latestEnd")
        return bool(start) and start <= day and (open_ended or end >= day)

    def bodies(self, type_: str, day: str) -> list[str]:
        found = self.all("Organisation")
        return [
            each
            for each in found
            if f"type-{type_}" in self.of(each, "organisationType") and self.holds(each, day)
        ]


def _short(text: str) -> str:
    return text.removeprefix(ID).removeprefix(cotv(""))


@pytest.fixture(scope="session")
def statements() -> list[Statement]:
    return register(DATA)


@pytest.fixture(scope="session")
def facts(statements: list[Statement]) -> Facts:
    return Facts(statements)


@pytest.fixture(scope="session")
def rows() -> Callable[[str], list[dict[str, str]]]:
    """The rows of a shipped table, by its name: `register/ccgs`."""

    def read(name: str) -> list[dict[str, str]]:
        with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read


ORDER = """
mappings = ["pages", "groups", "mergers"]
[graphs.register]
kind = "graph-register"
corpus = "corpus-register"
licence = "https://example.org/licence"
attribution = "Thanks."
"""
PAGES = """
table = "register/pages.csv"
graph = "register/pages"
title = "Pages"
key = "{key}"
iri = "id:document/{key}"
evidence = "self"
[columns]
key = "code! [a-z]+"
title = "text!"
[[things]]
class = "Document"
properties = { "dct:title" = "{title}", textHeld = false }
"""
GROUPS = """
table = "register/groups.csv"
graph = "register/groups"
title = "Groups"
key = "{code}/ccg"
iri = "id:organisation/{code}/ccg"
evidence = "source"
locator = "code {code}"
[columns]
code = "code! [0-9A-Z]{3}"
name = "text!"
types = "code+ ccg|ics"
opened = "date!"
closed = "date"
people = "integer"
source = "reference+ register/pages"
[lives]
of = ["code"]
start = "opened"
end = "closed"
[[things]]
class = "Organisation"
dates = { start = "opened", end = "closed" }
[things.properties]
name = "{name}"
organisationType = "cotv:type-{types}"
altName = "{code}, {name}"
[[things]]
iri = "id:figure/{code}"
class = "Figure"
when = "people"
[things.properties]
value = "{people}"
valueText = "{people.text}"
asOf = "{opened}"
"""
MERGERS = """
table = "register/mergers.csv"
graph = "register/mergers"
title = "Mergers"
licence = ""
key = "{from}/{to}"
iri = "id:change-event/{to}"
evidence = "source"
[columns]
from = "reference! register/groups"
to = "reference! register/groups"
day = "date!"
source = "reference! register/pages"
[follows]
day = "day"
after = "from.closed"
[[things]]
iri = "{to}"
properties = { predecessor = "{from}", note = "took over from {from.name}" }
"""
TABLES = {
    "pages": "key,title\nlist,A list\nnews,A page\n",
    "groups": (
        "code,name,types,opened,closed,people,source\n"
        "00C,North,ccg,2013-04-01,2020-03-31,,list\n"
        "16C,Tees Valley,ccg|ics,2020-04,,700,list|news\n"
    ),
    "mergers": "from,to,day,source\n00C/ccg,16C/ccg,2020-04-01,news\n",
}


@pytest.fixture
def world(tmp_path: Path) -> Callable[..., Path]:
    """Writes the small world; `edit` changes a mapping, a keyword gives a table anew."""
    files = {"order": ORDER, "pages": PAGES, "groups": GROUPS, "mergers": MERGERS}

    def write(edit: tuple[str, str, str] = ("", "", ""), **tables: str) -> Path:
        name, old, new = edit
        assert not name or old in files[name]
        for each, text in files.items():
            told = text.replace(old, new) if each == name else text
            _write(tmp_path / "mappings" / f"{each}.toml", told)
        for each, text in (TABLES | tables).items():
            _write(tmp_path / "register" / f"{each}.csv", text)
        return tmp_path

    return write


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
