from hypothesis import given
from hypothesis import strategies as st

from server.readers.protocol import FLUSH, Frame, Frames, Kind, Reply, Request, head_and_body


@given(st.lists(st.binary(max_size=40), max_size=5), st.integers(1, 9))
def test_frames_are_the_same_however_the_bytes_are_cut(payloads: list[bytes], step: int) -> None:
    sent = [Frame(Kind.CHUNK, each) for each in payloads]
    data = b"".join(each.encode() for each in sent)

    frames = Frames()
    heard = [
        frame
        for start in range(0, len(data), step)
        for frame in frames.feed(data[start : start + step])
    ]

    assert heard == sent


def test_a_request_arrives_as_it_was_sent() -> None:
    request = Request(
        "a.b:c", {"q": ["ä", "b"], "n": "1"}, b"\x00body", {"accept": "*/*"}, "POST", "/x", "id"
    )

    assert Request.of(request.frame()) == request


def test_a_small_reply_is_one_frame() -> None:
    sent: list[Frame] = []
    reply = Reply(sent.append)

    reply.head(200, {"a": "b"})
    reply.write(b"one")
    reply.write(b"two")
    reply.finish()

    assert [each.kind for each in sent] == [Kind.WHOLE]
    assert head_and_body(sent[0].payload) == ((200, {"a": "b"}), b"onetwo")


def test_a_large_reply_is_sent_as_it_is_written() -> None:
    sent: list[Frame] = []
    reply = Reply(sent.append)

    reply.write(b"x" * (FLUSH + 1))
    reply.write(b"y")
    reply.finish()

    assert [(each.kind, len(each.payload)) for each in sent] == [
        (Kind.HEAD, len(b"[200,{}]")),
        (Kind.CHUNK, FLUSH + 1),
        (Kind.CHUNK, 1),
        (Kind.END, 0),
    ]
