from dataclasses import fields

import pytest
import typer

import server.commands  # noqa: F401 - it adds `serve` to the commands
from kg.cli.main import app
from kg.settings import BadSetting
from server.settings import LIMIT_SETTINGS, SERVER_SETTINGS, Limits, ServerSettings

NAMES = [each.name for each in SERVER_SETTINGS]


def test_the_options_of_serve_are_the_settings() -> None:
    command = typer.main.get_command(app)
    serve = command.commands["serve"]  # type: ignore[attr-defined]  # it is a group

    options = [option for each in serve.params for option in each.opts]
    known = (*SERVER_SETTINGS, *LIMIT_SETTINGS)
    assert options == [f"--{each.name}" for each in known] + ["--store", "--texts", "--open"]
    for option, setting in zip(serve.params, known, strict=False):
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


def test_every_limit_of_graphql_has_a_setting_a_unit_and_a_sentence() -> None:
    shared = {"deadline", "body"}  # settings of the whole service, told among the limits too

    assert {each.name for each in LIMIT_SETTINGS} == {
        f"graphql-{each.name.replace('_', '-')}" for each in fields(Limits)
    } - {f"graphql-{name}" for name in shared}
    assert all(each.metadata["unit"] for each in fields(Limits))
    assert all(each.metadata["description"].endswith(".") for each in fields(Limits))
    assert Limits() == Limits.read({})


def test_limits_are_read_from_the_environment() -> None:
    limits = Limits.read({"COTERMINOUS_GRAPHQL_ROOT_FIELDS": "3", "COTERMINOUS_DEADLINE": "2.5"})

    assert (limits.root_fields, limits.deadline, limits.depth) == (3, 2.5, 15)
