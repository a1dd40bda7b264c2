"""What a person reads in a deposit: what it holds, and under which licences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kg.release.deposit.agreement import Agreement
from kg.release.deposit.citing import TITLE, Citation
from kg.release.opened import ReleaseInfo

ATTRIBUTION: Final = (
    "Contains public sector information licensed under the Open Government Licence v3.0. "
    "Sources: NHS England (Organisation Data Service) and Office for National Statistics; adapted."
)
LICENCE: Final = f"""The data are licensed in two parts.

1. What is adapted from official registers (graphs under graph/register/, and what is derived from
   them) is under the Open Government Licence v3.0 (SPDX: OGL-UK-3.0),
   https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/.
   Wherever it is shown or passed on, say:

   {ATTRIBUTION}

2. All else (claims, codings, the model, the questions) is under the Apache License 2.0
   (SPDX: Apache-2.0), https://www.apache.org/licenses/LICENSE-2.0.

Each graph names its own licence (dct:license) in the N-Quads. The words of sources stay with their
publishers: a passage is kept as its place and its digest.

The origin of one table of shares (pct_overlaps) is not stated by where it was read, and so neither
is its licence.
"""


def readme(info: ReleaseInfo, tables: Mapping[str, int], agreed: Agreement) -> str:
    """The README of a deposit."""
    kappa = "" if agreed.kappa is None else f", Cohen's kappa {agreed.kappa}"
    graphs = f"{info.statements:,} statements in {info.graphs} graphs"
    listed = "\n".join(f"| `tables/{name}.csv` | {count} |" for name, count in tables.items())
    return f"""# {TITLE}

Release {info.name}, built {info.built[:10]}: {graphs}.

Cite it as: {Citation.of(info).sentence}

| file | holds |
|---|---|
| `graph.nq.gz` | every statement in its graph: sorted N-Quads; digest {info.digest} |
| `tables/*.csv` | the things of each class, a row a thing; several values have ` | ` between them |
| `codebook.csv` | what every column of every table is |
| `codes.csv` | what every code means |
| `agreement.csv`, `readings.csv` | how far two readers agree, and what each of them read |
| `CITATION.cff`, `citation.bib` | how to cite it |
| `LICENCE.txt` | under which licences it is |
| `SHA256SUMS` | digests of all these files, for `sha256sum --check` |

Two readers coded {agreed.passages} passages, each without the other. They agree on
{agreed.agreed}{kappa}.

In tables and codes, `id:` stands for https://w3id.org/coterminous/id/, `cot:` for
https://w3id.org/coterminous/def# and `cotv:` for https://w3id.org/coterminous/def/v#. What is said
is not what happened: a claim keeps its speaker and its place, and a plan is never an event.

| table | rows |
|---|---|
{listed}
"""
