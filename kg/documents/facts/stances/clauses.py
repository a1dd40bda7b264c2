"""Whose a verb is by grammar: of quotations, second verbs, passives, clauses of their own."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.documents.facts.model import Party
from kg.documents.facts.scene.sentences import Actor, Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.facts.stances.words.saying_words import SAID
from kg.documents.mentions.model import Person
from kg.documents.patterns import compiled

_AUXILIARIES: Final = (
    r"(?:(?:also|has|have|had|is|are|was|were|would|will|could|did|does|do|been|later|then|now|not"
    r"|instead|nonetheless|nevertheless|still|\w+ly) )*"
)
_SECOND: Final = compiled(rf"[,\"'] ?(?:but|and|yet|though) {_AUXILIARIES}$")
"""Before a further verb of the main clause: `X said it helped, but urged`."""
_FINITE: Final = compiled(
    r"(?:has|have|had|is|are|was|were|would|will|could|did|does|do|said|gave|saw|came|made|thought"
    r"|threw|took|put|spoke|stood|\w{3,}ed|\w{3,}s)\b(?<!fears)(?<!concerns)(?<!supports)"
)
_AND_PERSON: Final = compiled(
    r"(?:, [^,;]{3,60},)?,? and (?:(?:dr|prof(?:essor)?|sir|dame|mr|mrs|ms|cllr|councillor|lord"
    r"|baroness)\.? )?"
)
"""Words between two people who do the same."""
_PASSIVE_TOLD: Final = compiled(
    r"\b(?:is|are|was|were|been|be|being) (?:\w+ly |now |also |all )?(?:told|advised|urged|asked"
    r"|recommended|instructed|ordered|encouraged|warned|informed|invited|pressed|assured|promised"
    r"|reminded|lobbied)\b(?:(?! (?:but|and) )[^.;,])*$"
)
"""Words of who was told to do something: what they were told is the view of who told them."""
_BY: Final = compiled(r"\bby (?:the |its |their |his |her )?")
_OWN_SUBJECT: Final = compiled(
    r"\b(?:even though|although|though|because|whereas|while|unless|after|before|until|since|when"
    r"|as) (?!(?:it|they|he|she|we|i)\b)(?P<rest>(?:[\w'-]+ ){2,9})$"
)
"""A clause with a subject of its own: `X pressed on even though one of them opposed`."""
_FOR_OWN: Final = compiled(
    r"\b(?P<said>said|says|told [\w ]{2,30}?|insist\w*|argu\w*|add(?:ed|s)|stress\w*|explain\w*"
    r"|confirm\w*|claim\w*|believ\w*|made clear)(?: that)? (?:(?:her|his|their|our) (?:own )?"
    r"(?:members|member practices|practices|colleagues|membership|gps|patients|residents"
    r"|constituents|staff)|(?:the|her|his) (?:organisation|union|college|charity|association"
    rf"|federation|department|alliance|coalition)) {_AUXILIARIES}$"
)
"""Words by which a speaker tells the view of those spoken for: `Lee said the union would fight`."""
_RESTRICTED: Final = compiled(rf"[\w'] (?:that|who|which) {_AUXILIARIES}$")
"""A clause that only picks out whom a plural means: `supported CCGs that chose to merge`."""
_NO_SUBJECT: Final = compiled(rf"(?:\w+ing\b.*|(?:of|to|for|in|with|part) .*|{_AUXILIARIES})")
_NOT_VERB: Final = compiled(
    r"\b(?:amid|amidst|despite|in spite of|because of|owing to|due to|given|following|allay(?:ed)?"
    r"|address(?:ed)?|ease[ds]?|answer(?:ed)?|dispel(?:led)?|calm(?:ed)?|soothe[ds]?|stok(?:ed|es)"
    r"|acknowledge[ds]?|underst(?:ands?|ood)) (?:the |any |local |some |widespread |growing |their"
    r" )*$"
)
"""Words before a noun of feeling that is nobody's verb here: `amid fears that`."""
_NOUN: Final = compiled(
    r"(?:fears?|concerns?|doubts?|worries|opposition|objections?|criticism|protests?|support"
    r"|backing|praise|approval|anger|resistance)\b"
)
_NUMBER: Final = (
    r"(?:an?other|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|some"
    r"|a handful|the rest|most)"
)
_SPLIT: Final = compiled(
    rf"(?:^|[.;:,] )(?:with )?{_NUMBER} (?:\w+ ){{0,6}}(?:for|in favour|supported|backed|yes"
    rf"|approved)\b[^.;]{{0,50}}?(?:, | and | while | but | with )(?:and |with |but )?{_NUMBER}"
    r"(?: \w+){0,3}? (?:against|opposed|no|abstained|abstaining|abstentions?|objected|dissented)\b"
)
"""A vote told by its numbers: who was on which side nobody says, and the body took but one."""
_BOTH: Final = compiled(
    rf"(?:but |and |yet )?(?:both|all (?:three|four|five)|the (?:two|three))(?: of them| bodies"
    rf"| groups| councils| boards)? {_AUXILIARIES}"
    r"(?:(?:said|understood|thought|believed|known|reported) to )?(?:be )?"
)


def unquoted(sentence: Sentence, start: int) -> Sentence:
    """The sentence with the actors only whom the quotations that do not hold a place leave.

    Of `Lee said “it helps patients”, but urged` the patients do not urge.
    """
    place = sentence.place(start, start + 1)
    spans = [
        each.span
        for each in sentence.quotations
        if not each.span.has(place) and each.span.start < place.start
    ]
    if not spans:
        return sentence

    def is_out(actor: Actor) -> bool:
        return not any(each.has(actor.span) for each in spans)

    return replace(
        sentence,
        organisations=tuple(each for each in sentence.organisations if is_out(each)),
        groups=tuple(each for each in sentence.groups if is_out(each)),
        people=tuple(each for each in sentence.people if is_out(each)),
    )


def second_verb(lead: str, words: str) -> int | None:
    """Where the first verb stands whose subject a second one goes on with; None for a first."""
    joined = _SECOND.search(lead)
    if joined is None or not (_FINITE.match(words) or joined[0].count(" ") > 2):
        return None
    said = SAID.search(lead, 0, joined.start())
    return said.start() if said else None


def for_own(lead: str) -> int | None:
    """Where the saying verb stands by which somebody tells the view of those spoken for."""
    said = _FOR_OWN.search(lead)
    return said.start("said") if said else None


def is_restricted(lead: str) -> bool:
    """Whether a verb only picks out whom a plural means: "CCGs that chose to merge"."""
    return _RESTRICTED.search(lead) is not None


def people_together(
    scene: Scene, sentence: Sentence, holder: Party, place: int
) -> tuple[Party, ...]:
    """The people named as one before a place of a sentence: "Dr Lee and Dr Dow oppose"."""
    at = sentence.span.start + place
    rows: list[list[Person]] = []
    for each in sorted(sentence.people, key=lambda one: one.span):
        if each.span.end > at:
            break
        gap = scene.plain[rows[-1][-1].span.end : each.span.start] if rows else ""
        if rows and _AND_PERSON.fullmatch(gap):
            rows[-1].append(each)
        else:
            rows.append([each])
    row = next((one for one in rows if any(each.key == holder.key for each in one)), [])
    found = tuple(dict.fromkeys(scene.parties[each.key] for each in row))
    return found if holder in found else (holder,)


def was_told(lead: str, words: str) -> re.Match[str] | None:
    """The words of a passive by which the subject was only told something."""
    return _PASSIVE_TOLD.search(lead) or _PASSIVE_TOLD.search(f"{lead}{words.split(' ')[0]}")


def teller_of(scene: Scene, sentence: Sentence, told: re.Match[str]) -> Party | None:
    """Who told them, where the passive says it: "were advised by X to vote no"."""
    by = _BY.search(sentence.told, told.start())
    at = sentence.span.start + by.end() if by else -1
    named = [each for each in sentence.actors if by and 0 <= each.span.start - at <= 3]
    return scene.parties[named[0].key] if named else None


def has_own_subject(gap: str) -> bool:
    """Whether between a name and a verb another clause begins that names its subject by a noun."""
    clause = _OWN_SUBJECT.search(gap)
    return clause is not None and _NO_SUBJECT.fullmatch(clause["rest"]) is None


def is_nobodys(lead: str, words: str) -> bool:
    """Whether a noun of feeling is told as nobody's: "amid fears that"."""
    return _NOUN.match(words) is not None and _NOT_VERB.search(lead) is not None


def is_split_vote(told: str) -> bool:
    """Whether a sentence only counts the votes for and against.

    >>> is_split_vote("six members voted for the plan, two against.")
    True
    """
    return _SPLIT.search(told) is not None


def both(scene: Scene, sentence: Sentence, lead: str) -> tuple[Party, ...]:
    """The bodies that "both" or "all three" means as the subject of a sentence."""
    return scene.counted(sentence) if _BOTH.fullmatch(lead) else ()
