"""What is said to press for a change: the phrases after `driven by`, `because` or `to cut`."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.model import Driver
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.model import Span

_PHRASE: Final = (
    r"(?P<why>(?:[^,.;:()\"]|[.,](?=\d)){3,110}?)"
    r"(?=[,.](?!\d)|[;:()\"]| - | and not | rather than | but | to (?=merge|join)|$)"
)
_DRIVERS: Final = tuple(
    re.compile(rf"\b(?:{before}) {_PHRASE}")
    for before in (
        r"driven(?: (?:at least as much|mainly|largely|in part|partly|chiefly|mostly"
        r"|primarily))? by",
        r"(?:push|forc|prompt|impos|press|demand|requir|order|mandat|instruct|motivat"
        r"|trigger)ed(?: (?:on \w+|upon \w+|through))? by",
        r"(?:encouraged|led|told|asked|instructed|ordered|urged|made) by",
        r"because(?: of)?|in response to|under pressure from|at the behest of|in line with|as a"
        r" result of|amid|owing to|due to(?! \w+ge\b)|thanks to|in the face of|at the request of",
        r"(?:move|merger|plan|decision|change|proposal)s? (?:follows?|comes? (?:after|amid)|is"
        r" a response to|reflects?)",
        r"under orders from|at the insistence of|citing|blam(?:e|es|ed|ing)|on the orders of"
        r"|prompted (?:in part |partly )?by|spurred (?:on )?by",
        r"(?:it|this|that|the \w+) (?:also |partly )?(?:follow(?:s|ed)|c[ao]mes? (?:after|amid"
        r"|in the"
        r" wake of))",
        r"(?:rac(?:e|ing)|rush(?:ing)?|struggl(?:e|ing)|under pressure) to(?= (?:meet|cut|save"
        r"|comply"
        r"|hit|find|reduce))",
        r"in order to|in a bid to|so as to|with the aim of|aim(?:s|ed|ing)? (?:to|at)|(?:hope"
        r"|hopes|hoping) to(?= (?:cut|save|reduc|improv))|would(?= (?:reduce|save|cut))|(?<!due"
        r" )(?<!set )to(?= (?:cut|reduce|save|meet|match|comply) )",
        r"after(?= [^,.;]{0,60}(?:pressure|concerns?|instruct|told|warned))",
    )
)
_FORCED: Final = re.compile(
    r"(?P<why>[^,.;:\"]{4,90}?) (?<!being )(?<!been )(?<!are )(?<!were )(?:has |have |had"
    r" )?(?:forced|is pushing|are pushing|pushed"
    r"|pressed|is pressing|told)\b"
    r" (?:through |for |many |some |several |the |their |of )*[^.,;]{0,60}\b(?:merg|join)"
)


def drivers_of(scene: Scene, sentence: Sentence) -> tuple[Driver, ...]:
    """What a sentence says to press for the change that it tells of, each phrase once."""
    found: dict[str, Driver] = {}
    plain = sentence.plain
    is_forced = any(word in plain for word in ("forc", "push", "press", "told"))
    for pattern in (*_DRIVERS, _FORCED) if is_forced else _DRIVERS:
        for hit in pattern.finditer(sentence.plain):
            span = sentence.place(*hit.span("why"))
            words = span.of(scene.text)
            inner = words.strip()
            start = span.start + words.index(inner)
            place = Span(start, start + len(inner))
            if not any(each.span.meets(place) for each in found.values()):
                found[inner] = Driver(inner, place)
    return tuple(found.values())
