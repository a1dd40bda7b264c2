"""Which texts are updates, whatever they would reach, against what the engine itself can read."""

import random
from collections.abc import Iterator

import pyoxigraph as ox
import pytest

from kg.errors import BadQuery
from kg.release.writer.parts import check, parts
from kg.release.writer.text import NOWHERE

DECLARED = (
    "PREFIX a: <urn:a#>",
    "PREFIX b: <urn:service/>\n",
    "BASE <http://a.example/>",
    "# ; {\n",
)
OPERATIONS = (
    "INSERT DATA { <urn:a> <urn:load> 'SERVICE ; PREFIX a: <urn:b> LOAD' }",
    "DELETE DATA { GRAPH <urn:g> { a:b a:c '''x ; } \\''' ''' , 1.5 } }",
    "INSERT { ?s ?p ?o } WHERE { SERVICE SILENT <WHERE> { ?s ?p ?o } }",
    "WITH <urn:g> DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } USING a:g WHERE { { ?s ?p 1 } UNION {} }",
    "DELETE WHERE { ?s a a:c ; a:d ?o . }",
    "LOAD SILENT <WHERE>",
    "LOAD SILENT <WHERE> INTO GRAPH a:g",
    "CLEAR SILENT ALL",
    "COPY SILENT a:g TO DEFAULT # ; PREFIX\n",
    "CREATE SILENT GRAPH <urn:h>",
)  # fmt: skip
BREAKS = ("", "}", "{", ".", " oops ", "PREFIX", "'", "<", "a:", ")")


def texts(seed: int) -> Iterator[tuple[str, bool]]:
    """Updates, and whether each has a prologue behind an operation; some of them are broken."""
    chance = random.Random(seed)
    while True:
        first = "PREFIX a: <urn:a#> "
        written, late = first + chance.choice(("", chance.choice(DECLARED))), False
        for number in range(chance.randint(1, 3)):
            if number and chance.random() < 0.3:
                written, late = written + chance.choice(DECLARED[:3]) + " ", True
            written += chance.choice(OPERATIONS) + chance.choice((" ; ", ";\n", " ;# c\n"))
        if chance.random() < 0.6:
            at = chance.randint(len(first), len(written))
            written = written[:at] + chance.choice(BREAKS) + written[at + chance.randint(0, 2) :]
        yield written.replace("WHERE>", NOWHERE + ">"), late


def is_read_by_the_engine(text: str) -> bool:
    try:
        ox.Store().update(text)
    except SyntaxError:
        return False
    except (RuntimeError, OSError):
        pass
    return True


def passes(text: str) -> bool:
    try:
        check(text)
    except BadQuery:
        return False
    return True


def test_what_passes_is_what_the_engine_reads() -> None:
    compared = {True: 0, False: 0}
    for number, (text, late) in enumerate(texts(5)):
        if number == 3_000:
            break
        if late:
            continue  # the engine reads none of these
        expected = is_read_by_the_engine(text)
        assert passes(text) == expected, text
        compared[expected] += 1
    assert min(compared.values()) > 500


def test_a_later_prologue_is_read_as_if_its_operations_were_sent_by_themselves() -> None:
    compared = {True: 0, False: 0}
    for number, (text, late) in enumerate(texts(6)):
        if number == 3_000:
            break
        if late:
            expected = all(is_read_by_the_engine(each.text) for each in parts(text))
            assert passes(text) == expected, text
            compared[expected] += 1
    assert min(compared.values()) > 100


def test_a_place_is_that_of_the_text_which_was_sent() -> None:
    cases = {
        "PREFIX a: <urn:a> INSERT DATA { a:b }": "1:38",
        "PREFIX a: <urn:a>\nLOAD <urn:b> oops": "2:18",
        "CLEAR ALL ;\nPREFIX a: <urn:a> LOAD a:b oops": "2:32",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <urn:a> { ?s ?p ?o } ": "1:58",
    }
    for text, place in cases.items():
        with pytest.raises(BadQuery) as raised:
            check(text)
        assert (raised.value.at, text) == (place, text)


def test_operations_share_no_blank_node_wherever_the_prologue_stands() -> None:
    for between in (" ; ", " ; PREFIX a: <urn:a> "):
        with pytest.raises(BadQuery, match="_:x cannot be shared"):
            check(f"INSERT DATA {{ _:x <urn:p> 1 }}{between}INSERT DATA {{ _:x <urn:p> 2 }}")
