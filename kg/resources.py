"""Where shipped files are, alike in a checkout, an editable install and a wheel."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def folder(package: str) -> Path:
    """The folder of a shipped package of files: `ontology`, `queries`, `kg.data`.

    >>> (folder("ontology") / "__init__.py").exists()
    True
    """
    top, *rest = package.split(".")
    return Path(str(files(top))).joinpath(*rest)


def checkout() -> Path | None:
    """The root of the checkout that this code runs from, or nothing in an installed wheel."""
    root = Path(__file__).resolve().parent.parent
    return root if (root / "pyproject.toml").exists() and (root / "tests").exists() else None
