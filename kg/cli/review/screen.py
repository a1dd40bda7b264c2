"""The review of a document as a whole screen: the text, the card of a candidate, the progress."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static

from kg.cli.review.asking import OneKey, Page, Parts, Words
from kg.cli.review.card import card, progress
from kg.cli.review.keys import BINDINGS, DECIDES, HELP, MARKS
from kg.cli.review.marking import Marking
from kg.cli.review.passage import Mark, Passage, marks_of
from kg.cli.review.which import Which
from kg.documents.review import words
from kg.documents.review.desk import TYPES, Desk
from kg.documents.review.state import Item, Review
from kg.documents.review.suggestions import offered
from kg.errors import KgError


class ReviewApp(App[None]):
    """Reviews one document of a desk; `reviewer` is the name that decisions are kept under."""

    TITLE = "coterminous review"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (70, "-wide")]  # noqa: RUF012 - as `App` types it
    CSS: ClassVar[str] = """
    #title { height: 1; background: $panel; color: $foreground; text-style: bold; padding: 0 1; }
    #panes { height: 1fr; }
    #passage { width: 3fr; padding: 0; }
    #passage, #side { scrollbar-size-vertical: 1; scrollbar-color: $panel-lighten-2;
                      scrollbar-color-active: $accent; scrollbar-background: $surface; }
    #side { width: 2fr; border-left: vkey $panel; padding: 0 1; }
    #side:focus, #passage:focus { background: $background; }
    .-narrow #panes { layout: vertical; }
    .-narrow #passage, .-narrow #side { width: 100%; height: 1fr; }
    .-narrow #side { border-left: none; border-top: hkey $panel; }
    #progress { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = BINDINGS

    def __init__(self, desk: Desk, document: str, reviewer: str = "") -> None:
        super().__init__()
        self._desk, self._document, self._reviewer = desk, document, reviewer
        self.review: Review = desk.open(document)
        first = self.review.next_after() or next(iter(self.review.items), None)
        self._at = first.id if first else ""
        self._found: list[tuple[int, int]] = []
        self._marking: Marking | None = None

    @property
    def item(self) -> Item | None:
        """The candidate that is shown."""
        return self.review.by_id.get(self._at)

    def compose(self) -> ComposeResult:
        """See `App`."""
        record = self.review.record
        known = (record.title or record.id, record.publisher, record.issued)
        yield Static(" · ".join(each for each in known if each), id="title", markup=False)
        with Horizontal(id="panes"):
            yield Passage(record.text)
            with VerticalScroll(id="side", can_focus=True):
                yield Static(id="card", markup=False)
        yield Static(id="progress", markup=False)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Show the first that is not decided."""
        self.query_one(Passage).focus()
        self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        """The progress is as wide as the screen."""
        if self.query("#progress"):
            self.call_after_refresh(self._draw_progress)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a place is marked only the keys for that count, and else they do not."""
        if action in MARKS:
            return self._marking is not None
        if action in DECIDES:
            return self._marking is None
        return True

    def action_accept(self) -> None:
        """Accept the candidate as it stands; what was put right stays so."""
        self._decide("accept", changes=self._changes())

    def action_unsure(self) -> None:
        """Leave the candidate to others."""
        self._decide("unsure")

    def action_reject(self) -> None:
        """Ask for the reason, then refuse the candidate."""
        if self.item is None:
            return
        answers = [(str(n), told, key) for n, (key, told) in enumerate(words.REASONS.items(), 1)]
        self.push_screen(OneKey("Why is it refused?", answers), self._reject)

    def action_undo(self) -> None:
        """Take back the last decision of this reviewer, and show what it was about."""
        before = len(self.review.decisions)
        self.review = self._desk.undo(self._document, self._reviewer)
        if len(self.review.decisions) == before:
            self.notify("You have decided nothing that could be undone.")
        else:
            self._go(self.review.decisions[-1].candidate)

    def action_edit(self) -> None:
        """Ask for the parts that are to be put right."""
        if self.item is not None:
            self.push_screen(Parts(self.review, self.item), self._edited)

    def action_options(self) -> None:
        """Show the bodies of the register that may be meant."""
        if self.item and self.item.candidate.type == "Organisation":
            asked = Which(self._options(), self.review.record.issued)
            self.push_screen(asked, self._choose)
        else:
            self.notify("There is nothing to choose from; e edits it.")

    def action_option(self, number: int) -> None:
        """Accept the candidate as that body of the register."""
        if 0 < number <= len(self._options()):
            self._choose(self._options()[number - 1])

    def action_step(self, step: int) -> None:
        """Show a candidate further on, or further back."""
        names = [each.id for each in self.review.items]
        if names:
            at = names.index(self._at) if self._at in names else 0
            self._go(names[min(max(at + step, 0), len(names) - 1)])

    def action_open(self) -> None:
        """Show the next one that is not decided."""
        found = self.review.next_after(self._at)
        self._go(found.id if found else self._at)

    def action_find(self) -> None:
        """Ask for words, and show where they are."""
        self.push_screen(Words("Find in the text"), self._find)

    def action_again(self) -> None:
        """Show where the words are next."""
        if self._found:
            self._found.append(self._found.pop(0))
            self._draw_text(self._found[0])

    def action_help(self) -> None:
        """Tell the keys."""
        self.push_screen(Page("Keys", HELP))

    def action_mark(self) -> None:
        """Begin to mark what was missed, from what is in sight."""
        passage = self.query_one(Passage)
        start = self._found[0][0] if self._found else passage.first_in_sight()
        if not self._found and self.item and self.item.candidate.evidence:
            start = self.item.candidate.evidence[0]["start"]
        self._mark(Marking.at(self.review.record.text, start))

    def action_move(self, what: str, step: int) -> None:
        """Move the place that is marked, or its end."""
        assert self._marking
        way = {"word": self._marking.by_word, "letter": self._marking.by_letter}.get(what)
        below = self.query_one(Passage).below
        self._mark(way(step) if way else self._marking.by_row(below, step))

    def action_begin(self) -> None:
        """Begin the place here; the second time, end it and ask what it is."""
        assert self._marking
        if self._marking.is_open:
            self._mark(self._marking.begun())
            return
        place = self._marking.place
        keys = [(str(n), words.KINDS[each], each) for n, each in enumerate(TYPES, 1)]
        quoted = " ".join(self.review.record.text[slice(*place)].split())
        heading = f"What is “{quoted if len(quoted) < 60 else quoted[:57] + '…'}”?"
        self.push_screen(OneKey(heading, keys), lambda kind: self._missed(kind, place))

    def action_leave(self) -> None:
        """Mark nothing."""
        self._mark(None)

    def _missed(self, kind: str | None, place: tuple[int, int]) -> None:
        if kind is None:
            return
        start, end = place
        value = words.empty(kind, self.review.record.text[start:end], start, end)
        try:
            self.review = self._desk.missed(self._document, start, end, kind, value, self._reviewer)
        except KgError as error:
            self._tell(error)
            return
        self._mark(None)
        self._go(self.review.decisions[-1].candidate)
        self.notify("Added and accepted; e says more of it.")

    def _mark(self, marking: Marking | None) -> None:
        self._marking = marking
        self.refresh_bindings()
        self._draw_text(marking.place if marking else None)

    def _reject(self, reason: str | None) -> None:
        if reason == "other":
            self.push_screen(Words("Why is it refused?"), self._reject)
        elif reason:
            self._decide("reject", reason)

    def _edited(self, changes: dict[str, Any] | None) -> None:
        if changes is not None:
            kept = {name: told for name, told in self._changes().items() if name == "note"}
            self._decide("accept", changes={**kept, **changes})

    def _find(self, wanted: str | None) -> None:
        text = self.review.record.text
        found = re.finditer(re.escape(wanted), text, re.IGNORECASE) if wanted else ()
        self._found = [each.span() for each in found]
        if wanted and not self._found:
            self.notify(f"“{wanted}” is not in the text.", markup=False)
        self._draw_text(self._found[0] if self._found else None)

    def _options(self) -> list[str]:
        return list(offered(self.review, self.item)) if self.item else []

    def _choose(self, key: str | None) -> None:
        if key:
            self._decide("accept", changes={**self._changes(), "link": key})

    def _changes(self) -> Mapping[str, Any]:
        """What was put right before, which a new decision is to keep."""
        if self.item is None or not self.item.is_edited:
            return {}
        own = self.item.candidate.value
        return {name: x for name, x in self.item.value.items() if x != own.get(name)}

    def _decide(
        self, verdict: str, reason: str = "", changes: Mapping[str, Any] | None = None
    ) -> None:
        if self.item is None:
            return
        try:
            self.review = self._desk.decide(
                self._document, self._at, verdict, reason, changes, self._reviewer
            )
        except KgError as error:
            self._tell(error)
            return
        following = self.review.next_after(self._at)
        if following is None:
            told = f"All is decided. coterminous commit {self._document} takes it into the graph."
            self.clear_notifications()  # it may have been told already
            self.notify(told, markup=False, timeout=10)
        self._go(following.id if following else self._at)

    def _tell(self, error: KgError) -> None:
        self.notify(f"{error} {error.hint}".strip(), severity="error", markup=False)

    def _go(self, name: str) -> None:
        self._at, self._found = name, []
        self._draw()

    def _draw(self) -> None:
        shown = self.item
        names = [each.id for each in self.review.items]
        told = (
            card(self.review, shown, names.index(shown.id))
            if shown
            else Content("Nothing was read in this document. m marks what was missed.")
        )
        self.query_one("#card", Static).update(told)
        self.query_one("#side").scroll_home(animate=False)
        self._draw_progress()
        self._draw_text(None)

    def _draw_progress(self) -> None:
        told = progress(self.review.progress, self.size.width)
        self.query_one("#progress", Static).update(told)

    def _draw_text(self, sight: tuple[int, int] | None) -> None:
        shown = self.item if not self._marking else None
        marks = marks_of(self.review, shown)
        marks += [Mark(*each, "found") for each in self._found]
        if self._marking:
            marks.append(Mark(*self._marking.place, "chosen"))
        if sight is None:
            first = shown.candidate.evidence[0] if shown and shown.candidate.evidence else None
            sight = (first["start"], first["end"]) if first else (0, 0)
        self.query_one(Passage).show(marks, *sight)
