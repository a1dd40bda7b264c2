"""Talk of mergers at large, which tells of no merger of anybody."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.vocabulary import words

HYPOTHETICAL: Final = words(
    r"""
        (?:a|any|such a|another|no) (?:\w+ )?mergers? (?:may|might|could|can|would(?! (?:release
        + |save|mean
        + |cut|cost|bring|leave|create|free|give))|should|must|is|has to)
        no (?:ccg|icb|pct|group|board)s? (?:should|can|may|will|must) (?:be )?merged?
        mergers (?:rarely|often|always|never|usually|may|might|can|should|could|would|do|are not)
        no (?:intention|wish|desire|appetite|need|reason) (?:of|to|for) (?:a )?merg\w+
        (?:most|many|more|others|some|lots|plenty|few|few(?:er)?|dozens|nearly all)(?: of them
        + |(?: more| other)? (?:ccgs|groups|boards|icbs))? (?:will|would|may|might|could|should)
        + [ ](?:\w+ )?(?:merge|combine|join)
        (?<!the )(?<!two )(?<!three )(?<!four )(?<!five )(?<!six )(?<!seven )(?<!eight )(?<!both )
        + (?:groups|ccgs|icbs|boards|bodies|those|any|commissioners|pcts|any (?:group|ccg|icb
        + |board))
        + [ ](?:(?:that|which|who) (?:\w+ )?(?:want|wish|hope|seek|plan|intend|choose|decide
        + |propose)s?
        + [ ]to|(?:hoping|wanting|wishing|planning|seeking|looking|intending|proposing|thinking
        + |keen)
        + (?: to| of)|considering|contemplating|applying to|minded to)
        + [ ](?:merg\w+|combin\w+|join\w*|come together|unite|form|become|a merger)
        wave of (?:\w+ )?mergers|no (?:formal|firm|current|immediate|such|concrete) plans? to merge
        (?:any|each|every|no) (?:future |further |such |other |new )?(?:proposals?|applications?
        + |plans?|requests?|bids?) (?:to merge|for (?:a )?merger)
        (?:possible|potential|future|further|other|more) mergers\b(?! (?:of|between|involving))
        no (?:\w+ )?(?:talk|sign|question|prospect|suggestion|discussion|mention|hint) of (?:an?
        + |any )?(?:\w+ )?(?:merg\w+|union|joining)
        (?:nobody|no one|no-one|none)\b[^.;]{0,40}\b(?:merg\w+|suggest\w+)
        (?:not|never) (?:yet |been )*(?:asked|invited|approached) to (?:join|merge|take part)
        assurances?\b[^.;]{0,60}\bnot (?:be )?merge\w*
        cluster(?:s|ed|ing)? with (?:nobody|no one|no-one|none)
        (?:in |to |of )?neither (?:merger|plan|scheme|application)
        (?:will not|would not|won't|wouldn't|never|not|refuse\w* to|rather than) (?:be |get )?
        + (?:swallowed|absorbed|taken over|merged|gobbled|subsumed|eaten)(?: up)? (?:by|with|into)
        + [ ](?:anybody|anyone|any other|somebody|someone|a (?:bigger|larger) )
        what (?:is|was|will|would) (?:to )?become of
    """
)
"""Talk of mergers at large, of no merger of anybody."""
