from dataclasses import fields

import pytest
import typer

import server.__main__  # noqa: F401 - it adds `serve` to the commands
from kg.cli.main import app
from kg.settings import BadSetting
from server.settings import SERVER_SETTINGS, ServerSettings

NAMES = [each.name for each in SERVER_SETTINGS]


def test_the_options_of_serve_are_the_settings() -> None:
    command = typer.main.get_command(app)
    serve = command.commands["serve"]  # type: ignore[attr-defined]  # it is a group

    options = [option for each in serve.params for option in each.opts]
    assert options == [f"--{name}" for name in NAMES] + ["--store", "--texts", "--open"]
    for option, setting in zip(serve.params, SERVER_SETTINGS, strict=False):
        assert setting.sentence in option.help
        assert setting.variable in option.help


def test_the_fields_and_defaults_are_those_of_the_settings() -> None:
    assert [each.name.replace("_", "-") for each in fields(ServerSettings)] == NAMES
    assert ServerSettings() == ServerSettings.read({})


def test_an_option_wins_over_the_environment_and_that_over_the_default() -> None:
    environment = {"COTERMINOUS_WORKERS": "3", "COTERMINOUS_DEADLINE": "2.5"}

    settings = ServerSettings.read(environment, workers=4, queue=None)

    assert (settings.workers, settings.deadline, settings.queue) == (4, 2.5, 64)


def test_a_setting_that_cannot_be_read_is_named() -> None:
    with pytest.raises(BadSetting, match=r"^COTERMINOUS_PORT is 'x', which is not a whole number"):
        ServerSettings.read({"COTERMINOUS_PORT": "x"})


def test_hosts_are_separated_by_commas() -> None:
    settings = ServerSettings(allow_service="a.example, B.example,")

    assert settings.allowed_hosts == {"a.example", "b.example"}
