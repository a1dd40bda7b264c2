"""Rows put in their order, and each shown once, by the engine that ships.

Some engines sort text as a language would, or what is unbound last, and show a row twice in spite
of DISTINCT. That is mended here, by what the query sorts by: where that is not among the columns of
its answer, the engine is asked for it as well (`widened`), and it is left out again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import orjson
import pyoxigraph as ox

from kg.store.remote.words import PAIRS, Word, joined, says

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


def widened(words: Sequence[Word], columns: Sequence[str]) -> list[Word]:
    """The words with what the query sorts by among its columns, behind those that it has.

    As they are where each row is to be shown once, or rows are counted together.

    >>> from kg.store.remote.words import joined, words_of
    >>> query = "SELECT ?a { ?a ?b ?c } ORDER BY (!BOUND(?c)) ?a"
    >>> joined(widened(words_of(query), ["?a"]))
    'SELECT ?a ?c { ?a ?b ?c } ORDER BY (!BOUND(?c)) ?a'
    """
    is_once, order = tail_of(words)
    sorted_by = (each.text.replace("$", "?") for each in order if each.kind == "variable")
    more = [each for each in dict.fromkeys(sorted_by) if each not in columns]
    opened = next((at for at, each in enumerate(words) if each.text == "{"), 0)
    begins = next((at for at in range(opened) if words[at].upper == "WHERE"), opened)
    if not (more and columns) or is_once or _is_counted(words):
        return list(words)
    return [*words[:begins], Word("columns", f"{' '.join(more)} "), *words[begins:]]


def _is_counted(words: Sequence[Word]) -> bool:
    """Whether the outermost SELECT groups its rows, or may do so."""
    depth, is_head = 0, True
    for each in words:
        is_head = is_head and each.text != "{"
        if (each.upper == "GROUP" and not depth) or (is_head and each.text == "("):
            return True
        if each.kind == "other":
            depth += (each.text in PAIRS) - (each.text in PAIRS.values())
    return False


def settled(
    words: Sequence[Word], answer: ox.QuerySolutions, columns: Sequence[str] = ()
) -> ox.QuerySolutions | None:
    """The rows again as the query wants them; `None` where that cannot be told from them.

    Of `columns` alone, where the engine was asked for more.
    """
    is_once, order = tail_of(words)
    names = [f"?{each.value}" for each in answer.variables]
    shown = {each.text.replace("$", "?") for each in order if each.kind == "variable"}
    if not (is_once or order) or not shown <= set(names) or not names or says(order, "EXISTS"):
        return None
    width = range(len(names))
    rows = [tuple(row[at] for at in width) for row in answer]
    if len(rows) > MOST or any(isinstance(each, ox.BlankNode) for row in rows for each in row):
        return None
    data = "\n".join(f"({' '.join('UNDEF' if x is None else str(x) for x in row)})" for row in rows)
    text = (
        f"{_prologue(words)} SELECT {'DISTINCT ' if is_once else ''}{' '.join(columns or names)} "
        f"WHERE {{ VALUES ({' '.join(names)}) {{ {data} }} }} {joined(order)}"
    )
    found = ox.Store().query(text)
    return found if isinstance(found, ox.QuerySolutions) else None


def narrowed(rows: bytes, columns: Sequence[str]) -> bytes:
    """Rows as JSON, with these columns alone.

    >>> row = b'{"a":{"type":"uri","value":"urn:x"},"b":{"type":"literal","value":"1"}}'
    >>> narrowed(b'{"head":{"vars":["a","b"]},"results":{"bindings":[' + row + b']}}', ["?a"])
    b'{"head":{"vars":["a"]},"results":{"bindings":[{"a":{"type":"uri","value":"urn:x"}}]}}'
    """
    told = orjson.loads(rows)
    kept = [each.removeprefix("?") for each in columns]
    told["head"]["vars"] = kept
    told["results"]["bindings"] = [
        {name: row[name] for name in kept if name in row} for row in told["results"]["bindings"]
    ]
    return orjson.dumps(told)


def _prologue(words: Sequence[Word]) -> str:
    before = []
    for each in words:
        if each.upper == "SELECT":
            break
        before.append(each)
    return joined(before)
