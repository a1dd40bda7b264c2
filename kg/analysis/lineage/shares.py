"""How much of a body went where, added up over all paths."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import groupby

from kg.analysis.lineage.bodies import Path, Step
from kg.analysis.lineage.dag import rounded
from kg.model.terms import Iri

Shares = dict[Iri, Decimal | None]


def shares(start: Iri, paths: Iterable[Path]) -> Shares:
    """The fraction of a body that each body at an end of the paths has, `None` where unknown.

    Parts of unknown size that come together again in one body need no size.
    """
    listed = sorted(paths, key=lambda path: [_key(step) for step in path])
    told = _shares(start, listed)
    return {each: None if share is None else rounded(share) for each, share in told.items()}


def _key(step: Step) -> tuple[str, str, str, str]:
    return step.before, step.after, step.kind, step.part


def _shares(here: Iri, paths: list[Path]) -> Shares:
    parts: list[tuple[Step, Shares]] = []
    for _, group in groupby((path for path in paths if path), key=lambda path: _key(path[0])):
        each = list(group)
        parts.append((each[0][0], _shares(each[0][0].after, [path[1:] for path in each])))
    stays = any(not path for path in paths)
    if not parts:
        return {here: Decimal(1)}
    left = any(not step.whole and step.share is None for step, _ in parts)
    weighed = [
        (_share(step, alone=len(parts) == 1 and not stays, left=left), at) for step, at in parts
    ]
    unknown = [at for share, at in weighed if share is None]
    known = sum((share for share, _ in weighed if share is not None), Decimal(0))
    ends = {end for at in unknown for end in at}
    found: Shares = {}
    for share, at in weighed:
        if share is not None:
            _add(found, {end: None if x is None else x * share for end, x in at.items()})
    if stays:
        found[here] = None if unknown else max(Decimal(1) - known, Decimal(0))
    elif len(ends) == 1 and unknown:
        _add(found, {ends.pop(): max(Decimal(1) - known, Decimal(0))})
    ends_unknown: Mapping[Iri, None] = dict.fromkeys(ends)
    _add(found, ends_unknown)
    return found


def _share(step: Step, *, alone: bool, left: bool) -> Decimal | None:
    """The share of a step; what is left of a whole is not known where a part of it is not."""
    if step.whole and left and not alone:
        return None
    if step.share is not None:
        return step.share
    return Decimal(1) if step.whole or alone else None


def _add(found: Shares, more: Mapping[Iri, Decimal | None]) -> None:
    for end, share in more.items():
        before = found.get(end, Decimal(0))
        found[end] = None if share is None or before is None else before + share
