"""The process that makes again what is made of the graph: exec'd, without a network, and patient.

    python -m server.writes.derive RELEASE_FOLDER TO_FOLDER MEMORY_BYTES

What it writes is of use only when it ends with 0.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kg.release.writer.follow import derive
from server.readers.processes.isolate import die_with_parent, leave_network
from server.writes.process import limit

NICE = 10
"""It gives way to whoever asks and writes."""


def main(arguments: list[str]) -> None:
    """Do it for one release."""
    release, folder, memory = arguments
    die_with_parent()
    leave_network()
    os.nice(NICE)
    limit(int(memory))
    derive(Path(release), Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
