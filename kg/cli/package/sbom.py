"""`sbom`: the bill of materials of what is installed here, in CycloneDX, or as a list."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from typing import Annotated, Any, Final

import typer

from kg.cli import output
from kg.cli.package.front_end import front_end
from kg.cli.package.installed import Package, installed

_SCHEMA: Final = "http://cyclonedx.org/schema/bom-1.6.schema.json"
_DIGEST: Final = "coterminous:sha256-of-record"


def sbom(
    as_csv: Annotated[
        bool,
        typer.Option("--csv", help="Print name, version, licence and digest as CSV, for an audit."),
    ] = False,
) -> None:
    """Print what this program is made of as a CycloneDX bill of materials; nobody is asked."""
    found, scripts = installed(), front_end()
    if as_csv:
        rows = csv.writer(sys.stdout, lineterminator="\n")
        rows.writerow(["package", "version", "licence", "sha512", "sha256 of RECORD"])
        rows.writerows(
            [f"{each.ecosystem}/{each.name}", each.version, each.licence, each.sha512, each.digest]
            for each in (*found, *scripts)
        )
    else:
        output.write_json(bill(found, scripts))


def bill(packages: Sequence[Package], scripts: Sequence[Package] = ()) -> dict[str, Any]:
    """The bill of materials of the first of these, which needs the others, and has scripts in it
    that are built of yet others: CycloneDX 1.6.

    It is the same whenever it is made of the same, so it has no serial number and no time.
    """
    own, *needed = packages
    within = [each.purl for each in scripts]
    return {
        "$schema": _SCHEMA,
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": _component(own, "application")},
        "components": [_component(each, "library") for each in (*needed, *scripts)],
        "dependencies": [
            {
                "ref": each.purl,
                "dependsOn": [one.purl for one in packages if one.name in each.needs]
                + (within if each is own else []),
            }
            for each in packages
        ],
    }


def _component(package: Package, kind: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": kind,
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "purl": package.purl,
    }
    if package.summary:
        told["description"] = package.summary
    if package.licence:
        name = {"license": {"name": package.licence}}
        told["licenses"] = [{"expression": package.licence} if package.expression else name]
    if package.sha512:
        told["hashes"] = [{"alg": "SHA-512", "content": package.sha512}]
    if package.digest:
        told["properties"] = [{"name": _DIGEST, "value": package.digest}]
    return told
