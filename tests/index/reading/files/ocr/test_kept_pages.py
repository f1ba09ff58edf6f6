"""Pages that were looked at are kept by content, and what is damaged or too much goes."""

from __future__ import annotations

import os

import pytest

from index.reading.files.ocr import kept_pages
from index.reading.files.ocr.kept_pages import KeptPages, keeping
from index.reading.files.ocr.seen_page import SeenCell, SeenLine, SeenPage, SeenTable

SHARES = (0.1, 0.2, 0.3, 0.4)
PAGE = SeenPage(
    1654,
    (SeenLine("县应急局", 0.913, (1.5, 2.0, 3.0, 4.0), SHARES),),
    (SeenTable((0.0, 0.0, 9.0, 9.0), 2, (SeenCell(0, 1, (4.0, 0.0, 9.0, 4.0)),)),),
)


def test_a_page_comes_back_as_it_was_kept_by_content_and_number(tmp_path):
    with keeping(tmp_path / "pages"):
        KeptPages(b"one").keep(0, PAGE)
        assert KeptPages(b"one").get(0) == PAGE
        assert KeptPages(b"one").get(1) is None
        assert KeptPages(b"two").get(0) is None


def test_nothing_is_kept_where_nobody_asks_for_it(tmp_path):
    KeptPages(b"one").keep(0, PAGE)
    assert KeptPages(b"one").get(0) is None
    with keeping(None):
        KeptPages(b"one").keep(0, PAGE)
    assert not any(tmp_path.iterdir())


def test_a_damaged_page_is_looked_at_again(tmp_path):
    with keeping(tmp_path):
        KeptPages(b"one").keep(0, PAGE)
        (kept,) = tmp_path.iterdir()
        kept.write_bytes(kept.read_bytes()[:-9])
        assert KeptPages(b"one").get(0) is None


def test_other_code_looks_again(tmp_path, monkeypatch):
    with keeping(tmp_path):
        KeptPages(b"one").keep(0, PAGE)
        monkeypatch.setattr(kept_pages, "_looked_by", lambda: "other")
        assert KeptPages(b"one").get(0) is None


@pytest.mark.parametrize("room", [1, 2])
def test_what_was_used_longest_ago_goes_when_there_is_no_room(tmp_path, monkeypatch, room):
    with keeping(tmp_path):
        for number, age in ((0, 30), (1, 10), (2, 20)):
            KeptPages(b"one").keep(number, PAGE)
            path = next(path for path in tmp_path.iterdir() if f"-{number}-" in path.name)
            os.utime(path, (1_000_000 - age, 1_000_000 - age))
        monkeypatch.setattr(kept_pages, "MOST_KEPT_BYTES", room * path.stat().st_size + 20)
    left = {path.name.split("-")[1] for path in tmp_path.iterdir()}
    assert left == ({"1"} if room == 1 else {"1", "2"})
