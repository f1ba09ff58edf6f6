"""Files as the page's script takes them; that the browser saves them is tested page by page."""

from __future__ import annotations

import base64
import json

from assistant.ui.shared.controls import sent_file


def test_file_keeps_its_name_and_every_byte():
    sent = json.loads(sent_file("规划.csv", bytes(range(256))))
    assert sent["name"] == "规划.csv"
    assert base64.b64decode(sent["base64"]) == bytes(range(256))
