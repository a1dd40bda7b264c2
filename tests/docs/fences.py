"""The code of pages, as their readers are told to type it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from server.docs.gathered import Page

FENCE = re.compile(r"^```(\S*)(?: ([^\n]*))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LEFT_OUT = "…"
FRAMES = dict.fromkeys(range(0x2500, 0x2580), " ")  # how tables are drawn


class Fence(NamedTuple):
    """A block of code: its page, its line there, its language, what is said of it, its text.

    What is said is `output` or `answer` of what the block before it gives, or a file's name, under
    which the text is kept for the blocks after it.
    """

    page: str
    line: int
    language: str
    said: str
    text: str

    @property
    def is_result(self) -> bool:
        return self.said in ("output", "answer")

    @property
    def file(self) -> str:
        return self.said if "." in self.said else ""


def fences(page: Page) -> list[Fence]:
    """The blocks of a page, in their order."""
    return [
        Fence(page.name, page.text[: found.start()].count("\n") + 3, found[1], found[2] or "",
              found[3])
        for found in FENCE.finditer(page.text)
    ]  # fmt: skip


class Step(NamedTuple):
    """A command of a console, and lines that its output must contain in this order."""

    command: str
    expected: list[str]


def steps(console: str) -> Iterator[Step]:
    """The commands of a console with what they print."""
    for part in re.split(r"^\$ ", console, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        yield Step(command, [line for line in printed.splitlines() if line.strip()])


def missing(expected: list[str], output: str) -> list[str]:
    """The lines that an output has not, in their order; what is left out may be anything."""
    lines = [plain(each) for each in output.splitlines()]
    place = 0
    for wanted in expected:
        if wanted.strip() == LEFT_OUT:
            continue
        parts = [re.escape(plain(each)) for each in wanted.split(LEFT_OUT)]
        pattern = re.compile(r".*".join(parts))
        found = next((n for n in range(place, len(lines)) if pattern.search(lines[n])), None)
        if found is None:
            return [wanted]
        place = found
    return []


def plain(text: str) -> str:
    """A line without the frames of tables, a space between any two words."""
    return " ".join(text.translate(FRAMES).split())
