"""Where a pattern can begin is told so that nothing it finds is passed over."""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents.patterns.beginnings import BEYOND, beginnings
from kg.documents.patterns.kept import Kept

_PARSER: Any = import_module("re._parser")
_ATOMS = st.sampled_from(
    ["a", "B", " ", "é", "\ue000", r"\w", r"\d", r"\s", r"\W", ".", "[ab]", "[^a ]", "[a-cé]",
     r"\b", r"\B", "^", "$", "(?=a)", "(?!a)", "(?<=a)", "(?<!b)", "(?i:a)"]
)  # fmt: skip
_PATTERNS = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda each: f"(?:{'|'.join(each)})"),
        st.tuples(inner, st.sampled_from("?*+")).map(lambda each: f"(?:{each[0]}){each[1]}"),
        inner.map(lambda each: f"({each})"),
    ),
    max_leaves=8,
)


@given(_PATTERNS, st.text("aBb 1é\ue000\n", max_size=12))
def test_a_pattern_finds_what_that_of_re_finds(pattern: str, text: str) -> None:
    ours, theirs = Kept(None).compiled(pattern), re.compile(pattern)

    assert [each.regs for each in ours.finditer(text)] == [
        each.regs for each in theirs.finditer(text)
    ]


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        (r"\b(?:two|new) ", {"t", "n"}),
        (r"(?<!not )(?P<what>merg|joi?n)", {"m", "j"}),
        (r"(?:the )?(?:(?:a|an)|[Bb]oth)", {"t", "a", "B", "b"}),
        (r"\b[x-z]+", {"x", "y", "z"}),
        (r"(?=.)(?:é|\ue000)", {"beyond"}),
        (r"\b\d", {*"0123456789", "beyond"}),
    ],
)
def test_the_first_characters_of_what_a_pattern_finds_are_told(
    pattern: str, told: set[str]
) -> None:
    found = beginnings(_PARSER.parse(pattern))

    assert found is not None
    assert {"beyond" if each == BEYOND else chr(each) for each in found} == told


@pytest.mark.parametrize(
    "pattern", ["", r"\b", "a?", "(?:|a)", r"\b.", "[^a]b", "(?i:a)", r"(a)|\1"]
)
def test_nothing_is_told_of_a_pattern_that_can_begin_nearly_anywhere_or_find_nothing(
    pattern: str,
) -> None:
    assert beginnings(_PARSER.parse(pattern)) is None
