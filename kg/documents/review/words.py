"""What a candidate says, in plain words, and which of its parts a reviewer may put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

Value = Mapping[str, Any]
KINDS: Final = {
    "Organisation": "A body",
    "Person": "A person",
    "Tenure": "Who held a post",
    "JointArrangement": "A shared officer",
    "ChangeProposal": "A change that is planned",
    "ChangeEvent": "A change that happened",
    "Restatement": "How a policy is worded",
    "Claim": "What somebody said",
    "Figure": "A number",
}
"""What the types of candidates are called."""
VERDICTS: Final = {
    "open": "not decided", "accept": "accepted", "reject": "refused", "unsure": "not sure",
}  # fmt: skip
REASONS: Final = {
    "wrong": "Read wrongly",
    "not in scope": "Not about this",
    "duplicate": "Told already",
    "already known": "Known already",
    "other": "Another reason",
}
"""Why a candidate is refused, as it is kept and in words; the keys 1 to 5 stand for them."""
_QUALIFIED: Final = {"yes": True, "no": False, "": None}


class Field(NamedTuple):
    """A part of a value that may be put right: `kind` is text, number, tick or a choice."""

    name: str
    label: str
    kind: str = "text"
    choices: tuple[str, ...] = ()


STATUSES: Final = (
    "proposed", "consulted on", "planned", "agreed", "voted for", "approved", "cluster",
    "completed", "delayed", "dropped", "rejected",
)  # fmt: skip
"""How far a change may be."""
OWN: Final = "text"
"""The part of a claim that only a reviewer adds."""
_STANCES: Final = ("for", "against", "neutral", "mixed")
FIELDS: Final[Mapping[str, tuple[Field, ...]]] = {
    "Organisation": (Field("name", "Name in the text"),),
    "Person": (Field("name", "Name"), Field("title", "Title")),
    "Tenure": (
        Field("person", "Who", "person"), Field("post", "Post"), Field("body", "Of", "body"),
        Field("interim", "For the time being", "tick"), Field("former", "No longer", "tick"),
        Field("incoming", "Not yet", "tick"),
    ),
    "JointArrangement": (
        Field("post", "Post"), Field("person", "Who", "person"),
        Field("organisations", "Bodies that share", "bodies"),
    ),
    "ChangeProposal": (
        Field("original", "Of", "bodies"), Field("resulting", "Into", "body"),
        Field("status", "How far it is", "choice", STATUSES), Field("date", "Day, month or year"),
    ),
    "Restatement": (
        Field("provision", "Policy"), Field("qualifier", "Hedge in its words"),
        Field("dropsQualifier", "Leaves “typically” out", "choice", ("", "yes", "no")),
    ),
    "Claim": (
        Field("speaker", "Speaker"), Field("holder", "Whose view"),
        Field("stance", "For or against", "choice", ("", *_STANCES)), Field("about", "About"),
        Field(OWN, "In your own words"),
    ),
    "Figure": (
        Field("low", "At least", "number"), Field("high", "At most", "number"),
        Field("unit", "Of what"), Field("approx", "Only about", "tick"),
    ),
}  # fmt: skip
"""The parts of each type; those of a ChangeEvent are a ChangeProposal's."""
_EMPTY: Final[Mapping[str, Value]] = {
    "Organisation": {"key": "", "name": "", "canonical": "", "type": "", "link": None,
                     "options": []},
    "Person": {"key": "", "name": "", "title": None, "author": False},
    "Tenure": {"person": None, "post": "", "body": None, "interim": False, "former": False,
               "incoming": False},
    "JointArrangement": {"person": None, "post": "", "organisations": []},
    "ChangeProposal": {"changeType": "merger", "original": [], "resulting": None,
                       "status": "proposed", "statusChange": [], "influence": [], "date": None},
    "ChangeEvent": {"changeType": "merger", "original": [], "resulting": None,
                    "status": "completed", "statusChange": [], "influence": [], "date": None},
    "Restatement": {"provision": "", "wording": "", "dropsQualifier": None, "qualifier": None,
                    "holder": None},
    "Claim": {"speaker": None, "kind": "quote", "utterance": 0, "continues": False},
    "Figure": {"value": "", "quantity": "count", "unit": "", "what": "", "low": None, "high": None,
               "approx": False, "comparator": None},
}  # fmt: skip


def fields(kind: str, value: Value) -> tuple[Field, ...]:
    """What of a candidate may be put right: the parts of its type that its value has.

    What somebody said may be told in the reviewer's own words besides.
    """
    known = FIELDS["ChangeProposal" if kind == "ChangeEvent" else kind]
    return tuple(each for each in known if each.name in value or each.name == OWN)


def empty(kind: str, exact: str, start: int, end: int) -> dict[str, Any]:
    """The value of a candidate that a person marks, before anything is said of it."""
    value = dict(_EMPTY.get(kind, {}))
    words = " ".join(exact.split())
    if kind in ("Organisation", "Person"):
        value["name"] = words
    elif kind == "Restatement":
        value |= {"wording": words, "start": start, "end": end}
    elif kind == "Figure":
        value["value"] = words
    elif kind in ("Tenure", "JointArrangement"):
        value["post"] = words
    return value


def sentence(kind: str, value: Value) -> str:
    """What a candidate says.

    >>> sentence("Tenure", {"person": {"name": "A. Person"}, "post": "chair", "body": None,
    ...                     "interim": True, "former": False, "incoming": False})
    'A. Person is chair, for the time being'
    >>> sentence("Figure", {"low": 190.0, "high": 210.0, "unit": "CCGs", "approx": True})
    'About 190 to 210 CCGs'
    """
    return _SENTENCES[kind](value) if kind in _SENTENCES else str(value.get("name", ""))


def said(kind: str, value: Value) -> str:
    """The same, to begin a line.

    >>> said("Figure", {"low": 3.0, "high": 3.0, "unit": "CCGs"}), said("Person", {"name": "hull"})
    ('3 CCGs', 'Hull')
    """
    told = sentence(kind, value)
    return told[:1].upper() + told[1:]


def change_of(field: Field, text: str) -> Any:
    """The value that a field of a form means; raises ValueError for a number that is none."""
    if field.kind == "tick":
        return bool(text)
    if field.kind == "number":
        return float(text.replace(",", "")) if text else None
    if field.name == "dropsQualifier":
        return _QUALIFIED.get(text)
    return text or None


def shown(field: Field, value: Value) -> str:
    """What stands in the field of a form.

    >>> shown(Field("low", "", "number"), {"low": 1400000.0}), shown(Field("a", ""), {"a": None})
    ('1400000', '')
    """
    told = value.get(field.name)
    if field.kind == "tick":
        return "yes" if told else ""
    if field.name == "dropsQualifier":
        return "" if told is None else "yes" if told else "no"
    if isinstance(told, Mapping):
        return str(told.get("ref") or "")
    if isinstance(told, float):
        return f"{told:.15g}"
    return "" if told is None else str(told)


def listed(names: Sequence[str]) -> str:
    """Names in a row.

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    *first, last = names or [""]
    return f"{', '.join(first)} and {last}" if first else last


def _name(party: Any) -> str:
    return str(party.get("name", "")) if isinstance(party, Mapping) else str(party or "")


def _names(parties: Any) -> str:
    return listed([_name(each) for each in parties or ()])


def _organisation(value: Value) -> str:
    meant = value.get("canonical") or ""
    name = str(value.get("name") or "")
    return f"“{name}” is {meant}" if meant and meant != name else name


def _person(value: Value) -> str:
    return " ".join(str(each) for each in (value.get("title"), value.get("name")) if each)


def _tenure(value: Value) -> str:
    is_ = "was" if value.get("former") else "is to be" if value.get("incoming") else "is"
    body = f" of {_name(value['body'])}" if value.get("body") else ""
    interim = ", for the time being" if value.get("interim") else ""
    return f"{_name(value.get('person')) or 'Somebody'} {is_} {value.get('post')}{body}{interim}"


def _joint(value: Value) -> str:
    person = f": {_name(value['person'])}" if value.get("person") else ""
    bodies = _names(value.get("organisations")) or "Several bodies"
    return f"{bodies} share one {value.get('post') or 'officer'}{person}"


def _change(value: Value) -> str:
    kind = str(value.get("changeType") or "change").capitalize()
    of = f" of {_names(value['original'])}" if value.get("original") else ""
    into = f" into {_name(value['resulting'])}" if value.get("resulting") else ""
    when = f", {value['date']}" if value.get("date") else ""
    return f"{kind}{of}{into}: {value.get('status') or 'nothing said'}{when}"


def _restatement(value: Value) -> str:
    told = {True: "without its “typically”", False: "with its “typically”"}
    hedge = told.get(value.get("dropsQualifier"))  # type: ignore[arg-type]
    return f"{value.get('provision') or 'A policy'}, told {hedge or 'in these words'}"


def _claim(value: Value) -> str:
    if "stance" in value:
        about = f" “{value['about']}”" if value.get("about") else ""
        told = {"for": "for", "against": "against"}.get(str(value["stance"]))
        who = value.get("holder") or "Somebody"
        return f"{who} is {told}{about or ' it'}" if told else f"{who} takes no side{about}"
    own = f": {value[OWN]}" if value.get(OWN) else ""
    return f"Words of {value.get('speaker') or 'somebody who is not named'}{own}"


def _figure(value: Value) -> str:
    low, high = (_number(value.get(each)) for each in ("low", "high"))
    range_ = low if low == high else f"{low or 'up'} to {high}" if high else f"{low} or more"
    told = f"{'about ' if value.get('approx') else ''}{range_ or value.get('value')}"
    return f"{told[:1].upper()}{told[1:]} {value.get('unit') or ''}".strip()


def _number(told: Any) -> str:
    return f"{told:,.15g}" if isinstance(told, (int, float)) else ""


_SENTENCES: Final = {
    "Organisation": _organisation, "Person": _person, "Tenure": _tenure,
    "JointArrangement": _joint, "ChangeProposal": _change, "ChangeEvent": _change,
    "Restatement": _restatement, "Claim": _claim, "Figure": _figure,
}  # fmt: skip
