"""The commands with their arguments and options, from the parser itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import typer

from kg.release.opened import OpenRelease
from server.docs.generated.markdown import code, plain, table


@cache
def commands() -> Mapping[str, Any]:
    """Every command as the parser has it, by its words, such as `import ods`, in their order."""
    import server.commands  # noqa: F401 - takes long to load, and few ask for it
    from kg.cli.main import app

    return dict(sorted(_all(typer.main.get_command(app))))


def told(_: OpenRelease) -> str:
    """A section for each command."""
    return "\n".join(_section(name, each) for name, each in commands().items())


def _all(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for name, each in group.commands.items():
        if hasattr(each, "commands"):
            yield from _all(each, f"{before}{name} ")
        elif not each.hidden:
            yield before + name, each


def _section(name: str, command: Any) -> str:
    arguments = [each for each in command.params if each.param_type_name == "argument"]
    options = [each for each in command.params if each.param_type_name == "option"]
    usage = " ".join(["coterminous", name, *map(_place, arguments)])
    said = "\n\n".join(plain(each) for each in (command.help or "").split("\n\n"))
    told = [f"## {name}\n", said + "\n", f"```text\n{usage} [OPTIONS]\n```\n"]
    if arguments:
        rows = [(code(_place(each)), plain(each.help or "")) for each in arguments]
        told.append(table(("argument", "what it is"), rows))
    told.append(table(("option", "what it does", "default"), map(_option, options)))
    return "\n".join(told)


def _place(argument: Any) -> str:
    name = argument.name.upper() + ("…" if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _option(option: Any) -> tuple[str, str, str]:
    names = ", ".join(code(each) for each in (*option.opts, *option.secondary_opts))
    variable = option.envvar if isinstance(option.envvar, str) else ""
    said = plain(option.help or "") + (f" ({code(variable)})" if variable else "")
    default = option.default
    is_plain = isinstance(default, (str, int, float)) and not isinstance(default, bool)
    return names, said, code(str(default)) if is_plain else ""
