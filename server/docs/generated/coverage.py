"""What the release holds and what it lacks, counted in it."""

from __future__ import annotations

from kg.analysis.coverage import Coverage, coverage, themes
from kg.release.opened import OpenRelease
from server.docs.generated.markdown import code, plain, table
from server.pages.reference import about
from server.pages.words.names import Names


def told(release: OpenRelease) -> str:
    """A section for each theme: how much there is of how many, and why not all."""
    found = themes(coverage(release.store, release.library))
    head = ("part", "there", "of", "state", "why")
    return "\n".join(
        f"### {theme}\n\n" + table(head, [_row(each) for each in parts]) for theme, parts in found
    )


def graphs(release: OpenRelease) -> str:
    """The named graphs: what each holds, and under which licence."""
    rows = [
        (code(each.iri.rpartition("/graph/")[2]), plain(each.title), f"{each.size:,}",
         plain(each.licence.text))
        for each in about.graphs(release, Names(release))
    ]  # fmt: skip
    return table(("graph", "what it holds", "statements", "licence"), rows)


def _row(part: Coverage) -> tuple[str, str, str, str, str]:
    of = "" if part.of is None else f"{part.of:,}"
    return plain(part.part), f"{part.have:,}", of, part.state, plain(part.why)
