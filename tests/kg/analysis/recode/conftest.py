"""The same lineage as in the room beside this one."""

from tests.kg.analysis.lineage.conftest import dag, release

__all__ = ["dag", "release"]
