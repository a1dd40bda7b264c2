"""Who is shared by which bodies: one meaning in the many words that there are for it."""

import pytest

from kg.documents.facts.offices.arrangements import read_joints
from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.read import read_mentions

THREE = "Leeds North, Leeds West and Leeds South and East CCGs"


def shared(text: str) -> list[tuple[str, str, int]]:
    found = read_joints(Scene(text, read_mentions(text, issued="2018-06")))
    return [
        (each.person.name if each.person else "", each.post, len(each.bodies)) for each in found
    ]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("In Norfolk, five CCGs – Great Yarmouth and Waveney, North Norfolk, Norwich, South Norfolk"
         " and West Norfolk – began recruiting a single accountable officer. Ann Lee, who is"
         " accountable officer for both North Norfolk and South Norfolk, will apply.",
         [("", "accountable officer", 5), ("Ann Lee", "accountable officer", 2)]),
        ("Vale of York CCG is in trouble. It will share its turnaround director, Ken Stroud, with"
         " Scarborough and Ryedale CCG.", [("Ken Stroud", "turnaround director", 2)]),
        (f"{THREE} will merge. Accountable officer Ann Lee, who runs them all, is pleased.",
         [("Ann Lee", "accountable officer", 3)]),
        (f"{THREE} will merge. They have the same accountable officer, Ann Lee, and finance"
         " director, Mark Dow.",
         [("Ann Lee", "accountable officer", 3), ("Mark Dow", "finance director", 3)]),
        ("Ann Lee already combines the top jobs at North Norfolk and South Norfolk CCGs.",
         [("Ann Lee", "leader", 2)]),
        ("Ann Lee retired after four years at the head of three CCGs in Hampshire.",
         [("Ann Lee", "leader", 1)]),
        ("Thurrock CCG would go. Mid Essex and Southend CCGs would go too. It was tried before."
         " Councils objected. They have had one boss since Ann Lee took charge of all three.",
         [("Ann Lee", "leader", 3)]),
        (f"{THREE} already share a chief executive and a finance director.",
         [("", "chief executive", 3), ("", "finance director", 3)]),
        (f"The post of accountable officer across {THREE} remains vacant.",
         [("", "accountable officer", 3)]),
        (f"{THREE} are to share an accountable officer. Ann Lee has been named for the role.",
         [("Ann Lee", "accountable officer", 3)]),
        ("Leeds West CCG’s chief officer, Ann Lee, is to run Leeds North CCG as well.",
         [("Ann Lee", "chief officer", 2)]),
        (f"{THREE} each have their own accountable officer.", []),
        ("Of 195 CCGs, about 120 share an accountable officer with at least one other.", []),
    ],
)  # fmt: skip
def test_the_office_and_its_reach_are_found(
    told: str, expected: list[tuple[str, str, int]]
) -> None:
    assert shared(told) == expected
