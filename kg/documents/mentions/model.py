"""What a text names: the typed, frozen results of reading one text.

Every mention has a `span` of code points into the text of record: `span.of(text)` is exactly what
stands there. `name` and `value` are the cleaned form (line breaks and soft hyphens gone). Mentions
of one body or person share a `key`, so that `the Coalition` and its full name are one thing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `start ≤ i < end` of a text, in code points.

    >>> Span(4, 7).of("the CCG said")
    'CCG'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the words of the span, exactly as they stand in `text`."""
        return text[self.start : self.end]

    def has(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Segment:
    """A paragraph (one run of lines that belong together) and its sentences."""

    span: Span
    kind: str
    """`paragraph`, `heading` (a short line without an end stop), `bullet` or `furniture` (of the
    page, not of the text)."""
    sentences: tuple[Span, ...]
    reason: str = ""
    """Why it is furniture (`site banner`, `page furniture`, `legal footer`, `byline`, …); empty
    otherwise."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Something the text names at `span`."""

    span: Span


@dataclass(frozen=True, slots=True)
class Organisation(Mention):
    """A named body."""

    name: str
    """As the text has it, lists written out: `Bexley CCG` for the first of `Bexley, Bromley and
    Greenwich CCGs`."""
    canonical: str
    """Its name in the register or the table of known bodies, else the fullest name in this text."""
    type: str
    """Code of `@organisationType` (`ccg`, `icb`, `stp`, `council`, `nationalBody` …), empty if
    unknown."""
    key: str
    """The same for every mention of this body in the text."""
    link: str = ""
    """Where the register or table leaves exactly one: `26A/ccg`, `x/nhs-alliance`."""
    options: tuple[str, ...] = ()
    """Where it leaves several (nothing is chosen then): their codes, in order of likelihood."""
    form: str = "named"
    """`named`, `short` (initials or a name cut down) or `reference` (`the fund`)."""


@dataclass(frozen=True, slots=True)
class Group(Mention):
    """Several bodies or people meant together: `the six CCGs`, `CCGs in Kent`, `local GPs`."""

    name: str
    type: str
    """Of its members: `ccg`, `council`, … or `people`."""
    key: str
    size: int | None = None
    place: str = ""
    members: tuple[str, ...] = ()
    """Keys of the bodies meant, where the text has listed exactly that many; else empty."""


@dataclass(frozen=True, slots=True)
class Kind(Mention):
    """A type of body without a name: `CCGs`, `an integrated care board`."""

    type: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Person(Mention):
    """A person, by full name or by title and surname."""

    name: str
    """The fullest form of the name in this text, without title: `Michael Dixon`."""
    title: str
    """`Dr`, `Sir` … as first given; empty if none."""
    key: str
    author: bool = False


@dataclass(frozen=True, slots=True)
class Post(Mention):
    """A position, with who holds it and where, as far as the text says."""

    title: str
    """As the text words it, without article and body: `interim accountable officer`."""
    holder: str
    """Key of the person, empty if nobody is named."""
    bodies: tuple[str, ...]
    """Keys of the organisations or groups it belongs to, in text order; empty if none is told."""
    holder_name: str = ""
    body_names: tuple[str, ...] = ()
    interim: bool = False
    former: bool = False
    incoming: bool = False
    """`incoming`, `designate`, `elect`, `shadow`."""
    joint: bool = False
    """`joint`, `shared`, `single` or more than one body."""


@dataclass(frozen=True, slots=True)
class Place(Mention):
    """A county, town or part of the country."""

    name: str


@dataclass(frozen=True, slots=True)
class Day(Mention):
    """A date, exactly as precise as the text: `2020-04-01`, `2020-04`, `2020`, or an interval
    `2011-09/2012-06`."""

    value: str
    """ISO 8601; empty if the year cannot be known."""
    inferred: bool = False
    """The year comes from the day of issue, not from the words."""


@dataclass(frozen=True, slots=True)
class Figure(Mention):
    """A number with what it counts or measures. Dates, page numbers and `one` as an article are
    none."""

    value: str
    """`74`, `60-70`, `500000`, `20%`, `£1200000`."""
    quantity: str
    """`count`, `percent`, `money` or `ratio`."""
    unit: str
    """The counted noun: `CCGs`, `people`; `per cent`, `pounds`."""
    what: str
    """The words around it that say what is counted."""
    low: float | None = None
    high: float | None = None
    """Bounds as told: both the value itself when exact, one of them None for `more than` and
    `fewer than`."""
    approx: bool = False
    comparator: str = ""
    """`more than`, `fewer than`, `at least`, `up to`, or empty."""
    change: int | None = None
    """Offset where the other figure of `from 191 to 135` starts, if any."""
    repeats: int | None = None
    """Offset of the earlier figure that this one says again (`the three areas`), if any."""


@dataclass(frozen=True, slots=True)
class Quotation(Mention):
    """Quoted words; `span` is what stands between the marks."""

    text: str
    kind: str
    """`full`, `fragment`, `pull` (pull quote) or `word` (one or two words, or scare quotes)."""
    speaker: str = ""
    """As a reader would name them: `Michael Dixon`, `the PRUComm report`, `local medical
    committee`; empty if nobody is found."""
    speaker_key: str = ""
    """Key of that person, organisation, group or publication."""
    speaker_span: Span | None = None
    """Where the text says who speaks."""
    speaker_post: str = ""
    speaker_organisation: str = ""
    utterance: int = 0
    """Number of the utterance; the parts of one cut by `he said` share it."""
    continues: bool = False
    """It runs on into the next paragraph without a closing mark."""


@dataclass(frozen=True, slots=True)
class Publication(Mention):
    """A document the text speaks of: `the report`, `a letter`, a title in italics or dashes."""

    kind: str
    """`report`, `letter`, `plan`, `guidance`, `statement`, `survey`, `paper` …"""
    title: str
    by: str
    """Name of the body that made it, empty if not told."""
    key: str


@dataclass(frozen=True, slots=True)
class Mentions:
    """All that was found in one text, each list in the order of the text."""

    segments: tuple[Segment, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    groups: tuple[Group, ...] = ()
    kinds: tuple[Kind, ...] = ()
    people: tuple[Person, ...] = ()
    posts: tuple[Post, ...] = ()
    places: tuple[Place, ...] = ()
    days: tuple[Day, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    publications: tuple[Publication, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    """The first full name that the text gives for each key."""
    issued: str = ""
    """The day of issue, ISO, as precise as known; given, else the text's own dateline."""

    def all(self) -> Iterator[Mention]:
        """Give every mention of every list (not the segments), sorted by place."""
        lists = (
            self.organisations, self.groups, self.kinds, self.people, self.posts, self.places,
            self.days, self.figures, self.quotations, self.publications,
        )  # fmt: skip
        return iter(sorted((one for found in lists for one in found), key=lambda one: one.span))

    def sentences(self) -> Iterator[tuple[Segment, Span]]:
        """Give each sentence of the text proper (furniture left out) with its paragraph."""
        return (
            (segment, sentence)
            for segment in self.segments
            if segment.kind != "furniture"
            for sentence in segment.sentences
        )
