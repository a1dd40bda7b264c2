"""A release that is built anew takes the graphs of users along."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import BrokenRelease, NoSpace
from kg.model.names import graph
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from kg.release.writer.work import Done, Update
from kg.release.writer.writer import Writer, take_over
from tests.conftest import TINY, publish, tiny_statements


def written(place: Path, *texts: str) -> None:
    writer = Writer(place)
    outcomes = writer.commit([Update(each) for each in texts])
    writer.close()
    assert all(isinstance(each, Done) for each in outcomes)


def test_graphs_of_users_and_their_history_come_along(tmp_path: Path) -> None:
    publish(tmp_path, "r1", tiny_statements())
    shipped = tiny_statements()[0]
    written(tmp_path, "INSERT DATA { <urn:a> <urn:p> 1 . GRAPH <urn:g> { <urn:b> <urn:p> [] } }",
            f"INSERT DATA {{ {' '.join(each.nt() for each in shipped[:3])} }}")  # fmt: skip
    publish(tmp_path, "r2", tiny_statements()[3:])

    folder = take_over(tmp_path)

    store = OpenRelease(folder).store
    assert folder.name == Catalogue(tmp_path).current().name == "r2+3"
    assert store.ask("ASK { <urn:a> <urn:p> 1 . <urn:b> <urn:p> ?o FILTER(isBlank(?o)) }")
    assert store.ask(f"ASK {{ GRAPH <{graph('user/history')}> {{ ?s ?p ?o }} }}")
    # The new release does not tell it any more, but the user does.
    assert store.ask(f"ASK {{ {' '.join(each.nt() for each in shipped[:3])} }}")
    assert not store.ask(
        f"ASK {{ GRAPH <{TINY}> {{ {' '.join(each.nt() for each in shipped[:3])} }} }}"
    )
    assert OpenRelease(folder).info.triples > 0


def test_the_base_stays_for_as_long_as_something_was_made_of_it(tmp_path: Path) -> None:
    publish(tmp_path, "r1", tiny_statements())
    written(tmp_path, "INSERT DATA { <urn:a> <urn:p> 1 }")
    for name in ("r2", "r3", "r4"):
        publish(tmp_path, name, tiny_statements(), keep=1)

    assert Catalogue(tmp_path).names() == ["r1", "r1+1", "r4"]
    assert OpenRelease(Catalogue(tmp_path).find("r1+1")).library


def test_nothing_is_taken_over_where_nobody_has_written(tmp_path: Path) -> None:
    publish(tmp_path, "r1", tiny_statements())
    publish(tmp_path, "r2", tiny_statements())

    assert take_over(tmp_path).name == "r2"
    assert not (tmp_path / "live").exists()


def test_a_service_that_writes_takes_them_over_itself(tmp_path: Path) -> None:
    publish(tmp_path, "r1", tiny_statements())
    writer = Writer(tmp_path)
    writer.commit([Update("INSERT DATA { <urn:a> <urn:p> 1 }")])
    publish(tmp_path, "r2", tiny_statements())

    assert take_over(tmp_path).name == "r2"  # the folder is held
    writer.close()
    assert take_over(tmp_path).name == "r2+2"


def test_a_full_disk_stops_writing_and_nothing_else(
    small_disk: Path, fill: Callable[[Path], Path]
) -> None:
    publish(small_disk, "r1", tiny_statements())
    writer = Writer(small_disk)
    kept = Update("INSERT DATA { <urn:a> <urn:p> 1 }")
    assert isinstance(writer.commit([kept])[0], Done)
    filler = fill(small_disk)

    large = " ".join(f"<urn:n{number}> <urn:p> '{number:01000}' ." for number in range(4000))
    outcomes = writer.commit([Update(f"INSERT DATA {{ {large} }}"), kept])
    assert [type(each) for each in outcomes] == [NoSpace, NoSpace]
    assert OpenRelease(writer.release).store.ask("ASK { <urn:a> <urn:p> 1 }")

    filler.unlink()
    (outcome,) = writer.commit([Update("INSERT DATA { <urn:a> <urn:p> 2 }")])
    assert isinstance(outcome, Done)
    store = OpenRelease(writer.release).store
    assert store.ask("ASK { <urn:a> <urn:p> 1, 2 }")
    assert not store.ask("ASK { <urn:n1> ?p ?o }")
    writer.close()


@pytest.mark.parametrize("name", ["CURRENT", "MANIFEST*", "*.sst", "*.log"])
def test_a_release_whose_bytes_have_changed_is_refused_by_name(tmp_path: Path, name: str) -> None:
    publish(tmp_path, "r1", tiny_statements())
    written(tmp_path, "INSERT DATA { <urn:a> <urn:p> 1 }")
    broken = max((tmp_path / "releases" / "r1+1" / "store").glob(name))
    data = bytearray(broken.read_bytes() or b" ")
    data[len(data) // 2] ^= 0xFF
    broken.write_bytes(data)

    with pytest.raises(BrokenRelease) as refusal:
        Writer(tmp_path)
    assert str(refusal.value) == (
        f"Release 'r1+1' is broken: its file store/{broken.name} is not what was written."
    )
    Path(broken).unlink()
    with pytest.raises(BrokenRelease):  # and one that is missing too
        Writer(tmp_path)
