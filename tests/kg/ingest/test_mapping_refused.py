"""What cannot be true stops the import: which file, which line, why, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import InvalidInput
from kg.ingest.load import register

World = Callable[..., Path]

GROUPS_HEADER = "code,name,types,opened,closed,people,source\n"


@pytest.mark.parametrize(
    ("name", "text", "place", "reason", "hint"),
    [
        (
            "mergers",
            "from,to,day,source\n00C/ccg,16D/ccg,2020-04-01,news\n",
            "register/mergers.csv:2",
            "the column 'to': no row of register/groups has the key '16D/ccg'",
            "Did you mean '16C/ccg'?",
        ),
        (
            "mergers",
            "from,to,day,source\n00C/ccg,16C/ccg,2020-05-01,news\n",
            "register/mergers.csv:2",
            "the change of 2020-05-01 is not the day after '00C/ccg' ended: "
            "it closed on 2020-03-31",
            "Correct the day of the change or the closing date.",
        ),
        (
            "mergers",
            "from,to,day,source\n16C/ccg,00C/ccg,2020-05-01,news\n",
            "register/mergers.csv:2",
            "the change of 2020-05-01 is not the day after '16C/ccg' ended: it has no closing date",
            "Correct the day of the change or the closing date.",
        ),
        (
            "groups",
            GROUPS_HEADER + "16C,Tees Valley,ccg,2020-04-01,,,list\n"
            "00C,North,ccg,2013-04-01,2012-03-31,,list\n",
            "register/groups.csv:3",
            "'00C/ccg' ends on 2012-03-31, before it starts on 2013-04-01",
            "Correct one of the two dates.",
        ),
    ],
)
def test_a_table_that_cannot_be_true_stops_the_import(
    world: World, name: str, text: str, place: str, reason: str, hint: str
) -> None:
    data = world(**{name: text})

    with pytest.raises(InvalidInput) as refused:
        register(data)

    assert str(refused.value) == f"{data / place}: {reason}"
    assert refused.value.hint == hint


@pytest.mark.parametrize(
    ("first_end", "told"), [("2020-03-31", "until 2020-03-31"), ("", "with no end")]
)
def test_two_lives_of_a_kind_under_one_code_may_not_overlap(
    world: World, first_end: str, told: str
) -> None:
    data = world(
        # A code that had two bodies of one kind: the key then needs an ordinal.
        edit=("groups", 'key = "{code}/ccg"', 'key = "{code}/ccg/{people}"'),
        groups=GROUPS_HEADER + f"00C,North,ccg,2013-04-01,{first_end},1,list\n"
        "00C,North again,ccg,2020-03-31,2021-03-31,2,list\n",
        mergers="from,to,day,source\n",
    )

    with pytest.raises(InvalidInput) as refused:
        register(data)

    assert str(refused.value) == (
        f"{data}/register/groups.csv:3: '00C' starts again on 2020-03-31, but line 2 has it {told}"
    )
    assert refused.value.hint == (
        "End the earlier life first; a code has one body of a kind at a time."
    )


@pytest.mark.parametrize(
    ("name", "old", "new", "reason"),
    [
        ("groups", 'name = "{name}"', 'name = "{nmae}"', "'{nmae}' leads to no cell"),
        ("mergers", "{from.name}", "{from.nmae}", "'{from.nmae}' leads to no cell"),
        ("groups", 'name = "text!"', 'name = "texts"', "'texts' does not describe a column"),
        ("groups", 'title = "Groups"\n', "", "there is no 'title'"),
        (
            "groups",
            'graph = "register/groups"',
            'graph = "other/groups"',
            "no kind of graph is told for 'other/groups'",
        ),
        ("groups", "evidence =", "proof =", "a mapping has no 'proof'"),
        (
            "mergers",
            'reference! register/pages"',
            'reference! register/sites"',
            "no mapping reads the table 'register/sites'",
        ),
        ("groups", "[columns]", "[columns", "Expected ']' at the end of a table declaration"),
    ],
)
def test_a_mapping_with_a_mistake_is_refused(
    world: World, name: str, old: str, new: str, reason: str
) -> None:
    data = world(edit=(name, old, new))

    with pytest.raises(InvalidInput) as refused:
        register(data)

    assert str(refused.value).startswith(f"{data}/mappings/{name}.toml: {reason}")


def test_a_mapping_that_the_order_forgets_is_refused(world: World) -> None:
    data = world(edit=("order", ', "mergers"', ""))

    with pytest.raises(InvalidInput) as refused:
        register(data)

    path = data / "mappings" / "order.toml"
    assert str(refused.value) == f"{path}: the mapping 'mergers' is not in the order"
