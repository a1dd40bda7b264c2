"""The commands by their names, in the order of the help; each is imported when it is asked for.

Together they import what takes longer than most of them take to answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperGroup

_PLACES: Final = {
    "lineage": "kg.cli.asking.lineage:lineage",
    "replaced": "kg.cli.asking.lineage:replaced",
    "recode": "kg.cli.asking.recode:recode",
    "crosswalk": "kg.cli.asking.recode:crosswalk",
    "coterminosity": "kg.cli.asking.recode:coterminosity",
    "interlocks": "kg.cli.asking.interlocks:interlocks",
    "path": "kg.cli.asking.paths:path",
    "measures": "kg.cli.asking.measures:measures",
    "export": "kg.cli.asking.measures:export",
    "plot": "kg.cli.asking.plot:plot",
    "plots": "kg.cli.asking.plot:plots",
    "diff": "kg.cli.asking.diff:diff",
    "audit": "kg.cli.asking.audit:audit",
    "since": "kg.cli.asking.since:since",
    "add": "kg.cli.documents.add:add",
    "documents": "kg.cli.documents.shelf:documents",
    "extract": "kg.cli.documents.extract:extract",
    "rules": "kg.cli.documents.extract:rules",
    "review": "kg.cli.review.command:review",
    "decide": "kg.cli.documents.decide:decide",
    "missed": "kg.cli.documents.missed:missed",
    "status": "kg.cli.documents.status:status",
    "commit": "kg.cli.documents.commit:commit",
    "deposit": "kg.cli.releases.deposit:deposit",
    "sbom": "kg.cli.package.sbom:sbom",
    "completion": "kg.cli.package.completion:completion",
    "pull": "kg.cli.releases.pulling:pull",
    "offer": "kg.cli.releases.pulling:offer",
    "build": "kg.cli.releases.build:build",
    "check": "kg.cli.releases.build:check",
    "ask": "kg.cli.asking.ask:ask",
    "questions": "kg.cli.asking.ask:questions",
    "search": "kg.cli.asking.search:search",
    "show": "kg.cli.asking.ask:show",
    "releases": "kg.cli.releases.build:releases",
    "history": "kg.cli.releases.withdraw:history",
    "withdraw": "kg.cli.releases.withdraw:withdraw",
    "annotations": "kg.cli.documents.annotations:annotated",
    "import": "kg.cli.releases.imports:import_app",
}
"""By name: the module, and the function in it or the app of a command that has some of its own."""


def add(places: Mapping[str, str]) -> None:
    """Have further commands, after those that are there, told of in the same way."""
    _PLACES.update(places)


class Commands(Mapping[str, Any]):
    """The commands as the parser has them, by name.

    >>> Commands()["recode"].name, "recode" in Commands(), "merge" in Commands()
    ('recode', True, False)
    """

    def __getitem__(self, name: str) -> Any:
        return _command(name, _PLACES[name])

    def __contains__(self, name: object) -> bool:
        return name in _PLACES

    def __iter__(self) -> Iterator[str]:
        return iter(_PLACES)

    def __len__(self) -> int:
        return len(_PLACES)


class Group(TyperGroup):
    """The program: a group of commands that are imported as they are asked for."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.commands: Any = Commands()


@cache
def _command(name: str, place: str) -> Any:
    module, _, function = place.partition(":")
    found = getattr(import_module(module), function)
    app = found if isinstance(found, typer.Typer) else _alone(name, found)
    made = typer.main.get_command(app)
    made.name = name
    return made


def _alone(name: str, function: Any) -> typer.Typer:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name)(function)
    return app
