"""What an origin offers is had whole or not at all, whatever becomes of the network."""

import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg.release.catalogue import Catalogue
from kg.release.feed.held import Held
from kg.release.feed.index import Index, Offer
from kg.release.feed.manifest import Manifest, UnreadableManifest
from kg.release.feed.offered import Offered
from kg.release.feed.origin import Origin, OriginFailed
from kg.release.feed.pull import Pulling
from kg.store.oxigraph import OxigraphStore
from tests.conftest import publish, tiny_statements
from tests.server.widened.faults import FINE, network

Files = ThreadingHTTPServer


class Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def setup(self) -> None:
        self.request.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        super().setup()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass


class Ranges(Quiet):
    def do_GET(self) -> None:
        asked = self.headers.get("Range", "").removeprefix("bytes=").removesuffix("-")
        path = Path(self.translate_path(self.path))
        if not asked:
            super().do_GET()
            return
        data = path.read_bytes()
        begin = int(asked)
        self.send_response(206)
        self.send_header("Content-Range", f"bytes {begin}-{len(data) - 1}/{len(data)}")
        self.send_header("Content-Length", str(len(data) - begin))
        self.end_headers()
        self.wfile.write(data[begin:])


@contextmanager
def serving_files(place: Path, kind: type[Quiet]) -> Iterator[Files]:
    """A server of static files over the folder `releases` of a store."""
    (place / "releases").mkdir(parents=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(kind, directory=str(place / "releases")))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def static(tmp_path: Path) -> Iterator[Files]:
    """One that knows no ranges."""
    with serving_files(tmp_path / "origin", Quiet) as server:
        yield server


def offer(place: Path, name: str, rows: int = 11, keep: int = 9) -> None:
    publish(place, name, tiny_statements()[:rows], keep=keep)
    Offered(Catalogue(place)).write()


def pulling(place: Path, server: Files, port: int = 0, **options: object) -> Pulling:
    address = f"http://127.0.0.1:{port or server.server_port}/"
    return Pulling(place, Origin(address, stall=0.5), **options)  # type: ignore[arg-type]


def triples(place: Path) -> int:
    return OxigraphStore.sealed(Catalogue(place).current() / "store").merged_size()


def test_any_server_of_static_files_is_an_origin(tmp_path: Path, static: Files) -> None:
    offer(tmp_path / "origin", "one")
    here = pulling(tmp_path / "here", static)

    first = here.once()
    assert (first.release, first.wanted, first.behind, first.linked) == ("one", "one", 0, 0)
    assert first.came > 100_000
    assert triples(tmp_path / "here") == 11

    again = here.once()
    assert (again.release, again.came, again.linked) == ("one", 0, 0)

    offer(tmp_path / "origin", "two", rows=3)
    second = here.once()
    assert (second.release, second.behind) == ("two", 0)
    assert second.linked > 10 * second.came  # most files of the first are those of the second
    assert triples(tmp_path / "here") == 3
    assert Catalogue(tmp_path / "here").names() == ["one", "two"]


@pytest.mark.parametrize("way", ["refuse", "cut", "truncate", "stall", "flip"])
def test_a_network_that_fails_leaves_what_is_here_and_all_is_well_when_it_is_back(
    tmp_path: Path, static: Files, way: str
) -> None:
    offer(tmp_path / "origin", "one")
    with network(static.server_port) as between:
        here = pulling(tmp_path / "here", static, between.port)
        here.once()
        offer(tmp_path / "origin", "two", rows=3)
        shutil.rmtree(tmp_path / "here" / "pulling")  # so that nothing of it can be linked
        # The index and the manifest come before that byte, so that it is one of a file.
        between.fault = (way, 150_000)

        fresh = pulling(tmp_path / "here", static, between.port)
        with pytest.raises((OriginFailed, UnreadableManifest)):
            fresh.once()
        assert between.broken
        assert Catalogue(tmp_path / "here").names() == ["one"]
        assert triples(tmp_path / "here") == 11

        between.fault = FINE
        assert fresh.once().release == "two"
        assert triples(tmp_path / "here") == 3


def test_what_has_come_of_a_file_is_not_fetched_again(tmp_path: Path) -> None:
    with (
        serving_files(tmp_path / "origin", Ranges) as files,
        network(files.server_port) as between,
    ):
        offer(tmp_path / "origin", "one")
        size = Manifest.of(tmp_path / "origin" / "releases" / "one").size
        here = pulling(tmp_path / "here", files, between.port)
        fails, at = 0, 200_000
        between.fault = ("cut", at)
        while True:
            try:
                came = here.once().came
                break
            except OriginFailed:
                fails += 1
        # Each time goes on where the one before it was cut off.
        assert fails >= size // at
        assert came < at


def test_a_file_that_is_not_what_the_manifest_says_is_never_switched_to(
    tmp_path: Path, static: Files
) -> None:
    offer(tmp_path / "origin", "one")
    folder = tmp_path / "origin" / "releases" / "one"
    table = max((folder / "store").glob("*.sst"), key=lambda each: each.stat().st_size)
    whole = table.read_bytes()
    table.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    here = pulling(tmp_path / "here", static)

    with pytest.raises(OriginFailed, match=rf"one/store/{table.name} has another digest$"):
        here.once()
    assert Catalogue(tmp_path / "here").names() == []

    table.write_bytes(whole)
    assert here.once().release == "one"


def test_a_file_here_that_has_changed_on_the_disk_is_fetched_and_not_linked(
    tmp_path: Path, static: Files
) -> None:
    offer(tmp_path / "origin", "one")
    here = pulling(tmp_path / "here", static)
    here.once()
    rotten = tmp_path / "here" / "releases" / "one" / "ontology" / "context.jsonld"
    rotten.write_bytes(b"x" + rotten.read_bytes()[1:])
    offer(tmp_path / "origin", "two", rows=3)

    with pytest.raises(OriginFailed, match=r"two/ontology/context.jsonld has another digest here$"):
        here.once()
    assert here.once().release == "two"


def test_only_the_release_that_is_pinned_is_taken(tmp_path: Path, static: Files) -> None:
    offer(tmp_path / "origin", "one")
    offer(tmp_path / "origin", "two", rows=3)
    first, second = Offered(Catalogue(tmp_path / "origin")).index().offers

    assert pulling(tmp_path / "here", static, pin=first.manifest).once().release == "one"
    with pytest.raises(OriginFailed, match=r"it does not offer what is pinned$"):
        pulling(tmp_path / "here", static, pin="0" * 64).once()
    assert pulling(tmp_path / "here", static, pin=second.manifest).once().release == "two"


def test_old_releases_are_removed_but_not_under_their_readers(
    tmp_path: Path, static: Files
) -> None:
    here = pulling(tmp_path / "here", static, keep=2)
    offer(tmp_path / "origin", "r1")
    here.once()
    held = Held(tmp_path / "here" / "releases" / "r1")
    for number in (2, 3, 4, 5):
        offer(tmp_path / "origin", f"r{number}", rows=number)
        here.once()
    assert Catalogue(tmp_path / "here").names() == ["r1", "r4", "r5"]

    held.release()
    here.once()
    assert Catalogue(tmp_path / "here").names() == ["r4", "r5"]
    assert sorted(each.name for each in (tmp_path / "here" / "pulling").iterdir()) == [
        "lock", "r4.json", "r5.json",
    ]  # fmt: skip


def test_it_tells_by_how_many_releases_it_is_behind(tmp_path: Path, static: Files) -> None:
    offer(tmp_path / "origin", "r1")
    with network(static.server_port) as between:
        here = pulling(tmp_path / "here", static, between.port)
        here.once()
        offer(tmp_path / "origin", "r2", rows=2)
        offer(tmp_path / "origin", "r3", rows=3)
        between.fault = ("cut", 3_000)  # behind the index
        with pytest.raises(OriginFailed):
            here.once()

        assert (here.state().release, here.state().wanted, here.state().behind) == ("r1", "r3", 2)


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("../../current", "'../../current' is no place in a release"),
        ("/etc/passwd", "'/etc/passwd' is no place in a release"),
        ("store/..", "'store/..' is no place in a release"),
        ("remote.json", "'remote.json' is no place in a release"),
    ],
)
def test_a_manifest_leads_nowhere_else(path: str, told: str) -> None:
    text = b'{"release": "r1", "files": [{"path": "%s", "bytes": 1, "sha256": "%s"}]}'

    with pytest.raises(UnreadableManifest) as caught:
        Manifest.read(text % (path.encode(), b"0" * 64))
    assert str(caught.value) == told


def test_what_is_no_index_is_told_as_such() -> None:
    for text, told in {
        b"<html>": "it is no JSON",
        b"[]": "it is no JSON object",
        b"{}": "it lists no releases",
        b'{"current": "r9", "releases": []}': "its current release 'r9' is not among them",
    }.items():
        with pytest.raises(UnreadableManifest) as caught:
            Index.read(text)
        assert str(caught.value) == told


def test_an_index_is_read_as_it_was_written() -> None:
    index = Index("r1+2", (Offer("r1+2", "2026-01-01", "sha256:0", 5, "0" * 64),))

    assert Index.read(index.text()) == index


def test_a_manifest_that_was_left_empty_is_made_anew(tmp_path: Path) -> None:
    publish(tmp_path, "r1", tiny_statements())
    whole = Offered(Catalogue(tmp_path)).index()
    (tmp_path / "releases" / "r1.json").write_bytes(b"")

    assert Offered(Catalogue(tmp_path)).index() == whole


def test_a_manifest_that_is_too_deep_is_told_as_none() -> None:
    with pytest.raises(UnreadableManifest, match="it is no JSON"):
        Manifest.read(b"[" * 100_000)
