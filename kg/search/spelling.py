"""The words that were meant by a word that no name has."""

from __future__ import annotations

import sqlite3


def traces(word: str) -> list[str]:
    """What a misspelling shares with a word: its runs of three letters, the word with each letter
    left out (which finds swapped letters), and the word itself; each once, sorted.

    >>> traces("kent")
    [' ke', '-ent', '-ken', '-kent', '-ket', '-knt', 'ent', 'ken', 'nt ']
    """
    marked = f" {word} "
    runs = {marked[start : start + 3] for start in range(len(marked) - 2)}
    shorter = {word[:place] + word[place + 1 :] for place in range(len(word))}
    return sorted(runs | {f"-{each}" for each in (word, *shorter)})


def distance(first: str, second: str) -> int:
    """How many letters to add, drop, change or swap with a neighbour to make one word of another.

    >>> distance("stafford", "stafrod"), distance("kent", "gwent")
    (2, 2)
    """
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, left in enumerate(first, 1):
        earlier, before, row = before, row, [i]
        for j, right in enumerate(second, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == second[j - 2] and right == first[i - 2]:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return row[-1]


def near(database: sqlite3.Connection, word: str, *, most: int = 4) -> list[str]:
    """The words of names that are nearest to a word, the commoner first where they are as near.

    One slip is allowed in a short word, two from six letters on; nothing is near a word of less
    than four. A word that the names have is nearest to itself.
    """
    if len(word) < 4:
        return []
    slips = 1 if len(word) < 6 else 2
    marks = ", ".join("?" * len(traces(word)))
    rows = database.execute(
        f"SELECT word, uses, COUNT(*) AS shared FROM trace JOIN word USING (word) "  # noqa: S608
        f"WHERE trace IN ({marks}) AND length(word) BETWEEN ? AND ? "
        "GROUP BY word ORDER BY shared DESC, uses DESC, word LIMIT 40",
        (*traces(word), len(word) - slips, len(word) + slips),
    ).fetchall()
    ranked = sorted((distance(word, each), -uses, each) for each, uses, _ in rows)
    return [each for far, _, each in ranked if far <= slips and far == ranked[0][0]][:most]
