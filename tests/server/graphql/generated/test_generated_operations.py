"""Operations drawn from the schema, each proven in every way that it can be answered.

An answer is made by columns; graphql-core makes it of the same rows; and a naive walk of the graph
makes it without any query. Data and errors are the same in all. The queries and rows that are told
beforehand are those that it takes, in an empty graph too.
"""

from functools import partial

from tests.server.graphql.generated.proof import Proof, each


def test_operations_over_a_nasty_world_are_answered_alike_in_every_way(proof: Proof) -> None:
    each(proof.drawn(), proof.prove, ci=220, nightly=3_000)


def test_the_second_engine_gives_the_same_answers(second_engine: Proof) -> None:
    each(second_engine.drawn(), second_engine.prove, ci=8, nightly=300)


def test_operations_over_the_shipped_release_are_answered_alike_in_every_way(
    shipped: Proof,
) -> None:
    each(shipped.drawn(), shipped.prove, ci=150, nightly=3_000)


def test_roots_that_are_computed_cost_what_is_told_and_read_alike(shipped: Proof) -> None:
    asked = shipped.drawn(computed=True)

    each(asked, partial(shipped.prove, is_walked=False), ci=100, nightly=1_500)
