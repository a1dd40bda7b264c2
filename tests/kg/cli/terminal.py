"""Commands as a person types them, over the shipped release."""

import os
import subprocess
import sys
from pathlib import Path

from kg.release.build import ensure
from kg.settings import store_folder

ROOT = Path(__file__).resolve().parents[3]


def typed(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    ensure(store_folder())
    return subprocess.run(
        [sys.executable, "-m", "server", *arguments],
        cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
