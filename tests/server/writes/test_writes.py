"""Writes from the front: told when seen, together when they can, and none lost with another."""

import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kg.errors import DeadlinePassed, Forbidden
from kg.model.terms import Iri
from kg.release.catalogue import Catalogue
from kg.store.base import Dataset
from server.writes import Done, Put, Update, Withdraw, Work
from server.writes.wire import LENGTH, batch, works_of
from tests.conftest import TINY, Served, publish, serving, tiny_statements

Commit = Callable[[Served, Work], Done]
RUNAWAY = (
    "INSERT { GRAPH <urn:g> { ?a <urn:p> ?h } } WHERE "
    "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o "
    "FILTER(CONCAT(STR(?a), STR(?d), STR(?g), STR(?j), STR(?m)) = 'nothing') }"
)


def count(service: Served, pattern: str, release: str = "") -> int:
    query = f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}"
    asked = {"query": query, "format": "csv"} | ({"release": release} if release else {})
    return int(service.client.get("/sparql", params=asked).text.split()[1])


def test_whoever_was_told_of_a_write_sees_it(service: Served, commit: Commit) -> None:
    for number in range(1, 6):
        done = commit(service, Update(f"INSERT DATA {{ <urn:a> <urn:p> {number} }}"))

        assert done == Done(number, f"r1+{number}", False, 1, 0)
        assert count(service, "<urn:a> <urn:p> ?o") == number


def test_a_release_of_an_earlier_commit_still_answers_by_name(
    service: Served, commit: Commit
) -> None:
    commit(service, Update("INSERT DATA { <urn:a> <urn:p> 1 }"))
    commit(service, Update("INSERT DATA { <urn:a> <urn:p> 2 }"))

    assert count(service, "<urn:a> <urn:p> ?o", "r1+1") == 1
    assert count(service, "<urn:a> <urn:p> ?o", "r1") == 0


def test_requests_that_wait_share_a_commit(service: Served, commit: Commit) -> None:
    commit(service, Update("INSERT DATA { <urn:a> <urn:p> 0 }"))
    before = service.state.writes.commits
    works = [Update(f"INSERT DATA {{ <urn:b> <urn:p> {number} }}") for number in range(40)]

    with ThreadPoolExecutor(40) as pool:
        outcomes = list(pool.map(lambda work: commit(service, work), works))

    assert sorted(each.sequence for each in outcomes) == list(range(2, 42))
    assert service.state.writes.commits - before < 40
    assert count(service, "<urn:b> <urn:p> ?o") == 40


def test_a_refusal_is_told_as_it_was_raised(service: Served, commit: Commit) -> None:
    with pytest.raises(Forbidden) as refusal:
        commit(service, Put(TINY, b"", "text/turtle"))

    assert refusal.value.at == TINY


def test_an_update_past_its_deadline_is_stopped_and_harms_no_other(
    service: Served, commit: Commit
) -> None:
    commit(service, Update("INSERT DATA { <urn:a> <urn:p> 0 }"))
    with ThreadPoolExecutor(4) as pool:
        late = pool.submit(commit, service, Update(RUNAWAY))
        others = [
            pool.submit(commit, service, Update(f"INSERT DATA {{ <urn:a> <urn:p> {number} }}"))
            for number in (1, 2, 3)
        ]

        with pytest.raises(DeadlinePassed, match=r"not ready within 3 s"):
            late.result()
        assert all(each.result().added == 1 for each in others)

    assert count(service, "<urn:a> <urn:p> ?o") == 4
    assert count(service, "GRAPH <urn:g> { ?s ?p ?o }") == 0


def test_a_writer_that_is_killed_is_replaced(service: Served, commit: Commit) -> None:
    commit(service, Update("INSERT DATA { <urn:a> <urn:p> 1 }"))
    os.kill(service.state.writes.process_id, signal.SIGKILL)

    assert commit(service, Update("INSERT DATA { <urn:a> <urn:p> 2 }")).sequence == 2
    assert count(service, "<urn:a> <urn:p> ?o") == 2


def test_reading_goes_on_while_others_write(service: Served, commit: Commit) -> None:
    enough, wrong = threading.Event(), list[str]()

    def read() -> None:
        while not enough.is_set():
            # Both triples of a pair come with one commit, so no reader sees one without the other.
            pairs = "{ ?s <urn:one> ?n } MINUS { ?s <urn:two> ?n }"
            asked = {"query": f"SELECT ?s WHERE {{ {pairs} }}", "format": "csv"}
            response = service.client.get("/sparql", params=asked)
            if (response.status_code, response.text) != (200, "s\r\n"):
                wrong.append(response.text)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(10):
        text = f"INSERT DATA {{ <urn:s{number}> <urn:one> {number} ; <urn:two> {number} }}"
        commit(service, Update(text))
    enough.set()
    reader.join()

    assert wrong == []
    assert count(service, "?s <urn:two> ?n") == 10


def test_a_release_that_is_built_meanwhile_gets_the_graphs_of_users(
    service: Served, commit: Commit
) -> None:
    commit(service, Update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } }"))
    place = service.state.readers.catalogue.folder

    publish(place, "r2", tiny_statements()[:3])
    done = commit(service, Update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 2 } }"))

    assert done.release == "r2+3"  # the second commit took the graphs over
    assert count(service, "GRAPH <urn:g> { ?s ?p ?o }") == 2
    assert count(service, "<urn:a> <urn:p> ?o") == 2


def test_nothing_is_written_by_a_service_that_only_answered(service: Served) -> None:
    assert count(service, "?s ?p ?o") > 0

    folder = service.state.readers.catalogue.folder
    assert service.state.writes.process_id == 0
    assert not (folder / "live").exists()


def test_a_batch_arrives_as_it_was_sent() -> None:
    works: list[Work] = [
        Update("text", Dataset((Iri("urn:a"),), (Iri("urn:b"),)), "urn:base", who="Ann"),
        Put(Iri("urn:g"), b"\x00data", "text/turtle", replace=False, request_id="7"),
        Put(None, b"more", "text/turtle"),
        Withdraw(3),
    ]

    assert works_of(batch(works)[LENGTH.size :]) == works


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_what_is_told_was_forced_to_the_disk_first(tmp_path: Path) -> None:
    # A count of the calls: power cannot be cut in a test.
    script = (
        "import sys; from pathlib import Path; from kg.release.writer.writer import Writer;"
        "from kg.release.writer.work import Update;"
        "writer = Writer(Path(sys.argv[1]), durable=True); print('OPEN', flush=True);"
        "writer.commit([Update('INSERT DATA { <urn:a> <urn:p> 1 }')]); print('TOLD', flush=True)"
    )
    publish(tmp_path, "r1", tiny_statements())
    trace = tmp_path / "trace"
    done = subprocess.run(
        ["strace", "-f", "-s", "200", "-e", "trace=fsync,fdatasync,rename,write", "-y",
         "-o", str(trace), sys.executable, "-c", script, str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if "ptrace" in done.stderr or not trace.exists():
        pytest.skip("strace may not trace here")

    lines = trace.read_text(encoding="utf-8").splitlines()
    first = next(at for at, line in enumerate(lines) if '"OPEN' in line)
    last = next(at for at, line in enumerate(lines) if '"TOLD' in line)
    synced = [line for line in lines[first:last] if "sync(" in line]
    for name in ("release.json", "00000001.nq.gz", "MANIFEST", ".sst", "/releases>", "/current>"):
        assert any(name in line for line in synced), name


def test_foreign_data_has_the_default_graph_of_sparql(tmp_path: Path, commit: Commit) -> None:
    from kg.release.empty import ensure_empty

    ensure_empty(tmp_path)
    with serving(tmp_path, data="none") as service:
        assert count(service, "?s ?p ?o") == 0
        commit(
            service,
            Update("INSERT DATA { <urn:a> <urn:p> 1 . GRAPH <urn:g> { <urn:b> <urn:p> 1 } }"),
        )
        commit(service, Update("INSERT { GRAPH ?g { ?s ?p 2 } } WHERE { GRAPH ?g { ?s ?p ?o } }"))

        assert count(service, "?s ?p ?o") == 1
        assert count(service, "GRAPH ?g { ?s ?p ?o }") == 2
        assert (
            commit(service, Put(None, b"<urn:c> <urn:p> 1 .", "text/turtle")).release == "empty+3"
        )
        assert count(service, "<urn:c> ?p ?o") == count(service, "?s ?p ?o") == 1
    assert Catalogue(tmp_path).current().name == "empty+3"
    assert ensure_empty(tmp_path).name == "empty+3"
