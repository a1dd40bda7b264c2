"""The folder of a deposit, written whole or not at all."""

from __future__ import annotations

import csv
import gzip
import hashlib
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import BinaryIO, Final, cast

from kg.errors import BadParameter
from kg.release.deposit import codebook, tables, words
from kg.release.deposit.agreement import COLUMNS, READING, agreement, readings
from kg.release.deposit.citing import Citation
from kg.release.opened import OpenRelease
from kg.release.statements import lines

SUMS: Final = "SHA256SUMS"
GRAPH: Final = "graph.nq.gz"
_LEVEL: Final = 6


def write(release: OpenRelease, place: Path) -> Path:
    """Write the deposit of a release to a new folder, or an empty one, and give that.

    Raises `BadParameter` where something lies there, and where the graph is on an engine elsewhere.
    """
    if release.engine:
        raise BadParameter("DIR", "the graph is on an engine", "Deposit where it was built.")
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise BadParameter("DIR", f"{place} is not empty", "Name a folder that is not there yet.")
    place.parent.mkdir(parents=True, exist_ok=True)
    work = Path(mkdtemp(prefix=f".{place.name}-", dir=place.parent))
    try:
        _fill(release, work)
        work.chmod(0o755)
        if place.exists():
            place.rmdir()
        work.rename(place)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
    return place


def _fill(release: OpenRelease, work: Path) -> None:
    (work / "tables").mkdir()
    with (work / GRAPH).open("wb") as file:
        packed = gzip.GzipFile("", "wb", _LEVEL, file, mtime=0)
        with packed:
            said = _kept(lines(release.folder), cast("BinaryIO", packed))
            counts = tables.write(said, release.ontology, work / "tables")
    read = readings(release)
    agreed = agreement([(each[2], each[3]) for each in read])
    _table(work / "codebook.csv", codebook.COLUMNS, codebook.codebook(release.ontology, counts))
    _table(work / "codes.csv", codebook.CODES, codebook.codes(release.ontology))
    _table(work / "agreement.csv", COLUMNS, [["pressureLevel", *agreed.cells]])
    _table(work / "readings.csv", READING, read)
    cited = Citation.of(release.info)
    _text(work / "CITATION.cff", cited.cff())
    _text(work / "citation.bib", cited.bibtex())
    _text(work / "LICENCE.txt", words.LICENCE)
    _text(work / "README.md", words.readme(release.info, counts, agreed))
    _text(work / SUMS, "".join(_sums(work)))


def _kept(said: Iterable[str], file: BinaryIO) -> Iterator[str]:
    """The lines, which are written to the file as they pass."""
    for line in said:
        file.write(line.encode())
        yield line


def _table(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file, lineterminator="\n")
        written.writerow(header)
        written.writerows(rows)


def _text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _sums(work: Path) -> Iterator[str]:
    for path in sorted(each for each in work.rglob("*") if each.is_file()):
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        yield f"{digest}  {path.relative_to(work).as_posix()}\n"
