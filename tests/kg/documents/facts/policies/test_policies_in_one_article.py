"""The policies of one whole made-up article, each once."""

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions

TEXT = """The NHS long-term plan says that typically there will be a single CCG for each system. \
But Dr Kieran Shaw said the region had pushed harder. “The version we were given had no typically \
in it,” he said.

CCGs have also been told to cut their administration costs by 20 per cent by April 2020. The \
merger of Hull CCG and Luton CCG would save £3m a year, it is hoped.

NHS England’s guidance, published in April, praises good boards and says that boundaries should \
match those of the local system.

A spokesman for NHS England said no merger would be approved without the support of members.
"""


def test_each_policy_is_told_once() -> None:
    found = read_facts(TEXT, read_mentions(TEXT, issued="2019-05-03")).policies

    assert [(each.wording, each.drops) for each in found] == [
        ("typically there will be a single CCG for each system", False),
        ("no typically in it", True),
        (
            "CCGs have also been told to cut their administration costs by 20 per cent"
            " by April 2020",
            None,
        ),
        ("boundaries should match those of the local system", None),
        ("no merger would be approved without the support of members", None),
    ]
