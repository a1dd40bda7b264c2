"""The words before a type word that belong to the name, and those that do not."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.documents.mentions.names.gazetteer import Gazetteer
from kg.documents.mentions.names.given_names import given_names
from kg.documents.mentions.text.words import Token, Words, vocabulary
from kg.documents.patterns import compiled

_NUMBER = compiled(
    r"(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)(?:-\w+)?|Thirteen|Fourteen"
    r"|Fifteen"
    r"|Sixteen|Seventeen|Eighteen|Nineteen|Hundreds|Dozens|Half"
)
_PARTS_OF = vocabulary("Body Bodies Board Boards Committee Members Team Office Meeting")
_POSTS = vocabulary(
    "Executive Officer Director Chair Chairman Chairs Lead Leader Head Manager Secretary Nurse"
)
_STOP = vocabulary(
    "CCG CCGs ICB ICBs ICS ICSs STP STPs PCT PCTs SHA SHAs LMC LMCs CSU CSUs GP GPs PCN PCNs NHSE "
    "Dr Mr Mrs Ms Prof Professor Sir Dame Lord Lady Baroness Cllr Councillor "
    "Council Councils Trust "
    "HSJ NHSE/I NHSEI I Group Groups Chair Chief Officer MP MPs"
)


_SET = compiled(
    r"(?:[A-Z]{3}s|[Cc]linical [Cc]ommissioning [Gg]roups|[Ii]ntegrated [Cc]are [Bb]oards),"
)
"""A type word that ends what opens a sentence: `In A, B and C CCGs, most voted`."""


def name_before(
    words: Words, place: int, is_known: Callable[[str], bool], *, commas: bool
) -> list[Token]:
    """Give the words of the name, or list of names, that ends before `place`; empty if none."""
    before = words.before(place, _STOP, commas=commas)
    if before and before[0].text == "Model":
        del before[0]
    if before and _NUMBER.fullmatch(before[0].text):
        del before[0]
        while before and not before[0].is_capital:
            del before[0]
    before = _after_of(before)
    if not before or _SET.match(words.text, place):
        return before
    is_whole = is_known(words.text[before[0].start : place].strip())
    return before if is_whole else _without_setting(words.text, before)


_CROWDS = vocabulary(
    "Practices Members GPs Doctors Leaders Chairs Managers Clinicians Staff Bosses Chiefs "
    "Residents Patients Councillors Colleagues Votes Ballots Mergers Plans Talks Proposals "
    "Commissioners Health Two Three Four Five Six Seven Eight"
)
"""What may open a sentence before the place that it is of: `Practices in Leeds CCG`."""


def _after_of(before: list[Token]) -> list[Token]:
    """The name without what it is the body of: `Governing Body of NHS Corby` is `NHS Corby`."""
    for at in range(2, min(len(before), 5)):
        is_setting = before[at - 1].text in {"in", "at", "of", "from", "for", "across", "between"}
        if is_setting and before[0].text in _CROWDS and before[at].is_capital:
            return before[at:]
    for at in range(len(before) - 1, 1, -1):
        is_of = before[at - 1].text == "the" and before[at - 2].text in {"of", "for"} and at > 2
        if is_of and before[at - 3].text in _PARTS_OF | _POSTS:
            return before[at:]
    for at in range(len(before) - 1, 0, -1):
        if before[at - 1].text == "of" and at > 1 and before[at - 2].text == ",":
            return before[at:]
        is_nhs = before[at].text == "NHS" and before[at - 1].text in {"of", "for", "the"}
        if is_nhs or (
            before[at - 1].text == "of" and before[at - 2].text in _PARTS_OF | _POSTS and at > 1
        ):
            return before[at:]
    return before


def _without_setting(text: str, before: list[Token]) -> list[Token]:
    """The list without the place that opens the sentence: `In Kent, Swale and Thanet CCGs …`."""
    if not re.search(
        r"(?:^|[\n.\"?!:] ?|\b[Hh]ere |\b[Uu]p |\b[Dd]own |\b[Oo]ver |, |– )(?:[Ii]n|[Aa]cross"
        r"|[Aa]round)(?: the)? $",
        text[max(0, before[0].start - 16) : before[0].start],
    ):
        return before
    comma = next((at for at, token in enumerate(before) if token.text == ","), None)
    return before[comma + 1 :] if comma and comma + 1 < len(before) else before


def after_of_the(before: list[Token]) -> list[Token]:
    """What an unknown name has after `of the`: `A of the B Council` is `B Council`."""
    for at in range(len(before) - 1, 1, -1):
        if before[at - 1].text == "the" and before[at - 2].text in {
            "of",
            "from",
            "at",
            "in",
            "for",
        }:
            return before[at:]
    return before


_AREA = vocabulary(
    "Borough City County District Royal Vale Isle Riding Metropolitan Friends "
    "University House Bank Church"
)
"""Words of areas and bodies that have `of` inside their name."""
_NAME_AND_OF = 2


def _texts(tokens: list[Token]) -> set[str]:
    return {token.text for token in tokens}


def after_of_known(
    text: str, before: list[Token], end: int, code: str, gazetteer: Gazetteer
) -> list[Token]:
    """The known name after what is of it: `Ann Lee of Leeds City Council`."""
    if before and gazetteer.has(text[before[0].start : end].strip(), code):
        return before
    for at in range(1, len(before)):
        if before[at - 1].text not in {"of", "from", "at", "for"}:
            continue
        name = text[before[at].start : end].strip()
        is_person = gazetteer.is_place(name) and (
            before[0].text in given_names() or (at > _NAME_AND_OF and not _AREA & _texts(before))
        )
        if is_person or gazetteer.has(name, code):
            return before[at:]
    return before
