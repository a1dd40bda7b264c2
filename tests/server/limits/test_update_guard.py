"""No update fetches anything; the engine and a listener say what it would have done."""

from __future__ import annotations

from contextlib import suppress

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from server.errors import FederationRefused, TooDeep, TooLong
from server.limits.update import LENGTH, check
from tests.conftest import Listener

PLACE = "http://peer.example/"
PREFIXES = f"PREFIX ex: <{PLACE}> PREFIX : <{PLACE}> "


def done(text: str) -> None:
    """Have the engine do it, whatever comes of it."""
    with suppress(SyntaxError, RuntimeError, OSError, ValueError):
        ox.Store().update(text)


@pytest.mark.parametrize(
    "text",
    [
        "LOAD <{url}>",
        "load<{url}>into graph <urn:g>",
        "LOAD SILENT <{url}>",
        "LOADSILENT<{url}>",
        "LOAD ex:",
        "LOADex:a",
        "LOAD:a",
        "LOAD #\nex:",
        "CREATE GRAPH <urn:g>;LOADex:a INTO GRAPH <urn:g>",
        "CREATE GRAPH <urn:g> ; # and\n LOADex:a",
        "PREFIX a: <urn:a> LOADex:a",
        "INSERT DATA {{ <urn:a> <urn:b> 'it\\'s' }};LOAD <{url}>",
        'INSERT DATA {{ <urn:a> <urn:b> """a"b""" }};LOAD <{url}>',
        "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
        "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE ex:a {{ ?s ?p ?o }} }}",
        "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE:a {{ ?s ?p ?o }} }}",
    ],
)
def test_an_update_that_calls_out_is_refused(listener: Listener, text: str) -> None:
    update = PREFIXES.replace(PLACE, listener.url) + text.format(url=listener.url)

    with pytest.raises(FederationRefused, match=r"^(LOAD|SERVICE) at \d+:\d+ is not followed here"):
        check(update)

    # and the refusal was needed: without it the engine calls
    done(update)
    assert listener.calls != []


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:load> <urn:service> 'LOAD <x>' }",
        "PREFIX load: <urn:l> PREFIX service: <urn:s> INSERT DATA { load:a service:b load:c }",
        "PREFIX load: <urn:l> INSERT DATA { load:a load:b load:c ; load:d load:e . }",
        "PREFIX load: <urn:l> INSERT DATA { GRAPH load:g { load:a a load:b , load:c . } }",
        "INSERT DATA { <urn:a> <urn:b> 1 } # LOAD <x>",
        "PREFIX load: <urn:l> CLEAR SILENT GRAPH load:g",
        "DELETE WHERE { ?load ?service ?o }",
    ],
)
def test_the_letters_alone_do_no_harm(text: str) -> None:
    check(text)

    ox.Store().update(text)


def test_much_data_is_no_chain_and_no_depth() -> None:
    rows = " ".join(f"<urn:a/b/c/d> <urn:p> -{each} ." for each in range(3000))
    graphs = " ".join(f"GRAPH <urn:{each}> {{ <urn:s> <urn:p> 1 }}" for each in range(1500))

    check(f"INSERT DATA {{ {rows} {graphs} }} ; DELETE DATA {{ {rows} }}")
    check(" ; ".join(["DELETE {?s ?p ?o} INSERT {?s ?p ?o} WHERE {?s ?p ?o}"] * 600))


@pytest.mark.parametrize(
    "text",
    [
        "DELETE { ?s ?p ?o } WHERE " + "{" * 200 + "?s ?p ?o" + "}" * 200,
        "DELETE WHERE { ?s ?p " + "[ ?p " * 5000 + "1" + "]" * 5000 + "}",
        "INSERT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(" + "1+" * 2000 + "1) }",
        "INSERT DATA {} ; INSERT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(" + "!" * 20_000 + "1) }",
        "INSERT { ?s ?p ?o } WHERE { ?s ?p ?o FILTER(" + "1+" * 2000 + "1) } DATA",
    ],
)
def test_what_would_kill_the_engine_is_refused(text: str) -> None:
    with pytest.raises(TooDeep):
        check(text)


def test_no_update_is_longer_than_is_read() -> None:
    with pytest.raises(TooLong):
        check(" " * (LENGTH + 1))


_PIECES = st.lists(
    st.sampled_from(
        ["LOAD", "SILENT", f"<{PLACE}>", "ex:a", ":a", "INTO", "GRAPH", "<urn:g>", ";", "{", "}",
         "INSERT", "DATA", "DELETE", "WHERE", "{?s ?p ?o}", " ", "\n", "#", "'", '"', '"""', "\\",
         "SERVICE", "PREFIX", "load:", "load:a", "a", ".", "1", "CLEAR", "DEFAULT", "<", ">"]
    ),
    max_size=12,
)  # fmt: skip


@settings(
    max_examples=600,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    before=st.sampled_from(["", "CLEAR DEFAULT;", "INSERT DATA{<urn:a><urn:b>1};"]), pieces=_PIECES
)
def test_no_soup_of_letters_calls_either(
    listener: Listener, before: str, pieces: list[str]
) -> None:
    text = f"{PREFIXES}{before}{''.join(pieces)}".replace(PLACE, listener.url)
    try:
        check(text)
    except KgError:
        return
    done(text)

    assert listener.calls == []
