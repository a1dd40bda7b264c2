"""What a language model says that a document says, held to the document's own words.

The whole text is sent to the address that was named, and nowhere else. What comes back is data: an
offer whose quotation does not stand in the text exactly once is dropped, and counted by its reason.
No claim is made of how good a model is: the scorer tells, for a model that somebody has.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

from kg.documents.candidates import Candidate
from kg.documents.offered.making import offer
from kg.documents.record.model import TextRecord
from kg.errors import BadParameter, InvalidInput

RULE: Final = "llm"
VERSION: Final = "1.0"
SECONDS: Final = 120.0
"""How long an address may be silent."""
_LONGEST: Final = 100_000
_MANY: Final = 500
_KEY: Final = "OPENAI_API_KEY"
_AGAIN: Final = "Ask again, or look after what answers there."
_FIELDS: Final[Mapping[str, Mapping[str, Any]]] = {
    "Organisation": {"key": "", "name": "", "canonical": "", "type": "", "link": None,
                     "options": []},
    "Person": {"key": "", "name": "", "title": None, "author": False},
    "Claim": {"speaker": None, "kind": "quote", "utterance": 0, "continues": False},
    "Figure": {"value": "", "quantity": "count", "unit": "", "what": "", "low": None, "high": None,
               "approx": False, "comparator": None},
}  # fmt: skip
_SAID: Final[Mapping[str, tuple[str, ...]]] = {
    "Organisation": (), "Person": ("title",), "Claim": ("speaker",), "Figure": ("unit", "what"),
}  # fmt: skip
"""What a model may say of each type beside the words that it quotes."""
PROMPT: Final = """You read an article about NHS organisations. Answer with one JSON object and \
nothing else: {"found": [...]}. Each member of the list is an object with
"type": one of "Organisation", "Person", "Claim", "Figure";
"quote": words of the article, copied character by character: the name of the body or person, the \
words that somebody is quoted as saying, or the number with its unit;
and where the article says so: "speaker" of a Claim, "title" of a Person, "unit" and "what" of a \
Figure. Quote enough words that they occur once. Leave out what the article does not say."""


@dataclass(frozen=True)
class Offered:
    """What a model offered, and how many of its answers were dropped, by the reason."""

    candidates: tuple[Candidate, ...]
    dropped: Mapping[str, int] = field(default_factory=dict)


def offered(
    record: TextRecord, address: str, model: str, *, sends_text: bool, seconds: float = SECONDS
) -> Offered:
    """What a model behind an address of OpenAI's kind reads in a document.

    The key of the service, if it wants one, is OPENAI_API_KEY. Raises `BadParameter` where nobody
    has said that the text may be sent, where the address is none, or where the library is not
    installed, and `InvalidInput` where the address gives no answer.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadParameter("--llm", f"'{address}' is no address", "Name one: https://host/v1")
    if not model:
        raise BadParameter("--model", "no model is named", "Name one that the address serves.")
    if not sends_text:
        hint = "Say --send-text if it may."
        raise BadParameter("--send-text", f"the text would be sent to {parts.netloc}", hint)
    if len(record.text) > _LONGEST:
        raise BadParameter("--llm", f"the text has more than {_LONGEST:,} characters")
    return _held(record, _answer(address, model, record.text, seconds), model)


def _answer(address: str, model: str, text: str, seconds: float) -> str:
    try:
        import openai
    except ImportError:
        hint = "Install it: pip install 'coterminous[llm]'"
        raise BadParameter("--llm", "the library that asks is not installed", hint) from None
    key = os.environ.get(_KEY) or "none"
    try:
        with openai.OpenAI(base_url=address, api_key=key, timeout=seconds, max_retries=0) as client:
            made = client.chat.completions.create(
                model=model,
                temperature=0,
                messages=[
                    {"role": "system", "content": PROMPT},
                    {"role": "user", "content": text},
                ],
            )
            return str(made.choices[0].message.content or "")
    except openai.APITimeoutError:
        raise InvalidInput(address, None, f"no answer within {seconds:g} s", _AGAIN) from None
    except (openai.OpenAIError, AttributeError, IndexError, TypeError, ValueError) as error:
        reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
        raise InvalidInput(address, None, f"no answer: {reason}", _AGAIN) from None


def _held(record: TextRecord, answer: str, model: str) -> Offered:
    """What of an answer the text bears out."""
    dropped: Counter[str] = Counter()
    found: dict[str, Candidate] = {}
    extractor = {"rule": RULE, "version": VERSION, "model": model}
    for told in _listed(answer, dropped):
        kind = str(told.get("type"))
        quote = told.get("quote")
        if kind not in _FIELDS or not isinstance(quote, str) or not quote.strip():
            dropped["not of the form asked for"] += 1
        elif record.text.count(quote) != 1:
            is_there = quote in record.text
            dropped["quoted words in several places" if is_there else "not in the text"] += 1
        else:
            start = record.text.index(quote)
            value = _value(kind, quote, told)
            made = offer(record, kind, (start, start + len(quote)), value, extractor)
            found.setdefault(made.id, made)
    return Offered(tuple(found.values()), dict(dropped))


def _listed(answer: str, dropped: Counter[str]) -> Iterator[dict[str, Any]]:
    """The members of an answer that are objects; one that is no JSON is dropped whole."""
    plain = answer.strip().removeprefix("```json").removeprefix("```").removesuffix("```")
    try:
        told = json.loads(plain)
        members = told["found"]
    except (ValueError, KeyError, TypeError, RecursionError):
        dropped["an answer that is not the JSON asked for"] += 1
        return
    for each in members[:_MANY] if isinstance(members, list) else ():
        if isinstance(each, dict):
            yield each
        else:
            dropped["not of the form asked for"] += 1


def _value(kind: str, quote: str, told: Mapping[str, Any]) -> dict[str, Any]:
    words = " ".join(quote.split())
    value = dict(_FIELDS[kind])
    if kind in ("Organisation", "Person"):
        value |= {"name": words, "key": f"llm:{words.casefold()}"}
    elif kind == "Figure":
        value["value"] = words
    given = {name: told.get(name) for name in _SAID[kind]}
    return value | {
        name: " ".join(each.split())[:200]
        for name, each in given.items()
        if isinstance(each, str) and each.strip()
    }
