"""Bodies by the names that local news has for them: partnerships, hospitals, the trade press."""

from __future__ import annotations

from collections.abc import Iterator

from kg.documents.mentions.names.gazetteer import Gazetteer
from kg.documents.mentions.names.given_names import given_names
from kg.documents.mentions.names.type_words import Named
from kg.documents.mentions.text.words import FUNCTION, Words, vocabulary
from kg.documents.patterns import compiled

_SYSTEM = compiled(r"(?<=\w )(?:partnership|system)\b(?! (?:of|leads?|leaders?|director)\b)")
_STOP = vocabulary("Dr Mr Mrs Ms Sir Dame Lord Lady CCG CCGs ICB ICBs NHS STP ICS")
_APPOSED = compiled(
    r"(?<![\w-])(?P<name>[A-Z][\w'-]+(?: (?:[A-Z][\w'-]*|and|for|of|in|the|&)){1,5}?), "
    r"(?:the|an?|its|our|their) (?:[\w'-]+ ){0,3}?(?:[Ss]ustainability and [Tt]ransformation"
    r" (?:[Pp]artnership|[Pp]lan)|STP|[Ii]ntegrated [Cc]are (?:[Ss]ystem|[Pp]artnership)|ICS"
    r"|[Hh]ealth and (?:social )?care partnership|transformation (?:programme|partnership))"
    r"(?=[,.;)\n]|$| (?:for|in|of|which|that|covering)\b)"
)
_HOSPITAL = compiled(
    r"(?:\b(?P<at>at|to|from|with|between|and|of|in|near|by) )?(?<![\w-])(?P<name>(?P<place>"
    r"(?!Attorney|Director|Solicitor|Secretary|Inspector|Governor|Major|Annual)"
    r"[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:District )?(?:General|Royal Infirmary"
    r"|Infirmary))\b(?! [A-Z])"
)
_PAPER = (
    r"(?P<name>(?:[A-Z][\w']* ){1,3}(?:Weekly|Bulletin|News|Gazette|Herald|Echo|Chronicle|Journal"
    r"|Advertiser|Argus|Telegraph|Courier|Examiner|Mercury|Times|Observer|Post|Magazine|Review"
    r"|Today|Digest|Standard|Mail|Star|Express|Press|Insider|Leader))\b(?! [A-Z])"
)
_READ = compiled(
    r"\b(?:told|tells|telling|seen by|obtained by|shown to|approached by|contacted by|passed to"
    rf"|leaked to|shared with|interview with|wrote in|reported by|speaking to) (?:the )?{_PAPER}"
)
_BROADCASTER = compiled(
    r"(?<![\w-])BBC (?:Radio )?(?:[A-Z][a-z]+(?: (?:and )?[A-Z][a-z]+)?)\b(?! [A-Z])|"
    r"(?<![\w-])(?:ITV|BBC) News\b"
)
_BRANDED = compiled(
    r"\b[Tt]he (?P<name>(?:Healthier|Better|Joined|Transforming|Caring|Working|Living|One)"
    r" (?:(?:[A-Z]\w+|and|in|for) ){0,3}?[A-Z]\w+|(?:[A-Z]\w+ ){1,3}Together) partnership\b"
)
_LEARNED = compiled(
    rf"(?<![\w-]){_PAPER} (?:has (?:learned|learnt|seen|been told|discovered|obtained|established"
    r"|reported)|understands|can (?:reveal|report)|revealed)\b"
)


def local(words: Words, gazetteer: Gazetteer) -> Iterator[Named]:
    """Give the bodies that a local name, and nothing of its type, tells."""
    text = words.text
    yield from _press(text)
    is_told = "General" in text or "Infirmary" in text
    for found in _HOSPITAL.finditer(text) if is_told else ():
        if found["at"] or gazetteer.is_place(found["place"]):
            yield Named(*found.span("name"), found["name"], found["name"], "provider")
    for found in (*_APPOSED.finditer(text), *_BRANDED.finditer(text)):
        name = found["name"]
        first = name.split()[0]
        is_name = first not in FUNCTION and first not in given_names() and first not in _STOP
        if is_name and not gazetteer.is_place(name):
            yield Named(*found.span("name"), name, name, "healthSystem")


def _press(text: str) -> Iterator[Named]:
    """The papers and stations that were told something, or have learned it."""
    for found in _BROADCASTER.finditer(text) if "BBC" in text or "ITV" in text else ():
        yield Named(*found.span(), found[0], found[0], "publisher")
    for found in (*_READ.finditer(text), *_LEARNED.finditer(text)):
        if found["name"].split()[0] not in FUNCTION:
            yield Named(*found.span("name"), found["name"], found["name"], "publisher")


def systems(words: Words, gazetteer: Gazetteer) -> Iterator[Named]:
    """Give the systems of the register called by name: `the Kent and Medway partnership`."""
    for found in _SYSTEM.finditer(words.text):
        before = words.before(found.start(), _STOP, commas=True)
        for token in before:
            core = words.text[token.start : found.start()].strip()
            if token.is_capital and " " in core and gazetteer.has(core, "stp"):
                name = words.text[token.start : found.end()]
                yield Named(token.start, found.end(), name, core, "ics")
                break
