"""Operations drawn from the schema, each proven in every way that it can be answered.

An answer is made by columns; graphql-core makes it of the same rows; and a naive walk of the graph
makes it without any query. Data and errors are the same in all. The queries and rows that are told
beforehand are those that it takes, in an empty graph too.
"""

from functools import partial

import pytest

from tests.server.graphql.generated.proof import Proof, each

pytestmark = pytest.mark.timeout(3_600)  # with COTERMINOUS_NIGHTLY=1 there is much to do


def test_operations_over_a_nasty_world_are_answered_alike_in_every_way(proof: Proof) -> None:
    each(proof.drawn(), proof.prove, ci=100, nightly=1_500, start=proof.start)
    for asked in proof.by_chance(ci=200, nightly=2_500):
        proof.prove(asked)


def test_the_second_engine_gives_the_same_answers(second_engine: Proof) -> None:
    for asked in second_engine.by_chance(ci=8, nightly=300):
        second_engine.prove(asked)


def test_operations_over_the_shipped_release_are_answered_alike_in_every_way(
    shipped: Proof,
) -> None:
    each(shipped.drawn(), shipped.prove, ci=60, nightly=1_000)
    for asked in shipped.by_chance(ci=60, nightly=1_500):
        shipped.prove(asked)


def test_roots_that_are_computed_cost_what_is_told_and_read_alike(shipped: Proof) -> None:
    asked = shipped.drawn(computed=True)

    each(asked, partial(shipped.prove, is_walked=False), ci=100, nightly=1_500)
