"""The server's mark: made with a key of the data folder, for nobody else to make."""

from __future__ import annotations

import stat

from assistant.ui.shared.seal import is_sealed, sealed


def test_a_mark_fits_its_content_and_its_data_folder_only(tmp_path):
    mark = sealed(tmp_path / "a", b"content")
    assert is_sealed(tmp_path / "a", b"content", mark)
    assert not is_sealed(tmp_path / "a", b"other", mark)
    assert not is_sealed(tmp_path / "b", b"content", mark)


def test_the_key_stays_and_is_for_nobody_else(tmp_path):
    sealed(tmp_path, b"")
    (key,) = tmp_path.iterdir()
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_bytes()) == 32


def test_a_folder_that_cannot_be_written_still_lets_marks_be_made(tmp_path):
    file = tmp_path / "file"
    file.write_text("no folder")
    assert is_sealed(file, b"content", sealed(file, b"content"))
