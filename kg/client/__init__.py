"""The graph from a program elsewhere: a thin typed client of a service, over HTTP.

`from kg.client import Client` (or `AsyncClient`) is the way in, as `from kg import open_release` is
where the graph is on the same machine. It lies in `kg` because a program that asks needs nothing of
`server`; it knows no other room of `kg` but `errors`, and begins in a fraction of a second.

`client` has both clients. What they can be asked is written once, in `calls`, as requests to be
made and ways to read the answers; `answers` has the types of what comes back, `pages` reads a
list to its end. `taken` takes in what is sent, within bounds; `refusals` are the errors, with the
service's own codes and hints, `patience` says when to ask again.
"""

from kg.client.answers import (
    Answer,
    Hit,
    Lineage,
    Place,
    Question,
    Release,
    Replaced,
    Rows,
    Statement,
    Step,
    Thing,
)
from kg.client.client import AsyncClient, Client
from kg.client.patience import Patience
from kg.client.refusals import Refused, Unreachable, Unreadable

__all__ = [
    "Answer",
    "AsyncClient",
    "Client",
    "Hit",
    "Lineage",
    "Patience",
    "Place",
    "Question",
    "Refused",
    "Release",
    "Replaced",
    "Rows",
    "Statement",
    "Step",
    "Thing",
    "Unreachable",
    "Unreadable",
]
