"""`coterminous search` as a person types it, over the shipped release."""

import csv
import json

from tests.kg.cli.terminal import typed


def test_words_of_a_name_find_things_with_what_tells_them_apart() -> None:
    done = typed("search", "norwich", "ccg", "--first", "1")

    assert done.returncode == 0, done.stderr
    rows = [line for line in done.stdout.splitlines() if line.startswith("│")]
    cells = [[cell.strip() for cell in row.split("│")[1:-1]] for row in rows]
    assert cells == [["NHS Norwich CCG", "CCG, 2013-2020", "", "id:organisation/06W/ccg"]]


def test_a_body_of_the_register_comes_before_one_that_only_published_something() -> None:
    hits = json.loads(typed("search", "waveney", "--json").stdout)

    places = {each["label"]: place for place, each in enumerate(hits)}
    assert hits[0]["id"].startswith("id:organisation/")
    assert not hits[0]["id"].startswith("id:organisation/x/")
    assert places["Improving Lives Norfolk and Waveney"] > 0


def test_what_is_found_by_another_name_says_by_which() -> None:
    rows = list(csv.DictReader(typed("search", "06W", "--csv", "--first", "1").stdout.splitlines()))

    assert rows == [
        {
            "iri": "https://w3id.org/coterminous/id/organisation/06W/ccg",
            "id": "id:organisation/06W/ccg",
            "label": "NHS Norwich CCG",
            "matched": "06W",
            "kind": "Organisation",
            "kindLabel": "body",
            "detail": "CCG, 2013-2020",
        }
    ]


def test_what_is_not_there_is_told_with_what_to_do_and_ends_with_1() -> None:
    done = typed("search", "qqqqqqqq")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "Nothing is known by 'qqqqqqqq'.\n  Try fewer words, or the beginning of a name.\n"
    )


def test_a_class_that_is_not_there_is_told_with_near_ones() -> None:
    done = typed("search", "norwich", "--kind", "organization")

    assert done.returncode == 1
    assert done.stderr == (
        "Parameter '--kind': no class is named 'organization'\n  "
        "Did you mean 'Organisation' or 'Affiliation' or 'Citation'?\n"
    )
