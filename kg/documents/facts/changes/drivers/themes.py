"""What reasons for a change are about: money, duplication, size, shared leaders, bounds, policy."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.vocabulary import words
from kg.documents.patterns import compiled

_NUMBER: Final = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)"
GOOD: Final = (
    r"(?:costs?|spend\w*|overheads?|bureaucra\w+|duplicat\w+|management|admin\w*|posts"
    r"|back[- ]office"
    r"|layers?|tiers?|variations?|postcode|red tape|waste\w*|deficits?|debts?|bills?|meetings|money"
    r"|funds|cash|savings?|£ ?\d\S*|per cent|\d+%|efficienc\w+|econom(?:y|ies)|scale"
    r"|resilien\w+|voice|clout|influence|muscle|weight|bargaining|leverage|boundar\w+|footprints?"
    r"|borders?|cotermin\w+|consisten\w+|barriers?|silos?|fragment\w+|capacity|capability"
    r"|expertise|resources|recruit\w*|talent|gaps?|shortfall|targets?|requirements?|limits?"
    r"|allowances?|envelope|budgets?|integrat\w+|joined[- ]up|acute|trusts?|hospitals?|strategic"
    r"|outcomes?|inequalit\w+|front[- ]?line|patient care|patients|decision[- ]making|governance"
    r"|accountab\w+|value|grip|stability|sustainab\w+|viab\w+|risks?|long[- ]term plan|guidance"
    r"|policy|workload|books|simpl\w+|stronger|faster|quicker|leaner|nimbler|effective\w*|stream\w+"
    r"|control total|head ?count|salar\w+|auditors?|committees?|paperwork)"
)
_BOUND: Final = (
    r"(?:cut(?:s|ting)?|reduc(?:es?|ing)|trim(?:s|ming)?|slash(?:es|ing)?|shav(?:es?|ing)(?: off)?"
    r"|halv(?:es?|ing)|lower(?:s|ing)?|remov(?:es?|ing)|eliminat(?:es?|ing)|avoid(?:s|ing)?"
    r"|end(?:s|ing)?|stop(?:s|ping)?|do(?:es|ing)? away with|get(?:s|ting)? rid of|tackl(?:es?|ing)"
    r"|clos(?:es?|ing)|plug(?:s|ging)?|balanc(?:es?|ing)|meet(?:s|ing)?|hit(?:s|ting)?"
    r"|comply(?:ing)? with|satisfy(?:ing)?|match(?:es|ing)?|mirror(?:s|ing)?|align(?:s|ing)?"
    r"|reflect(?:s|ing)?|shar(?:es?|ing)|pool(?:s|ing)?|strengthen(?:s|ing)?"
    r"|improv(?:es?|ing)|boost(?:s|ing)?|increas(?:es?|ing)|enhanc(?:es?|ing)|secur(?:es?|ing)"
    r"|achiev(?:es?|ing)|deliver(?:s|ing)?|mak(?:es?|ing)|giv(?:es?|ing)|provid(?:es?|ing)"
    r"|bring(?:s|ing)?|build(?:s|ing)?|gain(?:s|ing)?|offer(?:s|ing)?|generat(?:es?|ing)"
    r"|yield(?:s|ing)?|recoup(?:s|ing)?|realis(?:es?|ing)|unlock(?:s|ing)?"
    r"|lead(?:s|ing)? to|mean(?:s|ing)?|ensur(?:es?|ing)|protect(?:s|ing)?|preserv(?:es?|ing)"
    r"|stabilis(?:es?|ing)|spread(?:s|ing)?|attract(?:s|ing)?|recruit(?:s|ing)?|retain(?:s|ing)?"
    r"|reinvest(?:s|ing)?|invest(?:s|ing)?|redirect(?:s|ing)?|divert(?:s|ing)?"
    r"|produc(?:es?|ing)|carry(?:ing)?|carries|find(?:s|ing)?|hav(?:e|ing) (?:an?|one|the|more"
    r"|greater|far)"
    r"|be (?:better|stronger|more|leaner|simpler|big enough|large enough)|get"
    r"|speak(?:s|ing)?|commission|work(?:ing)?|plan(?:ning)?)"
)
_FREE: Final = (
    r"sav(?:es?|ing)(?= (?:up to |around |about |nearly |almost |at least |more than |some |over"
    r" |an? (?:estimated |further )?|the (?:nhs|taxpayer|public purse|area|county|system|groups"
    r"|ccgs)\b)?(?:£|\d|money|costs?|cash|millions|time|duplication|[\w ]{0,12}(?:nhs|taxpayer"
    r"|million|fifth|third)))"
    r"|(?:free|releas)(?:e|es|ing)?(?: up)?(?= £| (?:up|money|cash|funds?|resources?|£|time|staff"
    r"|clinical|managers?|more|some|an?) )"
    r"|strip(?:s|ping)? (?:out|away)|tak(?:e|es|ing) out|cut(?:s|ting)? (?:out|back|down"
    r"|by)|put(?:s|ting)? an end to|put(?:s|ting)? (?:more )?(?:money|cash|resources|funds) into"
    r"|streamlin(?:es?|ing)|simplify(?:ing)?|simplif(?:ies)|standardis(?:es?|ing)|speed(?:s|ing)?"
    r" up|break(?:ing)? even|stand(?:ing)? up to|hold(?:ing)? [^,.;]{3,50}? to account"
    r"|spend(?:ing)? (?:less|more)|do(?:ing)? (?:more|things|it|everything) (?:once|with less)"
    r"|liv(?:e|ing) within|punch(?:es|ing)? (?:above|its|their)|negotiat(?:e|es|ing) (?:with"
    r"|better)"
    r"|bargain(?:ing)? with|compet(?:e|ing) (?:with|for)|cop(?:e|ing) with|surviv(?:e|ing)\b"
)
AIM: Final = compiled(
    rf"(?P<why>(?:(?:{_FREE})\b|{_BOUND} (?:[\w£%'./-]+,? ){{0,5}}?(?<![\w-]){GOOD}(?![\w-]))"
    r"(?:[^,.;:()\"]|[.,](?=\d)){0,90}?)"
    rf"(?= ?(?:(?:and|or) (?:to )?(?:{_FREE}|{_BOUND})\b|[,.](?!\d)|[;:()\"]| - | but | although "
    rf"| while |$))"
)
"""What a change is to do: save money, end duplication, give a stronger voice."""
HARM: Final = compiled(
    r"(?:cut|reduc|clos|slash|end|los|tak|stop|spread|put|mean|lead|bring|be|mak|remov|give)\w*\b"
    r"[^,.;]{0,40}?\b(?:services?|beds|care\b(?! costs)|access|risks? (?!shar|pool)|remote|worse"
    r"|jobs|chaos|disruption|democra\w+|less|weaker|harder|redundanc\w+|distance|too \w+"
    r"|voices? drown\w*|accountability (?:gap|deficit))\b"
)
"""What nobody would want of a change."""
THEMES: Final = words(
    rf"""
        deficits?|overspen[dt]\w*|in the red|special measures|legal directions|bankrupt\w*
        financial (?:recovery|pressures?|challenges?|resilience|position|difficult\w+|hole|gap
        + |trouble|squeeze|constraints?|turnaround|sustainability|plight|stability|balance)
        (?:running|management|administration|administrative|admin)[- ]?(?:costs?|allowances?
        + |budgets?)
        (?:can(?:not|'t| not| no longer)|could(?: not|n't| no longer)|unable to|not|longer) afford
        (?:sums?|numbers?|maths|figures|money) (?:\w+ )?(?:did(?:n't| not)|do(?:n't|es not| not)
        + |never|no longer) (?:add|stack|work)
        overheads?|(?:find|make|deliver)\w* (?:\w+ )?£[\d.]+ ?\w* (?:\w+ )?(?:of[ ]
        + |in )(?:\w+ )?saving\w*
        savings? (?:of|target|put|plan|worth|programme)|puts? the savings?
        duplicat\w+|(?:lots|sets|copies|versions) of|times over|(?:same|every) (?:thing|paper
        + |meeting
        + |report|conversation|argument)s? (?:\w+ )?(?:twice|{_NUMBER} times)
        (?<!of the )(?<!all )(?<!in )(?<!the )(?<!of ){_NUMBER} (?:separate |different[ ]
        + |sets of )?(?:boards|finance teams|annual reports|governing
        + [ ]bodies|auditors|audits|chief (?:officer|executive)s|management teams|sets|payrolls
        + |committees|headquarters|executive teams|statutory bodies|hr teams)
        keeping (?:two|three|four|five|six|both|them)|too small\w*|(?:sub-?|lack of |critical
        + |economies of |right |sufficient |enough |greater |more )(?:scale|mass|size)|big enough
        resilien\w+|fragil\w+|viab(?:le|ility)|unviable|unsustainable|overstretched|too thin\w*
        stretched|run out of road|running out of road|vacanc\w+|on (?:a shoestring|its last legs)
        (?:hard|harder|difficult\w*|struggl\w+|trouble|fail\w*|impossible|shortage|unable
        + |lack|not enough) (?:\w+ ){{0,2}}?(?:of |to |in |it )*(?:find\w*|recruit\w*|fill
        + |attract\w*
        + |replac\w+|justify|clinicians|gps (?:willing|prepared)|staff|managers|leaders)
        (?:justify|defend) (?:having|keeping|running|\w+ (?:separate )?(?:ccgs|boards|bodies))
        (?:lack|lacked|lacks|lacking|short of|limited) (?:the )?(?:\w+ )?capacity
        already (?:\w+ )?(?:share|shared|shares|work\w*|run|have (?:one|a (?:single|joint|shared))
        + |act\w*|operat\w*|function\w*|pool\w*|co-?operat\w*|have the same)
        (?:in all but name|closer working|work(?:ed|ing)? (?:so |ever |more |increasingly |very )*
        + closely(?: together)?)
        cotermin\w+|co-termin\w+|(?:same|match\w*|shar\w+|align\w*|mirror\w*
        + |follow\w*) (?:\w+ )?(?:\w+'s
        + )?(?:boundar\w+|footprints?|borders)|patients? (?:\w+ ){{0,3}}?(?:flow|go|cross|travel
        + |use)\w*
        (?:same|identical|matching) (?:area|patch|ground|geography|population|territory|map|trust
        + |hospitals?|council|providers?)s?\b|(?:\w+ ){{3}}twice(?: over)?\b
        (?:nhs england|nhse|nhs improvement|regulators?|ministers|sha|strategic health authority
        + |regional (?:team|office|director)|department of health|commissioning board)(?:/\w+)?
        + [ ](?:has |have |had |is |are |was |were |also |now )*(?:told|ordered|instructed|demand\w*
        + |press\w*|push\w*|insist\w*|made (?:it )?clear|want\w*|requir\w+|expects?|encourag\w+)
        long[- ]term plan|planning guidance|national (?:policy|guidance|direction|agenda)
        one (?:ccg|commissioner) (?:for|per|in) (?:each|every|an?) (?:ics|stp|system|integrated)
        direction of travel|clout|(?:stronger|louder|bigger|single|strong|one|united
        + |more of a) voice
        bargaining|negotiating (?:power|hand|position|muscle)|stand up to
        + |hold\w* [\w ]{{3,30}} to account
        (?:be|been|being|get) authoris(?:ed|ation)|reach authorisation
        (?:not|n't|cannot|could not|unlikely) [\w ]{{0,20}}?(?:survive|stand alone|go it alone
        + |carry on
        + |go on|continue|stay on)
    """
)
"""What a whole clause is about that gives a reason: "neither could balance its books"."""
AGAINST: Final = compiled(
    r"\b(?:warn\w*|fear\w*|worr(?:y|ied|ies|ying)|concern\w*|oppos\w+|against|object(?:ed|s|ions?)"
    r"|critic\w+|doubt\w*|scept\w+|los(?:e|es|ing|t)|unconvinced|unpersuaded|dressed up|danger"
    r"|risk(?:s|ed|ing)? (?!pool|shar)|remote|bullied|betray\w*|resist\w*|reject\w*|threw|refus\w+"
    r"|no evidence|nothing (?:to|in)|not (?:about|because|what|the answer|the reason)|myth|excuse"
    r"|pretext|distraction|eats?|stitch|takeover|swallow\w*|drown\w*|downgrad\w*|undermin\w*"
    r"|dilut\w*|campaign\w*|unions?|denied|denies|deny|redundanc\w+|would cost|will cost|not to"
    r"|too (?:big|large|far|remote|distant|fast|soon|quick\w*))\b"
)
"""Words of those who would not have a change."""
CLAUSE: Final = compiled(
    r"[.;:()\"!?](?!\d)|,(?!\d)| - |\b(?:and|but|because|although|though|while|whereas|said|says"
    r"|added"
    r"|argued|insisted|told \w+) (?=(?:that |the |there |it |we |they |he |she |our |their |its "
    r"|this"
    r" |having |keeping |both |i )|$)|\b(?:said|says|argue[sd]?|told \w+|tells \w+|insist\w*"
    r"|believe[sd]?|claim\w*|maintain\w*|add(?:s|ed|ing)|feels?|felt|thinks?|thought|conclud\w+"
    r"|explain\w*|acknowledg\w+|accept\w*|conced\w+|admit\w*|agree[sd]?|meeting) that "
)
"""Where one clause ends and another begins."""
