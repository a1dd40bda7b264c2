"""The same answers straight from the tables, by other means than the project's: no graph, no walk.

A CCG is followed by its own rows; where it went on as a location, the table of locations says in
which board. What no table says is written here by hand, from the notes to the tables.
"""

import csv
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from kg.resources import folder

# By hand: what went to which board when the Frimley board divided, and to whom parts of three CCGs
# went. A CCG with several boards went in parts; the sizes of those marked None are in no table.
FRIMLEY: dict[str, dict[str, Decimal | None]] = {
    "10G": {"S0E4D": Decimal(1)}, "10T": {"S0E4D": Decimal(1)}, "11C": {"S0E4D": Decimal(1)},
    "15D": {"S0E4D": Decimal(1)}, "10C": {"S9B9J": Decimal(1)},
    "99M": {"S9B9J": None, "QRL": None},
    "D4U1Y": {"S0E4D": Decimal("0.589"), "S9B9J": Decimal("0.182"), "QRL": Decimal("0.229")},
}  # fmt: skip
WEST_BIRMINGHAM: dict[str, dict[str, Decimal | None]] = {
    "05C": {"QUA": Decimal(1)}, "05Y": {"QUA": Decimal(1)}, "06A": {"QUA": Decimal(1)},
    "05L": {"QUA": None, "QHL": None},
}  # fmt: skip
IN_PARTS = {"01Y": {"QOP", "QJ2"}, "D2P2L": {"QUA", "QHL"}, "01H": {"QHM", "QE1"}}
DIVIDED_BOARDS = {
    "QM7": {"S1Y5D", "D7T5G"}, "QJG": {"T6Y0W", "D7T5G"}, "QNQ": {"S0E4D", "S9B9J", "QRL"},
}  # fmt: skip


@cache
def rows(table: str) -> list[dict[str, str]]:
    path = folder("kg") / "data" / "register" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def code(key: str) -> str:
    return key.partition("/")[0]


@cache
def ccgs() -> dict[str, tuple[str, str]]:
    return {each["ods_code"]: (each["opened"], each["closed"]) for each in rows("ccgs")}


@cache
def merged() -> dict[str, str]:
    """The CCG into which each CCG went whole, by code."""
    return {
        code(each["predecessor"]): code(each["successor"])
        for each in rows("successions")
        if each["change"].startswith("merger-into") and each["successor"].endswith("/ccg")
    }


@cache
def last_board(location: str) -> str:
    """The board in which a location lay last, by the table of locations."""
    found = [each for each in rows("icb_locations") if code(each["location"]) == location]
    return code(max(found, key=lambda each: each["start"])["icb"])


def boards(ccg: str) -> dict[str, Decimal | None]:
    """The boards of today in the place of a CCG, each with its share, `None` where unknown."""
    if ccg in FRIMLEY:
        return FRIMLEY[ccg]
    if ccg in WEST_BIRMINGHAM:
        return WEST_BIRMINGHAM[ccg]
    if ccg in IN_PARTS:
        return dict.fromkeys(IN_PARTS[ccg])
    if ccg in merged():
        return boards(merged()[ccg])
    return {last_board(ccg): Decimal(1)}


def ccg_on(ccg: str, day: str) -> str:
    """The CCG of a day into which a CCG had gone, by mergers alone."""
    while ccgs()[ccg][1] < day:
        ccg = merged()[ccg]
    return ccg


@cache
def pct_shares() -> dict[str, dict[str, Decimal]]:
    found: dict[str, dict[str, Decimal]] = {}
    for each in rows("pct_overlaps"):
        found.setdefault(code(each["pct"]), {})[code(each["ccg"])] = Decimal(each["share"])
    return found


def stored_names() -> Iterator[tuple[str, str, str]]:
    """Every name in the tables, with the code and the kind of the body that had it."""
    for table, kind in (("ccgs", "ccg"), ("stps", "stp"), ("icbs", "icb")):
        yield from ((each["name"], each["ods_code"], kind) for each in rows(table))
    for each in rows("predecessors"):
        for name in filter(None, (each["name"], each["record_name"])):
            if each["kind"] in ("pct", "sha"):
                yield name, each["code"], each["kind"]
    for each in (*rows("names"), *rows("gss_codes"), *rows("editions")):
        body, _, kind = each["body"].partition("/")
        if kind in ("ccg", "stp"):
            yield each["name"], body, kind
