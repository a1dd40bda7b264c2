"""`pull` and `offer` say what is wrong with what they are given."""

from functools import partial
from pathlib import Path

import pytest

from tests.kg.cli.terminal import typed

coterminous = partial(typed, COLUMNS="200")


@pytest.mark.parametrize("address", ["nonsense", "ftp://host/", "http://", "http://[bad"])
def test_what_is_no_address_is_not_pulled_from(address: str, tmp_path: Path) -> None:
    done = coterminous("pull", address, "--store", str(tmp_path))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        f"Parameter 'address': '{address}' is no address of http or https",
        "  Name a service that offers releases: https://host/releases/.",
    ]


@pytest.mark.parametrize("folder", ["", "none"])
def test_a_folder_without_releases_has_nothing_to_offer(folder: str, tmp_path: Path) -> None:
    place = tmp_path / folder

    done = coterminous("offer", "--store", str(place))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        f"There is no release under {place}.", "  Run `coterminous build`."
    ]  # fmt: skip
    assert list(tmp_path.iterdir()) == []
