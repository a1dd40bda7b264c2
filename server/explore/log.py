"""The log of a view: the commands that made it, as an address carries them.

`add,organisation/26A/ccg;more,organisation/26A/ccg,Tenure,in,20;on,2020-03-31` are three commands.
Things are named by what follows `id/` in their IRIs. In an argument `~0`, `~1` and `~2` stand for a
tilde, a comma and a semicolon.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from kg.errors import BadParameter

LENGTH: Final = 32_768
"""Characters that a log has at most."""
COMMANDS: Final = 500
"""Commands that a log has at most."""
MOST: Final = 2_000
"""Things that a view holds at most."""
USUAL: Final = 20
"""Things that one expansion adds unless it is told how many."""

RING: Final = 12
"""Neighbours that a thing is shown with when a view begins with it."""

VERBS: Final[Mapping[str, tuple[int, int]]] = {
    "add": (1, MOST),  # things
    "more": (3, 4),  # a thing, a link, `in` or `out`, how many
    "near": (1, 2),  # a thing, how many of its neighbours, of each kind of link in turn
    "path": (2, 3),  # two things, how many paths
    "question": (1, 20),  # its name, and parameters as `name=value`
    "sparql": (1, 1),
    "graphql": (1, 2),  # a document, and variables as JSON
    "on": (0, 1),  # a day, or none
    "by": (0, 1),
    "drop": (1, MOST),  # things that are taken out of the view
    "without": (0, 60),  # classes that are not shown
    "said": (0, 200),  # documents, the only ones whose word is taken
    "past": (1, 1),  # `faint` or `hidden`: what does not hold on the day
    "at": (0, 2),  # what is looked at: a thing, or the two ends of a link
    "say": (0, 1),  # a step of a story, in the reader's words
    "move": (3, 3),  # a thing, and where to: x and y
}
"""The commands, each with how many arguments it takes at least and at most."""


class Command(NamedTuple):
    """One command of a log."""

    verb: str
    args: Sequence[str]

    def __str__(self) -> str:
        """As an address carries it, before it is percent-encoded."""
        return ",".join((self.verb, *map(_escaped, self.args)))


def read(text: str) -> list[Command]:
    """The commands of a log; raises `BadParameter` for what is none.

    >>> [str(each) for each in read("add,organisation/26A/ccg;on,2020-03-31")]
    ['add,organisation/26A/ccg', 'on,2020-03-31']
    >>> read("say,one~2 two~1 three")[0].args
    ['one; two, three']
    """
    if len(text) > LENGTH:
        raise BadParameter("do", f"it has {len(text):,} characters; {LENGTH:,} may be sent")
    found = [_command(each) for each in text.split(";") if each]
    if len(found) > COMMANDS:
        raise BadParameter("do", f"it has {len(found)} commands; {COMMANDS} are done at most")
    return found


def written(commands: Sequence[Command]) -> str:
    """The log of these commands, before it is percent-encoded."""
    return ";".join(map(str, commands))


def _command(text: str) -> Command:
    verb, *args = text.split(",")
    if verb not in VERBS:
        raise BadParameter("do", f"'{verb[:40]}' is no command", f"Known: {', '.join(VERBS)}.")
    least, most = VERBS[verb]
    if not least <= len(args) <= most:
        wanted = str(least) if least == most else f"{least} to {most}"
        raise BadParameter("do", f"'{verb}' takes {wanted} arguments and has {len(args)}")
    return Command(verb, [_plain(each) for each in args])


def _escaped(text: str) -> str:
    return text.replace("~", "~0").replace(",", "~1").replace(";", "~2")


def _plain(text: str) -> str:
    return text.replace("~2", ";").replace("~1", ",").replace("~0", "~")
