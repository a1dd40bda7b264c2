"""What the engine gives is freed in the thread that asked, also where the answer fails."""

import gc
import threading
from collections.abc import Callable

import pytest

from kg.errors import BadQuery
from kg.model.terms import Iri, Statement
from kg.store.formats import by_name
from kg.store.oxigraph import OxigraphStore

STATEMENT = Statement(*map(Iri, ("urn:a", "urn:b", "urn:c", "urn:g")))


class Gone:
    """A client that has hung up."""

    def write(self, data: bytes, /) -> int:
        raise BrokenPipeError(f"nobody reads {len(data)} bytes")

    def flush(self) -> None:
        pass


def written(query: str) -> None:
    store = OxigraphStore.memory([STATEMENT])
    store.write(query, Gone(), by_name("json"), by_name("ntriples"))


@pytest.mark.parametrize(
    ("asked", "raised"),
    [
        (lambda: written("SELECT * { ?s ?p ?o }"), BrokenPipeError),
        (lambda: written("CONSTRUCT WHERE { ?s ?p ?o }"), BrokenPipeError),
        (lambda: OxigraphStore.memory([STATEMENT]).ask("SELECT * { ?s ?p ?o }"), BadQuery),
        (lambda: OxigraphStore.memory([STATEMENT]).triples("SELECT * { ?s ?p ?o }"), BadQuery),
    ],
)
def test_an_error_that_goes_to_another_thread_takes_no_answer_along(
    asked: Callable[[], object], raised: type[Exception]
) -> None:
    held: list[Exception] = []

    def ask() -> None:
        try:
            asked()
        except Exception as error:  # noqa: BLE001 - it is looked at below
            held.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()

    assert [type(each) for each in held] == [raised]
    held.clear()
    gc.collect()  # an answer among what is freed here would be told of, and fail this test
