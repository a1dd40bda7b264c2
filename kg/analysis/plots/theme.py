"""The colours of plots, on white and on black.

Series were chosen by search to lie as far apart as can be for the usual colour vision deficiencies
as well, with enough contrast to the ground; every one is labelled in words besides.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """Colours as `#rrggbb`: of the ground, of words, of quieter words, of lines behind, of what
    stands for nothing in particular, and of the series."""

    ground: str
    ink: str
    quiet: str
    line: str
    plain: str
    series: tuple[str, ...]


LIGHT = Theme(
    ground="#ffffff",
    ink="#1c262d",
    quiet="#4c5f6d",
    line="#d5dce0",
    plain="#8a98a2",
    series=("#142ae0", "#a31928", "#04a0a3", "#651e86", "#be8500", "#000f22"),
)
DARK = Theme(
    ground="#12181c",
    ink="#eef2f4",
    quiet="#b4c0c8",
    line="#36424a",
    plain="#6f7d87",
    series=("#3287ff", "#d74a18", "#58ff96", "#c36598", "#ffdb1f", "#daffff"),
)
