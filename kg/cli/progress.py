"""How a build goes, shown in a terminal."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console


class Bar:
    """A progress bar for a build; use it as a context manager."""

    def __init__(self, console: Console, title: str = "Building the release") -> None:
        # What builds, and what draws it, take time to load that other commands need not wait for.
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
        )

        from kg.release.build import STEPS

        self._console, self._steps = console, STEPS
        self._progress = Progress(
            TextColumn("{task.description}", style="bold"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=console,
        )
        self._task = self._progress.add_task(title, total=self._steps)
        self._begun = False

    def __enter__(self) -> Bar:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self._progress.update(self._task, completed=self._steps, description="Built")
        self._progress.stop()

    def step(self, sentence: str) -> None:
        """Show the step that begins."""
        self._progress.update(self._task, description=sentence)
        if self._begun:
            self._progress.advance(self._task)
        self._begun = True

    def note(self, sentence: str) -> None:
        """Print a finding above the bar."""
        self._progress.console.print(f"  {sentence}", style="dim", highlight=False)
