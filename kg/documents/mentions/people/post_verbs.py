"""Posts that only a verb tells: who chairs, leads, heads or runs what, or was chosen to."""

from __future__ import annotations

from kg.documents.mentions.people.post_patterns import BODIES
from kg.documents.mentions.text.coded import P
from kg.documents.patterns import compiled

VERBS = compiled(
    rf"(?P<who>{P})(?: \([A-Z][\w ]{{1,14}}\))?(?:,? (?:an?|the|another) [^,.\n]{{1,60}}?(?= who))?"
    rf"(?:,? who [^,.\n]{{0,60}}? and|,? who| \(who|,(?= (?:now|also|already) ))?"
    rf"(?: also"
    rf"| now| currently| then| previously| jointly| already| will)*"
    r" (?P<verb>chairs|chaired|leads|led|heads|headed|runs|ran|will chair|will lead|will run"
    r"|used to (?:chair|lead|run|head)|had (?:led|chaired|run|headed)"
    rf"|will head|has (?:led|chaired|run|headed)|(?:take|takes|took|taken) charge of"
    rf"|takes? over at"
    rf"|took over at|oversees|lead|chair|run|head)"
    r" (?:the (?:new |merged |single |enlarged )*(?:body|organisation|group|board|CCG|ICB), )?"
    rf"(?:the |both |all |its |their |[a-z]+'s )*(?P<of>{BODIES})"
)
VERBS_OTHER = compiled(
    rf"(?P<who>{P})(?:,? (?:an?|the) [^,.\n{P[1:-1]}]{{1,40}}?(?= who))?"
    rf"(?:,? who [^.\n{P[1:-1]}]{{2,80}}? and|,? who)?(?: also| now| currently"
    rf"| already)* (?P<verb>chairs|chaired|leads|led|heads|headed|runs|ran) (?:the|its|their|his"
    rf"|her|an?) (?:[A-Za-z'&-]+ ){{0,6}}?(?:committee|board"
    rf"|panel|partnership|group|council|authority|opposition|trust|charity|practice|surgery"
    r"|forum|alliance|network|taskforce|inquiry|campaign|federation|union|branch|association"
    r"|CCG|ICB|PCT|LMC|STP|ICS|cluster)\b"
)
"""Who chairs what is no body with a name of its own: `who chairs the city's scrutiny panel`."""
CHAIRING = compiled(
    rf"\b(?P<verb>[Cc]hairing) (?:the|a|this|its|their) (?:[a-z'-]+ ){{0,3}}?[a-z]+, (?P<who>{P})"
)
CHOSEN = compiled(
    rf"(?P<who>{P})(?:,? who [^.\n{P[1:-1]}]{{2,60}}? and|,? who|,)?(?: is| was| has| had| will"
    rf"| to)?"
    rf"(?: been| be)? (?:also |now )?(?:chosen|picked|appointed|selected|named|hired|recruited"
    rf"|brought in|drafted in|lined up|elected|asked) to (?P<verb>chair|lead|head|run) (?:the|an?"
    rf"|its"
    rf"|both|all) (?:[a-z-]+ ){{0,3}}(?:group|CCGs?|ICBs?|PCTs?|body|bodies|board|organisations?"
    rf"|trust"
    rf"|cluster|system|partnership|authority|boards|groups)\b"
)
"""Who was chosen to lead a body that has no name there: `was picked to chair the merged CCG`."""
VERBS_PLACE = compiled(
    rf"(?P<who>{P})(?:,? who)? (?:also |now |previously |then )?(?P<verb>chairs"
    rf"|chaired) (?=[A-Z][a-z])"
)
"""Who chairs what a bare name of a place calls: `who chaired Fenland until May`."""
VERBS_ALL = compiled(
    rf"(?P<who>{P})(?:,? who)?(?: also| now| currently| will| already)*"
    r" (?P<verb>chairs|chaired|leads|led|heads|headed|runs|ran|chair|lead|run|head)(?= (?:both"
    r"|all|the (?:two"
    r"|three|four|five|six|seven|eight))\b)"
)
FIRST_VERB = compiled(
    rf"\bI (?:also |currently |now )?(?P<verb>chair|lead|head|run) (?:the )?(?P<of>{BODIES})"
)
