"""A real Chromium, spoken to over a pipe, and the service that it is shown."""

import fcntl
import json
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import serving
from tests.server.conftest import small_folder

__all__ = ["small_folder"]
OPTIONS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
    "--disable-background-networking", "--no-first-run",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


class Browser:
    """One page of a browser. Chrome DevTools Protocol: messages of JSON that end with a NUL."""

    def __init__(self, program: str, profile: Path) -> None:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        # The browser reads from its descriptor 3 and writes to its descriptor 4.
        high = [fcntl.fcntl(each, fcntl.F_DUPFD, 10) for each in (theirs_in, theirs_out)]
        nowhere = os.open(os.devnull, os.O_RDWR)
        wanted = {3: high[0], 4: high[1], 1: nowhere, 2: nowhere}
        actions = [(os.POSIX_SPAWN_DUP2, found, number) for number, found in wanted.items()]
        command = [program, *OPTIONS, f"--user-data-dir={profile}", "about:blank"]
        self._process = os.posix_spawn(program, command, os.environ, file_actions=actions)
        for each in (theirs_in, theirs_out, nowhere, *high):
            os.close(each)
        self._in, self._out = os.fdopen(ours_in, "rb"), os.fdopen(ours_out, "wb", buffering=0)
        self._held, self._number, self._session = b"", 0, ""
        self.requested: list[str] = []
        self._seen: set[str] = set()
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self.send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **params: Any) -> dict[str, Any]:
        """The result of a command."""
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        while True:
            found = self._next()
            if found.get("id") == self._number:
                assert "error" not in found, found
                result: dict[str, Any] = found["result"]
                return result

    def open(self, url: str, width: int = 1200) -> None:
        """Show a page in a window of that width, and wait until it is loaded."""
        self.requested.clear()
        self._seen.clear()
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=900,
                  deviceScaleFactor=1, mobile=False)  # fmt: skip
        self.send("Page.navigate", url=url)
        while "Page.loadEventFired" not in self._seen:
            self._next()

    def value(self, script: str) -> Any:
        """What an expression gives on the page."""
        found = self.send("Runtime.evaluate", expression=script, returnByValue=True)
        return found["result"].get("value")

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        for kind in ("keyDown", "keyUp"):
            self.send("Input.dispatchKeyEvent", type=kind, key=key, code=key,
                      windowsVirtualKeyCode={"Tab": 9, "Enter": 13}[key])  # fmt: skip

    def close(self) -> None:
        """End it."""
        self._out.close()
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)
        self._in.close()

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._held:
            read = os.read(self._in.fileno(), 65536)
            assert read, "the browser has ended"
            self._held += read
        text, _, self._held = self._held.partition(b"\0")
        found: dict[str, Any] = json.loads(text)
        self._seen.add(found.get("method", ""))
        if found.get("method") == "Network.requestWillBeSent":
            self.requested.append(found["params"]["request"]["url"])
        return found


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser, if this machine has one."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip(f"no browser: none of {', '.join(NAMES)} is installed")
    started = Browser(program, tmp_path_factory.mktemp("profile"))
    yield started
    started.close()


@pytest.fixture(scope="session")
def site(small_folder: Path) -> Iterator[str]:
    """The address of a service over the small world."""
    with serving(small_folder, workers=1) as service:
        yield service.url
