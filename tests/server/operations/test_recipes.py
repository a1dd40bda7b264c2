"""What the service is run and watched by holds together with what it is."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from kg.errors import BadParameter
from server.operations.alerts import ALERTS, RUN_BOOKS
from server.operations.recipes import RECIPES, text
from server.operations.table import GROUPS, METRICS, PREFIX
from server.settings import SETTINGS
from tests.conftest import Served

ROOT = Path(__file__).resolve().parents[3]
ASKED = re.compile(rf"\b{PREFIX}(\w+?)(?:_bucket|_sum|_count)?(?![\w])")
HARDENED = {
    "DynamicUser": "yes", "NoNewPrivileges": "yes", "ProtectSystem": "strict",
    "ProtectHome": "yes", "PrivateTmp": "yes", "PrivateDevices": "yes",
    "CapabilityBoundingSet": "", "SystemCallFilter": "@system-service",
    "MemoryDenyWriteExecute": "yes", "RestrictSUIDSGID": "yes",
    "RestrictAddressFamilies": "AF_INET AF_INET6 AF_UNIX", "UMask": "0077",
    "StateDirectory": "coterminous", "Type": "notify",
}  # fmt: skip
SECRETS = [each.variable for each in SETTINGS if each.secret]


def test_every_recipe_is_told_and_no_other(capsys: pytest.CaptureFixture[str]) -> None:
    assert sorted(RECIPES) == ["alerts", "grafana", "oci", "systemd"]
    for name in RECIPES:
        assert text(name).endswith("\n")
    with pytest.raises(BadParameter, match="'docker' is not one of systemd, oci, alerts, grafana"):
        text("docker")


def directives(unit: str) -> list[tuple[str, str]]:
    lines = [line for line in unit.splitlines() if line and not line.startswith(("#", "["))]
    return [(name, value) for name, _, value in (line.partition("=") for line in lines)]


def test_the_unit_is_hardened_and_sets_what_there_is_to_set() -> None:
    told = directives(text("systemd"))

    assert {name: value for name, value in told if name in HARDENED} == HARDENED
    ours = [value.partition("=")[0] for name, value in told if name == "Environment"]
    named = {each for each in ours if each.startswith("COTERMINOUS_")}
    assert named <= {each.variable for each in SETTINGS}
    assert not named & set(SECRETS)
    assert dict(told)["ExecStart"].endswith("/bin/coterminous serve")


def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not installed")
    unit = tmp_path / "coterminous.service"
    unit.write_text(text("systemd").replace("/opt/coterminous/bin/coterminous", "/bin/true"))

    done = subprocess.run([analyze, "verify", unit], capture_output=True, text=True, check=False)

    assert [line for line in done.stderr.splitlines() if "coterminous" in line] == []


def instructions() -> list[tuple[str, str]]:
    whole = text("oci").replace("\\\n", " ")
    lines = [line for line in whole.splitlines() if line and not line.startswith("#")]
    return [(name, rest.strip()) for name, _, rest in (line.partition(" ") for line in lines)]


def test_the_image_is_pinned_runs_as_nobody_of_note_and_holds_no_secret() -> None:
    told = instructions()

    bases = [rest.split(" ")[0] for name, rest in told if name == "FROM"]
    assert len(bases) == 2
    assert all(re.fullmatch(r"python:\d+\.\d+\.\d+-slim-\w+", each) for each in bases)
    last = told[max(place for place, (name, _) in enumerate(told) if name == "FROM") :]
    assert [rest for name, rest in last if name == "USER"] == ["10001:10001"]
    assert [name for name, _ in last if name in ("RUN", "COPY", "ADD")] == ["RUN", "COPY"]
    after = [name for name, _ in last[[name for name, _ in last].index("USER") :]]
    assert not {"RUN", "COPY", "ADD"} & set(after)
    assert {"HEALTHCHECK", "ENTRYPOINT", "CMD", "VOLUME", "STOPSIGNAL", "EXPOSE"} <= set(after)
    words = " ".join(rest for _, rest in told)
    assert not [each for each in SECRETS if each in words]
    set_here = set(re.findall(r"COTERMINOUS_\w+", words))
    assert set_here <= {each.variable for each in SETTINGS}
    assert dict(last)["ENTRYPOINT"] == '["/opt/coterminous/bin/coterminous"]'
    assert json.loads(dict(last)["CMD"]) == ["serve"]


def test_the_image_has_a_python_that_the_project_takes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    told = {rest.split(" ")[0].split(":")[1].rsplit(".", 1)[0]
            for name, rest in instructions() if name == "FROM"}  # fmt: skip

    known = {each.rpartition(" ")[2] for each in project["classifiers"]}
    assert told <= known


@pytest.mark.timeout(280)
def test_the_commands_that_make_the_image_run_in_a_bare_environment(tmp_path: Path) -> None:
    # As the image does it, but in other folders, and with uv in place of pip, which has a cache.
    uv = shutil.which("uv")
    if uv is None:
        pytest.skip("uv is not installed")
    wheels, place = tmp_path / "wheels", tmp_path / "opt"
    subprocess.run([uv, "build", "-q", "--wheel", "--out-dir", wheels], cwd=ROOT, check=True)
    subprocess.run([uv, "venv", "-q", place], cwd=ROOT, check=True)
    pip = f"{place}/bin/python -m pip install --no-cache-dir --no-compile"
    ours = f"{uv} pip install -q --python {place}/bin/python"
    ran = []
    for name, rest in instructions()[: [name for name, _ in instructions()].index("FROM", 1)]:
        if name == "RUN" and "-m venv" not in rest:
            here = rest.replace("/opt/coterminous", str(place)).replace("/wheels", str(wheels))
            here = here.replace(pip, ours)
            subprocess.run(["sh", "-c", here], cwd=tmp_path, check=True)
            ran.append(rest.split(" ")[0])
    command = [str(place / "bin" / "coterminous"), "recipe"]
    for each in RECIPES:
        told = subprocess.run(
            [*command, each], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        assert told.stdout == text(each)

    assert [each.rpartition("/")[2] for each in ran] == ["python", "python", "coterminous"]


def test_every_metric_that_the_service_tells_is_in_the_table(served: Served) -> None:
    lines = served.client.get("/metrics").text.splitlines()
    told = {line.split(" ")[2]: line.split(" ", 3)[3] for line in lines if line[:6] == "# TYPE"}
    helped = {line.split(" ")[2]: line.split(" ", 3)[3] for line in lines if line[:6] == "# HELP"}

    known = {each.full: each for each in METRICS.values()}
    assert told == {name: known[name].kind for name in told}
    assert helped == {name: known[name].sentence for name in helped}
    elsewhere = {each.full for group in ("Engine elsewhere", "Releases of another service")
                 for each in GROUPS[group]}  # fmt: skip
    assert set(known) - set(told) == elsewhere  # which this service has nothing to tell of


def test_the_dashboard_draws_every_metric_and_none_that_there_is_not() -> None:
    panels = json.loads(text("grafana"))["panels"]
    asked = [target["expr"] for each in panels for target in each.get("targets", ())]

    assert {name for each in asked for name in ASKED.findall(each)} == set(METRICS)
    assert [each["title"] for each in panels if each["type"] == "row"] == list(GROUPS)
    assert len({each["id"] for each in panels}) == len(panels)
    places = [(each["gridPos"]["x"], each["gridPos"]["y"]) for each in panels]
    assert len(set(places)) == len(places)
    assert all(each["gridPos"]["x"] + each["gridPos"]["w"] <= 24 for each in panels)


def test_an_alert_asks_metrics_that_there_are() -> None:
    assert {each.name: sorted(each.metrics - set(METRICS)) for each in ALERTS} == {
        each.name: [] for each in ALERTS
    }
    assert [each.name for each in ALERTS if not each.metrics] == ["CoterminousDown"]
    assert {each.severity for each in ALERTS} == {"page", "ticket"}
    labels = {label for each in ALERTS for label in re.findall(r"[{,](\w+)=~?", each.expression)}
    assert labels <= {label for each in METRICS.values() for label in each.labels} | {"job"}


def test_the_rules_name_every_alert_once_with_its_section() -> None:
    rules = text("alerts")

    assert re.findall(r"- alert: (\w+)", rules) == [each.name for each in ALERTS]
    for each in ALERTS:
        assert f"expr: {json.dumps(each.expression)}" in rules
        assert f'runbook: "{RUN_BOOKS}#{each.name.lower()}"' in rules


def test_every_alert_has_a_section_in_the_run_books_that_says_three_things() -> None:
    page = (ROOT / "server" / "operations" / "run-books.md").read_text(encoding="utf-8")
    assert page.startswith("<!-- docs: how-to/run-books -->\n# ")
    sections = dict(re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))

    assert list(sections) == [each.name for each in ALERTS]
    for name, body in sections.items():
        told = re.findall(r"^\*\*(.+?)\*\*", body, re.MULTILINE)
        assert told == ["It means", "Look at", "Do"], name


def test_a_service_is_well_or_tells_why_not(served: Served) -> None:
    def health(*arguments: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "server", "health", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout.strip()

    url = served.url
    assert health(url) == (0, f"{url}: ready, release tiny")
    served.state.readers.is_closing = True
    assert health(url) == (1, f"{url}: being stopped")
    served.state.readers.is_closing = False
    code, told = health("http://127.0.0.1:9")
    assert (code, told.partition(" (")[0]) == (1, "http://127.0.0.1:9: no answer")
