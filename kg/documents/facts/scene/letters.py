"""Whose voice a stretch of text is: the writer of a letter, whoever answers under initials."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.model import Party
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.setting import Setting
from kg.documents.patterns import compiled

_OPENS: Final = compiled(r"(?:dear )?(?:sirs?|madam|editor)\b ?(?:[-,:]|$)|sir, ")
_ANSWER: Final = compiled(r"([A-Z]{2,4}|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}): ")
_CAPITALS: Final = compiled(
    r"(?:(?:DR|MR|MRS|MS|MISS|PROF|PROFESSOR|SIR|CLLR|REV) )?"
    r"(?P<name>[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){1,3})(?:,|$)"
)
_LONGEST: Final = 90
"""Characters of a line that can be a signature."""


def read_letters(setting: Setting) -> tuple[tuple[int, int, Party], ...]:
    """Each letter of a page of letters: its start, its end, and who signs it."""
    sentences = setting.sentences
    starts = [each for each in sentences if _OPENS.match(each.plain)]
    ends = [each.number for each in starts[1:]] + [len(sentences)]
    found = []
    for first, end in zip(starts, ends, strict=False):
        for each in reversed(sentences[first.number + 1 : end]):
            writer = _signer(setting, each) if each.segment.span != first.segment.span else None
            if writer:
                found.append((first.span.start, each.span.start, writer))
                break
    return tuple(found)


def _signer(setting: Setting, line: Sentence) -> Party | None:
    """Who signs in a short line: a person, or a name in capitals."""
    if line.people and line.span.end - line.span.start < _LONGEST:
        return setting.parties[line.people[0].key]
    capitals = _CAPITALS.match(line.span.of(setting.text))
    if capitals is None:
        return None
    name = capitals["name"].title()
    return Party(f"writer/{name}", name, "person")


def read_voices(setting: Setting) -> dict[str, Party]:
    """The people of a text by what can label their answers: initials, name, surname."""
    found: dict[str, Party] = {}
    for each in setting.mentions.people:
        for label in (_initials(each.name), each.name, each.name.split()[-1]):
            found.setdefault(label, setting.parties[each.key])
    return found


def label_of(setting: Setting, sentence: Sentence) -> str:
    """The label that the paragraph of a sentence opens with: `RT` of `RT: No.`, else empty."""
    label = _ANSWER.match(setting.text, sentence.segment.span.start)
    return label[1] if label else ""


def _initials(name: str) -> str:
    words = [word for word in re.split(r"[\s-]+", name) if word.rstrip(".") not in _TITLES]
    return "".join(word[0] for word in words if word[:1].isupper())


_TITLES: Final = frozenset(("Dr", "Mr", "Mrs", "Ms", "Miss", "Prof", "Professor", "Sir", "Cllr"))
