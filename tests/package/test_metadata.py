"""What the package says of itself."""

import tomllib
from importlib.metadata import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_package_says_that_it_is_typed() -> None:
    shipped = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]

    assert shipped == ["kg", "server", "ontology", "queries"]
    assert [each for each in shipped if not (ROOT / each / "py.typed").is_file()] == []


def test_each_python_that_it_runs_on_is_named() -> None:
    told = metadata("coterminous").get_all("Classifier") or []

    versions = [each.rpartition(" :: ")[2] for each in told if " :: Python :: 3." in each]
    assert versions == ["3.11", "3.12", "3.13", "3.14"]
    assert metadata("coterminous")["Requires-Python"] == ">=3.11"


def test_its_licence_is_one_of_spdx() -> None:
    assert metadata("coterminous")["License-Expression"] == "Apache-2.0"


def test_the_built_front_end_is_in_it_and_its_source_is_not() -> None:
    build = PROJECT["tool"]["hatch"]["build"]

    assert "server/static/**" in build["artifacts"]
    assert "server/web" in build["targets"]["wheel"]["exclude"]
