"""What may come in, how much of it, and what every answer carries. Spoken as ASGI, without a network."""

from __future__ import annotations

import asyncio
import json

import pytest

from assistant.server.door import MAX_CALL_BYTES, UPLOAD_PATH, Door
from assistant.server.hosts import hosts_of
from assistant.server.incoming import Incoming
from index import Settings

HOST = (b"host", b"127.0.0.1:7860")


class App:
    """Reads all of a body, as far as it comes, and answers with its length."""

    def __init__(self):
        self.asked = []

    async def __call__(self, scope, receive, send):
        self.asked.append(scope["path"])
        length = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise ConnectionError("the sender went away")
            length += len(message.get("body", b""))
            if not message.get("more_body"):
                break
        headers = [(b"x-content-type-options", b"sniff"), (b"x-own", b"1")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": str(length).encode()})


@pytest.fixture
def app():
    return App()


@pytest.fixture
def call(app, tmp_path):
    door = Door(app, hosts_of(Settings(data_dir=tmp_path)), Incoming(tmp_path / "incoming", 1000))

    def called(path="/", *headers, pieces=(b"",), method="POST", kind="http"):
        sent, left = [], list(pieces)

        async def receive():
            if not left:
                return {"type": "http.disconnect"}
            return {"type": "http.request", "body": left.pop(0), "more_body": bool(left)}

        async def send(message):
            sent.append(message)

        scope = {
            "type": kind,
            "method": method,
            "path": path,
            "headers": headers or [HOST],
            "server": ("127.0.0.1", 7860),
        }
        asyncio.run(door(scope, receive, send))
        return sent

    return called


def told(sent):
    """Status and sentence of a refusal."""
    assert b"content-security-policy" in dict(sent[0]["headers"])
    return sent[0]["status"], json.loads(sent[1]["body"])["error"]


def test_a_request_to_us_is_answered_with_the_headers_that_protect_its_reader(call):
    start, body = call("/api/ask", HOST, (b"origin", b"http://127.0.0.1:7860"), pieces=(b"ab", b"c"))
    assert (start["status"], body["body"]) == (200, b"3")
    headers = dict(start["headers"])
    assert headers[b"x-own"] == b"1"
    assert [value for name, value in start["headers"] if name == b"x-content-type-options"] == [b"nosniff"]
    assert b"frame-ancestors 'none'" in headers[b"content-security-policy"]
    assert not any(name.startswith(b"access-control") for name in headers)


@pytest.mark.parametrize(
    ("headers", "status", "sentence"),
    [
        ([(b"host", b"evil.example")], 421, "'evil.example'; PLANS_ALLOWED_HOSTS"),
        ([HOST, (b"x-forwarded-host", b"evil.example")], 421, "'evil.example'"),
        ([HOST, (b"origin", b"http://evil.example")], 403, "pages of 'http://evil.example'"),
        ([HOST, (b"origin", b"null")], 403, "pages of 'null'"),
        ([], 400, "names the host that it calls"),
        ([HOST, HOST], 400, "names the host that it calls, once"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/api/ask", "/gradio_api/queue/join", "/gradio_api/mcp/", "/config"])
def test_strangers_are_told_and_nothing_is_done_for_them(call, app, path, headers, status, sentence):
    given, said = told(call(path, *(headers or [(b"accept", b"*/*")])))
    assert given == status
    assert sentence in said
    assert app.asked == []


def test_a_stranger_opens_no_websocket(call, app):
    (closed,) = call("/gradio_api/queue/join", (b"host", b"evil.example"), kind="websocket")
    assert closed["type"] == "websocket.close"
    assert app.asked == []


@pytest.mark.parametrize("length", [str(MAX_CALL_BYTES + 1), "9" * 5000])
def test_a_body_that_is_told_to_be_too_long_is_not_read(call, app, length):
    status, said = told(call("/api/ask", HOST, (b"content-length", length.encode()), pieces=(b"x" * 100,)))
    assert (status, said) == (413, "this is more than the 1 MB that can be sent here; send less")
    assert app.asked == []


def test_a_body_that_turns_out_too_long_ends_there(call):
    status, said = told(call("/api/ask", pieces=(b"x" * 600_000, b"x" * 600_000, b"x")))
    assert (status, "1 MB" in said) == (413, True)


def test_files_are_taken_while_there_is_room(call, app, tmp_path):
    def send(size, *headers):
        return call(UPLOAD_PATH, HOST, (b"content-length", str(size).encode()), *headers, pieces=(b"x" * size,))

    assert send(600)[0]["status"] == 200
    (tmp_path / "incoming" / "left.txt").write_bytes(b"x" * 600)
    chinese, english = "待收录的文件合计将超过 0.001 MB", "Files that wait to be added"
    for headers, said in (
        ([(b"accept-language", b"zh-CN,en;q=0.5")], chinese),
        ([(b"accept-language", b"en-GB")], english),
        ([(b"accept-language", b"en-GB"), (b"cookie", b"a=1; plans-language=zh")], chinese),
        ([(b"accept-language", b"zh-CN"), (b"cookie", b"plans-language=en")], english),
    ):
        start, body = send(600, *headers)
        assert start["status"] == 413
        assert body["body"].decode().startswith(said)
    assert app.asked == [UPLOAD_PATH]


def test_zeros_before_a_length_make_it_no_smaller(call, app):
    start, _ = call(UPLOAD_PATH, HOST, (b"content-length", b"0" * 20 + b"2000"))
    assert (start["status"], app.asked) == (413, [])


def test_files_of_unknown_length_are_not_taken(call):
    assert told(call(UPLOAD_PATH))[0] == 411


def test_the_fault_of_an_application_is_not_hidden(tmp_path):
    async def broken(_scope, _receive, _send):
        raise ValueError("own fault")

    door = Door(broken, hosts_of(Settings(data_dir=tmp_path)), Incoming(tmp_path, 1000))
    scope = {"type": "http", "method": "GET", "path": "/", "headers": [HOST], "server": ("127.0.0.1", 7860)}
    with pytest.raises(ValueError, match="own fault"):
        asyncio.run(door(scope, None, None))
