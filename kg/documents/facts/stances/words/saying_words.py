"""Words of denial, and of saying."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.vocabulary import words
from kg.documents.patterns import compiled

NOT: Final = compiled(
    r"\b(?:not|no|nothing|never|n't|without|cannot|neither|nor|hardly"
    r"|(?:fail|refus|declin)(?:s|es|ed|ing)? to"
    r"|unable to|unwilling to|stop(?:ped)?"
    r" short of|withdr(?:ew|aws?|awn)|lacks?|lacked|nobody|no one|no-one|little|few|rarely"
    r"|far from|wouldn't"
    r"|won't|isn't|doesn't|don't|didn't|wasn't|no (?:evidence|sign|proof|guarantee"
    r"|suggestion)(?: that)?)(?: (?!(?:and|but)\b)\w+){0,3} $"
)
SAID: Final = words(
    r"""
        call|describe|say|said|says|told|tells|added|adds|warned|claimed|claims|argued|argues
        believes?|believed
        thinks?(?!(?: |-)tanks?\b)|thought|stated|noted|insisted|insists|described|describes|called
        + |calls
        feels?|felt|suggested|reported|wrote|writes|agreed|regarded|commented|stressed|concluded
        explained|replied|replies|responded|accepts?|accepted|conceded?s?|informed|advised|writes
        found|finds|concludes|recalled|recalls|reckons?|reckoned
    """
)
