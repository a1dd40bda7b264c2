"""Clients of SPARQL that people use ask and write, and see what they have written."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.clients.node import Workshop

HERE = Path(__file__).parent
CLIENTS = ("SPARQLWrapper==2.0.0", "rdflib==7.6.0")
JARS = Path(os.environ.get("COTERMINOUS_JARS") or "/usr/share/java")
"""Where Debian's package `libapache-jena-java` and what it needs are."""
CLASSPATH = """
jena-cmds jena-arq jena-core jena-base jena-iri jena-shacl jena-shex jena-tdb jena-tdb2
jena-dboe-base jena-dboe-storage jena-dboe-transaction jena-dboe-index jena-dboe-trans-data
jena-rdfconnection slf4j-api slf4j-simple guava thrift commons-lang3 commons-cli
commons-codec commons-csv commons-io commons-compress gson jackson-core jackson-databind
jackson-annotations jsonld-java titanium-json-ld jakarta.json-api protobuf httpclient
httpcore commons-logging dexx.collection xercesImpl xml-apis-ext
"""


@pytest.mark.parametrize("client", ["wrapper", "store"])
def test_python_clients_ask_and_write(
    client: str, told: dict[str, Any], answers: dict[str, Any]
) -> None:
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        pytest.skip("there is no uv, which installs the clients in an environment of their own")
    python = [uv, "run", "--quiet", "--isolated", "--no-project"]
    python += [part for each in CLIENTS for part in ("--with", each)] + ["python"]
    installed = run([*python, "-c", "import SPARQLWrapper"])
    if installed.returncode:
        pytest.skip(f"they cannot be installed: {installed.stderr.strip().splitlines()[-1]}")

    done = run([*python, "-W", "ignore", str(HERE / "asks.py")], told | {"client": client})

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == answers


def test_comunica_asks_and_writes(
    comunica: Workshop, told: dict[str, Any], answers: dict[str, Any]
) -> None:
    assert comunica.asked("comunica.mjs", told) == answers


def test_curl_asks_and_writes(
    told: dict[str, Any], answers: dict[str, Any], tmp_path: Path
) -> None:
    if shutil.which("curl") is None:
        pytest.skip("there is no curl")
    curl = ["curl", "--silent", "--show-error", "--fail-with-body"]
    token = ["--oauth2-bearer", told["token"]]
    turtle = tmp_path / "a.ttl"
    turtle.write_text("<urn:s> <urn:p> 'sent' .\n", encoding="utf-8")
    place = f"{told['store']}/of-curl"

    wrote = run([*curl, *token, "--data-urlencode", f"update={told['insert']}", told["update"]])
    put = run([*curl, *token, "-T", str(turtle), "-H", "Content-Type: text/turtle", place])
    asked = run(
        [*curl, "-G", "-H", "Accept: text/csv", "--data-urlencode", f"query={told['select']}",
         told["query"]]
    )  # fmt: skip
    given = run([*curl, "-H", "Accept: application/n-triples", place])

    assert json.loads(wrote.stdout)["added"] == 1
    assert (put.returncode, put.stdout) == (0, "")
    assert sorted(asked.stdout.splitlines()[1:]) == answers["select"]
    assert given.stdout == '<urn:s> <urn:p> "sent" .\n'


def test_jena_asks_and_writes(
    told: dict[str, Any], answers: dict[str, Any], tmp_path: Path
) -> None:
    if shutil.which("java") is None or not (JARS / "jena-cmds.jar").exists():
        pytest.skip("there is no java, or no jena-cmds.jar of Debian's libapache-jena-java")
    jars = [f"{JARS}/{each}.jar" for each in CLASSPATH.split()]
    place = os.pathsep.join([str(messages(tmp_path)), *jars])
    java = ["java", "-cp", place]
    update = told["update"].replace("://", f"://any:{told['token']}@")

    wrote = run([*java, "arq.rupdate", f"--service={update}", told["insert"]])
    asked = run(
        [*java, "arq.rsparql", f"--service={told['query']}", "--results=CSV", told["select"]]
    )
    truth = run([*java, "arq.rsparql", f"--service={told['query']}", "--results=CSV", told["ask"]])

    assert wrote.returncode == 0, wrote.stderr
    assert sorted(asked.stdout.splitlines()[1:]) == answers["select"], asked.stderr
    assert "true" in truth.stdout, truth.stderr


def messages(folder: Path) -> Path:
    """The messages of Xerces where Debian's packages make Jena look for them."""
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if "/jena/ext/xerces/" in name and name.endswith(".properties"):
                path = folder / "xerces" / name.partition("/ext/xerces/")[2]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(jar.read(name))
    return folder


def run(command: list[str], told: object = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, input=json.dumps(told), capture_output=True, text=True, check=False, timeout=200
    )
