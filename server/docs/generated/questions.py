"""The questions of the library, theme by theme."""

from __future__ import annotations

from kg.model.names import shorten
from kg.model.terms import Iri, Term
from kg.questions.bind import defaults
from kg.questions.library import Question
from kg.release.opened import OpenRelease
from server.docs.generated.markdown import code, plain, table


def told(release: OpenRelease) -> str:
    """A section for each theme; each question with its parameters and their defaults."""
    return "\n".join(
        f"## {theme.capitalize()}\n\n"
        + table(
            ("name", "question", "parameters and their defaults"),
            [_row(each) for each in questions],
        )
        for theme, questions in release.library.themes().items()
    )


def _row(question: Question) -> tuple[str, str, str]:
    link = f"[{code(question.name)}](/questions/{question.name})"
    given = ", ".join(
        code(f"{name}={_default(value)}") for name, value in defaults(question.sparql).items()
    )
    return link, plain(question.header.question), given


def _default(value: Term) -> str:
    return shorten(value) if isinstance(value, Iri) else str(getattr(value, "text", ""))
