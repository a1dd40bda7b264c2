"""Words of policy: the one-CCG rule in either order, its hedges, and the documents that hold it."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.vocabulary import words
from kg.documents.patterns import compiled

HEDGE: Final = words(
    r"""
        typically|usually|generally(?: speaking)?|normally|ordinarily|as a rule|in general
        as a general rule|by and large|in most cases|for the most part|mostly|broadly|as (?:a
        + |the) norm
        tend(?:s|ed)? to
        in the main|commonly|more often than not|on the whole|typical|default|as standard
        or as near as|more or less
        most (?:systems|icss|areas|stps)
        (?:all but|save|except|bar|barring|other than|apart from|aside from|unless(?: there are)?)
        + (?: in| for)? (?:a |the )?(?:most )?(?:handful|few|exceptional|exceptions?|rare|special
        + |compelling|good|strong)
        with (?:few|rare|some) exceptions|(?:is|was|be|remain\w*) the norm
    """
)

_BODY: Final = (
    r"(?:(?:strategic |statutory )?(?:ccgs?|clinical commissioning groups?|commissioners?"
    r"|commissioning (?:group|body|organisation)s?|of (?:these|them)"
    r"|statutory (?:body|organisation)|commissioning board))"
)
_SYSTEM: Final = (
    r"(?:ics|icss|icses|stps?|stps?/ics|ics/stp|(?:integrated care|health|local|care) systems?"
    r"|systems?|sustainability and transformation (?:partnership|plan)s?(?: footprints?)?"
    r"|footprints?"
    r"|patch|of the (?:42|44|forty-two|forty-four) (?:areas|systems|footprints|stps|icss))"
)
_ONE: Final = r"(?:only one|just one|a single|one single|a sole|one|single|1)"
_EACH: Final = (
    r"(?:per|(?:(?:in|for|to|across|within|covering) )?(?:each|every)"
    r"|(?:in|for|to|across|within|covering) one|(?:(?:in|for|to|across|within|covering) an?|a)"
    r"(?! [\w' ]{3,24} (?:with|of|that|which|stretching|spanning|covering|serving)\b))"
)
_MUST: Final = r"(?:will|would|should|must|to|has to|have to|needs? to|ought to|can|is|are)"
RULE: Final = compiled(
    rf"\b{_ONE} (?:\w+ )?{_BODY}\b.{{0,70}}?\b{_EACH} [\"']?(?:\w+ )?{_SYSTEM}\b"
    rf"|\b(?:every|each|all|any|an?|the|{_SYSTEM})\b[^.:]{{0,20}}?\b{_SYSTEM}\b"
    rf"[^.]{{0,90}}?\b{_ONE} (?:\w+ )?{_BODY}\b"
    rf"|\b{_SYSTEM} (?:\([^)]*\) )?[\"']?{_MUST}\b[^.]{{0,80}}?\b{_ONE} (?:\w+ )?{_BODY}\b"
    rf"|\b(?:one|1|each|every|an?) {_SYSTEM}[,:]? (?:and |means |equals |= |should mean |must mean"
    rf" |- )?(?:one|1|a single) (?:ccg|commissioner)\b(?: \(by [^)]{{3,20}}\))?"
    rf"|\b(?:all )?(?:our |the |their |your )?(?:{_SYSTEM})\b[^.]{{0,30}}?\b(?:to|must"
    rf"|should|would|will)\b[\"']?"
    rf"(?: [\"']?(?:typically|usually|normally|generally)[\"']?)? (?:move|reduce|go|get|come down"
    rf"|shift|merge) (?:down )?(?:in)?to (?:just |only )?{_ONE}"
    rf" (?:\w+ )?{_BODY}\b"
    rf"|\b(?:each|every|all|most) (?:such |of these |\w+ )?(?:area|system|county|patch|place"
    rf"|region|part of the"
    rf" country)s?\b[^.]{{0,60}}\b{_MUST}\b[^.]{{0,50}}\b{_ONE} (?:\w+ )?{_BODY}\b"
    rf"|\bthere {_MUST} (?:[\"']?\w+[\"']? )?be (?:\w+ )?{_ONE} (?:{_BODY}|group|board|body) "
    rf"(?:for|per|in|to|across|covering) (?:an area|every|each|any|a \w+)\b"
    rf"|\beach {_MUST}\b[^.]{{0,50}}\b{_ONE} (?:\w+ )?{_BODY}\b"
    rf"|\b(?:it|there|that|we|they) (?:must|should|had to|has to|have to|needs? to) (?:\w+ )?"
    rf"(?:be|have) {_ONE} (?:\w+ )?{_BODY} (?:for|in|across|per) (?:the|our|your|their|its"
    rf"|this) (?:\w+ )?{_SYSTEM}\b"
)
"""The one-CCG rule."""
ONE_EACH: Final = compiled(
    rf"\bthere (?:will|would|should|must)(?: be| [\"']?\w+[\"']? be) an? {_BODY} (?:per|for|in)"
    rf" (?:each |every )?[\"']?{_SYSTEM}"
    rf"|\b{_ONE} (?:{_BODY}) (?:apiece|each)\b(?! for (?!each|every))"
    rf"|\b{_ONE} group (?:per|for each|in each|for every|in every|to each) [\"']?{_SYSTEM}"
    rf"|\b(?:just |only )?(?:one|a single one) (?:(?:per|for each|in each|in every|for every"
    rf"|to each|to"
    rf" every|to an?|for an?) (?:single )?[\"']?(?:\w+ )?{_SYSTEM}|each(?= by|[.,;]))"
    r"|\b(?:the )?(?:nhs )?(?:(?:long[- ]term|ten-year|nhs) plan|guidance|nhs england|centre|region"
    r"|letter|rule)(?:, \w+,)? (?:wants?|wanted|says?|said|asks? for|asked for|calls? for"
    r"|called for"
    r"|prescribes?|prescribed|specif\w+|means?|meant|insists? on|expects?)"
    r" [\"']?(?:typically |usually |normally |just |only |ideally )*one[\"']?(?=[.,;:)]|$)"
)
"""The one-CCG rule without the word for the body: "one per system", "the plan wants one"."""
BE_ONE: Final = compiled(
    r"\b(?:there|they|that|each|areas|systems) (?:will|would|should|must) [\"']?(?:\w+ )?(?:be|have"
    r"|remain)[\"']? (?:only |just )?one\b(?=[.,;\"']|$| by )"
)
"""The rule told again as "there would usually be one"."""
AS_MANY: Final = compiled(
    rf"\b(?P<count>\d+|[a-z]+(?:-[a-z]+)?) {_SYSTEM}(?:,| =| and| means| equals) (?P=count)"
    rf" {_BODY}\b(?: by \d{{4}})?"
)
"""The one-CCG rule as a sum: "42 systems, 42 commissioners"."""
A_BODY: Final = compiled(
    r"\b(?:insist\w* on|requir\w+|demand\w*|want\w*|push\w* for|press\w* for|expect\w*|mean\w*)"
    rf" (?:there (?:to be|being) )?an? {_BODY} (?:per|for|in|to) (?:each|every|all) [\"']?"
    rf"(?:\w+ )?{_SYSTEM}\b"
)
"""The one-CCG rule without its number: "insist on a CCG for each system"."""
MEANT_AGAIN: Final = compiled(
    r"\b(?:there [\"']?(?:will|would|should)[\"']? |this|that|which|it)(?: [\"']?(?:will|would"
    r"|should|must|is|was|need))?(?: only)? (?:[\"']?(?:typically|usually|generally"
    r"|normally)[\"']? )?(?:to"
    r" )?be (?:the case|so)\b(?:,? [\"']?(?:typically|usually|generally|normally)[\"']?)?"
    r"|\b(?:something|an aim|a goal|a target|a rule) (?:that |which )?(?:all|every|each)"
    r" (?:areas?|systems?|regions?|patch(?:es)?|parts?) [^.;]{0,20}?(?:must|had to|have to|should)"
    r" [^.;,]{3,50}"
    r"|[\"']?\brequired (?:by|under|in) (?:the )?(?:nhs )?(?:long[- ]term plan|national policy"
    r"|planning guidance|nhs england)\b"
)
"""The one-CCG rule taken up: "this will typically be the case", "required by the plan"."""
SAME_AREA: Final = compiled(
    rf"\b{_BODY}\b[^.]{{0,40}}?\b(?:cover|match|align|mirror|coterminous|the same (?:area"
    rf"|footprint)"
    rf"|boundaries)\b[^.]{{0,50}}?\b{_SYSTEM}\b"
)
"""The rule told by areas."""
DOCUMENT: Final = (
    r"(?:(?:long[- ]term|ten[- ]year|10[- ]year|five[- ]year) plan"
    r"|(?:operational )?plan(?:ning guidance)|operational plan|white paper"
    r"|guidance|(?:five year )?forward view|health and (?:social )?care (?:act|bill)|mandate"
    r"|act|bill|(?<=nhs )constitution|framework|directions|regulations|(?:model )?icb blueprint"
    r"|blueprint"
    r"|next steps(?: document)?|towards authorisation|policy (?:passed|agreed)|operating framework"
    r"|resolution|criteria|toolkit|policy)"
)
