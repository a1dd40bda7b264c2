"""Whatever is wrong with a source stops the build by name, and the last good release stays."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import InvalidGraph, InvalidInput, KgError
from kg.release.build import build
from kg.release.catalogue import Catalogue
from kg.release.inputs import Inputs

Edit = Callable[[Path, str, str], None]
ROOT = Path(__file__).resolve().parents[3]


def refusal(
    inputs: Inputs, good: Catalogue, kind: type[KgError], texts: Path | None = None
) -> KgError:
    with pytest.raises(kind) as raised:
        build(good.folder, texts, inputs=inputs)

    assert good.current().name == "rgood"
    assert [each.name for each in good.folder.iterdir() if each.name.startswith("building")] == []
    assert raised.value.hint
    return raised.value


def test_a_torn_row(inputs: Inputs, good: Catalogue, edit: Edit) -> None:
    table = inputs.data / "register" / "ccgs.csv"
    edit(table, "00F,NHS Gateshead CCG,2013-04-01,2015-03-31", "00F,NHS Gateshead CCG,2013-04-01")

    error = refusal(inputs, good, InvalidInput)

    assert str(error) == f"{table}:4: the row has 9 cells, the header has 10"


def test_an_unknown_code(inputs: Inputs, good: Catalogue, edit: Edit) -> None:
    table = inputs.data / "register" / "successions.csv"
    edit(table, "merger-into-16c,00C/ccg,16C/ccg", "merger-into-16c,00C/ccg,16X/ccg")

    error = refusal(inputs, good, InvalidInput)

    assert error.at == f"{table}:2"
    assert "16X/ccg" in str(error)


def test_two_lives_under_one_code_that_overlap(inputs: Inputs, good: Catalogue, edit: Edit) -> None:
    table = inputs.data / "register" / "ccgs.csv"
    first = table.read_text(encoding="utf-8").splitlines()[1]
    second = first.replace("2013-04-01", "2016-04-01")
    edit(table, first + "\n", f"{first}\n{second}\n")

    error = refusal(inputs, good, InvalidInput)

    assert error.at.startswith(str(table))
    assert "00C" in str(error)


def test_a_turtle_file_that_does_not_parse(inputs: Inputs, good: Catalogue, edit: Edit) -> None:
    annotation = inputs.data / "annotations" / "003.ttl"
    edit(annotation, " .\n\n", " \n\n")

    error = refusal(inputs, good, InvalidInput)

    path, line = error.at.rsplit(":", 1)
    assert path == str(annotation)
    assert int(line) > 1


def test_a_shape_that_is_broken(inputs: Inputs, good: Catalogue, edit: Edit) -> None:
    annotation = inputs.data / "annotations" / "003.ttl"
    edit(annotation, "cot:currentStatus cotv:status-dropped ;", "")

    error = refusal(inputs, good, InvalidGraph)

    assert isinstance(error, InvalidGraph)
    assert [each for each in error.findings if "id:proposal/003/staffordshire" in each]


TEXT = "The two groups will typically merge.\n"
SOURCE = """@prefix cot: <https://w3id.org/coterminous/def#> .
@prefix cotv: <https://w3id.org/coterminous/def/v#> .
@prefix d: <https://w3id.org/coterminous/id/document/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix s: <https://w3id.org/coterminous/id/span/900/> .

d:900 a cot:Document ;
  dct:title "A note" ;
  cot:documentType cotv:doc-news ;
  cot:issuedBasis cotv:basis-notStated ;
  cot:contentDigest "sha256:{digest}" ;
  cot:textLength {length} ;
  cot:wordCount {words} ;
  cot:evidence s:15-34 .

s:15-34 a cot:TextSpan ;
  cot:inDocument d:900 ;
  cot:startOffset 15 ;
  cot:endOffset 34 ;
  {exact}
  cot:spanDigest "{span}" .
"""


def document(inputs: Inputs, texts: Path, text: str, *, span: str, exact: str = "") -> None:
    texts.mkdir()
    (texts / "900.txt").write_text(text, encoding="utf-8")
    stated = SOURCE.format(
        digest=hashlib.sha256(text.encode()).hexdigest(),
        length=len(text),
        words=len(text.split()),
        span=hashlib.sha256(span.encode()).hexdigest(),
        exact=exact,
    )
    (inputs.data / "annotations" / "900.ttl").write_text(stated, encoding="utf-8")


def test_a_span_that_does_not_match_its_text(
    inputs: Inputs, good: Catalogue, tmp_path: Path
) -> None:
    document(inputs, tmp_path / "texts", TEXT, span="will typically marry")

    error = refusal(inputs, good, InvalidGraph, tmp_path / "texts")

    assert "id:span/900/15-34" in str(error)
    assert "1 violation:" in str(error)


def test_stored_words_over_the_limit(inputs: Inputs, good: Catalogue, tmp_path: Path) -> None:
    # 7 words may keep none at all: a tenth of them is less than one.
    words = TEXT[15:34]
    document(inputs, tmp_path / "texts", TEXT, span=words, exact=f'cot:exact "{words}" ;')

    error = refusal(inputs, good, InvalidGraph)

    assert "id:document/900" in str(error)
    assert "%" in str(error) or "words" in str(error)


def test_the_command_prints_the_reason_and_exits_with_1(tmp_path: Path, edit: Edit) -> None:
    # A whole copy of the code, with one row torn in the tables that it ships.
    for package in ("kg", "server", "ontology", "queries"):
        shutil.copytree(ROOT / package, tmp_path / package)
    edit(tmp_path / "kg/data/register/ccgs.csv", ",2020-03-31,merged", "\n,merged")
    store = tmp_path / "store"

    done = subprocess.run(
        [sys.executable, "-m", "server", "build", "--store", str(store)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(tmp_path), "COLUMNS": "400"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "kg/data/register/ccgs.csv:2: the row has 3 cells, the header has 10" in (done.stderr)
    assert not (store / "current").exists()
