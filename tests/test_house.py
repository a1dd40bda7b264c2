"""The rules of the house that no linter knows."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("kg", "server", "ontology", "queries", "tests")
SPARQL = re.compile(r"\b(SELECT|CONSTRUCT|ASK|DESCRIBE|INSERT|DELETE)\b[\s\S]*(\{|\bWHERE\b)")
ALL_SUFFIXES = (".py", ".toml", ".md", ".ttl", ".rq", ".graphql", ".csv", ".html", ".css", ".json")
MAY_HOLD_SPARQL = (
    "server/graphql/render", "kg/validate/shapes", "kg/search/", "kg/rewriting/",
    "kg/store/readmodel/", "kg/store/remote/", "tests/",
)  # fmt: skip
ALSO = (
    "server/sparql/description.py",
    "kg/questions/bind.py",
    "kg/store/oxigraph.py",
    "kg/store/writable.py",
)


def tracked(*suffixes: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = [ROOT / name for name in listed.stdout.splitlines()]
    return [path for path in paths if path.is_file() and path.suffix in suffixes]


def strings(path: Path) -> Iterator[tuple[int, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from () if id(node) in docstrings else ((node.lineno, node.value),)


def test_the_floors_and_the_doors_hold() -> None:
    # In a process of its own: the linter imports what it lints.
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stdout


def test_no_code_file_is_longer_than_300_lines() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in tracked(".py", ".ts")
    }

    assert {name: lines for name, lines in lengths.items() if lines > 300} == {}


def test_sparql_is_written_only_where_it_belongs() -> None:
    elsewhere = [
        f"{name}:{line}"
        for path in tracked(".py")
        if not (name := path.relative_to(ROOT).as_posix()).startswith(MAY_HOLD_SPARQL)
        and name not in ALSO
        for line, text in strings(path)
        if SPARQL.search(text)
    ]

    assert elsewhere == []


def test_no_machine_path_and_no_package_registry_is_named() -> None:
    registries = ["pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "npmjs" + ".com",
                  "deb.debian" + ".org"]  # fmt: skip
    paths = [" /" + "work/", '"/' + "work/", "/" + "root/", '"/' + "home/", " /" + "home/"]
    kinds = (".py", ".toml", ".md", ".ttl", ".rq", ".graphql", ".csv", ".html", ".css", ".json",
             ".jsonld", ".ts", "")  # fmt: skip

    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in tracked(*kinds)
        for word in registries + paths
        if word in path.read_text(encoding="utf-8", errors="ignore")
    ]

    assert found == []


def test_the_top_level_holds_what_it_should_and_nothing_else() -> None:
    tops = {path.relative_to(ROOT).parts[0] for path in tracked(*ALL_SUFFIXES)}

    plain = {name for name in tops if not name.startswith(".")}
    assert plain == {"README.md", "pyproject.toml", *PACKAGES}


def test_every_error_has_a_code_of_its_own_and_words_of_its_own() -> None:
    source = (ROOT / "kg" / "errors.py").read_text(encoding="utf-8")
    codes = re.findall(r'^    code(?:: ClassVar\[str\])? = "([a-z-]+)"$', source, re.MULTILINE)

    assert len(codes) == len(set(codes)) == source.count("\nclass ")


def test_versions_are_bounded_and_resolution_repeats() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    loose = [each for each in project["project"]["dependencies"] if ">=" not in each]
    assert loose == []
    assert project["tool"]["uv"]["exclude-newer"]
    assert project["project"]["license"] == "Apache-2.0"
    assert "uv.lock" in (ROOT / ".gitignore").read_text(encoding="utf-8").split()


def test_every_command_that_the_readme_prints_exists() -> None:
    import_module("server.commands")  # adds its own to those of kg
    from kg.cli.commands import Commands

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"coterminous (\w+)", text))

    assert named - set(Commands()) == set()


def test_every_folder_of_data_says_where_it_comes_from_and_under_which_licence() -> None:
    folders = {path.parent for path in tracked(".csv", ".ttl") if "data" in path.parts}
    silent = [
        str(folder.relative_to(ROOT))
        for folder in folders
        if not (folder / "README.md").exists()
        or "icence" not in (folder / "README.md").read_text(encoding="utf-8")
    ]

    assert silent == []


def test_the_context_is_json() -> None:
    text = (ROOT / "ontology" / "context.jsonld").read_text(encoding="utf-8")

    assert "@context" in json.loads(text)


def test_every_file_that_the_readmes_point_to_exists() -> None:
    missing = [
        f"{path.relative_to(ROOT)}: {link}"
        for path in tracked(".md")
        for link in re.findall(r"\]\((?!https?:|/)([^)#]+)\)", path.read_text(encoding="utf-8"))
        if not (path.parent / link).exists()
    ]

    assert missing == []
