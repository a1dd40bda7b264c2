"""Tables by code, sent over HTTP, and the crosswalk."""

from __future__ import annotations

import csv
import gzip
from io import StringIO

import pytest
from starlette.testclient import TestClient

from kg.analysis.recode.crosswalk import crosswalk
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from kg.release.sums import CROSSWALK
from kg.settings import store_folder

TABLE = "org,month,patients\n03D,2019-04,1200\n5QC,2012-03,500\nZZZ,2025-01,90\n"
ASKED = "/recode?to=2024-04-01&code=org&period=month&value=patients"
CSV = {"content-type": "text/csv"}


def test_a_table_comes_back_with_the_bodies_of_the_day(shipped_site: TestClient) -> None:
    response = shipped_site.post(ASKED, content=TABLE.encode(), headers=CSV)

    assert response.status_code == 200
    assert response.headers["recode-summary"] == (
        "rows=3, placed=1, split=1, unsized=0, not-placed=1"
    )
    assert response.headers["content-disposition"] == 'attachment; filename="recoded.csv"'
    assert response.headers["cache-control"] == "no-store"
    assert response.text == (
        "org,month,patients,patients_recoded,to_date,to_code,to_name,to_kind,share,share_basis,"
        "coverage,series_break,outcome,reason\n"
        "03D,2019-04,1200,1200,2024-04-01,QOQ,NHS Humber and North Yorkshire Integrated Care Board"
        ",ICB,1,whole body,1,,placed,\n"
        "5QC,2012-03,500,445.5,2024-04-01,QRL,NHS Hampshire and Isle of Wight Integrated Care Board"
        ",ICB,0.891,postcodes,1,Hampshire PCT was divided,split,\n"
        "5QC,2012-03,500,54.5,2024-04-01,QNQ,NHS Frimley Integrated Care Board"
        ",ICB,0.109,postcodes,1,Hampshire PCT was divided,split,\n"
        "ZZZ,2025-01,90,,2024-04-01,,,,,,,,not placed,no body is known by the code ZZZ\n"
    )


def test_a_form_with_a_file_says_the_same(shipped_site: TestClient) -> None:
    sent = {"to": "2024-04-01", "code": "org", "period": "month", "value": "patients", "as": "csv"}
    files = {"file": ("mine.csv", ("\ufeff" + TABLE).encode(), "text/csv")}

    by_form = shipped_site.post("/recode", data=sent, files=files)
    plain = shipped_site.post(ASKED, content=TABLE.encode(), headers=CSV)

    assert by_form.text == plain.text
    assert by_form.headers["content-type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize(
    ("address", "table", "status", "at", "detail"),
    [
        ("/recode?code=org", TABLE, 400, "to", "Parameter 'to': a day is wanted"),
        (
            "/recode?to=soon&code=org",
            TABLE, 400, "to", "Parameter 'to': 'soon' is not a day",
        ),
        (
            "/recode?to=2024-04-01",
            TABLE, 400, "code", "Parameter 'code': the name of the column of codes is wanted",
        ),
        (
            "/recode?to=2024-04-01&code=org&level=ward",
            TABLE, 400, "level", "Parameter 'level': 'ward' is neither board nor location",
        ),
        (
            "/recode?to=2024-04-01&code=org",
            " \n", 400, "table", "Parameter 'table': there is no table",
        ),
        (
            "/recode?to=2024-04-01&code=ods",
            TABLE, 422, "table:1", "table:1: it has no column 'ods'",
        ),
        (
            ASKED,
            TABLE + "15D,2020-10,many\n", 422, "table:5",
            "table:5: column 'patients' has 'many', not a number",
        ),
        (
            ASKED,
            TABLE + "15D,2020-10\n", 422, "table:5",
            "table:5: it has 2 fields, the heading has 3",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_by_line_and_column(
    shipped_site: TestClient, address: str, table: str, status: int, at: str, detail: str
) -> None:
    response = shipped_site.post(address, content=table.encode(), headers=CSV)

    told = response.json()
    assert (response.status_code, told["at"], told["detail"]) == (status, at, detail)


def test_what_is_not_utf_8_is_refused(shipped_site: TestClient) -> None:
    response = shipped_site.post(ASKED, content=TABLE.encode() + b"\xff,1,2\n", headers=CSV)

    assert (response.status_code, response.json()["detail"]) == (
        422, "table: it is not UTF-8 (invalid start byte)",
    )  # fmt: skip


def test_a_table_larger_than_a_body_may_be_is_not_read(shipped_site: TestClient) -> None:
    response = shipped_site.post(ASKED, content=b"x" * (1024 * 1024 + 1), headers=CSV)

    assert (response.status_code, response.json()["code"]) == (413, "body-too-large")


def test_a_form_that_is_none_is_refused(shipped_site: TestClient) -> None:
    headers = {"content-type": "multipart/form-data"}
    response = shipped_site.post("/recode", content=b"--x\r\n", headers=headers)

    assert (response.status_code, response.json()["code"]) == (400, "bad-document")


def test_the_crosswalk_is_all_of_it(shipped_site: TestClient) -> None:
    response = shipped_site.get("/crosswalk.csv")

    release = OpenRelease(Catalogue(store_folder()).current())
    rows = list(csv.DictReader(StringIO(response.text)))
    assert rows == [vars(each) for each in crosswalk(release.lineage)]
    assert response.headers["content-disposition"] == (
        f'attachment; filename="crosswalk-{release.name}.csv"'
    )


def test_the_crosswalk_is_the_file_that_the_release_ships(shipped_site: TestClient) -> None:
    release = OpenRelease(Catalogue(store_folder()).current())
    shipped = (release.folder / CROSSWALK).read_bytes()

    plain = shipped_site.get("/crosswalk.csv", headers={"accept-encoding": "identity"})
    with shipped_site.stream("GET", "/crosswalk.csv", headers={"accept-encoding": "gzip"}) as sent:
        packed = b"".join(sent.iter_raw())

    assert "content-encoding" not in plain.headers
    assert plain.content == gzip.decompress(shipped)
    assert (sent.headers["content-encoding"], packed) == ("gzip", shipped)
