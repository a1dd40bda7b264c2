"""A file that a form brings is the file that was chosen, to the byte."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.limits.form import fields

FILES = st.lists(st.sampled_from([b"\r", b"\n", b"\0", b"--", b"\xff", b"a", b"\x1c"]), min_size=1)


@given(FILES)
def test_whatever_bytes_it_has(parts: list[bytes]) -> None:
    file = b"".join(parts)
    head = b'--XbX\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n'
    body = head + b"Content-Type: application/pdf\r\n\r\n" + file + b"\r\n--XbX--\r\n"

    assert fields("multipart/form-data; boundary=XbX", body) == {"file": [file]}
