"""Writes: one process at a time works on the live store, and this room is its front.

`queue` takes requests in order and answers each when the readers show what it did; `process` is
the process itself, `child` how it is seen from the front, and `wire` what crosses between them.
`following` has what is made of the graph made again, by the process `derive`; `load` has documents
fetched for LOAD, each by the process `fetch`.
"""

from kg.release.writer.work import Create, Done, Drop, Patch, Put, Update, Withdraw, Work
from server.writes.queue import Writes

__all__ = ["Create", "Done", "Drop", "Patch", "Put", "Update", "Withdraw", "Work", "Writes"]
