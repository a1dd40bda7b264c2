"""`lineage`, `replaced`, `recode`, `crosswalk` and `coterminosity`, as a person types them."""

import csv
import json
from functools import partial
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

from tests.kg.cli.terminal import typed

coterminous = partial(typed, COLUMNS="100")


def test_what_replaced_a_body_is_told_in_a_sentence() -> None:
    done = coterminous("replaced", "NHS Norfolk & Waveney CCG", "--on", "2023-01-01")

    assert done.returncode == 0, done.stderr
    told = " ".join(done.stdout.split())
    assert told.startswith(
        "On 1 January 2023, NHS Norfolk and Waveney ICB (QMM) stood in the place of NHS Norfolk "
        "and Waveney CCG (26A), as far as is known."
    )


def test_a_code_of_two_bodies_gives_options_and_exits_with_1() -> None:
    done = coterminous("replaced", "26A")

    assert done.returncode == 1
    assert "Say which: '26A CCG' or '26A sub-ICB location'." in done.stdout
    assert coterminous("replaced", "26A sub-ICB location").returncode == 0


def test_an_unknown_name_gives_near_ones_and_exits_with_1() -> None:
    done = coterminous("replaced", "Leedz CCG", "--json")

    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert (told["outcome"], told["successors"]) == ("unknown", [])
    assert "NHS Leeds CCG (15F)" in told["near"]


def test_a_lineage_is_written_as_json_svg_and_graphml() -> None:
    told = json.loads(coterminous("lineage", "26A ccg", "-f", "json").stdout)
    svg = ElementTree.fromstring(coterminous("lineage", "26A ccg", "-f", "svg").stdout)
    graph = ElementTree.fromstring(coterminous("lineage", "26A ccg", "-f", "graphml").stdout)

    assert told["of"].endswith("/26A/ccg")
    assert len(told["back"]) == 5
    assert svg.tag.endswith("}svg")
    assert graph.tag.endswith("}graphml")


def test_a_lineage_of_what_is_several_bodies_or_none_exits_with_1() -> None:
    several, nothing = coterminous("lineage", "26A"), coterminous("lineage", "Leedz CCG")

    assert (several.returncode, nothing.returncode) == (1, 1)
    assert "Say which: '26A CCG' or '26A sub-ICB location'." in several.stderr
    assert "Nothing is known by 'Leedz CCG'." in nothing.stderr


def test_a_table_is_put_on_the_bodies_of_a_day_with_a_summary_beside_it(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("org,year,n\n02N,2019,10\nXXX,2019,1\n", encoding="utf-8")
    asked = ("recode", str(source), "--to", "2024-04-01", "--code", "org", "--period", "year",
             "--value", "n")  # fmt: skip

    done = coterminous(*asked)
    kept = coterminous(*asked, "--out", str(tmp_path / "out.csv"))

    assert (done.returncode, kept.returncode) == (3, 3)
    rows = list(csv.DictReader(StringIO(done.stdout)))
    assert [(each["to_code"], each["n_recoded"]) for each in rows] == [("QWO", "10"), ("", "")]
    assert "2 rows on the bodies of 2024-04-01: 1 placed, 0 split" in done.stderr
    assert "1 × no body is known by the code XXX" in done.stderr
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == done.stdout


def test_a_table_without_the_column_is_refused_with_its_line(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("org,n\n02N,10\n", encoding="utf-8")

    done = coterminous("recode", str(source), "--to", "2024-04-01", "--code", "code")

    assert done.returncode == 1
    assert f"{source}:1: it has no column 'code'" in done.stderr.replace("\n", "")
    assert done.stdout == ""


def test_the_crosswalk_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "crosswalk.csv"

    done = coterminous("crosswalk", str(path))

    assert done.returncode == 0, done.stderr
    with path.open(encoding="utf-8") as opened:
        assert f"{sum(1 for _ in csv.DictReader(opened)):,} rows in" in done.stderr


def test_the_crosswalk_is_written_to_the_terminal_where_that_is_asked() -> None:
    done = coterminous("crosswalk", "-")

    assert done.returncode == 0, done.stderr
    assert f"{sum(1 for _ in csv.DictReader(done.stdout.splitlines())):,} rows in" in done.stderr


def test_a_file_that_cannot_be_written_is_told_without_a_trace(tmp_path: Path) -> None:
    place = tmp_path / "none" / "crosswalk.csv"

    done = coterminous("crosswalk", str(place))

    assert (done.returncode, done.stdout) == (1, "")
    told = done.stderr.replace("\n", "")
    assert told.startswith(f"{place}: No such file or directory.")
    assert "Traceback" not in told


def test_coterminosity_is_told_for_a_day_or_an_area() -> None:
    day = json.loads(coterminous("coterminosity", "--on", "2021-04-01", "--json").stdout)
    area = coterminous("coterminosity", "--area", "QMM")

    assert len(day["areas"]) == 42
    assert {each["code"]: each["index"] for each in day["areas"]}["QF7"] == 1
    assert "2022-07-01" in area.stdout
    assert coterminous("coterminosity").returncode == 1
