"""A release in a notebook, over the shipped one."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg import open_release
from kg.errors import BadParameter, BadQuery, UnknownRelease, UnknownThing
from kg.model.names import ID, PREFIXES
from kg.release.build import ensure
from kg.release.notebook import Notebook, NotInstalled
from kg.settings import store_folder

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def shipped() -> Notebook:
    ensure(store_folder())
    return open_release()


def test_a_question_gives_rows_of_python_values(shipped: Notebook) -> None:
    [row] = shipped.ask("people/sharing-count", on=date(2018, 11, 1), carry=0)
    assert {name: type(value) for name, value in row.items()} == {"ccgs": int, "officers": int}

    merged = shipped.ask("mergers/completed")[0]
    assert {type(value) for value in merged.values()} >= {str, date}


def test_triples_are_a_graph_of_rdflib_that_writes_and_asks_them(shipped: Notebook) -> None:
    prefix = f"PREFIX cot: <{PREFIXES['cot']}>"
    names = f"{prefix} CONSTRUCT WHERE {{ <{ID}organisation/26A/ccg> cot:odsCode ?a }}"

    graph = shipped.rdf(names)

    assert graph.serialize(format="turtle") == (
        f'@prefix cot: <{PREFIXES["cot"]}> .\n\n<{ID}organisation/26A/ccg> cot:odsCode "26A" .\n\n'
    )
    assert [str(each) for each in graph.objects()] == ["26A"]
    with pytest.raises(BadQuery):
        shipped.rdf("SELECT * {}")


def test_a_thing_is_meant_by_its_name_its_code_or_its_identifier(shipped: Notebook) -> None:
    there = f"{ID}person/helen-hirst"

    assert shipped.thing("Helen Hirst") == shipped.thing("id:person/helen-hirst") == there
    assert shipped.thing("26A", on="2021-01-01") == f"{ID}organisation/26A/ccg"
    with pytest.raises(BadParameter, match="'26A' may be 2 things") as raised:
        shipped.thing("26A")
    assert "organisation/26A/sub-icb-location" in raised.value.hint
    with pytest.raises(UnknownThing):
        shipped.thing("id:person/nobody")


def test_a_lineage_is_asked_for_by_any_code_or_name(shipped: Notebook) -> None:
    found = shipped.lineage("NHS Slough CCG")

    assert found.of.code == "10T"
    assert found.forward[0][0].day == "2018-04-01"
    assert shipped.lineage("10T").json() == found.json()
    with pytest.raises(BadParameter, match="'26A' has meant 2 bodies") as raised:
        shipped.lineage("26A")
    assert raised.value.hint == ("Give organisation/26A/ccg or organisation/26A/sub-icb-location.")
    with pytest.raises(UnknownThing) as unknown:
        shipped.lineage("Leedz CCG")
    assert "NHS Leeds CCG (15F)" in unknown.value.hint
    assert [each.body.code for each in shipped.replaced("26A", kind="ccg").successors] == ["T6Y0W"]


def test_a_view_is_rows_for_a_frame(shipped: Notebook) -> None:
    view = shipped.view("lineage")
    edges, nodes = view.edges, view.nodes

    assert len(edges) == view.graph.number_of_edges()
    assert {each["id"] for each in nodes} == set(view.graph)
    assert {each["target"] for each in edges} <= {each["id"] for each in nodes}


def test_paths_are_asked_for_by_name(shipped: Notebook) -> None:
    found = shipped.paths("Marcus Warnes", "id:organisation/05W/ccg", most=1, through=["Tenure"])

    assert [hop.term for hop in found.paths[0].hops] == ["Tenure"]
    assert found.paths[0].hops[0].sources


def test_networks_are_made_once(shipped: Notebook) -> None:
    assert shipped.interlocks("2018-11-01") is shipped.interlocks("2018-11-01")
    assert shipped.view("officers").graph is shipped.view("officers").graph
    assert shipped.mergers() is shipped.mergers()
    assert shipped.measures("officers", "2018-11-01").view == "officers"
    assert shipped.bridges("2018-11-01")[0].betweenness > 0


def test_it_says_which_release_it_is_and_what_can_be_asked(shipped: Notebook) -> None:
    assert repr(shipped) == f"<release {shipped.name}, {shipped.release.info.triples:,} triples>"
    assert shipped.questions["people/sharing-count"].startswith("How many CCGs shared")


def test_a_data_frame_takes_pandas_and_says_so(
    shipped: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)  # as if it were not installed

    with pytest.raises(NotInstalled, match="A data frame takes the package 'pandas'") as raised:
        shipped.frame("people/sharing-count")

    assert "uv add pandas" in raised.value.hint


def test_a_data_frame_has_a_column_for_each_of_the_answer(shipped: Notebook) -> None:
    pytest.importorskip("pandas", reason="pandas is not installed")

    frame: Any = shipped.frame("people/sharing-count")

    assert list(frame.columns) == ["ccgs", "officers"]


def test_a_release_that_never_was_is_named(shipped: Notebook) -> None:
    with pytest.raises(UnknownRelease, match="No release is named 'r0'"):
        open_release("r0")


def test_importing_the_package_opens_nothing() -> None:
    code = "import sys, kg; print([each for each in sys.modules if each.startswith('kg.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n"
    with pytest.raises(ImportError, match="cannot import name 'nothing'"):
        exec("from kg import nothing", {})


def test_the_example_of_the_documentation_runs_without_pandas(shipped: Notebook) -> None:
    page = (ROOT / "kg" / "analysis" / "check-and-compare.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```python\n(.*?)```", page, re.DOTALL)

    names: dict[str, Any] = {}
    # Without pandas: a frame's question is asked, and of a view's rows it is enough that they are.
    plain = example.replace("graph.frame(graph", "list(graph").replace("graph.frame", "graph.ask")
    exec(plain, names)

    assert names["graph"].name == shipped.name
