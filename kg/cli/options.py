"""Options made of settings: one for each, under its name, with its sentence."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Optional, TypeVar

import typer

from kg.settings import Setting

Command = TypeVar("Command", bound=Callable[..., None])


def with_settings(settings: Sequence[Setting]) -> Callable[[Command], Command]:
    """Gives a command an option for each setting, before its own; it takes them as `**given`.

    What was not given comes as `None`.
    """

    def decorate(command: Command) -> Command:
        own = [
            each.replace(kind=inspect.Parameter.KEYWORD_ONLY)
            for each in inspect.signature(command, eval_str=True).parameters.values()
            if each.kind is not inspect.Parameter.VAR_KEYWORD
        ]
        made = [_parameter(each) for each in settings]
        command.__signature__ = inspect.Signature([*made, *own])  # type: ignore[attr-defined]
        command.__annotations__ = {each.name: each.annotation for each in (*made, *own)}
        return command

    return decorate


def _parameter(setting: Setting) -> inspect.Parameter:
    default = "none" if setting.default == "" else setting.default
    told = f"{setting.sentence} [env: {setting.variable}; default: {default}]"
    option = typer.Option(setting.option, help=told, show_default=False)
    kind: Any = Annotated[Optional[setting.kind], option]  # noqa: UP045 - a type made at run time
    return inspect.Parameter(
        setting.parameter, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind
    )
