"""The graph written down in order, its digest taken and each statement looked at, in one go."""

from __future__ import annotations

import hashlib
import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Final

from kg.store.census import Census
from kg.validate.survey import Survey

BLOCK: Final = 20_000
_AHEAD: Final = 4
"""How many blocks may wait to be compressed."""
_AS_GZIP: Final = 31  # zlib's number for its largest window in the frame of gzip
LEVEL: Final = 4


def seal(lines: Iterable[bytes], path: Path) -> tuple[str, Survey]:
    """Write sorted lines to a file, compressed; their SHA-256 in hexadecimal, and what was seen.

    The bytes are those that `gzip.compress` makes of all lines at once, without a time.
    """
    survey, whole = Survey(), hashlib.sha256()
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, _AS_GZIP)

    def pack(block: bytes) -> bytes:
        whole.update(block)
        return packer.compress(block)

    # What packs lets go of the interpreter, so statements are looked at meanwhile.
    with path.open("wb") as file, ThreadPoolExecutor(1) as pool:
        waiting: deque[Future[bytes]] = deque()
        for block in _blocks(iter(lines)):
            waiting.append(pool.submit(pack, b"".join(block)))
            for each in block:
                survey.look(each)
            if len(waiting) > _AHEAD:
                file.write(waiting.popleft().result())
        for each_packed in waiting:
            file.write(each_packed.result())
        file.write(packer.flush())
    survey.close()
    return whole.hexdigest(), survey


def census(survey: Survey) -> Census:
    """The census of what was seen."""
    sizes = {term[1:-1].decode(): count for term, count in survey.sizes.items()}
    return Census(sizes).with_days(each.decode() for each in survey.days)


def _blocks(lines: Iterator[bytes]) -> Iterator[list[bytes]]:
    while block := list(islice(lines, BLOCK)):
        yield block
