from pathlib import Path

import pytest

from kg.settings import CONFIG, BadSetting, Setting
from kg.settings.file import APPLIED, apply, read
from kg.settings.told import told

PORT = Setting("port", int, 8000, "Port to listen on.", most=65535)
DEPTH = Setting("graphql-depth", int, 15, "How deep.")
HOSTS = Setting("allow-service", str, "", "Hosts.")
RATE = Setting("rate", float, 0.0, "How many a second.")
FLUSH = Setting("flush", str, "commit", "When.", choices=("commit", "interval"))
TOKEN = Setting("write-token", str, "", "Who.", secret=True)
SPANS = Setting("otel", bool, False, "Whether.")
KNOWN = (CONFIG, PORT, DEPTH, HOSTS, RATE, FLUSH, TOKEN, SPANS)
WHOLE = """# Of this machine.
port = 81
allow-service = ["a.example", "b.example"]
rate = 3
otel = true
write_token = "s3cret"

[graphql]
depth = 20  # enough
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    place = tmp_path / "settings.toml"
    place.write_text(WHOLE)
    return place


@pytest.fixture(autouse=True)
def forgotten() -> None:
    APPLIED.clear()


def test_the_keys_of_a_file_are_the_names_of_the_settings_and_tables_begin_them(
    file: Path,
) -> None:
    assert read(file, KNOWN) == {
        "COTERMINOUS_PORT": ("81", f"{file}:2"),
        "COTERMINOUS_ALLOW_SERVICE": ("a.example,b.example", f"{file}:3"),
        "COTERMINOUS_RATE": ("3", f"{file}:4"),
        "COTERMINOUS_OTEL": ("true", f"{file}:5"),
        "COTERMINOUS_WRITE_TOKEN": ("s3cret", f"{file}:6"),
        "COTERMINOUS_GRAPHQL_DEPTH": ("20", f"{file}:9"),
    }


def test_an_option_wins_over_the_environment_that_over_the_file_and_that_over_the_default(
    file: Path,
) -> None:
    environment = {"COTERMINOUS_RATE": "5", "COTERMINOUS_PORT": "82"}

    apply(file, KNOWN, environment)

    assert [(each.setting.name, each.value, each.source) for each in told(
        (PORT, RATE, DEPTH, FLUSH), {"port": 83}, environment
    )] == [
        ("port", 83, "option"),
        ("rate", 5.0, "environment"),
        ("graphql-depth", 20, f"{file}:9"),
        ("flush", "commit", "default"),
    ]  # fmt: skip


def test_the_environment_may_name_the_file(file: Path) -> None:
    environment = {"COTERMINOUS_CONFIG": str(file)}

    apply(None, KNOWN, environment)

    assert environment["COTERMINOUS_PORT"] == "81"


def test_a_file_that_an_option_names_takes_the_place_of_the_one_of_the_environment(
    file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.toml"
    other.write_text("port = 90\n")
    environment = {"COTERMINOUS_CONFIG": str(file)}

    apply(None, KNOWN, environment)
    apply(other, KNOWN, environment)

    assert environment == {"COTERMINOUS_CONFIG": str(other), "COTERMINOUS_PORT": "90"}


def test_what_is_secret_is_not_told(file: Path) -> None:
    environment: dict[str, str] = {}
    apply(file, KNOWN, environment)

    (found,) = told((TOKEN,), {}, environment)

    assert found.json == {
        "name": "write-token",
        "variable": "COTERMINOUS_WRITE_TOKEN",
        "value": "…",
        "source": f"{file}:6",
        "default": "",
        "sentence": "Who.",
    }


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("prot = 81", "no setting is named 'prot'.", "Did you mean 'port'?"),
        ("zzz = 1", "no setting is named 'zzz'.", "`coterminous settings` lists all."),
        ("config = 'x'", "no setting is named 'config'.", "`coterminous settings` lists all."),
        (
            "port = 'x'",
            "port is 'x', which is not a whole number from 0 to 65535.",
            "Port to listen on. Leave it out for 8000.",
        ),
        (
            "port = 1.5",
            "port is '1.5', which is not a whole number from 0 to 65535.",
            "Port to listen on. Leave it out for 8000.",
        ),
        (
            "port = true",
            "port is 'true', which is not a whole number from 0 to 65535.",
            "Port to listen on. Leave it out for 8000.",
        ),
        (
            "flush = 'never'",
            "flush is 'never', which is not one of commit, interval.",
            "When. Leave it out for 'commit'.",
        ),
        (
            "[graphql]\nport = 1",
            "no setting is named 'graphql-port'.",
            "Did you mean 'graphql-depth'?",
        ),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_its_line(
    tmp_path: Path, line: str, message: str, hint: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"# first\n{line}\n")
    number = 2 + line.count("\n")

    with pytest.raises(BadSetting) as found:
        read(file, KNOWN)

    assert str(found.value) == f"{file}:{number}: {message}"
    assert (found.value.hint, found.value.at) == (hint, f"{file}:{number}")


def test_a_setting_may_stand_once(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("graphql-depth = 1\n[graphql]\ndepth = 2\n")

    with pytest.raises(BadSetting) as found:
        read(file, KNOWN)

    assert str(found.value) == f"{file}: graphql-depth is set twice, on line 3 again."


def test_a_file_that_is_not_there_or_no_toml_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"

    with pytest.raises(BadSetting) as missing:
        read(file, KNOWN)
    file.write_text("port: 81\n")
    with pytest.raises(BadSetting) as other:
        read(file, KNOWN)

    assert str(missing.value) == f"{file}: it cannot be read: No such file or directory."
    assert str(other.value).startswith(f"{file}: Expected '=' after a key")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("port = " + "9" * 5000, "{}: Exceeds the limit"),
        ("port = " + "[" * 5000, "{}: maximum recursion depth exceeded"),
        ('allow-service = "a\\u0000b"', "{}:1: allow-service is 'a\\0b', which is not text."),
        ("port = 65536", "{}:1: port is '65536', which is not a whole number from 0 to 65535."),
        ("rate = -0.5", "{}:1: rate is '-0.5', which is not a number from 0."),
        ("rate = nan", "{}:1: rate is 'nan', which is not a number from 0."),
        ("write-token = 12345", "{}:1: write-token is '…', which is not text."),
    ],
)
def test_what_no_setting_can_be_is_told_and_no_secret_with_it(
    tmp_path: Path, text: str, why: str
) -> None:
    place = tmp_path / "odd.toml"
    place.write_text(text)

    with pytest.raises(BadSetting) as error:
        read(place, KNOWN)

    assert str(error.value).startswith(why.format(place))
