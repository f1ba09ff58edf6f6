"""Files of the data folder are for the person alone who runs the program; what is not ours stays as it is."""

from __future__ import annotations

import stat
from contextlib import closing

from assistant.server.privacy import keep_private
from assistant.ui.shared.seal import sealed
from index.build import build
from index.storage.place import open_database
from index.storage.records import Kind, Records


def rights(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_what_an_earlier_version_wrote_for_everyone_is_taken_back(tmp_path):
    ours, votes, others = tmp_path / "index" / "generations", tmp_path / "feedback.jsonl", tmp_path / "photo.jpg"
    ours.mkdir(parents=True)
    for path in (ours / "text.json", votes, others):
        path.write_text("x")
        path.chmod(0o644)
    ours.chmod(0o755)
    keep_private(tmp_path)
    assert (rights(ours), rights(ours / "text.json"), rights(votes)) == (0o700, 0o600, 0o600)
    assert rights(others) == 0o644


def test_a_new_data_folder_is_private(tmp_path):
    keep_private(tmp_path / "data")
    assert rights(tmp_path / "data") == 0o700


def test_all_that_the_program_writes_is_known(settings):
    (settings.documents_dir / "one.txt").write_text("安全生产规划\n一、总体要求\n坚持安全第一。", encoding="utf-8")
    build(settings)
    Records(settings, Kind.FEEDBACK, 1).put("a", "1")
    sealed(settings.data_dir, b"")
    with closing(open_database(settings)) as database, database.reading():  # its journal lies there meanwhile
        written = list(settings.data_dir.rglob("*"))
        for path in written:
            path.chmod(0o755 if path.is_dir() else 0o644)
        keep_private(settings.data_dir)
        assert {rights(path) for path in written} == {0o700, 0o600}
