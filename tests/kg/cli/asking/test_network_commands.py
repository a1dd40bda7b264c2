"""The commands about networks as a person types them, over the shipped release."""

import io
import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import networkx as nx
import pytest

from tests.kg.cli.terminal import typed

coterminous = partial(typed, COLUMNS="200")


def test_interlocks_of_a_day_are_printed_with_their_coverage_and_what_sources_counted() -> None:
    done = coterminous("interlocks", "--on", "2018-11-01")

    assert done.returncode == 0, done.stderr
    assert "Adam Doyle" in done.stdout
    assert "of the 195 bodies that stood on 2018-11-01" in done.stdout
    assert "Health Service Journal: 58% of CCGs shared an accountable officer" in done.stdout


def test_interlocks_as_json_hold_groups_and_counts() -> None:
    found = json.loads(coterminous("interlocks", "--on", "2018-11-01", "--json").stdout)

    assert found["standing"] == 195
    assert sum(len(each["bodies"]) for each in found["groups"]) == found["carried"]["bodies"]


@pytest.mark.parametrize(
    ("option", "told"),
    [("--mergers", "which is not to say"), ("--longest", "Fiona Taylor"), ("--bridges", "Adam")],
)
def test_interlocks_tell_of_mergers_of_the_longest_and_of_bridges(option: str, told: str) -> None:
    done = coterminous("interlocks", option)

    assert done.returncode == 0, done.stderr
    assert told in done.stdout
    assert json.loads(coterminous("interlocks", option, "--json").stdout)


def test_interlocks_without_a_day_ask_for_one() -> None:
    done = coterminous("interlocks")

    assert done.returncode == 1
    assert "Give one, as in --on 2018-11-01." in done.stderr


def test_a_path_is_told_hop_by_hop_with_its_evidence() -> None:
    done = coterminous("path", "id:organisation/05G/ccg", "id:person/marcus-warnes", "--most", "1")

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 hop\n  Marcus Warnes was chief officer of NHS North")
    assert "kg/data/editorial/officers.csv" in done.stdout


def test_a_path_by_evidence_on_a_day_through_some_relations_is_json_for_programs() -> None:
    done = coterminous(
        "path", "id:organisation/05G/ccg", "id:organisation/05W/ccg", "--by", "evidence",
        "--on", "2018-11-01", "--through", "Interlock", "--json",
    )  # fmt: skip

    found = json.loads(done.stdout)
    assert [hop["term"] for hop in found["paths"][0]["hops"]] == ["Interlock"]
    assert found["wish"]["through"] == ["Interlock"]
    assert found["note"] is None


def test_a_way_to_order_paths_that_there_is_not_is_named() -> None:
    done = coterminous("path", "26A", "15N", "--by", "beauty")

    assert done.returncode == 1
    assert "'beauty' is not length or evidence" in done.stderr


def test_a_network_is_measured() -> None:
    done = coterminous("measures", "officers", "--on", "2018-11-01", "--first", "3")

    assert done.returncode == 0, done.stderr
    assert "nodes" in done.stdout
    found = json.loads(coterminous("measures", "officers", "--on", "2018-11-01", "--json").stdout)
    assert len(found["measures"]) == found["nodes"]


def test_a_network_is_exported_to_a_file_and_to_the_terminal(tmp_path: Path) -> None:
    place = tmp_path / "lineage.graphml"

    done = coterminous("export", "lineage", "--to", str(place))

    assert (done.returncode, done.stdout) == (0, "")
    printed = coterminous("export", "lineage").stdout
    assert nx.read_graphml(io.BytesIO(printed.encode())).size() == nx.read_graphml(place).size()


def test_an_unknown_view_and_an_unknown_format_are_named() -> None:
    assert "Did you mean 'officers'" in coterminous("measures", "oficers").stderr
    assert "'png' is not one of" in coterminous("export", "lineage", "-f", "png").stderr


def test_networkx_is_loaded_by_nobody_who_does_not_ask_for_a_network() -> None:
    code = "import sys, kg.cli.main; print('networkx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
