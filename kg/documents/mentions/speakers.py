"""Who says a quotation: what stands before or after it, pronouns, documents, unnamed speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.documents.mentions.coded import Coded, O, P, Q, is_code, number_of
from kg.documents.mentions.model import Organisation, Post, Publication, Quotation
from kg.documents.mentions.posts import Cast
from kg.documents.mentions.publications import NOUN
from kg.documents.mentions.view import View

_VERB = (
    r"(?:said|says?|saying|told|tells|telling|add(?:ed|s|ing)?|warn(?:ed|s|ing)?|argu(?:ed|es?"
    r"|ing)|explain(?:ed|s|ing)|comment(?:ed|s|ing)|insist(?:ed|s|ing)?"
    r"|claim(?:ed|s|ing)?|stat(?:ed|es|ing)|wr(?:ote|ites|iting|itten)|tweeted|continu(?:ed|es)"
    r"|conclud(?:ed|es?|ing)|describ(?:ed|es?|ing)"
    r"|call(?:ed|s|ing)?|admit(?:ted|s)?|confirm(?:ed|s|ing)|not(?:ed|es|ing)|stress(?:ed|es"
    r"|ing)?|urg(?:ed|es|ing)|suggest(?:ed|s|ing)?"
    r"|predict(?:ed|s)?|believ(?:ed|es?)|agree(?:d|s)?|acknowledg(?:ed|es?)|respond(?:ed|s|ing)"
    r"|repli(?:ed|es)|point(?:ed|s) out"
    r"|announc(?:ed|es|ing)|ask(?:ed|s)|question(?:ed|s)|reveal(?:ed|s)?|reads?|show(?:ed|s)?"
    r"|f(?:ound|inds?)|identif(?:ied|ies)|report(?:ed|s)"
    r"|set(?:s)? out|accus(?:ed|es|ing)|criticis(?:ed|es|ing)|welcom(?:ed|es|ing)|promis(?:ed"
    r"|es)|pledg(?:ed|es)|complain(?:ed|s)?|feels?|felt|sees?|saw"
    r"|hop(?:ed|es?)|fear(?:ed|s)?|express(?:ed|es)|dismiss(?:ed|es)|reject(?:ed|s)|rais(?:ed"
    r"|es)|observ(?:ed|es)|remark(?:ed|s)|went on|recall(?:ed|s)"
    r"|reiterat(?:ed|es)|emphasis(?:ed|es)|maintain(?:ed|s)|declar(?:ed|es)|branded|labelled"
    r"|likened|quipped|joked|thinks?|thought|recommend(?:ed|s)?"
    r"|demand(?:ed|s)|cit(?:ed|es|ing)|highlight(?:ed|s|ing)|concern(?:ed)|considers?|considered"
    r"|regard(?:ed|s)?|refer(?:red|s))"
)
_ADVERB = (
    r"(?:also |then |has |have |had |previously |later |earlier |still |publicly |repeatedly "
    r"|further |today |yesterday |simply |now |reportedly |privately "
    r"|(?:was|is|were|are) (?:right|wrong|quick|keen|able) to )*"
)
_UNNAMED = (
    r"(?:spokes(?:man|woman|person)|sources?|insiders?|leaders?|chairs?|directors?|GPs?"
    r"|chief executives?|accountable officers?|chief officers?|managers?|doctors?"
    r"|members?|officials?|figures?|campaigners?|councillors?|commissioners?|practices?"
    r"|clinicians?|researchers|authors|respondents?|residents?|partners?|ministers?"
    r"|secretary|committees?|LMC|CCGs?|ICBs?|boards?|governing body|councils?|regions?|groups?"
    r"|teams?|trust"
    r"|minister|MP|executive|medical committee)"
)
_DET = (
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal"
    r"|[Ss]enior|[Ll]ocal|[Tt]his|[Hh]is|[Hh]er|[Tt]wo|[Aa]ll)"
)
_INNER = (
    r"(?!of\b|for\b|in\b|by\b|to\b|at\b|from\b|with\b|and\b|or\b|on\b|into\b|that\b|which\b"
    r"|who\b|was\b|were\b|is\b|are\b|has\b|had\b"
    r"|will\b|would\b|the\b|said\b|says\b|told\b|added\b|as\b|but\b|be\b|been\b|have\b|not\b"
    r"|it\b)[\w'/-]+"
)
_NOUNS = (
    rf"(?:{_DET} (?:{O}(?:'s?)?(?:-\w+)? )?(?:{_INNER} ){{0,4}}?"
    rf"|(?:{O}(?:'s?)?(?:-\w+)? )(?:{_INNER} ){{0,3}}?)(?:{_UNNAMED}|{NOUN})"
    rf"(?: (?:for|from|at|of|by|to|in)(?: the)? (?:(?:[\w-]+ ){{0,4}}?)?{O}| for the \w+)?"
)
_NP = (
    rf"(?:(?:{_NOUNS}(?: and (?:local )?GP)?,? )?{P},?|\b[Hh]e\b|\b[Ss]he\b|\b[Tt]hey\b"
    rf"|\b[Ii]t\b|{_NOUNS}(?!\w)|{O})"
)
_PHRASE = (
    r"(?!was\b|were\b|is\b|are\b|has\b|had\b|have\b|been\b|be\b|will\b|would\b|said\b|told\b"
    r"|who\b|which\b)[\w'-]+"
)
_ASIDE = (
    rf"(?: (?:into|on|of|from|to|about|for|by|in|at) (?:{_PHRASE} |{O}(?:'s?)? ){{0,8}}?"
    rf"(?:{_PHRASE}|{O}))?"
    rf"(?:(?:,| \(|,? who| –)[^.:;\n]{{0,140}}?(?:,|\)| –))?(?: –)?"
)
_SAID = re.compile(rf"(?P<np>{_NP}){_ASIDE} {_ADVERB}{_VERB}\b")
_AFTER_NP = re.compile(rf"^[,.]? ?(?:but |and |–|- )?(?P<np>{_NP}){_ASIDE} {_ADVERB}{_VERB}\b")
_AFTER_VERB = re.compile(
    rf"^[,.]? ?(?:{_ADVERB}){_VERB}(?: (?:[\w,'&/-]+ |{O}(?:'s?)?,? ){{0,9}}?)? ?(?P<np>{P}|{_NP})"
)
_ACCORDING = re.compile(
    rf"\b[Aa]ccording to (?:the |a |an )?(?:[\w,'&/-]+ |{O}(?:'s?)? ){{0,6}}?(?P<np>{P}|{_NP})"
)
_LATER = re.compile(
    rf"[, ](?P<np>{_NP}){_ASIDE} {_ADVERB}{_VERB}\b|, (?:{_VERB}) (?:[\w,'&/-]+ "
    rf"|{O}(?:'s?)? ){{0,7}}?(?P<np2>{P}|{_NP})"
)
_PASSIVE = re.compile(
    r"\b(?:was|were|is|are|been) (?:said|claimed|suggested|described|reported|believed"
    r"|identified|found|seen)\b|\bit (?:is|was) (?:claimed|suggested)\b"
)
_SENTENCE = re.compile(rf"[.!?…] (?=[A-Z]|{P}|{O}|{Q})|(?<={Q}) (?=[A-Z]|{P})")
_STRONG = re.compile(
    r"(?<!been )(?<!was )(?<!were )(?<!are )(?<!is )(?<!be )\b(?:said|says|told|added|adds"
    r"|warned|argued|argues|wrote|insisted|described|called|stated|explained|sees?|feels?"
    r"|believes?|accused|pledged)\b(?! by\b)"
)
_SUBJECT = re.compile(rf"(?:{_NOUNS},? )?{P}|{_NOUNS}(?!\w)|{O}")
_FROM = re.compile(rf"(?:letter|e-?mail|statement|memo) from (?:the )?((?:[\w-]+ )+{O})$")
_PERSON = re.compile(
    rf"{P}|(?:\b[Aa] |\b[Tt]he |{O}(?:'s?)? )spokes\w+(?: (?:for|from|at) (?:the )?(?:{O}|\w+))?"
)
_ARTICLE = re.compile(r"^(?:The|A|An|Its|Their|His|Her|This) ", re.IGNORECASE)
_NOUN = re.compile(rf"\b{NOUN}\b")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the name to show, the key, and where the text says so (folded places)."""

    name: str
    key: str
    start: int
    end: int
    kind: str


class Speakers:
    """Finds the speaker of each quotation of a text, in order, and remembers who spoke last."""

    def __init__(
        self,
        view: View,
        coded: Coded,
        cast: Cast,
        documents: Sequence[tuple[int, int, Publication]],
    ) -> None:
        self.view, self.coded, self.cast, self.documents = view, coded, cast, documents
        self.last: Voice | None = None
        self.last_document: Voice | None = None
        self.last_end = -1

    def of(self, at: int, kind: str, *, continues: bool) -> Voice | None:
        """The speaker of the quotation whose code is at place `at` of the coded text."""
        text = self.coded.text
        begin = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        line, here = text[begin : end if end >= 0 else len(text)], at - begin
        if continues and self.last:
            return self.last
        voice = self._beside(line, begin, here, kind) or self._from_before(line, begin, here, kind)
        if voice:
            self.last, self.last_end = voice, at
            if voice.kind == "document":
                self.last_document = voice
        return voice

    def _beside(self, line: str, begin: int, here: int, kind: str) -> Voice | None:
        """The speaker that the quotation's own sentence names, or the words right after it."""
        stops = [m.end() for m in _SENTENCE.finditer(line, 0, here + 1) if m.end() <= here]
        start = stops[-1] if stops else 0
        before, after = line[start:here], line[here + 1 :]
        stop = _SENTENCE.search(line, here + 1)
        rest = line[here + 1 : stop.start() + 1 if stop else len(line)]
        place = begin + here + 1
        return (
            self._after(before, after if kind == "full" else rest, place, kind)
            or self._saying(before, begin + start)
            or self._elsewhere(before, rest, begin + start, place)
            or self._with_next(line, begin, here, kind if not before.strip() else "")
        )

    def _after(self, before: str, after: str, place: int, kind: str) -> Voice | None:
        """Who is named right after the closing mark: `he said`, `said Dr Lee`."""
        if before.strip() and kind == "full":
            return None
        for pattern in (_AFTER_NP, _AFTER_VERB) if kind == "full" else (_AFTER_NP,):
            found = pattern.match(after)
            if found and (voice := self._voice(found, "np", place)):
                return voice
        return None

    def _elsewhere(self, before: str, rest: str, start: int, place: int) -> Voice | None:
        """Who is named anywhere in the sentence, or who wrote what it reports."""
        for offset, words in ((place, rest), (start, before)):
            if found := _ACCORDING.search(words):
                return self._voice(found, "np", offset)
        named = list(re.finditer(P, before)) if before.rstrip().endswith(":") else []
        if named:
            return self._voice(named[-1], None, start)
        if found := _LATER.search(rest):
            return self._voice(found, "np" if found["np"] else "np2", place)
        return self.last_document if _PASSIVE.search(before) else None

    def _with_next(self, line: str, begin: int, here: int, kind: str) -> Voice | None:
        """The speaker of the quotation that follows at once, for one that opens a sentence."""
        later = re.search(Q, line[here + 1 :])
        if kind != "full" or not later or line[here + 1 :][: later.start()].strip(" .…"):
            return None
        return self._beside(line, begin, here + 1 + later.start(), kind)

    def _saying(self, before: str, offset: int) -> Voice | None:
        """Who says what stands before a quotation: the subject of the last verb of speech."""
        told = list(_SAID.finditer(before))
        strong = [m for m in _STRONG.finditer(before) if not told or m.start() >= told[-1].end()]
        for verb in reversed(strong):
            subjects = list(_SUBJECT.finditer(before[: verb.start()]))
            if subjects and (voice := self._voice(subjects[-1], None, offset)):
                return voice
        for found in reversed(told):
            if voice := self._voice(found, "np", offset):
                return voice
        return None

    def _from_before(self, line: str, begin: int, here: int, kind: str) -> Voice | None:
        """The speaker where the sentence itself does not say."""
        whole = not line[:here].strip()
        if whole and (intro := self._introduced(begin)):
            return intro
        subject = re.search(rf"{P}|{O}", line[:here])
        if not whole and kind != "full" and subject and self.last is None:
            return self._voice(subject, None, begin)
        near = self.coded.text[self.last_end : begin].count("\n") <= 3
        if kind == "pull":
            return None
        return self.last if near else None

    def _introduced(self, begin: int) -> Voice | None:
        """The speaker that the paragraph before names, if it ends with a colon."""
        text = self.coded.text[:begin].rstrip()
        if not text.endswith(":"):
            return None
        line = text[text.rfind("\n") + 1 :]
        told = list(_SAID.finditer(line))
        for found in reversed(told):
            if voice := self._voice(found, "np", begin - 1 - len(line)):
                return voice
        people = list(re.finditer(P, line))
        return self._voice(people[-1], None, begin - 1 - len(line)) if people else None

    def _voice(self, found: re.Match[str], group: str | None, offset: int) -> Voice | None:
        words = found[group or 0]
        start, end = (found.start(group or 0) + offset, found.end(group or 0) + offset)
        place, stop = self.coded.at(start), self.coded.at(end)
        low = words.lower()
        if low in {"he", "she"}:
            return self._person_before(start)
        if low in {"they", "it"}:
            return self.last if self.last and self.last.kind != "person" else None
        person = re.search(P, words)
        if person:
            one = self.cast.people[number_of(person[0])]
            name = one.name if " " in one.name else f"{one.title} {one.name}".strip()
            return Voice(name, one.key, place, stop, "person")
        if len(words) == 1 and is_code(words, "O"):
            body = self.cast.bodies[number_of(words)]
            name = body.name
            if isinstance(body, Organisation) and body.form == "short":
                name = body.canonical
            return Voice(name, body.key, place, stop, "body")
        sender = _FROM.search(words)
        if sender:
            return Voice(
                self.view.text[self.coded.at(start + sender.start(1)) : stop],
                "",
                place,
                stop,
                "unnamed",
            )
        document = next((d for a, b, d in self.documents if a < stop and place < b), None)
        if _NOUN.search(words) and document:
            name = (
                f"{document.by} {document.kind}".strip()
                if document.by
                else _plain(self.view.text[place:stop])
            )
            return Voice(name, document.key, place, stop, "document")
        return Voice(_plain(self.view.text[place:stop]), "", place, stop, "unnamed")

    def _person_before(self, at: int) -> Voice | None:
        """Whom `he` or `she` means: the person who spoke last, if nobody was named since."""
        offset = max(0, at - 900)
        before = list(_PERSON.finditer(self.coded.text[offset:at]))
        return self._voice(before[-1], None, offset) if before else self.last


def _plain(words: str) -> str:
    """A description without its article: `spokesman for Nene CCG`."""
    return _ARTICLE.sub("", words)


def told(quotation: Quotation, voice: Voice | None, view: View, posts: Sequence[Post]) -> Quotation:
    """The quotation with its speaker, and the post and body that the text gives them."""
    if voice is None:
        return quotation
    post = next((one for one in posts if one.holder and one.holder == voice.key), None)
    body = voice.name if voice.kind == "body" else ""
    return replace(
        quotation, speaker=voice.name, speaker_key=voice.key,
        speaker_span=view.span(voice.start, voice.end),
        speaker_post=post.title if post else "",
        speaker_organisation=post.body_names[0] if post and post.body_names else body,
    )  # fmt: skip
