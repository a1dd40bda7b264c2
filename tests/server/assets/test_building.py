"""The front end of a checkout is built once, again where its source changed, and never half."""

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from server.assets.building import SOURCE, digest, ensure_built, is_built

MAKE = """
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
const out = process.argv.at(-1);
mkdirSync(out);
writeFileSync(`${out}/a-1.js`, readFileSync("a.txt", "utf8").repeat(99));
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A front end whose build needs no packages."""
    if not shutil.which("npm"):
        pytest.skip("no npm on the path")
    place = tmp_path / "web"
    place.mkdir()
    package = {"name": "a", "version": "1.0.0", "type": "module", "scripts": {"build": "node a.js"}}
    lock = {**package, "lockfileVersion": 3, "packages": {"": {"name": "a", "version": "1.0.0"}}}
    (place / "package.json").write_text(json.dumps(package))
    (place / "package-lock.json").write_text(json.dumps(lock))
    (place / "a.js").write_text(MAKE)
    (place / "a.txt").write_text("one")
    return place


def test_it_is_built_once_and_again_after_a_change(source: Path, tmp_path: Path) -> None:
    built, said = tmp_path / "static", list[str]()

    assert [ensure_built(said.append, source, built) for _ in range(2)] == [True, True]
    assert said == ["Building the front end …"]
    packed = (built / "a-1.js.gz").read_bytes()
    assert gzip.decompress(packed) == (built / "a-1.js").read_bytes() == b"one" * 99

    (source / "a.txt").write_text("two")
    assert not is_built(source, built)
    assert ensure_built(said.append, source, built)
    assert (built / "a-1.js").read_bytes() == b"two" * 99


def test_a_build_that_fails_is_told_and_leaves_what_was_there(source: Path, tmp_path: Path) -> None:
    built, said = tmp_path / "static", list[str]()
    ensure_built(said.append, source, built)
    (source / "a.js").write_text("console.error('no such thing'); process.exit(3)")

    assert not ensure_built(said.append, source, built)

    assert said[-1].startswith("The front end is not built; the pages work without it.")
    assert "ended with 3" in said[-1]
    assert "no such thing" in said[-1]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["static", "web"]
    assert (built / "a-1.js").read_bytes() == b"one" * 99


def test_without_node_and_uv_it_says_what_is_wanted(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    said: list[str] = []

    assert not ensure_built(said.append, source, tmp_path / "static")

    assert said[-1] == (
        "The front end is not built: that takes npm with Node 20.19, or 22.12 and newer, or uv on "
        "the path. The pages work without it. Install one of them and start again."
    )


def test_an_installed_wheel_builds_nothing(tmp_path: Path) -> None:
    said: list[str] = []

    assert not ensure_built(said.append, tmp_path / "web", tmp_path / "static")
    (tmp_path / "static").mkdir()
    assert ensure_built(said.append, tmp_path / "web", tmp_path / "static")
    assert said == []


def test_what_is_installed_or_told_to_people_is_no_source(source: Path) -> None:
    before = digest(source)

    (source / "node_modules").mkdir()
    (source / "node_modules" / "b.js").write_text("b")
    (source / "README.md").write_text("b")
    assert digest(source) == before
    (source / "b.ts").write_text("b")
    assert digest(source) != before


def test_the_lock_file_names_no_host_and_every_package_by_its_content() -> None:
    text = (SOURCE / "package-lock.json").read_text(encoding="utf-8")
    packages = json.loads(text)["packages"]
    packages.pop("")

    assert re.findall(r'"resolved"|registry', text) == []
    assert [name for name, each in packages.items() if "integrity" not in each] == []
    assert "omit-lockfile-registry-resolved=true" in (SOURCE / ".npmrc").read_text()


def test_versions_are_exact() -> None:
    package = json.loads((SOURCE / "package.json").read_text())
    wanted = package["dependencies"] | package["devDependencies"]

    assert {name: each for name, each in wanted.items() if not re.fullmatch(r"[\d.]+", each)} == {}


def test_the_scripts_are_sound_typescript() -> None:
    compiler = SOURCE / "node_modules" / "typescript" / "bin" / "tsc"
    node = shutil.which("node")
    if not (node and ensure_built(print) and compiler.exists()):
        pytest.skip("no node on the path")

    done = subprocess.run(
        [node, str(compiler), "--noEmit"], cwd=SOURCE, capture_output=True, text=True, check=False
    )

    assert done.stdout == ""
