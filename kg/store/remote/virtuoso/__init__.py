"""Virtuoso 7, which has to be asked otherwise than in the words of SPARQL 1.1.

Read `asked` first: it is the dialect, and puts what an answer tells right. Each other file puts one
thing in words that Virtuoso takes: `given` and `several` what VALUES gives, `paths` paths that go
round, `subselects` and `existence` what its compiler breaks on, `functions` calls that it answers
otherwise.
"""

from kg.store.remote.virtuoso.asked import Virtuoso

__all__ = ["Virtuoso"]
