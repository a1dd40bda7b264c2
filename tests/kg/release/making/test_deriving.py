"""Rules say the same one after the other, layer by layer, and side by side."""

from pathlib import Path

import pytest

from kg.derive.rules import rules, run
from kg.errors import InvalidInput
from kg.model.terms import Statement
from kg.release import sources
from kg.release.making.deriving import FEW, derive
from kg.release.making.reading import Reading
from kg.resources import folder
from kg.store.bulk import BulkStore, canonical, merged
from kg.store.sorting import SortedLines
from tests.bench import scale_world

RULES = folder("ontology") / "rules"
HEADER = "#+ rule: What follows.\n#+ version: 1\n#+ order: 5\n"


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The model, and a made register with officers, claims and documents."""
    path = tmp_path_factory.mktemp("world") / "world.nq"
    scale_world.write(path, 20_000)
    with path.open("rb") as file:
        made = [line for block in canonical(file, "world.nq") for line in block]
    return made + [_line(each) for each in sources.schema(folder("ontology"))]


def derived(world: list[bytes], place: Path, few: int, folder: Path = RULES) -> list[bytes]:
    """The lines of all that follows, in order."""
    store, lines = BulkStore.fresh(place / "store"), SortedLines(place / "runs")
    store.take([b"".join(world), b"".join(merged(world))])
    read = Reading(store, lines)
    told = list(derive(rules(folder), store, read, place, few))
    assert sum(count for _, count in told) == read.count
    assert not list(place.glob("derived-*")) + list(place.glob("snapshot"))
    return list(lines)


def test_rules_say_side_by_side_what_they_say_in_turn(world: list[bytes], tmp_path: Path) -> None:
    store, said = BulkStore.fresh(tmp_path / "one"), list[Statement]()
    store.take([b"".join(world), b"".join(merged(world))])
    for rule in rules(RULES):
        found = run(rule, store)
        store.load(found, merge=rule.merged)
        said += found

    places = [tmp_path / "turn", tmp_path / "side"]
    for each in places:
        each.mkdir()
    in_turn, beside = (
        derived(world, place, few) for place, few in zip(places, (FEW, -1), strict=True)
    )

    assert in_turn == sorted({_line(each) for each in said})
    assert beside == in_turn


@pytest.mark.parametrize("few", [FEW, -1])
@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("CONSTRUCT {", "{0}:4: The query is not SPARQL 1.1: expected "),
        ("CONSTRUCT { [] <urn:p> ?b } WHERE { ?a ?p ?b }", "{0}: the rule makes a blank node"),
    ],
)
def test_a_rule_that_cannot_be_run_is_named_wherever_it_ran(
    tmp_path: Path, text: str, message: str, few: int
) -> None:
    path = tmp_path / "rules" / "wrong.rq"
    path.parent.mkdir()
    path.write_text(HEADER + text)
    place = tmp_path / "work"
    place.mkdir()

    with pytest.raises(InvalidInput) as told:
        derived([b"<urn:a> <urn:p> <urn:b> <urn:g> .\n"], place, few, path.parent)

    assert str(told.value).startswith(message.format(path))


def _line(statement: Statement) -> bytes:
    return f"{statement.nq()}\n".encode()
