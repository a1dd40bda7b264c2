"""From mentions to facts: every rule over one scene."""

from __future__ import annotations

from kg.documents.facts.changes.read import read_changes
from kg.documents.facts.model import Facts
from kg.documents.facts.offices.arrangements import read_joints
from kg.documents.facts.offices.tenures import read_tenures
from kg.documents.facts.policies.read import read_policies
from kg.documents.facts.scene.subjects import Scene
from kg.documents.facts.stances.read import read_stances
from kg.documents.mentions.model import Mentions
from kg.documents.patterns import keep

keep()  # the patterns of all rules are compiled by now


def read_facts(text: str, mentions: Mentions) -> Facts:
    """What `text` says of what `mentions` found in it. Same text, same facts."""
    scene = Scene(text, mentions)
    joints = read_joints(scene)
    return Facts(
        read_tenures(scene, joints),
        joints,
        read_changes(scene),
        read_policies(scene),
        read_stances(scene),
    )
