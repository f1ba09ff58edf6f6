"""Pages saved in one file."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from index.errors import CorruptFile, EmptyFile
from index.reading.files.load import load_file

MOST_BYTES = 1_000_000


def saved(markup: bytes, charset: str) -> bytes:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://a.example/plan.html"
    message.make_related()
    for location, body in (("https://a.example/frame.html", b"<p>frame</p>"), ("https://a.example/plan.html", markup)):
        part = EmailMessage()
        part.set_content(body, "text", "html", cte="base64")
        part.set_param("charset", charset)
        part["Content-Location"] = location
        message.attach(part)
    return bytes(message)


@pytest.mark.parametrize("name", ["plan.mhtml", "plan.mht", "plan.doc"])
@pytest.mark.parametrize("charset", ["utf-8", "gbk"])
def test_the_page_is_read_and_not_its_frames(name: str, charset: str, tmp_path: Path) -> None:
    content = saved("<h1>望湖县方案</h1><p>巡山。</p>".encode(charset), charset)
    (tmp_path / name).write_bytes(content)
    read = load_file(tmp_path / name, MOST_BYTES)
    assert (read.text, len(read.headings)) == ("望湖县方案\n巡山。", 1)


def test_what_holds_no_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "plan.mht").write_bytes(b"MIME-Version: 1.0\nContent-Type: text/plain\n\nplain")
    with pytest.raises(CorruptFile, match="holds none"):
        load_file(tmp_path / "plan.mht", MOST_BYTES)
    (tmp_path / "plan.html").write_text("<img src='a.png'>")
    with pytest.raises(EmptyFile, match="pictures"):
        load_file(tmp_path / "plan.html", MOST_BYTES)
