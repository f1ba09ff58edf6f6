"""Styles and scripts of all pages, put together."""

from __future__ import annotations

from pathlib import Path

from assistant.ui.frame import assets

UI = Path(assets.__file__).parents[1]


def test_every_file_is_in_once_and_the_frame_is_first():
    for made, suffix, first in ((assets.styles(), "css", "palette.css"), (assets.scripts(), "js", "frame.js")):
        files = [path for path in UI.rglob(f"*.{suffix}") if path.parent.name not in ("programs", "waiting")]
        texts = {path.name: path.read_text("utf-8") for path in files}
        assert [name for name, text in texts.items() if made.count(text) != 1] == []
        assert made.startswith(texts[first])


def test_page_for_programs_has_the_same_colours():
    made = assets.programs_styles()
    assert (UI / "frame" / "palette.css").read_text("utf-8") in made
    assert "#page-ask" not in made
