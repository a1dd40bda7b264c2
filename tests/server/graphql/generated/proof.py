"""One operation asked in every way that there is, which all have to agree."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import randrange
from typing import Any, Final

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from kg.model.definitions import Ontology
from kg.model.terms import Iri
from kg.store.oxigraph import OxigraphStore
from server.graphql.api import Api
from server.graphql.execution.execute import Operation, oracle, respond
from server.graphql.execution.readmodel import MODELS, ReadModel
from server.graphql.execution.readmodel.columns import Columns, Policy
from server.graphql.roots.reviews import REVIEWS
from tests.server.graphql.generated.inputs import Inputs
from tests.server.graphql.generated.naive import Problem, Walk
from tests.server.graphql.generated.operations import Draw, Wanted, Writer, operations
from tests.server.graphql.generated.operations import Operation as Asked
from tests.server.graphql.generated.order import CURSOR, same_place

IS_NIGHTLY: Final = os.environ.get("COTERMINOUS_NIGHTLY") == "1"
SLOW: Final = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
BY_ITSELF: Final = {("Provenance", "explanation"): "a sentence of its own, tested by itself"}
"""What the naive walk leaves out of what it knows otherwise, and why."""


REFUSED: Final = {"bad-query", "unknown-thing", "unknown-question", "query-too-large"}
"""How an argument is refused that does not go together with others."""


def each(
    drawn: SearchStrategy[Any],
    check: Callable[[Any], None],
    *,
    ci: int,
    nightly: int,
    start: int = 0,
) -> None:
    """Checks as many as are drawn; what fails is made as small as it can be, and shown.

    In CI they are the same every time, others from another `start`; at night they are new ones.
    """

    @settings(
        max_examples=nightly if IS_NIGHTLY else ci,
        deadline=None,
        database=None,
        suppress_health_check=SLOW,
        phases=[Phase.generate, Phase.shrink],
    )
    @given(drawn)
    def checked(one: Any) -> None:
        check(one)

    if not IS_NIGHTLY:
        seed(start)(checked)
    checked()


EAGER: Final = Policy(start=0, times=1_000_000, often=0)
"""Everything is kept as soon as it is wanted."""


class Stubborn(Columns):
    """Columns that are kept however often there were several values."""

    def give_up(self, predicate: Iri) -> None:
        pass


class Paged(OxigraphStore):
    """A store without `LATERAL`, which is asked for pages by `UNION`, or cut here."""

    lateral = False


class Chunked(Paged):
    """A store that is asked of three parents at once, as one far away may be."""

    chunk = 3


@dataclass
class Tally:
    """How many operations were proven, and what there was in them."""

    operations: int = 0
    refused: int = 0
    with_errors: int = 0
    leaves: int = 0
    pages: int = 0
    queries: int = 0
    cells: int = 0


@dataclass
class Proof:
    """A world, and an empty one beside it, in which operations are proven."""

    world: Any
    empty: Any
    here: Api
    inputs: Inputs
    walk: Walk
    start: int = 0
    tally: Tally = field(default_factory=Tally)

    def __post_init__(self) -> None:
        MODELS[self.world.store] = model = ReadModel(EAGER)
        model.columns = Stubborn(EAGER)

    def prove(self, asked: Asked, *, is_walked: bool = True) -> None:
        """Asks an operation; raises `AssertionError` where two ways to answer it differ.

        What is computed wants arguments that go together, and may refuse those that were drawn.
        Any operation may turn out to be larger than is answered.
        """
        answer = respond(self.world, _sent(asked))
        if "data" not in answer:
            codes = {one["extensions"]["code"] for one in answer["errors"]}
            assert codes <= ({"query-too-large"} if is_walked else REFUSED), answer["errors"]
            self.tally.refused += 1
            return
        self._prove_lenient(asked, answer)
        self._prove_kept(asked, answer)
        by_core = oracle(self.world, _sent(asked))
        assert _bytes(answer["data"]) == _bytes(by_core["data"])
        assert _errors(answer) == _errors(by_core)
        self._prove_price(asked, answer)
        if is_walked:
            data, problems = self.walk.answer(*asked)
            assert _bytes(placed(answer["data"], data)) == _bytes(data)
            assert [Problem(tuple(each["path"]), each["extensions"]["code"])
                    for each in _errors(answer)] == problems  # fmt: skip
        self.tally.operations += 1
        self.tally.with_errors += "errors" in answer
        self.tally.leaves += _leaves(answer["data"])
        self.tally.queries += answer["extensions"]["kg"]["queries"]

    def data(self, asked: Asked) -> Any:
        """The data of an operation; raises `AssertionError` where anything is wrong with it."""
        answer = respond(self.world, _sent(asked, kg=None))
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    def _prove_lenient(self, asked: Asked, answer: dict[str, Any]) -> None:
        """Where nothing is wrong it does not matter what would be done with an error."""
        lenient = respond(self.world, _sent(asked, on_error="NULL"))
        if "errors" not in answer:
            assert (_bytes(lenient["data"]), "errors" in lenient) == (_bytes(answer["data"]), False)

    def _prove_kept(self, asked: Asked, answer: dict[str, Any]) -> None:
        """With all that may be kept of a release in its place, the answer is the same."""
        kept = respond(self.world, _sent(asked, kg=None))
        assert _bytes(kept["data"]) == _bytes(answer["data"])
        assert _errors(kept) == _errors(answer)
        self.tally.cells = max(self.tally.cells, MODELS[self.world.store].cells)

    def _prove_price(self, asked: Asked, answer: dict[str, Any]) -> None:
        """The queries and rows that were told beforehand are those that it took."""
        told, kg = respond(self.world, _sent(asked, kg="plan")), answer["extensions"]["kg"]
        price = told["extensions"]["kg"]
        queries, is_exact = price["queries"], not hasattr(self.world.store, "chunk")
        assert (kg["queries"], kg["plan"]) == (queries, price["plan"])
        assert len(kg["asked"]) == queries if is_exact else len(kg["asked"]) <= queries
        assert kg["rows"] == sum(each["rows"] for each in kg["asked"])
        assert price["rowBound"] is None or kg["rows"] <= price["rowBound"]
        nothing = respond(self.empty, _sent(asked))["extensions"]["kg"]
        assert nothing["queries"] == queries
        assert nothing["rowBound"] is None or nothing["rows"] <= nothing["rowBound"]

    def drawn(self, *, computed: bool = False) -> SearchStrategy[Asked]:
        """Operations of the root fields of classes, that can be walked; or of those computed."""
        return operations(self.here.schema, self.inputs, self._wanted(computed=computed))

    def by_chance(self, *, ci: int, nightly: int) -> Iterator[Asked]:
        """As many operations of the root fields of classes, by chance alone."""
        start = randrange(2**60) if IS_NIGHTLY else 10_000 * self.start
        wanted = self._wanted(computed=False)
        for number in range(start, start + (nightly if IS_NIGHTLY else ci)):
            yield Writer(self.here.schema, Draw.by_chance(number), self.inputs, wanted).operation()

    def _wanted(self, *, computed: bool) -> Wanted:
        is_of_class = of_classes(self.world.ontology)

        def is_wanted(kind: str, name: str) -> bool:
            if kind == "Query":
                return name not in REVIEWS and is_of_class(name) is not computed
            return computed or (kind, name) not in BY_ITSELF

        return is_wanted


def of_classes(ontology: Ontology) -> Callable[[str], bool]:
    """Whether a root field is of a class, or any node."""
    found = {
        name for each in ontology.classes.values() for name in (each.root_field, each.root_list)
    }
    return lambda name: bool(name) and name in found | {"node", "thing"}


def placed(shown: Any, expected: Any) -> Any:
    """What is shown, its cursors replaced by the things where they stand."""
    if isinstance(shown, dict) and isinstance(expected, dict):
        return {key: placed(each, expected.get(key)) for key, each in shown.items()}
    if isinstance(shown, list) and isinstance(expected, list):
        others = [*expected, *[None] * (len(shown) - len(expected))]
        return [placed(one, other) for one, other in zip(shown, others, strict=False)]
    if isinstance(expected, str) and expected.startswith(CURSOR) and isinstance(shown, str):
        return expected if same_place(shown, expected) else shown
    return shown


def _sent(asked: Asked, *, on_error: str = "PROPAGATE", kg: str | None = "explain") -> Operation:
    document, variables, name = asked
    return Operation(document, variables, name, False, on_error, frozenset({kg} if kg else ()))


def _bytes(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)


def _errors(answer: dict[str, Any]) -> list[Any]:
    return sorted(answer.get("errors", []), key=lambda each: repr(tuple(each["path"])))


def _leaves(data: Any) -> int:
    below = data.values() if isinstance(data, dict) else data if isinstance(data, list) else None
    return 1 if below is None else sum(map(_leaves, below))
