"""What the schema says of itself: every description that does not come from the ontology."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kg.model.definitions import Class
from server.graphql.projection import Field

NODE: Final = "Anything in the graph that has a name of its own."
WHERE: Final = (
    "All conditions that are given must hold; an empty filter holds for everything, and a condition"
    " of null asks nothing. Under an `asOf`"
    " that is in force, dated things that did not hold on the day count as absent."
)
ORDER: Final = (
    "What to order by; of several, a later one where things tie in all before it. Things that tie"
    " in all are in the order of their IRIs."
)
ORDERED: Final = {
    "field": "What to order by.",
    "descending": "From the last to the first, or from the most to the least.",
    "nulls": "Where things without a value stand, whichever way the others go.",
}
EDGE: Final = "One place in a list."
OF_EDGE: Final = {
    "statedIn": "The named graphs that state this very link, as prefixed names.",
    "validity": "For how long the thing at this place holds, as far as is known.",
    "evidence": "Where it is said: spans of texts, and citations.",
}
PROVENANCE: Final = {
    "provenance": (
        "Where a field is known from: who states it, on which evidence, and if it is empty, why."
    ),
    "field": "A field of this type.",
    "which": "The field that is asked about.",
    "status": "What is known of the field.",
    "absence": "Why nothing is shown. Null where something is.",
    "explanation": "The same in a sentence.",
    "statedIn": "The named graphs that state it, as prefixed names, whatever day is asked.",
    "evidence": (
        "Where it is said: the evidence of the statements that the field leads to backwards, such"
        " as tenures; else, if the field is not empty, that of the thing itself."
    ),
    "claims": (
        "The claims that it is based on, that state it, or that contest it; of the statements that"
        " the field leads to backwards, or else of the thing."
    ),
}
CONNECTION: Final = "A page of a list. Each list is paged by itself, however deep it stands."
TOTAL_COUNT: Final = (
    "How many there are on all pages together. It is counted only when it is asked for."
)
OF_CONNECTION: Final = {
    "totalCount": TOTAL_COUNT,
    "nodes": "The things of the page, in its order.",
    "edges": "The same, each with its cursor, and with what is told of the link that leads to it.",
    "pageInfo": "Whether there are more, and from where to go on.",
    "node": "The thing at this place.",
}
PAGE_INFO: Final = {
    "hasNextPage": "Whether there are more behind this page; of one before a cursor, always.",
    "hasPreviousPage": "Whether there are more before this page; of one behind a cursor, always.",
    "startCursor": "The cursor of the first on this page: give it back as `before` to go back.",
    "endCursor": "The cursor of the last on this page: give it back as `after` to go on.",
}
CURSOR: Final = "Where a page may begin or end: give it back as `after` or as `before`."
HELD: Final = (
    "How sure it is that this held on a day: `on`, or else the `asOf` that is in force. Null"
    " without a day."
)

IRI: Final = {
    "directive": (
        "The term of the ontology that this stands for; a field that is a plural noun may read its"
        " property backwards."
    ),
    "value": "The term's IRI.",
}
HELD_ON: Final = "The day that is asked, instead of the `asOf` that is in force."
BUILT_IN: Final = {
    "id": "The thing's own name, such as `organisation/26A/ccg`; whole IRIs are taken too.",
    "iri": "The thing's IRI, the name that it has in SPARQL.",
    "label": "A name to show. Null for what has none, such as an affiliation.",
    "type": "The classes it is of, as prefixed names.",
    "graphs": "The named graphs that state what it is, as prefixed names.",
}
ARGS: Final = {
    "id": "A thing's own name, such as `organisation/26A/ccg`, or its IRI.",
    "first": "How many: 50 unless told otherwise, 1,000 at most.",
    "after": "The cursor after which to begin, from a page with the same filter and order.",
    "last": "How many from the end, or before `before`, in the same order; instead of `first`.",
    "before": "The cursor before which to end; with `last`, and instead of `after`.",
    "where": "Which ones.",
    "orderBy": "In which order; by label, and things without one last, unless told otherwise.",
    "asOf": (
        "Only what held on that day. It is taken over by every dated list and field further down,"
        " but asks of a body only where another body leads to it, and lets bodies without any"
        " dates pass. What belongs to other days by its nature (predecessors, successors,"
        " ancestors, descendants) is asked no day but its own. Give null to leave it off again"
        " further down. A thing of which no source tells that it had begun by then, such as a body"
        " whose opening day is not known, is left out: `carryMonths` takes what is attested near"
        " the day, and `held` tells `UNKNOWN` from `NOT_HELD`."
    ),
    "carryMonths": (
        "With `asOf`: take also what is attested within so many months of the day, as long as"
        " nothing says that it had not begun or had ended. 0 unless told otherwise; taken over"
        " further down."
    ),
    "corpus": (
        "Only what was taken from these sources: `annotated`, `cited`, `register`, `all`, or the id"
        " of one document. Taken over by lists of claims, influences, figures, proposals,"
        " provisions, arrangements and events further down."
    ),
    "publishedBy": (
        "Only what a document says that was surely out by that day: claims, events, tenures and"
        " other statements count from the day of their first document on (`knownFrom`), those"
        " without a dated document never. Bodies, people, areas and register records are there"
        " whether or not anybody writes of them. Taken over further down; null leaves it off again."
    ),
    "release": (
        "The name of the release to ask, the current one unless told otherwise. One request asks"
        " one release."
    ),
    "language": (
        "The languages that texts are preferred in, the best first, as BCP 47 tags such as `cy` or"
        " `en-GB`. What there is in none of them is in English, or in whatever there is;"
        " `labelText` tells which. Taken over further down."
    ),
    "text": "What to look for: a name, an old name or a code, or how one of them begins.",
    "kind": "Only things of this class, such as `Organisation`.",
    "scheme": "Only codes of this list, such as `status`.",
}
ROOT: Final = {
    "Query": "Where to begin. Each class of things can be asked for one by one, and as a list.",
    "node": "The thing by that name, whatever it is. Null if there is none. It takes nothing else,"
    " so that clients can fetch a thing again without knowing more; `thing` takes a day as well.",
    "thing": "The thing by that name, whatever it is, and all that is asked of it on a day, by what"
    " was published then, or of another release. Null if there is none.",
    "search": "Things found by a name, an old name or a code; the best match first.",
    "release": "The release that answers.",
    "concepts": "The codes of all code lists, or of one.",
}
CONCEPT: Final = {
    "notation": "The code itself, such as `ccg`.",
    "definition": "What the code means.",
    "scheme": "The list that the code is of, such as `type`.",
}
TEXT: Final = {
    "value": "The text.",
    "language": "Its language, as a BCP 47 tag. Null where none is told.",
    "requested": "The languages that were looked for, the best first; wider ones are added.",
    "isFallback": "Whether languages were preferred, and this is in none of them.",
}
KINDS: Final = {
    "Text": "A text, and the language that it is in.",
    "Concept": "A code of a list.",
    "Thing": "Something that the graph refers to and has no class for.",
    "Validity": "For how long something holds, as far as is known: all days are inclusive.",
    "Provenance": (
        "Where a field of a thing is known from. Object types have it, each with an enum of its own"
        " fields; below an interface or a union it is asked in a fragment."
    ),
    "Holding": "How sure it is that something held on a day.",
    "Release": "A sealed, named state of the graph.",
    "SearchHit": "Something that was found.",
    "PageInfo": "Where a page stands in its list.",
}
RELEASE: Final = {
    "name": ("String", "Its name."),
    "built": ("String", "When it was built."),
    "digest": ("String", "The digest of all its statements."),
    "triples": ("Int", "How many different triples it holds."),
    "statements": ("Int", "How many statements: a triple that two graphs state counts twice."),
    "graphs": ("Int", "How many named graphs it has."),
}
SEARCH_HIT: Final = {
    "label": "A name to show.",
    "matched": "The name or code that matched.",
    "kind": "The class, such as `Organisation`.",
    "detail": "A few words to tell it from others of the same name.",
}
HOLDING: Final = {
    "ATTESTED": ("attested", "It had surely begun by that day and had surely not ended."),
    "CARRIED": (
        "carried",
        "It is attested within the months given, and nothing speaks against it.",
    ),
    "UNKNOWN": ("unknown", "It may have held; the sources do not say."),
    "NOT_HELD": ("not held", "It had surely not begun, or had surely ended."),
}
NULLS: Final = {
    "FIRST": ("FIRST", "Things without a value come first."),
    "LAST": ("LAST", "Things without a value come last."),
}
_CAPITALS: Final = "It is in capitals; small letters are taken for them."
QUANTIFIERS: Final = {
    "some": "At least one is like this; an empty filter asks only that there is one.",
    "every": "All are like this. True where there are none.",
    "none": "None is like this.",
    "count": "So many are like this.",
}
COUNT: Final = {
    "count": "A condition on how many there are.",
    "of": "Count only those that are like this.",
    "eq": "Exactly so many.",
    "atLeast": "So many or more.",
    "atMost": "So many or fewer.",
}
OPERATORS: Final = {
    "eq": "It is just this; of several values, one of them is.",
    "in": "It is just one of these; of several values, one of them is. Of none, nothing is.",
    "contains": "It has this in it; capitals do not matter.",
    "startsWith": "It begins with this; capitals do not matter.",
    "atLeast": "It is this or more, or later.",
    "atMost": "It is this or less, or earlier.",
    "isNull": "True: it has no value. False: it has one.",
}


def of_class(cls: Class) -> str:
    """The description of a class."""
    return cls.comment


def of_property(field: Field) -> str:
    """The description of a field."""
    return field.prop.description


def filter_of(field: Field) -> str:
    """The description of a condition."""
    return (
        f"{field.prop.description} {_CAPITALS}"
        if field.prop.in_capitals
        else field.prop.description
    )


def filter_on(name: str) -> str:
    """The description of the conditions on values of a type.

    >>> filter_on("Date")
    'Conditions on a value of `Date`; all that are given must hold, and null asks nothing.'
    """
    return (
        f"Conditions on a value of `{name}`; all that are given must hold, and null asks nothing."
    )


def quantified(name: str) -> str:
    """The description of the conditions on a list of things of a type."""
    return f"Conditions on a list of `{name}`; all that are given must hold, and null asks nothing."


def order_by(path: str) -> str:
    """The description of what a list can be ordered by.

    >>> order_by("publisher.name")
    'By `name` of its `publisher`, whatever day is asked.'
    """
    field, dot, inner = path.partition(".")
    return f"By `{inner}` of its `{field}`, whatever day is asked." if dot else f"By `{field}`."


def spoken(name: str) -> str:
    """The description of a field that tells a text with its language."""
    return f"The same as `{name}`, with the language that it is in."


def key(field: Field) -> str:
    """The description of an argument that names one thing."""
    told = f"The one whose `{field.name}` this is. It is an error if there are several."
    return f"{told} {_CAPITALS}" if field.prop.in_capitals else told


def union(members: Iterable[str]) -> str:
    """The description of a union."""
    return f"One of {', '.join(members)}."
