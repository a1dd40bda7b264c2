"""Whether it lives and whether it is ready are told without a reader."""

import threading
import time
from pathlib import Path

from tests.conftest import serving

FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
FOREVER = FOREVER.replace(" }", " . ?q ?r ?s . ?t ?u ?v . ?w ?x ?y }")


def test_it_lives_while_every_reader_is_busy(tiny_release: Path) -> None:
    with serving(tiny_release, workers=1, burst=0, deadline=2.0) as service:
        asking = threading.Thread(
            target=service.client.get, args=("/sparql",), kwargs={"params": {"query": FOREVER}}
        )
        asking.start()
        pool = service.state.readers.pools[0]
        while not pool.busy:
            time.sleep(0.01)

        assert service.client.get("/livez").text == "alive\n"
        assert service.client.get("/readyz").status_code == 200
        metrics = service.client.get("/metrics").text
        assert "\ncoterminous_readers_busy 1\n" in metrics
        assert pool.busy == 1
        asking.join()


def test_it_is_not_ready_where_the_disk_is_full(tiny_release: Path) -> None:
    with serving(tiny_release, disk_floor=1 << 40) as service:
        told = service.client.get("/readyz")

        assert told.status_code == 503
        assert told.json()["reasons"] == ["too little room on the disk"]
        assert service.client.get("/sparql?query=ASK{}").status_code == 200


def test_it_is_not_ready_while_it_is_being_stopped(tiny_release: Path) -> None:
    with serving(tiny_release) as service:
        service.state.readers.is_closing = True

        told = service.client.get("/readyz")
        assert (told.status_code, told.json()["reasons"]) == (503, ["being stopped"])
        assert service.client.get("/sparql?query=ASK{}").status_code == 200
