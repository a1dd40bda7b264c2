"""Words of a text as tokens, and the walk over the capitalised words before a head word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from typing import NamedTuple

from kg.documents.patterns import compiled

_TOKEN = compiled(r"\bSt\.(?= [A-Z])|[^\W_][\w'./&-]*[^\W_]|[^\W_]|\n|\S")
_MOST_LINKING = 3
_LINKING = frozenset({"of", "upon", "on", "with", "and", "&", "the", "for", "le", "under", "in"})


def vocabulary(words: str) -> frozenset[str]:
    """The words of a list that is written as one string.

    >>> sorted(vocabulary("CCG CCGs"))
    ['CCG', 'CCGs']
    """
    return frozenset(words.split())


FUNCTION = vocabulary(
    "A About According Across Additionally After Afterwards Again Against "
    "All Almost Alongside Also "
    "Although Amid Among An And Another Any Are Around As Asked At Because "
    "Before Behind Being Below "
    "Besides Between Beyond Both But By Can Commenting Could Currently Despite Did Do Does During "
    "Each Earlier Either Elsewhere Even Eventually Every Except Few Finally First "
    "Five Following For "
    "Former Formerly Four From Further Furthermore Given Had Has Have Having He Hence Her Here His "
    "However I If In Indeed Initially Inside Instead Interim Into Is It Its Just Last Later Like "
    "Likewise Local Many Meanwhile Merging More Moreover Most Much Near Nearby "
    "Nearly Neither New Next "
    "No None Nor Not Nothing Now Of Off On Once One Only Or Originally "
    "Other Others Our Out Outside "
    "Over Overall Per Perhaps Plans Previously Proposed Rather Recently "
    "Responding Seven Several She "
    "Should Similarly Since Six So Some Soon Speaking Still Such Ten Than That The Their Them Then "
    "There These They This Those Though Three Through Throughout Thus Today Together Tomorrow "
    "Two Ultimately Under Unless Unlike Until Up Upon Was We Were What When "
    "Where Whereas Whether Which "
    "While Who Whose Why Will With Within Without Would Yes Yesterday Yet "
    "You Your Eight Nine Eleven "
    "Twelve Emerging Single Joint Deputy Acting Senior Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday January February March April May June July August September October November "
    "December Plan Merger Mergers Proposals Leaders Members Doctors Patients Campaigners Bosses "
    "Separate Developing Established Aspiring Neighbouring Constituent Existing Remaining "
    "Individual Fewer Larger Smaller Bigger Dissolving Merged Adjacent "
    "Respective Struggling Authorised Pathfinder Every Becoming Creating Forming Abolishing "
    "Scrapping Chairs "
    "Exclusive Revealed Breaking Updated Opinion Analysis Comment Editorial Dear Re Subject"
)


class Token(NamedTuple):
    """A word or mark and where it stands in the folded text."""

    text: str
    start: int
    end: int
    is_capital: bool
    """Whether it starts with a capital letter."""


class Words:
    """The tokens of a folded text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [
            Token(word := m[0], m.start(), m.end(), word[0].isupper())
            for m in _TOKEN.finditer(text)
        ]
        self._starts = [token.start for token in self.tokens]

    def index(self, place: int) -> int:
        """The number of the first token that starts at or after a place."""
        return bisect_left(self._starts, place)

    def capitals(self) -> list[Token]:
        """The tokens that start with a capital letter."""
        return [token for token in self.tokens if token.is_capital]

    def before(self, place: int, stop: Collection[str], *, commas: bool) -> list[Token]:
        """The words of the name that ends before `place`: capitalised words and what links them.

        The walk goes left and ends at any other word, at a possessive, at the words of `stop`,
        and (unless `commas`) at a comma. Leading function words are left out.
        """
        found: list[Token] = []
        held: list[Token] = []
        in_brackets = False
        for at in range(self.index(place) - 1, -1, -1):
            token = self.tokens[at]
            is_name = token.is_capital and token.text not in stop
            if token.text == "'" and at and f"{self.tokens[at - 1].text}'" in _OWNED:
                held.append(token)
            elif token.text == (")" if not in_brackets else "(") and (found or in_brackets):
                in_brackets = not in_brackets
                held.append(token)
            elif is_name and not _is_possessive(token, found):
                found += [*held, token]
                held = []
            elif token.text in _LINKING or (commas and token.text == ","):
                held.append(token)
            else:
                break
            if len(held) > _MOST_LINKING:
                break
        found.reverse()
        while found and (found[0].text in FUNCTION or not found[0].is_capital):
            del found[0]
        return found


_OWNED = vocabulary(
    "King's Bishop's St Women's Children's People's Queen's Guy's Thomas' George's Mary's Mark's "
    "Peter's John's James's Luke's Joseph's Michael's Leonard's Helen's Gabriel's Nicholas' "
    "Commissioners' Governors' Leaders' Practitioners' Citizens' Members' Residents' Carers' "
    "Patients' Workers' Doctors' Physicians' Surgeons' Nurses' Students' Alder"
)


def _is_possessive(token: Token, found: list[Token]) -> bool:
    """Whether `'s` ends the name that a later word would begin: `Kent's CCG`, not `King's Lynn`."""
    return (token.text.endswith(("'s", "s'")) and token.text not in _OWNED) or (
        token.text == "'" and bool(found)
    )
