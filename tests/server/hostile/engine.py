"""The engine in processes of their own: what it dies of, it says by its death.

Run as a script: it reads a JSON list of pairs of kind and text, and writes for each how it ended.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Sequence

import pyoxigraph as ox

SECONDS = 1
MEMORY = 2 << 30
_MEDIA = {
    "turtle": ox.RdfFormat.TURTLE,
    "xml": ox.RdfFormat.RDF_XML,
    "json": ox.RdfFormat.JSON_LD,
    "lines": ox.RdfFormat.N_TRIPLES,
}


def endings(asked: Sequence[tuple[str, str]]) -> list[str]:
    """How the engine ended with each text: `lived`, `late`, or the name of what killed it.

    A kind is `query`, `update`, or a syntax of RDF: `turtle`, `xml`, `json`, `lines`.
    """
    done = subprocess.run(
        [sys.executable, __file__], input=json.dumps(asked), capture_output=True, text=True,
        check=True, timeout=600,
    )  # fmt: skip
    told: list[str] = json.loads(done.stdout)
    return told


def _ending(kind: str, text: str) -> str:
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.alarm(SECONDS)
        try:
            _run(kind, text)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        return "lived"
    killed = os.WTERMSIG(status)
    return "late" if killed == signal.SIGALRM else signal.Signals(killed).name


def _run(kind: str, text: str) -> None:
    store = ox.Store()
    if kind == "query":
        answer = store.query(text)
        for _ in () if isinstance(answer, ox.QueryBoolean) else answer:
            pass
    elif kind == "update":
        store.update(text)
    else:
        store.load(text.encode(), _MEDIA[kind], base_iri="urn:b")


if __name__ == "__main__":
    json.dump([_ending(kind, text) for kind, text in json.load(sys.stdin)], sys.stdout)
