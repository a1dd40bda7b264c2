from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InvalidInput
from kg.store.bulk import BulkStore, canonical, merged

PLAIN = b'<urn:a> <urn:p> "one\\ntwo"@en <urn:g> .\n'


def test_a_statement_that_is_written_in_another_way_is_rewritten() -> None:
    lines = [
        b"# a comment\n",
        PLAIN,
        b"\n",
        b'<urn:a>  <urn:p> "caf\\u00e9"^^<http://www.w3.org/2001/XMLSchema#string> <urn:g>. # x\n',
    ]

    assert [each for block in canonical(lines, "x.nq") for each in block] == [
        PLAIN,
        '<urn:a> <urn:p> "café" <urn:g> .\n'.encode(),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"<urn:a> <urn:p> <urn:b> .\n", "it has no graph"),
        (b"_:a <urn:p> <urn:b> <urn:g> .\n", "it has a blank node or a triple term"),
        (b"<urn:a> <urn:p> _:b <urn:g> .\n", "it has a blank node or a triple term"),
    ],
)
def test_what_cannot_be_taken_in_is_told_with_its_place(line: bytes, message: str) -> None:
    with pytest.raises(InvalidInput) as told:
        list(canonical([PLAIN, line], "x.nq"))

    assert "x.nq" in str(told.value)
    assert "2" in str(told.value)
    assert message in str(told.value)


def test_statements_are_in_their_graphs_and_merged(tmp_path: Path) -> None:
    store = BulkStore.fresh(tmp_path / "store")
    other = PLAIN.replace(b"urn:g", b"urn:h")

    store.take([PLAIN + other, b"".join(merged([PLAIN, other]))])

    assert store.merged_size() == 1
    assert store.graph_names() == ["urn:g", "urn:h"]


def test_the_triples_of_a_construct_are_written_one_a_line(tmp_path: Path) -> None:
    store = BulkStore.fresh(tmp_path / "store")
    store.take([b"".join(merged([PLAIN]))])

    store.construct("CONSTRUCT { ?s <urn:q> ?o } WHERE { ?s <urn:p> ?o }", tmp_path / "made.nt")

    assert (tmp_path / "made.nt").read_bytes() == b'<urn:a> <urn:q> "one\\ntwo"@en .\n'
