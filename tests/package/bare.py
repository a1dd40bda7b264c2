"""A wheel in a bare environment: it serves without Node, and answers at each of its doors.

    python -m tests.package.bare dist/coterminous-….whl

tells how many seconds after the install each answer was there, as JSON, and fails if one is wrong.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2

GRAPHQL = '{ organisation(id: "organisation/26A/ccg") { name } }'
SPARQL = "PREFIX cot: <https://w3id.org/coterminous/def#> ASK { ?body cot:odsCode '26A' }"


def main(wheel: Path) -> dict[str, float]:
    """Install the wheel, serve from it, ask; the seconds of each step after the install."""
    with tempfile.TemporaryDirectory() as place:
        bare = Path(place)
        python = installed(wheel, bare)
        began = time.monotonic()
        seconds = {}
        with serving(python, bare) as url, httpx2.Client(base_url=url, timeout=30) as client:
            seconds["listens"] = time.monotonic() - began
            for name, ask in (("graphql", graphql), ("sparql", sparql), ("pages", pages)):
                ask(client)
                seconds[name] = time.monotonic() - began
        return {name: round(each, 1) for name, each in seconds.items()}


def installed(wheel: Path, bare: Path) -> Path:
    """The interpreter of a new environment that has the wheel and what it needs, nothing else."""
    python = bare / "env" / "bin" / "python"
    subprocess.run(["uv", "venv", "--quiet", "--python", sys.executable, bare / "env"], check=True)
    # An editable install on the path would hide a wheel that lacks something.
    subprocess.run(["uv", "pip", "install", "--quiet", "--python", python, wheel], check=True)
    return python


@contextmanager
def serving(python: Path, bare: Path) -> Iterator[str]:
    """The address of the service, on a path that has neither Node nor uv, in an empty folder."""
    (bare / "bin").mkdir()
    (bare / "home").mkdir()
    kept = {name: os.environ[name] for name in ("LANG", "TMPDIR") if name in os.environ}
    environment = kept | {"PATH": str(bare / "bin"), "HOME": str(bare / "home")}
    command = [str(python.parent / "coterminous"), "--port", "0", "--workers", "1"]
    with subprocess.Popen(
        command, cwd=bare, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as process:  # fmt: skip
        try:
            yield _address(process)
        finally:
            process.terminate()
            process.wait(20)


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line)
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found[0]
    raise RuntimeError("".join(lines))


def graphql(client: httpx2.Client) -> None:
    """One question in GraphQL."""
    told: Any = client.post("/graphql", json={"query": GRAPHQL}).json()
    if told.get("data", {}).get("organisation", {}).get("name") != "NHS Norfolk and Waveney CCG":
        raise RuntimeError(f"GraphQL: {told}")


def sparql(client: httpx2.Client) -> None:
    """One question in SPARQL."""
    headers = {"Accept": "application/sparql-results+json"}
    told: Any = client.get("/sparql", params={"query": SPARQL}, headers=headers).json()
    if told["boolean"] is not True:
        raise RuntimeError(f"SPARQL: {told}")


def pages(client: httpx2.Client) -> None:
    """The first page, its style, and each script of the built front end that it asks for."""
    page = client.get("/", headers={"Accept": "text/html"}).raise_for_status().text
    scripts = re.findall(r'<script[^>]+src="([^"]+)"', page)
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    if not scripts or not styles:
        raise RuntimeError("the first page asks for no script, or for no style")
    for each in (*scripts, *styles):
        client.get(each).raise_for_status()


if __name__ == "__main__":
    if not shutil.which("uv"):
        sys.exit("uv is needed to make an environment")
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]).resolve())) + "\n")
