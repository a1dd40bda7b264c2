"""What is required of the costs of bodies: the clauses of caps, cuts and frozen budgets."""

from __future__ import annotations

from typing import Final

from kg.documents.patterns import compiled

_BODIES: Final = (
    r"(?:(?:(?:the|all|these|those|every|each|most|both|local|remaining|\d+|(?:twen|thir|for|fif"
    r"|six"
    r"|seven|eigh|nine)ty(?:-[a-z]+)?|two|three|four|five|six) ){0,2}(?:ccgs?|icbs?"
    r"|boards?|groups?|bodies|integrated care boards|clinical commissioning groups|commissioners"
    r"|systems|organisations|trusts|pcts|primary care trusts|they|we|it))"
)
_COST: Final = (
    r"(?:(?:(?:ccg|icb|pct|their|its|our|the|total|nhs|present|current|commissioners'|annual) )*"
    r"(?:(?:running|management|administrative|administration|admin|overhead|back[- ]office)"
    r"[ -](?:and \w+ )?(?:costs?|budgets?|spending|spend|bills?|allowances?)|head ?count|overheads"
    r"|bureaucracy|(?:costs?|price) of (?:running|administering|managing|administration|management)"
    r"(?: (?:the )?(?:ccgs|icbs|pcts|groups|boards|commissioners|themselves|commissioning|bodies))?"
    r"|(?:ccgs|icbs|pcts|boards)' (?:own |total |core )?costs"
    r"|what (?:they|it|each) spends? on (?:themselves|itself|administration|management"
    r"|running))\b(?: (?:allowance|budget|envelope|limit)s?)?"
    rf"(?: (?:in|of|at|across) (?:the nhs|england|{_BODIES})\b)?)"
)
_CUT: Final = (
    r"(?:cut|cuts|cutting|slim|shav\w+|chop|lop|prune|squeeze|pare|reduc\w+|lower\w*|halv\w+|fall"
    r"|falls|drop|drops|save|saving|lose|losing"
    r"|cap|capped|bring|come|go|get|trim\w*|shed|slash\w*|fre?e?ez\w*|frozen|shrink|hold|held|take"
    r"|strip|find|deliver|make|live on|manage on|kept|keep|stay|remain|live within|meet|rise)"
)
_LOWERED: Final = (
    r"(?:cut|reduced|lowered|halved|trimmed|slashed|capped|frozen|pegged|limited|shrunk|squeezed"
    r"|fall|falling|fallen|drop|dropping|dropped|shrink|come down|go down)"
)
_MUST: Final = (
    r"(?:must|have to|has to|had to|(?<!the )(?<!a )needs? to|should|will have to|would have to"
    r"|ought to|shall"
    r"|(?:is|are|was|were|be|been|being) (?:\w+ )?(?:to|told|asked|required|ordered|instructed"
    r"|expected|obliged|due|set|made|given|warned)\b(?! (?:whether|if|by|why|how|about)\b)"
    r"|told|asked|required|ordered|instructed|obliged|under (?:orders|instructions?|pressure) to"
    r"|(?:have|has|had) until [\w ]{3,24} to)"
)
_AMOUNT: Final = (
    r"(?:£?\d[\d.,]*(?:m|bn|k)?(?: ?(?:%|per ?cent|pc\b|million|billion))?"
    r"|(?:a |an |one )?(?:half|third|quarter|fifth|tenth)|[a-z]+(?:-[a-z]+)? per ?cent)"
)
_WORDS: Final = r"(?:[^.;:\"(]|\"(?=\w)|\.(?=\d)|\([^)]{1,40}\))"
_STOP: Final = (
    r"(?=,(?!\d)(?! or (?:about|around))|\.(?!\d)|[;:\"]| - | because | but | although | and that |"
    r" so that | which | while |$)"
)
COSTS: Final = tuple(
    compiled(pattern)
    for pattern in (
        rf"\b(?:orders?|ordered|tells?|told|asks?|asked|requires?|required|instructs?|instructed"
        rf"|wants?|wanted|expects?|expected|obliges?|obliged) {_BODIES}(?: in \w+| last \w+"
        rf"| this \w+)?"
        rf" to {_CUT} {_WORDS}{{0,45}}?"
        rf"\b{_COST}\b{_WORDS}{{0,80}}?{_STOP}",
        # wants the cost of running them, £1bn this year, to be a fifth lower
        rf"\b(?:orders?|ordered|tells?|told|asks?|asked|requires?|required|wants?|wanted|expects?"
        rf"|expected|demands?|demanded|needs?|looking for|pressing for) (?:the |their "
        rf"|all )?{_COST}"
        rf"(?:,{_WORDS}{{3,60}},(?!\d)| \([^)]{{1,40}}\)| of [\w' ]{{3,30}})? to (?:be|{_CUT})\b"
        rf" ?{_WORDS}{{2,90}}?{_STOP}",
        rf"\b{_BODIES} (?:(?:will|would|must|are to|is to|have to|has to|are|is) )*(?:lose|losing"
        rf"|shed"
        rf"|forfeit|give up|sacrifice) {_AMOUNT} of {_COST}\b{_WORDS}{{0,60}}?{_STOP}",
        rf"\b(?:[\w-]+' |[\w-]+'s )?{_COST}(?: of [\w' ]{{3,30}}?)?,{_WORDS}{{3,60}},(?!\d)"
        rf" (?:{_MUST}|will|would)"
        rf" {_WORDS}{{0,20}}?\b{_CUT}\b{_WORDS}{{2,60}}?{_STOP}",
        # ministers have capped running costs at £19 a head, want them cut by half
        rf"\b(?:cap(?:s|ped)|fr(?:ee|o)z(?:e|es|en)|limit(?:s|ed)|slash(?:es|ed)|want(?:s|ed)?"
        rf"|demand(?:s"
        rf"|ed)?|order(?:s|ed)|expect(?:s|ed)?) (?:the |all )?{_COST}(?: to be)?(?: cut| reduced"
        rf"| halved"
        rf"| trimmed| lowered| held| down)? (?:at|to|by|in) {_AMOUNT}{_WORDS}{{0,60}}?{_STOP}",
        rf"\b{_BODIES} (?:are |were )?{_MUST} {_CUT}(?: down| back)? (?:their |its "
        rf"|the )?(?:administration"
        rf"|management|admin|overheads|back offices?|headquarters) (?:by|to) {_AMOUNT}"
        rf"{_WORDS}{{0,60}}?{_STOP}",
        # running costs, which every board has been told to cut by a third
        rf"\b(?:[\w-]+' |[\w-]+'s |its |their |the )?{_COST},? (?:which|that) {_BODIES}"
        rf" {_WORDS}{{0,20}}?\b{_MUST}"
        rf" {_CUT} {_WORDS}{{0,60}}?{_STOP}",
        # the allowance, which was cut by a tenth in April
        rf"\b(?:{_COST}|(?:the|its|their) (?:allowance|cap)s?),? (?:which|that|is|was|were|has|have"
        rf"|had|will|would|already|now) {_WORDS}{{0,25}}?\b{_LOWERED} (?:by|to|from|at|in)"
        rf" (?:about |around |nearly |almost |over |more than |just"
        rf" )?{_AMOUNT}{_WORDS}{{0,60}}?{_STOP}",
        rf"\b(?:{_COST}|the (?:allowance|cap)), (?:now |currently )?{_LOWERED} (?:by|to|at|in)"
        rf" {_AMOUNT}{_WORDS}{{0,60}}?{_STOP}",
        # boards asked to slash costs by half
        rf"\b(?:{_BODIES} (?:have |had |has |are |were |is |was )?{_MUST} (?:to )?(?:be )?{_CUT}"
        rf"|(?:told|tells?|asked|ordered|instructed|required|directed) {_BODIES} to {_CUT})"
        r" (?:their |its |total |overall |core )*(?:costs?|spending|budgets?|head ?count"
        r"|workforces?"
        r"|staff(?:ing)?|staff numbers|posts|jobs|spend)\b"
        rf" {_WORDS}{{0,25}}?(?:by|to|in) {_AMOUNT}{_WORDS}{{0,60}}?{_STOP}",
        # the order that groups trim their overheads
        rf"\b(?:orders?|demands?|requirement|instruction|insistence|expectation|edict|rule) that"
        rf" {_BODIES} (?:must |should )?{_CUT} {_WORDS}{{0,20}}?{_COST}\b{_WORDS}{{0,60}}?{_STOP}",
        # the cut that every group must make in its running costs
        rf"\bthe {_AMOUNT} (?:cut|reduction|saving)s? (?:which |that )?{_BODIES} {_MUST} (?:to"
        rf" )?(?:make"
        rf"|find|deliver|achieve|secure)\b{_WORDS}{{0,70}}?{_STOP}",
        rf"\b(?:an?|the|its) (?:[a-z]+ )?(?:cap|ceiling|limit|allowance"
        rf"|target) of {_AMOUNT}{_WORDS}{{0,40}}?"
        rf" (?:on|for|of|in) {_COST}{_WORDS}{{0,30}}?{_STOP}",
        # a national target to reduce administration spending
        rf"\b(?:an?|the|its|their) (?:[\w-]+ ){{0,3}}?(?:target|requirement|instruction|order"
        rf"|demand|edict|duty"
        rf"|obligation|deadline)s? (?:(?:for|on) {_BODIES} )?to {_CUT}"
        rf" {_WORDS}{{0,30}}?{_COST}"
        rf"\b{_WORDS}{{0,60}}?{_STOP}",
        # the allowance will be between £25 and £35 a head
        rf"\b{_COST} (?:(?:is |was )?(?:likely|expected|due|set)? ?(?:will be|would be|is|was"
        rf"|to be|has been)) (?:set at |fixed at "
        rf"|about |around"
        rf" |between |up to |a maximum of |worth )?£\d{_WORDS}{{0,20}}? (?:a|per) (?:head|patient"
        rf"|person)\b",
        # the halving of running costs
        rf"\b(?:the|a|this) (?:halving|squeeze|capping|slashing|clampdown|freezing|cutting"
        rf"|lowering|curb)"
        rf" (?:of|in|on|to) {_COST}\b{_WORDS}{{0,60}}?{_STOP}",
        # boards must lose a third of their staff
        rf"\b(?:ccgs|icbs|pcts|boards|commissioners|(?:each|every) (?:ccg|icb|board"
        rf"|pct)) {_MUST} (?:to )?"
        rf"(?:lose|shed|cut|lay off|make redundant) {_AMOUNT} of (?:their|its) (?:staff"
        rf"|workforces?|posts|jobs"
        rf"|people|head ?count){_WORDS}{{0,60}}?{_STOP}",
        # could not do their work within £25 a head
        rf"\b(?:cannot|can not|could not|can't|couldn't|unable to|impossible to|hard to|struggle to"
        rf"|never) {_WORDS}{{6,70}}? (?:within|on|for|under|with) (?:just |only |the )?(?:£\d[\d.]*"
        rf" (?:a|per|for each) (?:head|patient|person)\b|{_COST})",
        # are allowed £22 a head for administration
        rf"\b{_BODIES} (?:(?:will|would|can|could|may|now|currently|only|each|all|are|is|were|was"
        rf"|be"
        rf"|have|has|been|must|cannot|not) )*(?:allowed|given|permitted|entitled|limited"
        rf"|restricted|capped"
        rf"|allocated"
        rf"|granted|paid|funded|receive|receives|get|gets|spend|live on|manage on|make do with)"
        rf" (?:to spend |to |at |with |no more than |more than |only |just |up to |about |around "
        rf"|a maximum of )*"
        rf"£\d[\d.]* (?:a|per|for each|for every|for) (?:head|patient|person|resident)"
        rf"{_WORDS}{{0,60}}?{_STOP}",
        rf"\b{_BODIES} (?:will |would |must |are to |have to )?have {_AMOUNT} less to spend on"
        rf" (?:\w+ )?(?:administration|management|running|admin|overheads){_WORDS}{{0,60}}?{_STOP}",
        rf"\b{_BODIES} {_MUST} {_WORDS}{{0,30}}?£\d[\d.]* (?:a|per) (?:head|patient|person)"
        rf"{_WORDS}{{0,60}}?{_STOP}",
        rf"\b{_COST} (?:\([^)]{{1,40}}\) )?{_MUST} {_WORDS}{{0,50}}?\b(?:{_CUT}|{_AMOUNT}"
        rf" (?:smaller|lower|less|below|leaner)|no (?:more|higher))\b{_WORDS}{{0,80}}?{_STOP}",
        rf"\b(?:{_BODIES} )?(?:have |had |has |also |now )*{_MUST} {_WORDS}{{0,45}}?\b{_CUT}"
        rf" {_WORDS}{{0,45}}?\b{_COST}\b{_WORDS}{{0,80}}?{_STOP}",
        rf"\b{_COST} (?:will be |are |is |were |being |to be |has been |have been )?(?:held|frozen"
        rf"|capped|pegged|limited|fixed|kept|ring-fenced|set) (?:\w+ )?(?:flat|steady|down|at|to"
        rf"|until|for|by|within|in cash)\b{_WORDS}{{0,60}}?{_STOP}",
        rf"\b{_CUT} {_WORDS}{{0,30}}?{_COST}\b{_WORDS}{{0,30}}?,? (?:in line with|to meet"
        rf"|as required by|as demanded by|to comply with|to satisfy|to hit) (?:the |a |its )?"
        rf"{_WORDS}{{0,50}}?{_STOP}",
        rf"\b{_COST} (?:have |has |had )?(?:dropped|fallen|fell|gone down|come down|been cut|risen)"
        rf" {_WORDS}{{0,30}}?,? (?:short of|against|towards|of|missing|beyond) the {_AMOUNT}"
        rf"{_WORDS}{{0,20}}? (?:asked|required|demanded|target\w*|sought|wanted|expected)\b"
        r"(?: \w+)?",
        rf"\b(?:that|this|it|which|they|these) (?:has|have|must|needs?|will have|is|are|had)(?:"
        rf" to)? (?:\w+ )?"
        rf"(?:fall|come down|drop|be cut|be reduced|go down|shrink) (?:by|to) {_AMOUNT}"
        rf"{_WORDS}{{0,60}}?{_STOP}",
        r"\b(?:\w+' |\w+'s |the )?(?:running|management|administrative) costs? (?:allowance"
        r"|budget|cap)s?"
        r" (?:was|were|is|are|has been|have been|will be|would be) (?:cut|reduced|halved|lowered"
        r"|set"
        rf"|raised) (?:by|to|at|in) {_WORDS}{{2,60}}?{_STOP}",
        rf"\b(?:for )?(?:{_BODIES}|them) (?:are |is |were |will )?(?:to |have to |must )?"
        rf"(?:manage|run|operate|make do|get by|cope) on (?:\w+ ){{0,4}}?(?:less|smaller)\b"
        rf"{_WORDS}{{0,40}}?{_STOP}",
        r"\b(?:an? |the )(?:[\w£.,%-]+ ){0,4}?(?:cap|ceiling|limit|cut|freeze|reduction) "
        rf"(?:on|to|in|of) (?:{_AMOUNT} (?:to|in|on|off) )?{_COST}\b{_WORDS}{{0,50}}?{_STOP}",
        rf"\b{_COST} of {_AMOUNT}(?: (?:a|per) (?:head|patient|person)(?: of population)?"
        r"| per cent)",
        rf"\bthe {_AMOUNT} (?:that|which) (?:the centre|nhs england|nhse(?:/i)?|ministers"
        rf"|the treasury"
        rf"|the government) (?:has |have |had )?(?:demand|requir|ask|want|order|expect|sought)\w*"
        rf"{_WORDS}{{0,30}}?{_STOP}",
        rf"\b(?:{_BODIES} )?{_MUST} (?:[\w ]{{0,20}} )?(?:live|manage|survive|run|operate|cope"
        rf"|get by|make do)"
        rf" on {_AMOUNT} less{_WORDS}{{4,70}}?{_STOP}",
        rf"\b{_COST} (?:allowances? )?(?:{_MUST}|will|would|are being|is being|are"
        rf"|is) {_WORDS}{{0,20}}?\b"
        rf"(?:cut|reduced|fall|shrink|drop|come down|halved|lowered|trimmed|slashed)s? (?:by|from"
        rf"|to) "
        rf"{_AMOUNT}{_WORDS}{{0,60}}?{_STOP}",
        rf"\b(?:requirement|rule|policy|expectation|demand|target|instruction|order)s? (?:is|was"
        rf"|remains|to|that"
        rf"|for|on)\b {_WORDS}{{0,40}}?(?:{_COST} {_WORDS}{{0,20}}?(?:come down|fall|be cut|drop"
        rf"|shrink|be"
        rf" reduced) by {_AMOUNT}|take {_AMOUNT} (?:out of|off|from) {_WORDS}{{0,20}}?{_COST})"
        rf"{_WORDS}{{0,30}}?{_STOP}",
        rf"\b(?:order|instruction|demand|requirement|target)s? (?:to|for"
        rf"|on) {_BODIES} to take {_AMOUNT} (?:out"
        rf" of|off|from) {_WORDS}{{0,20}}?{_COST}",
        rf"\b{_AMOUNT} (?:has|have|had|must|needs?|is|are)(?: still)?(?: to)? (?:be (?:found"
        rf"|taken|cut|saved"
        rf"|trimmed|stripped|shaved)|come) (?:from|off"
        rf"|out of) {_WORDS}{{0,30}}?{_COST}{_WORDS}{{0,50}}?"
        rf"{_STOP}",
        rf"\b(?:finding|saving|taking|cutting) {_AMOUNT} (?:from|off|out of"
        rf"|in) {_WORDS}{{0,20}}?{_COST}",
        rf"\b(?:an? )?(?:cuts?|reductions?|savings?),? of {_AMOUNT} (?:in|to|from"
        rf"|off) (?:the amount |what )?"
        rf"(?:{_COST}|(?:that )?{_BODIES} (?:are allowed to |can "
        rf"|may )?spend on (?:\w+ )?(?:management"
        rf"|administration|running|themselves)){_WORDS}{{0,40}}?{_STOP}",
        rf"\b{_COST} to be (?:cut|slashed|reduced|halved|trimmed|lowered) by {_AMOUNT}",
        rf"\b(?:demand|requirement|order|instruction|rule|insistence)s? that {_BODIES} (?:must "
        rf"|should )?"
        rf"(?:live|manage|run|get by) on {_WORDS}{{2,40}}?{_STOP}",
        rf"\bthe {_AMOUNT} (?:cut|reduction|saving)s? (?:in|to|of) {_COST} (?:that "
        rf"|which )?(?:(?:is|was|are"
        rf"|has been) )?(?:demanded|required|asked|ordered|expected"
        rf"|wanted)\b{_WORDS}{{0,60}}?{_STOP}",
        rf"\bthe (?:target|cap|ceiling|limit|allowance|saving|cut|reduction) of {_AMOUNT}"
        rf"\b{_WORDS}{{0,50}}?{_STOP}",
        rf"(?:£\d[\d.,]*[ -](?:per|a)[ -]head(?: of population)? (?:running cost )?(?:allowance|cap"
        rf"|limit|target|ceiling|budget)(?: (?:on|for|of) {_COST})?)",
    )
)
"""Patterns of the running-cost policies, the fullest first."""
COST_WORDS: Final = compiled(
    r"\b(?:costs?|budgets?|spending|spend|bills?|allowances?|head ?count|overheads|bureaucracy"
    r"|fall|come down|drop|shrink|less|smaller|head|target|cap|ceiling|limit|saving|cut"
    r"|reduction|cent|%)\b"
)
"""One of these stands in every sentence that such a policy is told in."""
