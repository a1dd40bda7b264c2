from pathlib import Path

import pytest

from kg.derive.layers import layers
from kg.derive.rules import rules
from kg.errors import InvalidInput
from kg.resources import folder


def written(place: Path, **needs: str) -> Path:
    for order, (name, told) in enumerate(needs.items()):
        header = f"#+ rule: What follows.\n#+ version: 1\n#+ order: {order}\n{told}"
        text = header + "CONSTRUCT { ?a <urn:q> ?b } WHERE { ?a <urn:p> ?b }"
        (place / f"{name}.rq").write_text(text)
    return place


def test_the_shipped_rules_fall_into_layers() -> None:
    found = layers(rules(folder("ontology") / "rules"))

    assert [[rule.name for rule in layer] for layer in found] == [
        ["successors", "outward", "tenures", "pressure", "counts", "standing", "figure-bounds"],
        ["lineage", "arrangements", "disagreements", "audits", "merger-audits", "sharing-audits",
         "sum-audits", "outcomes"],
        ["interlocks", "unaudited", "contested", "labels"],
        ["evidence"],
        ["known-from"],
        ["known-from-several"],
    ]  # fmt: skip


def test_a_rule_that_does_not_say_what_it_needs_comes_after_all_before_it(tmp_path: Path) -> None:
    place = written(tmp_path, a="#+ needs: nothing\n", b="", c="#+ needs: a\n", d="")

    found = layers(rules(place))

    assert [[rule.name for rule in layer] for layer in found] == [["a"], ["b", "c"], ["d"]]


def test_a_rule_cannot_need_what_does_not_come_before_it(tmp_path: Path) -> None:
    place = written(tmp_path, a="#+ needs: b, other\n", b="#+ needs: nothing\n")

    with pytest.raises(InvalidInput) as told:
        layers(rules(place))

    assert str(told.value) == f"{place}/a.rq: it needs b, other, which no rule before it is"
    assert told.value.hint == "Name rules of a lower order, or 'nothing'."
