"""The questions that lie above a review: one key of several, a few words, the parts of a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.events import Key
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Label, Select, Static

from kg.documents.review import words
from kg.documents.review.parties import bodies, party
from kg.documents.review.state import Item, Review

BOX = """
{name} {{ align: center middle; }}
{name} > .box {{ width: 74; max-width: 96%; height: auto; max-height: 96%; padding: 0 1;
                background: $surface; border: round $accent; }}
{name} .heading {{ text-style: bold; margin-bottom: 1; }}
{name} .hint {{ color: $text-muted; margin-top: 1; }}
{name} .wrong {{ color: $text-error; text-style: bold; }}
"""


class OneKey(ModalScreen[str | None]):
    """Asks for one of several answers, each of which has a key; None where nothing is chosen."""

    CSS: ClassVar[str] = BOX.format(name="OneKey")
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "Back")]

    def __init__(self, heading: str, answers: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._heading, self._answers = heading, answers

    def compose(self) -> ComposeResult:
        """See `Screen`."""
        with Vertical(classes="box"):
            yield Label(self._heading, classes="heading", markup=False)
            for key, told, _ in self._answers:
                yield Static(f" {key}  {told}", markup=False)
            yield Label("Press a key; Esc goes back.", classes="hint")

    def on_key(self, event: Key) -> None:
        """Answer by a key."""
        for key, _, answer in self._answers:
            if event.character == key:
                event.stop()
                self.dismiss(answer)
                return


class Page(ModalScreen[None]):
    """Shows a text until any key is pressed."""

    CSS: ClassVar[str] = BOX.format(name="Page")

    def __init__(self, heading: str, text: str) -> None:
        super().__init__()
        self._heading, self._text = heading, text

    def compose(self) -> ComposeResult:
        """See `Screen`."""
        with VerticalScroll(classes="box"):
            yield Label(self._heading, classes="heading", markup=False)
            yield Static(self._text, markup=False)

    def on_key(self, event: Key) -> None:
        """Go back by any key but those that scroll."""
        if event.key not in ("up", "down", "pageup", "pagedown"):
            event.stop()
            self.dismiss(None)


class Words(ModalScreen[str | None]):
    """Asks for a few words; None where none are given."""

    CSS: ClassVar[str] = BOX.format(name="Words")
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "Back")]

    def __init__(self, heading: str, before: str = "") -> None:
        super().__init__()
        self._heading, self._before = heading, before

    def compose(self) -> ComposeResult:
        """See `Screen`."""
        with Vertical(classes="box"):
            yield Label(self._heading, classes="heading", markup=False)
            yield Input(self._before)
            yield Label("Enter takes it, Esc goes back.", classes="hint")

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """Answer with the words."""
        self.dismiss(event.value.strip() or None)


class Tick(Checkbox):
    """A box that is empty unless it is ticked, which needs no colour to be seen."""

    BUTTON_LEFT = BUTTON_RIGHT = ""

    @property
    def BUTTON_INNER(self) -> str:  # type: ignore[override]  # noqa: N802 - as `ToggleButton` has it
        """What stands in the box."""
        return "[x]" if self.value else "[ ]"


class Parts(ModalScreen[dict[str, Any] | None]):
    """Asks for the parts of a value that are to be put right; gives those that are other now."""

    CSS: ClassVar[str] = (
        BOX.format(name="Parts") + "Parts Input, Parts Select { margin-bottom: 1; }"
        "Parts Tick > .toggle--button { color: $foreground; background: $surface; }"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss(None)", "Back"),
        ("ctrl+s", "save", "Save"),
    ]

    def __init__(self, review: Review, item: Item) -> None:
        super().__init__()
        self._review, self._item = review, item
        self._fields = words.fields(item.candidate.type, item.value)
        self._has_link = item.candidate.type == "Organisation"

    def compose(self) -> ComposeResult:
        """See `Screen`."""
        with VerticalScroll(classes="box", can_focus=False):
            yield Label("Put it right", classes="heading")
            for field in self._fields:
                yield from self._asked(field)
            if self._has_link:
                yield Label("Code in the register, such as 26A")
                yield Input(str(self._item.value.get("link") or ""), id="f-link", compact=True)
            yield Label("", classes="wrong", id="wrong")
            yield Label("Tab: next part. Enter or Ctrl+S: accept it so. Esc: back.", classes="hint")

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Answer with what is other than the candidate says, unless a part cannot be read."""
        try:
            told = {field.name: self._answer(field) for field in self._fields}
            if self._has_link:
                told["link"] = self._link()
        except ValueError as error:
            self.query_one("#wrong", Label).update(str(error))
            return
        own = self._item.candidate.value
        self.dismiss({name: x for name, x in told.items() if _plain(x) != _plain(own.get(name))})

    def _asked(self, field: words.Field) -> Iterator[Widget]:
        place, value = f"f-{field.name}", self._item.value.get(field.name)
        if field.kind == "tick":
            yield Tick(field.label, bool(value), id=place, compact=True)
            return
        yield Label(field.label)
        if field.kind == "choice":
            shown = words.shown(field, self._item.value)
            known = [each for each in (*field.choices, shown) if each]
            chosen = shown or Select.NULL
            yield Select([(each, each) for each in dict.fromkeys(known)], value=chosen, id=place,
                         compact=True)  # fmt: skip
        elif field.kind in ("person", "body"):
            parties = self._parties(field.kind)
            ref = value.get("ref") if isinstance(value, Mapping) else None
            chosen = ref if ref in parties else Select.NULL
            yield Select([(name, each) for each, name in parties.items()], value=chosen, id=place,
                         compact=True)  # fmt: skip
        elif field.kind == "bodies":
            ours = {each.get("ref") for each in value or () if isinstance(each, Mapping)}
            for ref, name in self._parties("body").items():
                yield Tick(name, ref in ours, id=f"{place}-{ref}", compact=True)
        else:
            yield Input(words.shown(field, self._item.value), id=place, compact=True)

    def _parties(self, kind: str) -> dict[str, str]:
        """The bodies or people of the document that were not refused, by the id."""
        wanted = "Person" if kind == "person" else "Organisation"
        return {
            each.id: str(each.value.get("name", each.id))
            for each in self._review.items
            if each.candidate.type == wanted and each.verdict != "reject"
        }

    def _answer(self, field: words.Field) -> Any:
        place = f"#f-{field.name}"
        if field.kind == "tick":
            return self.query_one(place, Tick).value
        if field.kind == "bodies":
            known = self._parties("body")
            chosen = [each for each in known if self.query_one(f"{place}-{each}", Tick).value]
            before = [
                x for x in self._item.value.get(field.name) or () if x.get("ref") not in known
            ]
            return before + [party(self._review, each) for each in chosen]
        if field.kind in ("person", "body", "choice"):
            found = self.query_one(place, Select).value
            text = "" if found is Select.NULL else str(found)
            if field.kind == "choice":
                return words.change_of(field, text)
            return party(self._review, text) or self._unlisted(field)
        text = self.query_one(place, Input).value.strip()
        try:
            return words.change_of(field, text)
        except ValueError:
            raise ValueError(f"{field.label}: '{text}' is no number") from None

    def _unlisted(self, field: words.Field) -> Any:
        """A party that cannot be chosen from the list stays as it is."""
        told = self._item.value.get(field.name)
        is_listed = isinstance(told, Mapping) and told.get("ref") in self._parties(field.kind)
        return told if isinstance(told, Mapping) and not is_listed else None

    def _link(self) -> str | None:
        code = self.query_one("#f-link", Input).value.strip()
        if not code or code == self._item.value.get("link"):
            return code or None
        folded = code.casefold()
        found = [x for x in bodies() if folded in (x.casefold(), x.partition("/")[0].casefold())]
        if len(found) == 1:
            return found[0]
        several = f"is the code of {', '.join(found)}" if found else "is no code of the register"
        raise ValueError(f"'{code}' {several}")


def _plain(told: Any) -> Any:
    """A value without what a party says besides who it is, and empty text as nothing."""
    if isinstance(told, (list, tuple)):
        return [_plain(each) for each in told]
    if isinstance(told, Mapping):
        return told.get("ref") or told.get("name")
    return None if told == "" else told
