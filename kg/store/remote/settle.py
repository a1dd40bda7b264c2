"""Rows put in their order, and each shown once, by the engine that ships.

Some engines sort text as a language would, or what is unbound last, and show a row twice in spite
of DISTINCT. Where the query sorts by nothing but columns of its answer, that can be mended here.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import pyoxigraph as ox

from kg.store.remote.words import PAIRS, Word, joined

MOST: Final = 50_000
"""Rows of an answer that are sorted again."""
_BEHIND: Final = ("VALUES", "LIMIT", "OFFSET")


def tail_of(words: Sequence[Word]) -> tuple[bool, list[Word]]:
    """Whether each row of a SELECT is to be shown once, and its ORDER BY, if it says so.

    What is cut by LIMIT or OFFSET keeps the order of the engine that has cut it, but for the rows
    that are left.

    >>> from kg.store.remote.words import joined, words_of
    >>> is_once, order = tail_of(words_of("SELECT DISTINCT ?a { ?a ?b ?c } ORDER BY ?a LIMIT 3"))
    >>> is_once, joined(order)
    (True, 'ORDER BY ?a ')
    """
    depth, once, order = 0, False, list[Word]()
    is_select = is_order = False
    for each in words:
        if each.kind == "other":
            depth += (each.text in PAIRS) - (each.text in PAIRS.values())
        if not depth:
            once = once or (is_select and each.upper == "DISTINCT")
            is_select = each.upper == "SELECT" or (is_select and each.kind == "space")
            is_order = (is_order or each.upper == "ORDER") and each.upper not in _BEHIND
        if is_order:
            order.append(each)
    return once, order


def settled(words: Sequence[Word], answer: ox.QuerySolutions) -> ox.QuerySolutions | None:
    """The rows again as the query wants them; `None` where that cannot be told from them."""
    is_once, order = tail_of(words)
    names = [f"?{each.value}" for each in answer.variables]
    shown = {each.text.replace("$", "?") for each in order if each.kind == "variable"}
    if not (is_once or order) or not shown <= set(names) or not names:
        return None
    width = range(len(names))
    rows = [tuple(row[at] for at in width) for row in answer]
    if len(rows) > MOST or any(isinstance(each, ox.BlankNode) for row in rows for each in row):
        return None
    data = "\n".join(f"({' '.join('UNDEF' if x is None else str(x) for x in row)})" for row in rows)
    columns = " ".join(names)
    text = (
        f"{_prologue(words)} SELECT {'DISTINCT ' if is_once else ''}{columns} "
        f"WHERE {{ VALUES ({columns}) {{ {data} }} }} {joined(order)}"
    )
    found = ox.Store().query(text)
    return found if isinstance(found, ox.QuerySolutions) else None


def _prologue(words: Sequence[Word]) -> str:
    before = []
    for each in words:
        if each.upper == "SELECT":
            break
        before.append(each)
    return joined(before)
