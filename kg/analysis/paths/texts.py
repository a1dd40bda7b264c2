"""Texts in order, in one piece of memory or of a file, found by halving."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import overload


class SortedTexts(Sequence[str]):
    """Texts, each once and in the order of their characters; none of them is held as an object.

    `data` is all of them in UTF-8, one behind another, and `starts` where each begins, with the
    length of all at the end.
    """

    def __init__(self, data: bytes | memoryview, starts: array[int] | memoryview) -> None:
        self.data, self.starts = data, starts

    @classmethod
    def of(cls, texts: Iterable[str]) -> SortedTexts:
        """These texts, in any order and as often as they come.

        >>> list(SortedTexts.of(["b", "é", "a", "b"]))
        ['a', 'b', 'é']
        """
        written = [each.encode() for each in sorted(set(texts))]
        return cls(b"".join(written), array("Q", accumulate(map(len, written), initial=0)))

    def __len__(self) -> int:
        return len(self.starts) - 1

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> list[str]: ...
    def __getitem__(self, place: int | slice) -> str | list[str]:
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(len(self)))]
        if place < 0:
            place += len(self)
        if not 0 <= place < len(self):
            raise IndexError(place)
        return str(self.data[self.starts[place] : self.starts[place + 1]], "utf-8")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SortedTexts) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]

    def place(self, text: str) -> int | None:
        """Where a text is; nothing where it is not among them.

        >>> SortedTexts.of("acd").place("c"), SortedTexts.of("acd").place("b")
        (1, None)
        """
        sought, first, last = text.encode(), 0, len(self)
        while first < last:
            middle = (first + last) // 2
            found = bytes(self.data[self.starts[middle] : self.starts[middle + 1]])
            if found == sought:
                return middle
            if found < sought:
                first = middle + 1
            else:
                last = middle
        return None

    @property
    def nbytes(self) -> int:
        """How many bytes they take."""
        return len(self.data) + memoryview(self.starts).nbytes


class Places(Mapping[str, int]):
    """By each of some texts in order, its place."""

    def __init__(self, texts: SortedTexts) -> None:
        self._texts = texts

    def __getitem__(self, text: str) -> int:
        place = self._texts.place(text)
        if place is None:
            raise KeyError(text)
        return place

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
