"""What changed between two schemas, and which of it was announced."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.release.catalogue import Catalogue
from server.graphql.schema.revision import Change, changes, unannounced
from server.graphql.transport.published import FILE

ROOT = Path(__file__).resolve().parents[4]
BEFORE = """
  interface Node { id: ID! }
  type Body implements Node { id: ID! code: String part(first: Int, on: String): Body }
  type Area implements Node { id: ID! name: String }
  enum Status { OPEN CLOSED }
  union Thing = Body | Area
  input Where { code: String }
  type Query { node(id: ID!): Node body(where: Where): Body area: Area at: Status all: [Thing!]! }
"""


def revised(*replacements: tuple[str, str]) -> str:
    text = BEFORE
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("code: String part", "part",
         Change("breaking", "FIELD_REMOVED", "Body.code was removed.")),
        (
            "name: String",
            "name: [String]",
            Change(
                "breaking", "FIELD_CHANGED_KIND",
                "Area.name changed type from String to [String].",
            ),
        ),
        (
            ", on: String",
            "",
            Change("breaking", "ARG_REMOVED", "Body.part arg on was removed."),
        ),
        (
            " CLOSED",
            "",
            Change(
                "breaking", "VALUE_REMOVED_FROM_ENUM", "CLOSED was removed from enum type Status."
            ),
        ),
        (
            "Where { code: String }",
            "Where { code: String! }",
            Change(
                "breaking", "FIELD_CHANGED_KIND",
                "Where.code changed type from String to String!.",
            ),
        ),
        (
            " CLOSED",
            " CLOSED MERGED",
            Change("dangerous", "VALUE_ADDED_TO_ENUM", "MERGED was added to enum type Status."),
        ),
        (
            "(first: Int",
            "(last: Int, first: Int",
            Change(
                "dangerous", "OPTIONAL_ARG_ADDED", "An optional arg last on Body.part was added."
            ),
        ),
        (
            "name: String",
            "name: String size: Int",
            Change("safe", "FIELD_ADDED", "Area.size was added."),
        ),
        (
            "name: String",
            'name: String @deprecated(reason: "Ask `label`.")',
            Change("safe", "DEPRECATED", "Area.name was deprecated: Ask `label`."),
        ),
    ],
)  # fmt: skip
def test_a_change_is_told_with_how_much_it_matters(old: str, new: str, change: Change) -> None:
    assert changes(BEFORE, revised((old, new))) == [change]


def test_the_same_schema_has_no_changes_whatever_its_order_and_its_descriptions() -> None:
    told = revised(("id: ID! name: String", '"Its name." name: String id: ID!'))

    assert changes(BEFORE, told) == []


@pytest.mark.parametrize(
    ("old", "deprecated", "new"),
    [
        ("name: String", "name: String @deprecated", ""),
        ("on: String", "on: String @deprecated", ""),
        ("CLOSED", "CLOSED @deprecated", ""),
        ("Where { code: String }", "Where { code: String @deprecated a: Int }", "Where { a: Int }"),
        ("at: Status", "at: Status @deprecated", ""),
    ],
)
def test_a_name_goes_once_it_was_published_as_deprecated(
    old: str, deprecated: str, new: str
) -> None:
    after = revised((old, new))

    assert unannounced(revised((old, deprecated)), after) == []
    assert [each.level for each in unannounced(BEFORE, after)] == ["breaking"]


def test_a_type_goes_with_the_field_that_led_to_it() -> None:
    area = ("type Area implements Node { id: ID! name: String }", "")
    after = revised(area, ("area: Area", ""), (" | Area", ""))
    published = revised(("area: Area", "area: Area @deprecated"))

    assert unannounced(published, after) == []
    assert {each.sentence for each in unannounced(BEFORE, after)} == {
        "Area was removed from union type Thing.",
        "Area was removed.",
        "Query.area was removed.",
    }


def test_a_type_stays_as_long_as_another_field_leads_to_it() -> None:
    published = revised(("area: Area", "area: Area @deprecated near: Area"))
    after = revised(
        ("type Area implements Node { id: ID! name: String }", ""),
        ("area: Area", ""), (" | Area", ""),
    )  # fmt: skip

    assert [each.sentence for each in unannounced(published, after)] == [
        "Query.near was removed.",
        "Area was removed.",
        "Area was removed from union type Thing.",
    ]


@pytest.fixture(scope="module")
def now() -> str:
    told = command("--bare")
    assert told.returncode == 0, told.stderr
    return told.stdout


def test_the_command_ends_with_1_where_the_promise_is_broken(now: str, tmp_path: Path) -> None:
    before = tmp_path / "before.graphql"
    before.write_text(now.replace("  odsCode: String @", "  ods: String\n  odsCode: String @"))

    told = command("--against", str(before))

    assert told.returncode == 1
    assert "BREAKING   Organisation.ods was removed." in told.stdout.splitlines()


def test_the_command_ends_with_0_where_nothing_is_broken(now: str, tmp_path: Path) -> None:
    same = tmp_path / "same.graphql"
    same.write_text(now)

    told = command("--against", str(same))

    assert told.returncode == 0
    assert told.stdout == "0 changes, 0 of them against the promise\n"


def test_the_command_compares_with_what_a_release_was_first_served_with(
    now: str, tiny_release: Path, tmp_path: Path
) -> None:
    place = tmp_path / "store"
    shutil.copytree(tiny_release, place)
    folder = Catalogue(place).find("tiny")

    unserved = command("--against", "tiny", "--store", str(place))
    (folder / FILE).write_text(
        now.replace("  odsCode: String @", "  ods: String\n  odsCode: String @")
    )
    told = command("--against", "tiny", "--store", str(place))

    assert (unserved.returncode, unserved.stdout) == (
        0, "0 changes, 0 of them against the promise\n"
    )  # fmt: skip
    assert told.returncode == 1
    assert "BREAKING   Organisation.ods was removed." in told.stdout.splitlines()


def command(*options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "server", "schema", *options],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
