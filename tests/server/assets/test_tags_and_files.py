"""What a page writes for an island, and how built files are sent."""

import gzip
import json
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from server.assets import files
from server.assets.tags import island, weight

MANIFEST = {
    "a/main.ts": {"file": "a-1.js", "imports": ["_b.js"], "css": ["a-1.css"], "isEntry": True},
    "_b.js": {"file": "b-2.js", "imports": ["_c.js"], "css": ["b-2.css"]},
    "_c.js": {"file": "c-3.js"},
    "d/main.tsx": {"file": "d-4.js", "isEntry": True},
}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "manifest.json").write_text(json.dumps(MANIFEST))
    for name in ("a-1.js", "a-1.css", "b-2.js", "b-2.css", "c-3.js", "d-4.js"):
        (tmp_path / name).write_text("/* x */" * 99)
        (tmp_path / f"{name}.gz").write_bytes(gzip.compress(b"/* x */" * 99, mtime=0))
    return tmp_path


def test_an_island_comes_with_its_styles_and_parts(built: Path) -> None:
    assert island("a", built).splitlines() == [
        '<link rel="stylesheet" href="/static/b-2.css">',
        '<link rel="stylesheet" href="/static/a-1.css">',
        '<link rel="modulepreload" href="/static/c-3.js">',
        '<link rel="modulepreload" href="/static/b-2.js">',
        '<script type="module" src="/static/a-1.js"></script>',
    ]
    assert island("d", built) == '<script type="module" src="/static/d-4.js"></script>'


def test_nothing_is_written_where_nothing_is_built(built: Path, tmp_path: Path) -> None:
    assert island("e", built) == island("a", tmp_path / "static") == ""
    assert weight("e", built) == {}


def test_an_island_weighs_what_a_page_loads_for_it(built: Path) -> None:
    each = (built / "a-1.js.gz").stat().st_size

    names = ["a-1.css", "a-1.js", "b-2.css", "b-2.js", "c-3.js"]
    assert weight("a", built) == dict.fromkeys(names, each)


@pytest.fixture
def client(built: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setattr(files, "BUILT", built)
    return TestClient(Starlette(routes=files.routes))


def test_a_built_file_is_kept_for_good_and_sent_small(client: TestClient) -> None:
    packed = client.get("/static/a-1.js", headers={"accept-encoding": "gzip"})
    plain = client.get("/static/a-1.js", headers={"accept-encoding": "identity"})

    assert packed.headers["content-encoding"] == "gzip"
    assert packed.text == plain.text == "/* x */" * 99
    for each in (packed, plain):
        assert each.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert each.headers["content-type"] == "text/javascript; charset=utf-8"
        assert each.headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("name", ["manifest.json", "a-1.js.gz", "none.js", "..%2fsettings.py", "."])
def test_nothing_else_is_sent(client: TestClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404
