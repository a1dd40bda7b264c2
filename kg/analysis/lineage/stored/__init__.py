"""A lineage beside the graph that it was read from: opened at once, read as far as it is asked.

`rows` has each thing of a lineage as a row of SQLite and back, `writing` writes the file, `tables`
looks things up in it, and `reading` makes the lineage that looks there.
"""

from kg.analysis.lineage.stored.reading import read
from kg.analysis.lineage.stored.rows import FILE
from kg.analysis.lineage.stored.writing import write

__all__ = ["FILE", "read", "write"]
