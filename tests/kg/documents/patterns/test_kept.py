"""Patterns are kept compiled, and find what those that `re` compiles find."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.documents.facts.policies.words import RULE
from kg.documents.patterns import kept as patterns
from kg.documents.patterns.kept import Kept

SAMPLES = (
    (r"(?P<size>\d+) (?:CCGs?|STPs?)\b", 0),
    (r"(?<!not )merg(?:e|ed|er)", re.IGNORECASE),
    (r"^[\ue000-\uf8ffé]+$(?#marks)", re.MULTILINE | re.DOTALL),
    (r"(?i:one) ccg per (?P<area>ics|(?P<old>stp))", 0),
)


@pytest.mark.parametrize(("pattern", "flags"), SAMPLES)
def test_a_pattern_finds_what_that_of_re_finds_new_or_kept(
    tmp_path: Path, pattern: str, flags: int
) -> None:
    text = "Two of 12 CCGs Merged, 3 STPs not merge\n\ue000é\none ccg per ics, one CCG per stp"
    kept = Kept(tmp_path / "patterns")
    new = kept.compiled(pattern, flags)
    kept.keep()

    again = Kept(tmp_path / "patterns").compiled(pattern, flags)

    told = [(each.regs, each.groupdict()) for each in re.compile(pattern, flags).finditer(text)]
    assert told
    for each in (new, again):
        assert [(hit.regs, hit.groupdict()) for hit in each.finditer(text)] == told
        assert (each.pattern, each.flags) == (pattern, re.compile(pattern, flags).flags)


def test_every_pattern_of_the_rules_finds_what_that_of_re_finds(tmp_path: Path) -> None:
    asked = (
        "import json, re, sys; import kg.documents.read; from kg.documents.patterns import kept\n"
        "text = json.loads(sys.stdin.read())['text']; told = text + text.lower()\n"
        "print(len(kept._KEPT._asked) > 900, [each for each in kept._KEPT._asked if"
        " [hit.regs for hit in kept.compiled(*each).finditer(told)]"
        " != [hit.regs for hit in re.compile(*each).finditer(told)]])"
    )
    article = next((Path(__file__).parents[1] / "articles").glob("*/*.json"))
    for _ in range(2):  # the first compiles them, the second takes what was kept
        told = subprocess.run(
            [sys.executable, "-c", asked],
            input=article.read_text(encoding="utf-8"),
            env=os.environ | {"XDG_CACHE_HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        )
        assert told.stdout == "True []\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file in which one pattern is kept."""
    kept = Kept(tmp_path / "patterns")
    kept.compiled("ICBs?")
    kept.keep()
    return tmp_path / "patterns"


def test_what_was_kept_is_not_compiled_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def parts(pattern: str, flags: int) -> object:
        raise AssertionError(f"{pattern} is compiled with {flags}")

    monkeypatch.setattr(patterns, "_parts", parts)

    assert Kept(file).compiled("ICBs?").findall("an ICB") == ["ICB"]
    with pytest.raises(AssertionError, match="CCGs is compiled with 0"):
        Kept(file).compiled("CCGs")


def test_with_a_python_that_does_it_in_another_way_patterns_are_compiled_and_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "_COMPILER", object())
    kept = Kept(tmp_path / "patterns")

    assert kept.compiled("ICBs?").findall("an ICB") == ["ICB"]
    kept.keep()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "spoilt", [lambda whole: whole[:-9], lambda whole: whole[:40] + b"?" + whole[41:],
               lambda _: b"", lambda _: b"no patterns"],
    ids=["cut", "changed", "empty", "another"],
)  # fmt: skip
def test_a_file_that_is_no_good_is_as_none_and_is_written_anew(
    tmp_path: Path, spoilt: object
) -> None:
    file = tmp_path / "patterns"
    for _ in range(2):
        kept = Kept(file)
        assert kept.compiled("ICBs?").findall("an ICB") == ["ICB"]
        kept.keep()
        whole = file.read_bytes()
        file.write_bytes(spoilt(whole))  # type: ignore[operator]
    kept = Kept(file)
    kept.compiled("ICBs?")
    kept.keep()

    assert file.read_bytes() == whole


def test_what_another_python_kept_is_not_taken(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(Kept(file)._known) == [("ICBs?", 0)]

    monkeypatch.setattr(patterns, "_MADE_BY", "another")

    assert Kept(file)._known == {}


def test_where_nothing_can_be_written_patterns_are_compiled_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file" / "patterns", None):
        kept = Kept(place)
        assert kept.compiled("ICBs?").findall("an ICB") == ["ICB"]
        kept.keep()

    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_beyond_a_number_what_was_not_asked_for_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "_MOST", 2)
    for asked in (["a", "b"], ["b", "c"]):
        kept = Kept(tmp_path / "patterns")
        for each in asked:
            kept.compiled(each)
        kept.keep()

    assert sorted(text for text, _ in Kept(tmp_path / "patterns")._known) == ["b", "c"]


def test_a_pattern_that_is_none_is_refused_as_re_refuses_it() -> None:
    with pytest.raises(re.error, match=r"missing \), unterminated subpattern at position 0"):
        Kept(None).compiled("(")

    assert isinstance(RULE, re.Pattern)
