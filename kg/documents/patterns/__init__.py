"""The patterns of the rules, as `re` has them: kept compiled, and found sooner.

`kept` keeps them for the next process, `beginnings` tells where in a text a pattern can begin.
"""

from kg.documents.patterns.kept import compiled, keep

__all__ = ["compiled", "keep"]
