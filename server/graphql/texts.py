"""What the schema says of itself: every description that does not come from the ontology."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kg.model.definitions import Class
from server.graphql.projection import Field

NODE: Final = "Anything in the graph that has a name of its own."
WHERE: Final = (
    "All conditions that are given must hold; an empty filter holds for everything. Under an `asOf`"
    " that is in force, dated things that did not hold on the day count as absent."
)
ORDER: Final = "What to order by; things that tie are in the order of their IRIs."
EDGE: Final = "One place in a list."
CONNECTION: Final = "A page of a list. Each list is paged by itself, however deep it stands."
TOTAL_COUNT: Final = (
    "How many there are on all pages together. It is counted only when it is asked for."
)
CURSOR: Final = "Where a page may begin: give it back as `after`."
HELD: Final = (
    "How sure it is that this held on a day: `on`, or else the `asOf` that is in force. Null"
    " without a day."
)

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
    "where": "Which ones.",
    "orderBy": "In which order; by label, and things without one last, unless told otherwise.",
    "asOf": (
        "Only what held on that day. It is taken over by every dated list and field further down,"
        " but asks of a body only where another body leads to it, and lets bodies without any"
        " dates pass; give null there to leave it off again, for instance to see what went before."
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
    "release": (
        "The name of the release to ask, the current one unless told otherwise. One request asks"
        " one release."
    ),
    "kind": "Only things of this class, such as `Organisation`.",
    "scheme": "Only codes of this list, such as `status`.",
}
ROOT: Final = {
    "Query": "Where to begin. Each class of things can be asked for one by one, and as a list.",
    "node": "The thing by that name, whatever it is. Null if there is none.",
    "search": "Things found by a name, an old name or a code; the best match first.",
    "release": "The release that answers.",
    "concepts": "The codes of all code lists, or of one.",
}
CONCEPT: Final = {
    "notation": "The code itself, such as `ccg`.",
    "definition": "What the code means.",
    "scheme": "The list that the code is of, such as `type`.",
}
KINDS: Final = {
    "Concept": "A code of a list.",
    "Thing": "Something that the graph refers to and has no class for.",
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
    "eq": "It is this; of several values, one of them is.",
    "in": "It is one of these; of several values, one of them is.",
    "contains": "It has this in it; capitals do not matter.",
    "startsWith": "It begins with this; capitals do not matter.",
    "atLeast": "It is this or more, or later.",
    "atMost": "It is this or less, or earlier.",
    "isNull": "True: it has no value. False: it has one.",
}


def of_class(cls: Class) -> str:
    """The description of a class."""
    return f"{cls.comment}\n\nIRI: {cls.iri}"


def of_property(field: Field) -> str:
    """The description of a field: its meaning, how it reads the other way, and its term."""
    prop = field.prop
    backwards = "read backwards" if prop.inverse else f"the other way: {prop.inverse_label}"
    return f"{prop.description}\n\nIRI: {prop.iri} ({backwards})"


def filter_of(field: Field) -> str:
    """The description of a condition."""
    return field.prop.description


def key(name: str) -> str:
    """The description of an argument that names one thing."""
    return f"The one whose `{name}` this is. It is an error if there are several."


def union(members: Iterable[str]) -> str:
    """The description of a union."""
    return f"One of {', '.join(members)}."
