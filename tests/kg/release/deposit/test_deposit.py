"""A release becomes a folder that can be kept, checked, read and cited."""

import csv
import gzip
import hashlib
from decimal import Decimal
from pathlib import Path

import pytest

from kg.errors import BadParameter
from kg.model.names import RDF_TYPE, cot, graph, mint
from kg.model.terms import Literal, Statement
from kg.release.build import ensure
from kg.release.deposit.agreement import Agreement, agreement
from kg.release.deposit.citing import Citation
from kg.release.deposit.folder import write
from kg.release.opened import OpenRelease
from kg.settings import store_folder
from tests.conftest import publish, tiny_statements


@pytest.fixture(scope="module")
def shipped() -> OpenRelease:
    """The shipped release, built if need be."""
    return OpenRelease(ensure(store_folder()))


@pytest.fixture(scope="module")
def deposited(shipped: OpenRelease, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The deposit of the shipped release."""
    return write(shipped, tmp_path_factory.mktemp("place") / "deposit")


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def files(folder: Path) -> dict[str, bytes]:
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }


def test_the_same_release_gives_the_same_bytes(tmp_path: Path) -> None:
    release = OpenRelease(publish(tmp_path / "store", "r1", tiny_statements()))

    one, other = (files(write(release, tmp_path / name)) for name in ("one", "other"))

    assert one == other
    assert sorted(one) == [
        "CITATION.cff", "LICENCE.txt", "README.md", "SHA256SUMS", "agreement.csv", "citation.bib",
        "codebook.csv", "codes.csv", "graph.nq.gz", "readings.csv", "tables/Organisation.csv",
    ]  # fmt: skip


def test_the_digests_are_those_of_the_files(deposited: Path) -> None:
    lines = (deposited / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    told = {name: digest for digest, _, name in (each.partition("  ") for each in lines)}

    found = {name: hashlib.sha256(data).hexdigest() for name, data in files(deposited).items()}
    del found["SHA256SUMS"]
    assert told == found


def test_the_graph_is_whole(deposited: Path, shipped: OpenRelease) -> None:
    lines = gzip.decompress((deposited / "graph.nq.gz").read_bytes())

    assert f"sha256:{hashlib.sha256(lines).hexdigest()}" == shipped.info.digest


def test_a_table_has_a_row_for_each_thing_of_its_class(
    deposited: Path, shipped: OpenRelease
) -> None:
    query = f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a <{cot('Organisation')}> }}"
    ((count,),) = shipped.store.select(query).rows
    rows = {each["iri"]: each for each in table(deposited / "tables" / "Organisation.csv")}

    assert isinstance(count, Literal)
    assert len(rows) == int(count.text)
    body = rows["id:organisation/26A/ccg"]
    assert (body["label"], body["odsCode"], body["start"], body["end"]) == (
        "NHS Norfolk and Waveney CCG", "26A", "2020-04-01", "2022-06-30",
    )  # fmt: skip
    assert body["predecessor"].split(" | ")[0] == "id:organisation/06M/ccg"


def test_every_column_of_every_table_is_in_the_codebook_and_means_something(
    deposited: Path,
) -> None:
    told = table(deposited / "codebook.csv")
    found = [
        (path.stem, column)
        for path in sorted((deposited / "tables").iterdir())
        for column in path.read_text(encoding="utf-8").splitlines()[0].split(",")
    ]

    assert [(each["table"], each["column"]) for each in told] == found
    assert [each for each in told if not each["meaning"] or not each["values"]] == []


def test_every_code_that_a_table_has_is_explained(deposited: Path) -> None:
    known = {each["iri"] for each in table(deposited / "codes.csv")}

    used = {
        code
        for path in (deposited / "tables").iterdir()
        for row in table(path)
        for cell in row.values()
        for code in cell.split(" | ")
        if code.startswith("cotv:")
    }
    assert used - known == set()


def test_the_agreement_is_that_of_the_readings(deposited: Path) -> None:
    pairs = [(each["reading1"], each["reading2"]) for each in table(deposited / "readings.csv")]
    (told,) = table(deposited / "agreement.csv")

    found = agreement(pairs)
    assert len(pairs) > 50
    assert list(told.values()) == ["pressureLevel", *found.cells]
    assert found.agreed == sum(one == other for one, other in pairs)


def test_where_only_one_code_is_used_there_is_no_kappa() -> None:
    assert agreement([("a", "a")] * 3) == Agreement(3, 3, Decimal("1.000"), None)
    assert agreement([]).cells == ["0", "0", "", ""]


def test_a_folder_in_which_something_lies_is_left_alone(tmp_path: Path) -> None:
    release = OpenRelease(publish(tmp_path / "store", "r1", tiny_statements()))
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("x", encoding="utf-8")

    with pytest.raises(BadParameter, match="is not empty"):
        write(release, tmp_path / "full")

    assert files(tmp_path / "full") == {"mine": b"x"}


def test_a_value_is_plain_text_whatever_signs_it_has(tmp_path: Path) -> None:
    thing, name = mint("organisation", "Q1", "ccg"), 'A "B", \\ C\nD | é'
    said = [
        Statement(thing, RDF_TYPE, cot("Organisation"), graph("user/g")),
        Statement(thing, cot("name"), Literal(name), graph("user/g")),
        Statement(thing, cot("name"), Literal(name), graph("user/h")),
    ]
    release = OpenRelease(publish(tmp_path / "store", "r1", said))

    (row,) = table(write(release, tmp_path / "d") / "tables" / "Organisation.csv")

    assert row["name"] == name


def test_a_citation_names_the_release_its_day_and_its_digest(shipped: OpenRelease) -> None:
    cited, info = Citation.of(shipped.info), shipped.info

    assert f'version: "{info.name}"\ndate-released: "{info.built[:10]}"' in cited.cff()
    assert cited.cff().startswith("cff-version: 1.2.0\nmessage: ")
    assert f"@misc{{coterminous-{info.name}," in cited.bibtex()
    assert info.digest in cited.cff()
    assert info.digest in cited.bibtex()
    assert f"Release {info.name}, {info.built[:10]}." in cited.sentence
