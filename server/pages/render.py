"""Values into HTML: the templates, made ready once a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.model.names import BASE

FOLDER = Path(__file__).parent
ASSETS = FOLDER / "assets"


@cache
def environment() -> Environment:
    """The templates; everything put into them is escaped, and a name they miss is an error."""
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["number"] = lambda value: f"{value:,}"
    made.filters["capital"] = lambda text: text[:1].upper() + text[1:]
    made.globals["base"] = BASE
    return made


def html(template: str, **values: object) -> str:
    """A page from its template and the values that the template names."""
    return environment().get_template(template).render(**values)
