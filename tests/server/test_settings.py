import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import pytest
import typer

import server.commands  # noqa: F401 - it adds `serve` to the commands
from kg.cli.main import app
from kg.settings import STORE, TEXTS, BadSetting
from server.settings import LIMIT_SETTINGS, SERVER_SETTINGS, SETTINGS, Limits, ServerSettings

NAMES = [each.name for each in SERVER_SETTINGS]


def test_every_setting_is_an_option_of_serve() -> None:
    command = typer.main.get_command(app)
    serve = command.commands["serve"]  # type: ignore[attr-defined]  # it is a group

    told = {option: each.help for each in serve.params for option in each.opts}
    assert sorted(told) == sorted([*(each.option for each in SETTINGS), "--open"])
    for each in SETTINGS:
        assert each.sentence in told[each.option]
        assert each.variable in told[each.option] or each in (STORE, TEXTS)  # which typer tells


def test_a_file_of_settings_holds_for_every_command(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("port = 81\n[write]\ntoken = 's3cret'\n")
    environment = {each: os.environ[each] for each in os.environ if "COTERMINOUS" not in each}

    def settings(*before: str, after: Sequence[str] = ()) -> dict[str, tuple[object, str]]:
        done = subprocess.run(
            [sys.executable, "-m", "server", *before, "settings", "--json", *after],
            env=environment | {"COTERMINOUS_QUEUE": "7"}, capture_output=True, check=True,
        )  # fmt: skip
        assert b"s3cret" not in done.stdout
        return {each["name"]: (each["value"], each["source"]) for each in json.loads(done.stdout)}

    one = settings("--config", str(file))
    other = settings(after=("--config", str(file), "--body", "2"))

    assert one["port"] == other["port"] == (81, f"{file}:1")
    assert one["write-token"] == ("…", f"{file}:3")
    assert one["queue"] == (7, "environment")
    assert (one["body"], other["body"]) == ((1, "default"), (2, "option"))
    assert list(one) == [each.name for each in SETTINGS]


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
