"""Every page reads the same, to the letter, from an engine elsewhere as from disk.

The release is published to `oxigraph serve` and to Virtuoso by the command's own function, so that
also what a page says of the release is the engine's. It takes some minutes, and is for the night:

    COTERMINOUS_NIGHTLY=1 uv run pytest tests/kg/store/remote tests/server/remote
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from itertools import zip_longest
from pathlib import Path

import pytest

from kg.model.names import ID
from kg.release.card import ensure_card
from kg.release.opened import OpenRelease
from kg.release.publish import publish
from tests.conftest import Served, serving
from tests.kg.store.remote.engines import Running, needed, oxigraph, store_of, virtuoso
from tests.kg.store.remote.test_questions_elsewhere import IS_NIGHTLY
from tests.server.pages.test_every_page import PLACES
from tests.server.remote.test_switch import Silent

pytestmark = [
    pytest.mark.timeout(1_800),
    pytest.mark.skipif(not IS_NIGHTLY, reason="a release is published twice, for the night"),
]
MORE = ("/explore", "/search?q=devon", "/timeline?day=2015-01-01")
A_THING_A_CLASS = f"""SELECT ?class (MIN(?thing) AS ?first) WHERE {{
  ?thing a ?class FILTER STRSTARTS(STR(?thing), "{ID}")
}} GROUP BY ?class ORDER BY ?class"""
DEADLINE = 30.0
Engine = Callable[[Path], AbstractContextManager[Running]]


@pytest.mark.parametrize("engine", [oxigraph, virtuoso])
def test_every_page_reads_the_same(release: OpenRelease, tmp_path: Path, engine: Engine) -> None:
    things = {str(row[1]) for row in release.store.select(A_THING_A_CLASS).rows}
    places = [*PLACES, *MORE, *(f"/doc/{each.removeprefix(ID)}" for each in sorted(things))]
    with ExitStack() as opened:
        opened.enter_context(needed())
        running = opened.enter_context(engine(tmp_path / "data"))
        compared = publish(release.folder, (running.address,), Silent())
        here = opened.enter_context(serving(_store(release), workers=1, deadline=DEADLINE))
        there = opened.enter_context(_elsewhere(tmp_path, running.address))
        told = {each: _difference(_read(there, each), _read(here, each)) for each in places}

    assert compared.different == {}
    assert {place: lines for place, lines in told.items() if lines} == {}


@contextmanager
def _elsewhere(tmp_path: Path, address: str) -> Iterator[Served]:
    place = store_of(tmp_path, address)
    ensure_card(place)
    with serving(place, workers=1, deadline=DEADLINE) as service:
        yield service


def _store(release: OpenRelease) -> Path:
    return release.folder.parent.parent


def _read(service: Served, address: str) -> list[str]:
    """The status and the lines of a page, without where this service is."""
    answer = service.client.get(address, headers={"Accept": "text/html"}, follow_redirects=True)
    return [str(answer.status_code), *answer.text.replace(service.url, "").splitlines()]


def _difference(there: list[str], here: list[str]) -> list[str]:
    """The first lines that differ, of either; nothing where none do."""
    return next(
        ([*each] for each in zip_longest(there, here, fillvalue="") if len({*each}) > 1), []
    )
