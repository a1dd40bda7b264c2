"""Who holds a stance without a name of their own: crowds, shares of voters, "its committee"."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.model import Party
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.model import Organisation
from kg.documents.patterns import compiled

_CROWDS: Final = (
    r"(?:members|lmcs?|leads|chiefs|chief (?:executives|officers)|accountable officers"
    r"|directors|sources|insiders|(?:senior|leading|prominent|key) figures|leaders|gps|doctors"
    r"|consultants|managers|authorities|local authorities|providers|trusts|mayors|peers|academics"
    r"|economists|experts|activists|(?<=the )government|ministry|tories|lib dems"
    r"|governing bod(?:y|ies)|memberships?|councillors|mps|campaigners"
    r"|localities|region|(?:town|parish|borough|county|city|district) councils?|panel"
    r"|committees?|mandarins|chairs|staff|voters|speakers|witnesses|forum|senate"
    r"|residents|respondents|participants|unions|clinicians|volunteers|pharmacists|ministers"
    r"|critics|directors|administration|leadership|cabinet|counterpart|union|charity|watchdog"
    r"|think tank"
    r"|regulator|office|regional team|council of members"
    r"|practices there|(?:member|gp) practices|officials|bosses|opponents|supporters|nurses"
    r"|trustees|(?:patients?'?s?'?|campaign|community|pressure|residents'?|action|user"
    r"|protest) groups)"
)
"""Words for people and bodies of no name."""
_SOMEBODY: Final = compiled(
    r"\b(?<![/&])(?<!\bto )(?<!with )(?<!from )(?<!told )(?P<who>(?:(?!to |with |from |written "
    r"|that |but |and |which |while |as |when |said |says "
    r"|told |after |before |because |if |since |until |although |though |unless |by |its |their )"
    rf"[\w'-]+ ){{0,2}}{_CROWDS}"
    r"(?: (?:contacted|interviewed|surveyed|polled|canvassed|questioned|spoken to) by \w+)?)"
    r"(?: (?:has|have|had|is|are|was|were|do|does|did|would|will|so far|been|not|also|believed to"
    r"|said to|understood to|thought to|known to|reported to|be|\w+ly))* $"
)
"""Somebody of no name right before the verb."""
_OPENING: Final = compiled(
    rf"(?:(?:but|and|meanwhile|however),? )?(?:(?:the|its|their|some|many|most|several) )?"
    rf"(?P<who>(?:(?!(?:of|in|for|to|by|at|on|that|said)\b)[\w'-]+ ){{0,3}}?{_CROWDS})"
    r"(?= (?:has|have|had|is|are|was|were|met|will|would|also|then|now|\w{3,}ed)\b)"
    r"[^;:\"]* (?:and|but)(?: (?:has|have|had|is|are|was|were|then|also|later|now|\w+ly))* "
)
"""Somebody of no name who opens a sentence, before a further verb: `The panel met and backed`."""
_THOSE: Final = compiled(
    r"\b(?:(?:those|people|practices|members|gps|everyone|everybody) (?:who|that|which)"
    r" (?:took part|voted|replied|responded|answered|returned [^.;,]{2,30}|sent [^.;,]{2,30}"
    r"|had a vote|turned out|filled [^.;,]{2,30}|expressed [^.;,]{2,20})"
    r"|respondents|voters|participants|(?:the )?(?:replies|responses|votes|ballots|returns)"
    r"|the (?:majority|rest|remainder|others?|vast majority))"
    r"(?: (?:has|have|had|is|are|was|were|said they|also|\w+ly))* $"
)
"""Those who took part in a vote or survey told of, right before the verb."""
_SINGLE: Final = compiled(
    r"(?:^|[,;:-] |\b(?:but|and|while|though|although|because|that|as|by contrast|meanwhile"
    r"|elsewhere) )\W?"
    r"(?P<who>(?:one|an?|another|the(?= (?:\w+ )?(?:mayor|leader|chair|head|boss|mp|secretary"
    r"|bishop"
    r"|chief executive|director) of))"
    r" (?:(?!(?:of|who|that|said|to|for|in|at|from|with|as)\b)[\w'-]+ ){0,4}?"
    r"(?:gp|chair|executive|director|member|source|official|insider|leader|doctor|mp|councillor"
    r"|partner|manager|figure|clinician|officer|boss|lead|adviser|nurse|resident|patient"
    r"|campaigner|minister|commissioner|practice|veteran|observer|analyst|mayor|head|secretary"
    r"|bishop)"
    r"(?: (?:of|in|at|on|from|for|within|close to|inside|with|near|there) [^.;,]{2,60}?)?"
    r"(?: who (?:sat|sits|was|is|has|had|took|spoke|attended|works?|worked|asked|helped|runs?"
    r"|chairs?|leads?|led|left|resigned|knows?)\b[^.;,]{2,60}?)?)"
    r",?(?: (?:has|had|is|was|would|also|later|then|\w+ly|who (?:asked|did) not [^.;,]{4,30},))* $"
)
"""One person of no name right before the verb: `a director in the patch`, `one GP`."""
_WHOSE: Final = compiled(r"\b(?:who|which|that|said|says)\b")
_AGENTS: Final = compiled(
    r"(?P<who>(?:(?!(?:the|from|by|for|of|in|at|to|with|and|on|that|which|who|as|his|her|an?"
    r"|its)\b)"
    r"[\w'-]+ ){0,4}?(?:members|practices|gps|doctors|councils of members"
    r"|governing bodies|boards|memberships|councillors|mps|residents|patients|campaigners|staff"
    r"|unions|chairs|clinicians|nurses|ministers|officials|leaders|bosses|activists|politicians"
    r"|voters|partners|locality groups|localities)"
    r"(?: of all parties)?)\b(?! (?:group|committee|council|forum|panel))"
)
"""A crowd after "by": `approved by both councils of members`."""
_OWN_BODY: Final = compiled(
    r"\b(?:his|her|its|their|the|whose) (?:governing body|board|members|membership|(?:executive )?"
    r"committee|executive|trustees)"
    r"(?: (?:has|have|had|is|are|was|were|would|will|also|not|\w+ly))* $"
)
_LEAD: Final = 120
"""Characters before a verb in which its subject stands, where no name is one."""
_LATTER: Final = compiled(r"\bthe (latter|former)(?: \w+)? $")
RESOLVED: Final = compiled(r"\W*(?:\w{1,3}[).] )?(?:that (?:we|it|they) |to )(?:\w+ly )?")
_DECIDES: Final = compiled(
    r"\b(?:resolved|resolves|agreed|decided|voted|recommends?)\b[^.]{0,40}:?$"
)
_MEETING: Final = compiled(
    r"\b(?:governing bod(?:y|ies)|(?:joint |shadow )?(?:board|committee)s?|council|conference"
    r"|panel)\b"
)
_ITEMS: Final = 6
"""Sentences before an item in which the meeting is said to resolve it."""
_HEADS: Final = 4
"""First sentences of a paper, one of which says whose meeting it is."""
_SHARE: Final = compiled(
    r"\b(?:\d+(?:%| per ?cent)|half|a third|two[- ]thirds|three[- ]quarters|most|(?:a"
    r"|the) (?:\w+ )?"
    r"majority|a quarter|nine in 10|nine in ten) of (?:the |its |their "
    r"|all )*(?P<who>[a-z][\w' -]{2,40}?)"
    r"(?: (?:has|have|had|is|are|was|were|do|did|said they|would|also))* $"
)
"""A share of people right before the verb: `61 per cent of the accountable officers`."""
_VOTERS: Final = compiled(
    r"\b(gps|practices|doctors|members|chairs|leaders|officers|residents|patients|respondents)\b"
)
_RATE: Final = compiled(
    r"\b\d+(?:%| per ?cent)(?: of (?:those|the votes?|votes)(?: who voted| cast)?)?"
    r"(?: (?:has|have|had|is|are|was|were|voted|\w+ly))* $"
)
"""A share of votes right before the verb: members are who votes."""
_COUNT: Final = compiled(
    r"\b\d+ (?:out of|of|in) (?:the |its |their )?\d+(?: (?:practices|surgeries|gp practices))?"
    r"(?: (?:that|who|which) (?:voted|took part|replied|responded|returned [^.;,]{2,24}))?"
    r"(?: eligible| entitled to vote)?(?: (?:has|have|had|is|are|was|were|\w+ly|also|then))* $"
)
"""A count of votes right before the verb: practices are who votes."""
_CROWD: Final = compiled(
    r"\b(?P<who>(?:(?:the|all|most|some|many|several|its|their|our|local|gp|member|lay"
    r"|senior) ){0,3}"
    r"(?:members|memberships?|practices|gps|doctors|councils|councillors|mps|residents|staff"
    r"|leaders"
    r"|clinicians|patients|campaigners|chairs|governing bod(?:y|ies)|boards?|unions|nurses"
    r"|managers"
    r"|council of members|committee|counterparts?|directors)"
    r" (?:of|in|at|from|across|on|for) (?P<rest>[^.;:]{2,160}?))"
    r"(?: (?:has|have|had|is|are|was|were|do|did|would|will|so far|been|not|also|all|both|then"
    r"|now"
    r"|\w+ly))* $"
)
"""Several people or bodies by the names of those they are of: `Members of A, B and C CCGs`."""
_JOINS: Final = compiled(
    r"(?:[\s,&'’-]|\b(?:the|and|in|of|both|all|s|ccgs?|icbs?|groups?|group|nhs|local|two|three"
    r"|four"
    r"|five|six|seven|eight|neighbouring)\b)*"
)


def _crowd(scene: Scene, sentence: Sentence, lead: str) -> Party | None:
    """Whoever is told of by names that they are of, right before the verb."""
    crowd = _CROWD.search(lead)
    if crowd is None:
        return None
    start, end = crowd.span("rest")
    rest = list(lead[start:end])
    at = sentence.span.start
    named = [*sentence.organisations, *sentence.groups, *sentence.places]
    for each in named:
        first, last = each.span.start - at - start, each.span.end - at - start
        if first >= -8 and 0 < last <= len(rest):
            rest[max(0, first) : last] = " " * (last - max(0, first))
    which = _LATTER.fullmatch("".join(rest) + " ")
    body = _listed_last(scene, sentence, which, at + start) if which else None
    if body:
        who = lead[crowd.start("who") : start]
        return Party(f"somebody/{who}{body.key}", f"{who}{body.name}", "people")
    if not named or not _JOINS.fullmatch("".join(rest)):
        return None
    name = sentence.place(*crowd.span("who")).of(scene.text)
    return Party(f"somebody/{name.lower()}", name, "people")


def unnamed_before(scene: Scene, sentence: Sentence, lead: str) -> Party | None:
    """Who is meant right before a verb: "members of A", "the latter", "142 out of 171"."""
    crowd = _crowd(scene, sentence, lead)
    if crowd:
        return crowd
    if count := _COUNT.search(lead):
        is_said = "practices" in count[0]
        who = Party("somebody/practices", "practices", "people")
        return who if is_said else _voters(scene, sentence, "practices")
    if _RATE.search(lead) or _THOSE.search(lead):
        return _voters(scene, sentence)
    share = _SHARE.search(lead)
    if share:
        name = sentence.place(*share.span("who")).of(scene.text)
        return Party(f"somebody/{name.lower()}", name, "people")
    last = _LATTER.search(lead)
    if last:
        return _listed_last(scene, sentence, last, sentence.span.start + last.start())
    single = single_before(scene, sentence, lead)
    if single:
        return single
    own = _OWN_BODY.search(lead)
    if own and (body := _owner(scene, sentence, own.start())):
        return body
    return _somebody(scene, sentence, lead)


def _voters(scene: Scene, sentence: Sentence, unknown: str = "members") -> Party:
    """Who was asked, as the sentence or the two before it tell; else the `unknown`."""
    near = scene.sentences[max(0, sentence.number - 2) : sentence.number]
    told = _VOTERS.findall(sentence.told)[:1]
    told += [one for each in reversed(near) for one in _VOTERS.findall(each.told)[:1]]
    asked = (told or [unknown])[0]
    return Party(f"somebody/{asked}", asked, "people")


_APPOSED: Final = compiled(
    r", an? [^,;:]{4,90},(?= (?:has|had|is|was|said|says|will|would|\w+ed)\b)"
)


def single_before(scene: Scene, sentence: Sentence, lead: str) -> Party | None:
    """One person of no name right before a verb: "one GP on the South Tees governing body"."""
    lead = _APPOSED.sub("", lead) if _APPOSED.search(lead) else lead
    single = _SINGLE.search(lead, max(0, len(lead) - _LEAD))
    if single is None or _WHOSE.search(single["who"].partition(" who ")[0]):
        return None
    start = sentence.span.start + single.start("who")
    if any(each.span.end + 2 == start for each in sentence.people):
        return None
    name = sentence.place(*single.span("who")).of(scene.text)
    return Party(f"somebody/{name.lower()}", name, "people")


def agents_at(scene: Scene, sentence: Sentence, at: int) -> Party | None:
    """The crowd that a passive names: "approved by both councils of members"."""
    crowd = _AGENTS.match(sentence.told, at)
    if crowd is None:
        return None
    name = sentence.place(*crowd.span("who")).of(scene.text)
    return Party(f"somebody/{name.lower()}", name, "people")


def _owner(scene: Scene, sentence: Sentence, place: int) -> Party | None:
    """The body named last before "its committee", in the sentence or the two before."""
    at = sentence.span.start + place
    near = scene.sentences[max(0, sentence.number - 2) : sentence.number + 1]
    named = [
        each
        for one in near
        for each in one.organisations
        if each.span.end <= at and each.type not in ("publisher", "healthSystem")
    ]
    return scene.parties[max(named, key=lambda one: one.span).key] if named else None


def _listed_last(scene: Scene, sentence: Sentence, last: re.Match[str], place: int) -> Party | None:
    """Whom "the latter" or "the former" means: the last two named before it."""
    near = [sentence, *scene.sentences[max(0, sentence.number - 1) : sentence.number]]
    for each in near:
        named = sorted(
            (one for one in each.actors if one.span.end <= place), key=lambda one: one.span
        )
        if len(named) > 1:
            return scene.parties[named[-1 if last[1] == "latter" else -2].key]
    return None


def resolving(scene: Scene, sentence: Sentence) -> Party | None:
    """Whose meeting it is, where an item says what it resolved: "(b) to oppose any transfer"."""
    near = scene.sentences[max(0, sentence.number - _ITEMS) : sentence.number]
    if not any(_DECIDES.search(each.plain) for each in near):
        return None
    for each in scene.sentences[:_HEADS]:
        body = _MEETING.search(each.plain)
        if body:
            name = each.place(*body.span()).of(scene.text)
            return Party(f"somebody/{name.lower()}", name, "people")
    return None


def _somebody(scene: Scene, sentence: Sentence, lead: str) -> Party | None:
    """Somebody whom no mention names, right before the verb: "the governing body"."""
    some = _SOMEBODY.search(lead, max(0, len(lead) - _LEAD))
    if some is None and not any(
        each.span.end <= sentence.span.start + len(lead) for each in sentence.actors
    ):
        some = _OPENING.fullmatch(lead)
    if some is None:
        return None
    end = sentence.span.start + some.end("who")
    start = sentence.span.start + some.start("who")
    for group in sentence.groups:
        if group.span.start <= start and group.span.end == end:
            return scene.parties[group.key]
    if any(each.span.end == end and isinstance(each, Organisation) for each in sentence.actors):
        return None
    who = sentence.place(*some.span("who")).of(scene.text)
    who = re.sub(r"^.*\bof ", "", who)
    return Party(f"somebody/{who.lower()}", who, "people")
