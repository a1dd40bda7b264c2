"""The question which body of the register a name means: by a key, or by words searched for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from kg.cli.review.asking import BOX
from kg.cli.review.card import OPTIONS, body_line
from kg.documents.review.suggestions import found


class Which(ModalScreen[str | None]):
    """Asks for one of the bodies, by its number; None where none is chosen.

    `day` is that of the document: of what is searched for, bodies that stood then come first.
    """

    CSS: ClassVar[str] = BOX.format(name="Which")
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "Back")]

    def __init__(self, keys: Sequence[str], day: str) -> None:
        super().__init__()
        self._keys, self._day = tuple(keys[:OPTIONS]), day

    def compose(self) -> ComposeResult:
        """See `Screen`."""
        with Vertical(classes="box"):
            yield Label("Which one is meant?", classes="heading")
            yield Static(self._told(), id="bodies", markup=False)
            yield Input(placeholder="a name, a part of one, or a code", id="words", disabled=True)
            yield Label("A number chooses, / searches the register, Esc goes back.", classes="hint")

    def on_key(self, event: Key) -> None:
        """Choose by a number, or begin to search."""
        asked = self.query_one(Input)
        if asked.has_focus:
            return
        pressed = event.character or ""
        if pressed == "/":
            event.stop()
            event.prevent_default()
            asked.disabled = False
            asked.focus()
        elif pressed in "123456789"[: len(self._keys)] and pressed:
            event.stop()
            self.dismiss(self._keys[int(pressed) - 1])

    @on(Input.Submitted)
    def search(self, event: Input.Submitted) -> None:
        """Show the bodies that are found, to be chosen from."""
        self._keys = found(event.value, self._day, OPTIONS) if event.value.strip() else ()
        self.query_one("#bodies", Static).update(self._told())
        event.input.disabled = True
        self.set_focus(None)

    def _told(self) -> str:
        lines = [f" {number}  {body_line(key)}" for number, key in enumerate(self._keys, 1)]
        return "\n".join(lines) or " None is offered; / searches the register."
