"""How a live release stands beside its graph: which commit wrote what, and what still follows."""

from __future__ import annotations

import json
import shutil
from itertools import islice
from pathlib import Path

from kg.analysis.lineage import stored
from kg.derive.rules import rules
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.release.opened import FILES, INDEX, TOUCHED, ReleaseInfo, is_large, tag, touched
from kg.release.writer.concern import Concern
from kg.release.writer.large.seen import Moved
from kg.release.writer.plain import Uncounted
from kg.search import index
from kg.search.amend import amend, spoil
from kg.store import census, widths
from kg.store.census import Census
from kg.store.changes import Changes
from kg.store.readmodel import since, writing
from kg.store.readmodel.model import ReadModel
from kg.store.readmodel.since import Since
from kg.store.widths import Widths
from kg.store.writable import WritableStore

MOST = 2_000
"""How many things are amended in the index by one commit; of more, the whole is written anew."""


class Standing:
    """Keeps up with commits, from a release on; `derives` where there are rules that follow.

    `derived` is the last commit that derived graphs take in; those after it, and what they
    concern, are what still follows. What the graph holds is counted on, as long as that is known.
    """

    def __init__(self, release: Path, info: ReleaseInfo, base: Path, *, derives: bool) -> None:
        self.derived = info.derived if derives else info.sequence
        self.touched = touched(release)
        self.began = info.sequence
        self._base = info.base or info.name
        self._derives = derives
        self._wanting = info.sequence if self.derived < info.sequence else 0
        self._query = Library(base / "queries").inside("search-names")
        texts = [each.construct for each in rules(base / "ontology" / "rules")]
        self._read, self._named = Concern([*texts, self._query]), Concern([self._query])
        self._names: dict[int, set[Iri]] = {}
        self._folder = release
        self._has_lineage = is_large(info.triples)
        self._indexed = info.sequence
        self._census = self._counted = Census.read(release)
        self._later = self._noted = Since.read(release)
        self._widths = Widths.read(release)
        self._widening: list[Changes] = []
        model = ReadModel.read(release)
        self._modelled = model.size() if model else 0

    def tag(self, graph: str, sequence: int) -> str:
        """What stands for the state of a graph by now; see `opened.tag`."""
        return tag(self._base, graph, self.touched, sequence)

    def note(self, sequence: int, changes: Changes, *beside: Changes) -> None:
        """A commit has made these changes; those `beside` are of what nothing is made."""
        self.record(sequence, changes, *beside)
        if self._derives and self._read.has(changes):
            self._wanting = sequence
        self._reach(sequence)

    def record(self, sequence: int, changes: Changes, *beside: Changes) -> None:
        """The same for changes that nothing follows, since they follow others themselves."""
        self._count(changes, *beside)
        for each in (changes, *beside):
            self.touched |= dict.fromkeys(each.graphs(), sequence)
        if things := self._named.things(changes):
            # Of more than that many it only counts that they are too many.
            self._names.setdefault(sequence, set()).update(islice(things, MOST + 1))

    def widen(self, *changes: Changes) -> None:
        """These are the same changes as the default graph has them."""
        self._widening += changes if self._widths else ()
        many = sum(len(each.added) for each in self._widening)
        if self._derives and self._widths and self._widths.by and many > widths.LOOKED_AT:
            self._widths, self._widening = None, []  # `Widths.after` would not know them either

    def follow(self, folder: Path, until: int, sequence: int) -> None:
        """A commit has taken in what was made of an earlier one, which lies in that folder."""
        self.derived = max(self.derived, until)
        self._folder, self._indexed = folder, until
        self._has_lineage = (folder / stored.FILE).exists()
        self._reach(sequence)

    def renew(self, folder: Path, until: int, sequence: int, moved: Moved) -> None:
        """The same, with all that is made of the graph lying in that folder, made anew.

        `moved` is what the census does not have yet.
        """
        came, gone = moved
        self._census = self._census and self._census.moved(came.sizes, gone.sizes, came.days)
        self._widths, self._widening = Widths.read(folder), []
        model = ReadModel.read(folder)
        self._modelled, self._later, self._noted = model.size() if model else 0, Since(), None
        self._names.clear()
        self.follow(folder, until, sequence)

    def write(self, work: Path, store: WritableStore) -> None:
        """Write all of it to the folder of a new release that was made of `store`."""
        things = set[Iri]()
        for number, named in self._names.items():
            things |= named if number > self._indexed else set()
        anew = {INDEX} if things else set()
        anew |= {census.FILE} if self._census is not self._counted else set()
        is_too_much = self._later and self._later.is_too_much(self._modelled)
        anew |= {since.FILE} if self._later is not self._noted else set()
        anew |= {writing.FILE} if is_too_much else set()
        for each in (*FILES, stored.FILE) if self._has_lineage else FILES:
            source = self._folder / each
            if source.exists() and each not in anew:
                _linked(source, work / each)
        if things:
            self._index(work / INDEX, store, things)
        if census.FILE in anew:
            text = self._census.text() if self._census else census.UNKNOWN
            (work / census.FILE).write_text(text, encoding="utf-8")
        if is_too_much:
            self._model(work / writing.FILE, store)
        if since.FILE in anew:
            text = self._later.text() if self._later else since.UNKNOWN
            (work / since.FILE).write_text(text, encoding="utf-8")
        widths.keep(work, self._widened(store))
        (work / TOUCHED).write_text(json.dumps(self.touched) + "\n", encoding="utf-8")

    def _model(self, place: Path, store: WritableStore) -> None:
        """Make the read model anew, unless the graph has become too large for one."""
        if self._later and self._modelled + self._later.changed > writing.WHOLE:
            self._later = None
        else:
            self._modelled, self._later = writing.write(place, store), Since()

    def published(self, release: Path, sequence: int) -> None:
        """That release shows everything so far."""
        self._folder, self._indexed = release, sequence
        self._counted, self._noted = self._census, self._later
        self._names = {
            number: named for number, named in self._names.items() if number > self.derived
        }

    def _count(self, *changes: Changes) -> None:
        is_known = not any(isinstance(each, Uncounted) for each in changes)
        self._census = self._census.after(*changes) if self._census and is_known else None
        self._later = self._later.after(changes) if self._later and is_known else None
        if self._later and self._later.is_too_much(self._modelled):
            self._later = Since(changed=self._later.changed)  # the model will be made anew
        self._widths = self._widths if is_known else None
        if not self._widths:
            self._widening = []

    def _widened(self, store: WritableStore) -> Widths | None:
        added = {quad for each in self._widening for quad in each.added}
        self._widths = self._widths and self._widths.after(added, store)
        self._widening = []
        return self._widths

    def _index(self, place: Path, store: WritableStore, things: set[Iri]) -> None:
        if len(things) > MOST and not self._derives:
            index.write(place, store, self._query)
            return
        shutil.copyfile(self._folder / INDEX, place)
        if len(things) <= MOST:
            amend(place, store, self._query, things)
        else:
            spoil(place)  # the whole follows

    def _reach(self, sequence: int) -> None:
        if not self._derives or self.derived >= self._wanting:
            self.derived = sequence


def _linked(source: Path, place: Path) -> None:
    try:
        place.hardlink_to(source)
    except OSError:  # another file system, or one without links
        shutil.copyfile(source, place)
