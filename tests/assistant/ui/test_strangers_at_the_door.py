"""Strangers at the door of the running page: other names, other pages, hostile bodies, files without end."""

from __future__ import annotations

import http.client
import json
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.slow

PATHS = [
    ("GET", "/"),
    ("GET", "/config"),
    ("GET", "/theme.css"),
    ("GET", "/gradio_api/info"),
    ("GET", "/gradio_api/heartbeat/x"),
    ("GET", "/gradio_api/queue/data?session_hash=x"),
    ("GET", "/gradio_api/file=app.py"),
    ("POST", "/gradio_api/queue/join"),
    ("POST", "/gradio_api/call/ask"),
    ("POST", "/gradio_api/upload"),
    ("POST", "/gradio_api/mcp/"),
    ("POST", "/api/documents"),
    ("GET", "/api/openapi.json"),
    ("OPTIONS", "/api/ask"),
]
DEEP = b"[" * 100_000


@pytest.fixture
def send(server):
    def sent(method, path, body=b"{}", **headers):
        connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=60)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, {"Content-Type": "application/json", **named})
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read()
        finally:
            connection.close()

    return sent


@pytest.mark.parametrize(("method", "path"), PATHS)
def test_called_by_a_name_that_is_not_ours_nothing_is_answered(send, method, path):
    status, headers, body = send(method, path, Host="evil.example")
    assert status == 421
    assert "PLANS_ALLOWED_HOSTS" in json.loads(body)["error"]
    assert not any(name.lower().startswith("access-control") for name in headers)


@pytest.mark.parametrize(("method", "path"), PATHS)
def test_pages_from_elsewhere_get_nothing_and_no_right_to_ask_again(send, method, path):
    for origin in ("http://evil.example", "http://localhost:1", "null"):
        status, headers, _ = send(method, path, Origin=origin, Access_Control_Request_Method="POST")
        assert status == 403
        assert not any(name.lower().startswith("access-control") for name in headers)


def test_the_own_page_is_answered_with_what_protects_its_reader(send, server):
    status, headers, _ = send("GET", "/", Origin=server.rstrip("/"))
    assert status == 200
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers
    assert send("POST", "/api/documents", Origin=server.rstrip("/"))[0] == 200


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/ask", b'{"question": "\\ud800"}'),
        ("/api/ask", b'{"question": ' + DEEP + b"}"),
        ("/api/search", b'{"query": "x", "k": ' + b"1" * 5000 + b"}"),
        ("/api/ask", json.dumps({"question": "x", "plans": ["p"] * 200_000}).encode()),
        ("/api/ask", b"x" * 50_000_000),
        ("/gradio_api/queue/join", b'{"data": ' + DEEP + b"}"),
        ("/gradio_api/call/ask", b'{"data": ' + DEEP + b"}"),
        ("/gradio_api/call/ask", b'{"data": [' + b"1" * 5000 + b"]}"),
        ("/gradio_api/call/ask", b"[]"),
        ("/gradio_api/call/ask", b"x" * 50_000_000),
    ],
    ids=lambda value: value if isinstance(value, str) else str(len(value)),
)
def test_hostile_bodies_are_the_fault_of_their_sender(send, path, body):
    status, _, told = send("POST", path, body)
    assert 400 <= status < 500
    assert b"Traceback" not in told
    if path.startswith("/api/"):
        assert list(json.loads(told)) == ["error"]


def test_files_go_to_the_data_folder_and_are_not_served(send):
    body = b'--x\r\nContent-Disposition: form-data; name="files"; filename="plan.txt"\r\n\r\nplan\r\n--x--\r\n'
    status, _, told = send("POST", "/gradio_api/upload", body, Content_Type="multipart/form-data; boundary=x")
    assert status == 200
    (path,) = json.loads(told)
    assert "/incoming/" in path
    assert send("GET", f"/gradio_api/file={path}")[0] == 403
