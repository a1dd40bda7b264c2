"""Nothing is ever wider than is told, whatever is written and removed."""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.questions.library import Library
from kg.store import widths as room
from kg.store.widths import QUERY, WIDE, Width, Widths, keep, measured
from kg.store.writable import WritableStore

TEXT = Library().inside(QUERY)


def quad(subject: str, predicate: str, value: str | int) -> ox.Quad:
    end = ox.NamedNode(f"urn:{value}") if isinstance(value, str) else ox.Literal("x" * value)
    return ox.Quad(ox.NamedNode(f"urn:{subject}"), ox.NamedNode(f"urn:{predicate}"), end)


def filled(quads: list[ox.Quad]) -> WritableStore:
    store = WritableStore.memory()
    text = " ".join(f"{each.subject} {each.predicate} {each.object} ." for each in quads)
    store.update(f"INSERT DATA {{ {text} }}")
    return store


def generated(chance: random.Random, number: int) -> list[ox.Quad]:
    return [
        quad(
            f"t{chance.randrange(12)}",
            chance.choice(("p", "q")),
            chance.choice((f"t{chance.randrange(12)}", chance.randrange(30))),
        )
        for _ in range(number)
    ]


def most_steps(store: WritableStore, predicate: str) -> int:
    """The most statements that are met from any node on, always forth or always back."""
    quads = list(store.matching(None, ox.NamedNode(predicate)))
    ways = ({"from": "subject", "to": "object"}, {"from": "object", "to": "subject"})
    most = 0
    for way in ways:
        beyond = defaultdict(list)
        for each in quads:
            beyond[getattr(each, way["from"])].append(getattr(each, way["to"]))
        for start in list(beyond):
            met, ahead = {start}, [start]
            while ahead:
                fresh = {each for each in beyond.get(ahead.pop(), ()) if each not in met}
                met |= fresh
                ahead += fresh
            most = max(most, sum(len(beyond.get(each, ())) for each in met))
    return most


def test_widths_are_what_a_plain_count_gives() -> None:
    quads = [quad("a", "p", "b"), quad("a", "p", "c"), quad("d", "p", "c"), quad("a", "q", 9)]

    assert measured(filled(quads), TEXT) == Widths(
        {"urn:p": Width(2, 2, 10, 2), "urn:q": Width(1, 1, 14, 1)}
    )


def test_what_hangs_together_is_counted_as_far_as_it_leads_on() -> None:
    chain = [quad(f"c{each}", "next", f"c{each + 1}") for each in range(7)]
    apart = [quad("x", "next", "y")]
    endless = [quad(f"c{each}", "next", f"c{each + 1}") for each in range(200)]

    short, long = measured(filled(chain + apart), TEXT), measured(filled(endless), TEXT)

    assert short
    assert short.of("urn:next").reach == 7
    assert long
    assert long.of("urn:next").reach == 0


def test_things_of_which_much_is_said_are_listed_with_how_much() -> None:
    quads = [quad("a", "p", f"v{each}") for each in range(WIDE + 2)] + [quad("b", "p", "c")]

    found = measured(filled(quads), TEXT)

    assert found
    assert found.wide == {"urn:a": WIDE + 2}
    assert found.every.forward == WIDE + 2
    assert not found.blanks


@pytest.mark.parametrize("seed", range(12))
def test_after_commits_nothing_is_wider_than_is_told(seed: int) -> None:
    chance = random.Random(seed)
    before = generated(chance, 30)
    store = filled(before)
    told = measured(store, TEXT)

    for _ in range(6):
        added = generated(chance, chance.randrange(1, 40))
        text = " ".join(f"{each.subject} {each.predicate} {each.object} ." for each in added)
        store.update(f"INSERT DATA {{ {text} }}")
        assert told
        told = told.after(added, store)
        now = measured(store, TEXT)
        assert told
        assert now
        for name, width in now.by.items():
            known = told.of(name)
            assert all(one <= other for one, other in zip(width[:3], known[:3], strict=True))
            assert not known.reach or most_steps(store, name) <= known.reach
        assert all(many <= told.wide.get(name, 0) for name, many in now.wide.items())


def test_a_first_load_is_counted_and_a_large_one_after_it_makes_all_unknown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "LOOKED_AT", 10)
    quads = generated(random.Random(1), 60)
    store = filled(quads)

    first = Widths().after(quads, store)
    exact = measured(store, TEXT)

    assert first
    assert exact
    assert {name: each[:3] for name, each in first.by.items()} == {
        name: each[:3] for name, each in exact.by.items()
    }
    assert all(each.reach == 0 for each in first.by.values())
    assert first.after(quads, store) is None


def test_a_blank_node_as_a_value_is_told() -> None:
    blank = ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:p"), ox.BlankNode())
    store = filled([])
    store.update("INSERT DATA { <urn:a> <urn:p> [] }")

    found, later = measured(store, TEXT), Widths().after([blank], store)

    assert found
    assert found.blanks
    assert later
    assert later.blanks


def test_the_file_of_a_release_tells_the_same(tmp_path: Path) -> None:
    found = measured(filled(generated(random.Random(2), 50)), TEXT)
    assert Widths.read(tmp_path) is None

    keep(tmp_path, found)
    assert Widths.read(tmp_path) == found

    keep(tmp_path, None)
    assert Widths.read(tmp_path) is None
