"""The graph, in plain Python that knows nothing of the service.

The rooms, from the ground up (a room imports only from floors below its own):

1. `errors`: every error raised on purpose; `resources`, where files lie; `settings`, the knobs.
2. `model`: terms, names, statements, and the ontology read into classes and properties.
3. `store`: where the graph is kept; the one door to the engines.
4. `search`: names and codes in SQLite FTS5; `rewriting`: queries put so that they take less time.
5. `questions`: the named questions, their parameters and their twins.
6. `ingest`, `derive`, `validate`: tables and annotations in, rules run, shapes checked;
   `documents`: from a text to what it says; `analysis`: what can be learned from the whole.
7. `release`: build, seal, publish.
8. `cli`: the commands.

`client` stands apart: it asks a service elsewhere over HTTP, and needs none of these. `data` has
no code: it is what we say, table by table.

From Python, as in a notebook, `from kg import open_release` is the way in.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.release.notebook import open_release

__all__ = ["open_release"]


def __getattr__(name: str) -> object:
    # Not before it is asked for: every module of this package passes here.
    if name == "open_release":
        from kg.release.notebook import open_release

        return open_release
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
