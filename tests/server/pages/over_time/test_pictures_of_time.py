"""The pictures of the pages of time, in every format that is offered."""

import re
from html import unescape

from starlette.testclient import TestClient

HTML = {"Accept": "text/html"}


def test_every_picture_of_the_timeline_is_there_in_all_its_formats(
    shipped_site: TestClient,
) -> None:
    views = ("/timeline", "/lineage?on=2019-04-01")
    text = "".join(shipped_site.get(each, headers=HTML).text for each in views)

    places = re.findall(r'(?:src|srcset|href)="(/(?:plots/\w+|lineage|timeline)[.][^"]*)"', text)
    # Two pictures of their own, and two that the pages draw themselves.
    assert len(places) == 2 * (2 + 6) + 2 * 6
    found = {each: shipped_site.get(unescape(each)).status_code for each in places}
    assert {each: status for each, status in found.items() if status != 200} == {}
