"""The keys of a review: what each does, where it is shown, and when it counts."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

HELP: Final = """\
a       accept, with the bodies and people that it leans on
r       refuse; then one key for the reason
u       not sure
z       undo your last decision
e       put its parts right, and accept it so
1-9, o  accept with the body of the register that is meant; o, then /
        searches the register by words
j, k    the next, the one before
g       the next that is not decided
m       mark what was missed: arrows, Enter, arrows, Enter
/, n    find in the text, find the next
Tab     from the text to the card and back; arrows scroll
q       quit; every decision is on the disk already

The candidate is shown inverse. Of bodies, people and numbers the
accepted are bold, the refused struck out, the unsure in italics,
the open underlined."""
DECIDES: Final = frozenset({
    "accept", "reject", "unsure", "undo", "edit", "option", "options", "step", "open",
    "mark", "find", "again",
})  # fmt: skip
"""What can be done while no place is marked."""
MARKS: Final = frozenset({"move", "begin", "leave"})
"""What can be done while one is."""
BINDINGS: Final[list[BindingType]] = [
    Binding("a", "accept", "Accept"),
    Binding("r", "reject", "Refuse"),
    Binding("u", "unsure", "Unsure"),
    Binding("z", "undo", "Undo"),
    Binding("e", "edit", "Edit"),
    Binding("o", "options", "Which", show=False),
    Binding("j", "step(1)", "Next"),
    Binding("k", "step(-1)", "Back", show=False),
    Binding("g", "open", "Open", show=False),
    Binding("m", "mark", "Mark"),
    Binding("slash", "find", "Find", key_display="/"),
    Binding("n", "again", "Find next", show=False),
    Binding("question_mark", "help", "Help", key_display="?"),
    Binding("q", "quit", "Quit"),
    *(Binding(str(each), f"option({each})", show=False) for each in range(1, 10)),
    Binding("right", "move('word', 1)", "Word", priority=True, key_display="←→"),
    Binding("left", "move('word', -1)", show=False, priority=True),
    Binding("shift+right", "move('letter', 1)", "Letter", priority=True, key_display="⇧←→"),
    Binding("shift+left", "move('letter', -1)", show=False, priority=True),
    Binding("down", "move('row', 1)", "Line", priority=True, key_display="↑↓"),
    Binding("up", "move('row', -1)", show=False, priority=True),
    Binding("enter", "begin", "Begin, then end", priority=True),
    Binding("escape", "leave", "Leave it", priority=True),
]
