"""Engines that hold the shipped release, for the doors of the service."""

from tests.kg.store.remote.conftest import on_oxigraph, on_virtuoso, release, remote

__all__ = ["on_oxigraph", "on_virtuoso", "release", "remote"]
