"""What names of people look like, and the words that stand beside one."""

from __future__ import annotations

import re

from kg.documents.mentions.text.words import vocabulary
from kg.documents.patterns import compiled

TITLE = (
    r"(?:(?:Rt Hon|Dr|Mr|Mrs|Ms|Miss|Mx|Prof(?:essor)?|Sir|Dame|Lord|Lady|Earl|Baroness|Baron"
    r"|Cllr"
    r"|Coun|Councillors?|Cllrs|Drs|Messrs|Professors|Ald(?:erman)?|Viscount|Sister|Matron"
    r"|Rev(?:erend)?|Canon|Father|Lieutenant Colonel|Lt Col|Colonel|Major|Captain)\.? )+"
)
_UPPER, _LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
_NAME = (
    rf"[{_UPPER}](?:[{_LOWER}]+|'[{_UPPER}][{_LOWER}]+)(?:[{_UPPER}][{_LOWER}]+)?"
    rf"(?:[-'][{_UPPER}]?[{_LOWER}]+)?"
)
_PARTICLE = (
    r"(?:(?:van der|van den|van de|de la|de|van|von|der|den|la|le|ap|ab|ferch|da|dos|do|di|del"
    r"|della|du|ten|ter|zu|zur|bint|ibn|ben"
    r"|bin|al|El|St|Mac|Mc|Du|Ní|Ó|Nic|Ui|Le|La|De|Di|Da|Van|Von|O') )?"
)
_MIDDLE = r"(?P<middle>[A-Z]\.? )?"
FULL = compiled(
    rf"(?<![\w/-])(?P<title>{TITLE})?(?P<given>{_NAME}|[A-Z]\.?(?: ?[A-Z]\.?)?) {_MIDDLE}"
    rf"(?P<surname>{_PARTICLE}{_NAME}(?: {_NAME})?)(?P<post> (?:MP|MBE|OBE|CBE|QC|KC))?(?![\w])"
)
TITLED = compiled(rf"(?<![\w/-])(?P<title>{TITLE})(?P<surname>{_PARTICLE}{_NAME})(?![\w])")
_SPEECH = (
    "said|says|told|added|adds|warned|argued|explained|commented|insisted|claimed|stated|wrote"
    "|believes"
    "|admitted|confirmed|stressed|urged|called|described|welcomed|criticised|agreed|denied"
    "|accused|asked|will"
    "|has|was|is"
)
AFTER = compiled(rf"(?:'s)? ?(?:,| \(|\)? (?:{_SPEECH}|who)\b| [–—-] )|(?:'s)? MP\b")
MOVES = compiled(
    r" (?:has|had|was|will|is)(?: now| also)?(?: be| been| to)? (?:appointed|named|elected"
    r"|confirmed|announced"
    r"|resigned|retired?|stepp?e?d?|joined|left|leave|succeed\w*|replac\w*|take|become|chosen)\b"
    r"| (?:remains|chairs|leads|runs|heads|becomes|became|joins|joined|replaces|succeeds"
    r"|took over"
    r"|takes over|takes up|steps down|stood down|retires|leaves|moves|stays|stands|quits|adds"
    r"|keeps"
    r"|holds|arrives|works as|worked as|had (?:held|been|run|led|chaired|worked))\b"
    r"|, \d\d, |, (?:currently|formerly|previously|whose|now (?:of|at|chief|chair)|both of"
    r"|until)\b"
    r"|'s (?:departure|retirement|appointment|resignation|successor|predecessor|deputy"
    r"|promotion|arrival"
    r"|reign|tenure)\b"
)
WHO = compiled(r",? who (?:is|was|has|had|will|retires|leaves|joins|joined|left|used)\b")
GIVEN_OVER = compiled(
    r"\b(?:said|says|added|told|appoint(?:ed|ing|s)?|replac(?:ed by|es|ing)|succeed(?:s|ed by"
    r"|ing)|named|thanked|welcomed|led by|chaired by|under|succession to"
    r"|over from|succeeding|replacing|joined by|headed by|colleague|hired|recruited|picked"
    r"|poached|chosen"
    r"|selected|losing|lost|(?:gone|go|goes|going|went|fallen|falls|handed|given) to"
    r"|(?:chair|chief|executive|officer|director|boss|secretary|leader|leaving|them) (?:is|was"
    r"|will be|are)"
    r"|(?:retirement|departure|appointment|resignation|arrival|death|promotion|letter|email) "
    r"(?:of|from|to)"
    r"|(?:successor|predecessor|deputy|replacement|boss|colleague),?) $"
)
SAYS = compiled(rf",? (?:has |had |also |have )?(?:{_SPEECH.removesuffix('|will|has|was|is')})\b")
INITIALS = compiled(r" \(([A-Z]{2,4})\)")
"""The initials that minutes give after a name."""
PARTICLES = vocabulary("St Mac Mc El Du O' Ní Ó Nic Ui Le La De Di Da Van Von")
POSTWORD = compiled(
    r"\b(?:chief|officer|executive|chair(?:man|woman)?|director|lead|leader|president|secretary"
    r"|minister|mayor"
    r"|manager|head|editor|partner|spokes\w+|MP|GP|councillor|professor|fellow|member|treasurer"
    r"|nurse|adviser"
    r"|commissioner|analyst|governor|peer|elect|designate|campaigner|organiser|reporter"
    r"|correspondent|resident|by"
    r"|vice|deputy|doctor|practitioner|solicitor|consultant) ?,? ?$",
    re.IGNORECASE,
)
SOMEWHERE = compiled(r"\b(?:in|near|around|outside|across|into|through|throughout)(?: the)? $")
"""What stands before a place, and never before an unknown name."""
MONTHS = compiled("April|May|June|August")
IN_TIME = compiled(r"\b(?:since|until|till|in|last|next|this|early|late|mid|during)[ -]$")
"""What stands before a month, that is also a given name."""
POST_NEXT = compiled(
    r"^(?:'s)?,? (?:\(|who |the |an? |its |their |our )?(?:[\w'&/-]+ ){0,5}?(?:chief|officer"
    r"|executive|chair|director|lead|leader"
    r"|president|secretary|minister|manager|head|editor|MP|GP|councillor|professor|fellow"
    r"|partner|spokes|organiser|campaigner|representative|analyst|economist|researcher|treasurer"
    r"|adviser|founder|coordinator|convenor|steward|solicitor)\w*\b"
)
NOT_GIVEN = vocabulary(
    "Dr Mr Mrs Ms Miss Mx Prof Professor Sir Dame Lord Lady Baroness Baron "
    "Cllr Councillor Coun Rev "
    "Canon Father MP GP "
    "The This That These Those New North South East West Great Greater Royal Saint General Public "
    "National Local Health Care Clinical Primary Integrated Chief Deputy Joint Long Term Plan High "
    "Sustainability Foundation United County City District Borough Monday "
    "Tuesday Wednesday Thursday "
    "Friday Saturday Sunday Black White Red Social Mental Act Green "
    "In At On For When While As "
    "But And If Our Their His Her Its Labour Conservative Liberal Tory Shadow "
    "Medical Nursing Finance "
    "Managing Medway Executive Accountable Vice Interim Acting Senior Dear "
    "Five Year Forward Better "
    "One Two Three Four Six Seven Eight Nine Ten House Prime Health Secretary "
    "Big Best Good Not No Covid "
    "Corporate Governing Lay Non Programme Audit Quality Independent Commissioning Strategic Acute "
    "Ambulance Hospital Trust Head Lead Director Officer Chair President Editor Report Author "
    "Apologies Attendance Item Agenda Minutes Paper Appendix Table Figure Section Option Separate "
    "Developing Campaign Save Keep Defend Protect Healthwatch NHS Severn Cross Joint Joined "
    "Emergency Urgent Specialised System Place Locality Regional Area Mid Lower Upper Central "
    "Inner Outer Patient Parish Town Village Market Yours Kind Best Notes Contact Email Tel "
    "Company "
    "Former Merging Under Over Around Across All Both Some Many Most Any "
    "Each Every Another Other Former"
)
DOUBTFUL = vocabulary("Street Lane House Park Hall Square Bridge Bay Forest Vale Heath Church Day")
"""Surnames that are also the end of a place's name."""
NOT_SURNAME = vocabulary(
    "Healthcare Medical CCG CCGs ICB Road Hospital Town City County "
    "Council Trust Court "
    "District Borough Health Care Board Group Committee Unit "
    "Valley Party Services Service Affairs Body Bodies Member Members Chronicle Gazette Herald "
    "Echo Mercury Journal Advertiser Argus Telegraph Courier Examiner Sentinel Reporter Post "
    "Mail News "
    "Network Team Partnership Alliance Federation Association Foundation Institute Society Union "
    "Forum Campaign Authority Agency Department Ministry Nurse Manager Leader President Treasurer "
    "Governance Finance Transformation Strategy Development Quality Nursing Safety Performance "
    "Healthwatch Heartlands Cluster Region Programme Project Office Commission Parliament "
    "Cathedral Airport Station Square Terrace Avenue Infirmary Hospice Library Theatre "
    "Estate Bypass "
    "University College School Practice Surgery Centre Report Review "
    "Plan Act Bill Survey Award "
    "Awards Week Month Year Officer Executive Director Chair Secretary "
    "Minister Chief And Of Said"
)


BYLINE_NAME = compiled(
    r"(?P<by>\b[Bb]y:?\s+)?(?P<name>(?!By\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Published"
    r"|Updated)"
    rf"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b){_NAME}\s+{_MIDDLE}{_NAME})"
)


SEAT = compiled(r" (?:(?:Labour|Conservative|Tory|Lib Dem|Liberal Democrat|Green) )?MP [A-Z]")
CALLED = (
    r"(?<![\w./-])(?:{})(?=(?:, who|'s| (?:said|says|has|had|was|is|will|joined|joins|added"
    r"|brings"
    r"|began|started|worked|took|also|trained|lives|and her|and his)\b))"
)
