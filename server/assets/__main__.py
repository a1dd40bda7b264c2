"""`python -m server.assets`: build the front end of this checkout, as serving would."""

import sys

from server.assets.building import ensure_built


def main() -> int:
    """Build it where it is not; 1 where that fails."""
    return 0 if ensure_built(lambda told: print(told, file=sys.stderr)) else 1  # noqa: T201


if __name__ == "__main__":
    sys.exit(main())
