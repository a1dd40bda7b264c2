"""Pages of lists, and of lists in lists: together they are the whole, for each parent.

The world has ties, things without a value, texts in several languages, and more parents than a
store far away is asked of at once.
"""

import pytest

from tests.server.graphql.generated.paging import Case, cases, check, lists, whole
from tests.server.graphql.generated.proof import IS_NIGHTLY, Proof, each

pytestmark = pytest.mark.timeout(3_600)  # with COTERMINOUS_NIGHTLY=1 there is much to do

LEAST = 35_000 if IS_NIGHTLY else 1_700
"""So many pages at least in each way to page; there are three of these."""


def test_the_page_behind_every_place_is_what_the_whole_list_has_there(crowded: Proof) -> None:
    known = lists(crowded.here.schema, crowded.world.ontology)
    drawn = cases(crowded.here.schema, crowded.inputs, known)

    def checked(case: Case) -> None:
        crowded.tally.pages += check(case, crowded.data)

    each(drawn, checked, ci=105, nightly=2_500, start=crowded.start)

    assert crowded.tally.pages >= LEAST


def test_a_place_in_one_list_is_the_same_place_in_the_lists_of_others(crowded: Proof) -> None:
    known = lists(crowded.here.schema, crowded.world.ontology)

    def checked(case: Case) -> None:
        crowded.prove(case.whole())
        found = whole(case, crowded.data)
        for cursor in [one["cursor"] for _, edges, _ in found for one in edges][:3]:
            crowded.prove(case.behind(cursor))

    drawn = cases(crowded.here.schema, crowded.inputs, known)
    each(drawn, checked, ci=12, nightly=500, start=crowded.start)
