"""Shell completion: what a shell is to be told, and what a word that is begun may become.

The shell asks this program itself, with a variable set; typer answers for commands and options.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from importlib import import_module
from typing import Annotated, Any, Final

import typer

from kg.cli.package.installed import NAME
from kg.questions.library import Library
from kg.release.catalogue import Catalogue
from kg.settings import store_folder

VARIABLE: Final = "_COTERMINOUS_COMPLETE"
"""What a shell sets when it asks for completions."""
_MOST: Final = 50


_SHELLS: Any = import_module("typer.completion")  # which does not say what it offers


class Shell(StrEnum):
    """A shell that can be told."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def completion(shell: Annotated[Shell, typer.Argument(help="The shell to tell.")]) -> None:
    """Print what makes a shell complete commands, options, questions and codes of bodies."""
    told = _SHELLS.get_completion_script(prog_name=NAME, complete_var=VARIABLE, shell=shell.value)
    sys.stdout.write(told + "\n")


def begin() -> None:
    """Have typer know the shells, before it is asked for completions."""
    _SHELLS.completion_init()


def questions(incomplete: str) -> list[tuple[str, str]]:
    """The names of questions that begin so, each with its title.

    >>> questions("bodies/count-on")[0][0]
    'bodies/count-on-day'
    """
    library = Library()
    return [
        (name, each.header.title) for name, each in library.items() if name.startswith(incomplete)
    ]


def bodies(incomplete: str) -> list[tuple[str, str]]:
    """Codes that begin so, each with the name of its body, as the current release has them."""
    from kg.release.opened import INDEX
    from kg.search.find import Search

    index = Catalogue(store_folder()).current() / INDEX
    if not incomplete or not index.exists():
        return []
    hits = Search(index).find(incomplete, first=_MOST, kind="Organisation")
    found = {
        each.matched: each.label
        for each in reversed(hits)  # of several by one code, the best is told
        if each.matched.startswith(incomplete.upper()) and " " not in each.matched
    }
    return sorted(found.items())
