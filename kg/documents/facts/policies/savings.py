"""What a merger would save, which is no rule of what costs must be."""

from __future__ import annotations

from typing import Final

from kg.documents.patterns import compiled

_SAVED: Final = compiled(
    r"\b(?:merger|move|merged \w+|union|change|plan|deal|proposal|arrangement|reorganisation)s?"
    r"\b,? (?:\w+ )?(?:would|could|will|may|might|should|(?:is|was|are|were) (?:expected|intended"
    r"|designed|likely|meant|due) to|to|aims? to|helps?(?: to)?)"
    r" (?:\w+ )?(?:save|cut|reduce|release|free|strip|trim|lower|shave|take)\b"
)
"""Who saves by a merger is under no rule."""
_ORDERED: Final = compiled(
    r"\b(?:told|asked|order|requir|instruct|must|demand|impos|have to|has to|mandat|oblig)"
)
"""Words of a rule that what a merger would save is told to be under."""


def is_saving(plain: str, span: tuple[int, int]) -> bool:
    """Whether a clause of costs only tells what a merger would save.

    >>> is_saving("the merger would cut running costs by a fifth", (17, 45))
    True
    """
    told = _SAVED.search(plain, max(0, span[0] - 60), span[1])
    if _ORDERED.search(plain, max(span[0], told.end() if told else 0), span[1]):
        return False
    is_named = plain.startswith("the ", span[0])
    return (told is not None and not is_named) or plain.startswith("the £", span[0])
