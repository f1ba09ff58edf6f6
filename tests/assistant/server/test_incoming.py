"""The folder for files that browsers send: room in it, and nothing that stays for ever."""

from __future__ import annotations

import os
import time

import pytest

from assistant.server.incoming import KEPT_SECONDS, Incoming, incoming_of, own_folder
from index import Settings


@pytest.fixture
def incoming(tmp_path):
    return Incoming(tmp_path / "data" / "incoming", 1000)


def put(incoming, name, size=10, age=0.0):
    path = incoming.folder / name / "plan.txt"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"x" * size)
    for changed in (path, path.parent):
        os.utime(changed, (time.time() - age,) * 2)
    return path


def test_it_lies_in_the_data_folder_with_the_quota_of_the_settings(tmp_path):
    assert incoming_of(Settings(data_dir=tmp_path, upload_quota_mb=2)) == Incoming(tmp_path / "incoming", 2_000_000)


def test_there_is_room_up_to_the_quota(incoming):
    assert incoming.no_room_for(1000) is None
    put(incoming, "a", size=500)
    assert incoming.no_room_for(500) is None
    missing = incoming.no_room_for(501)
    assert (missing.status, "over 0.001 MB" in missing.en) == (413, True)


def test_what_was_left_long_ago_makes_room(incoming):
    old = put(incoming, "old", size=900, age=KEPT_SECONDS + 60)
    assert incoming.no_room_for(900) is None
    assert not old.exists()


def test_more_than_the_disk_holds_is_told(tmp_path):
    missing = Incoming(tmp_path, 10**30).no_room_for(10**29)
    assert (missing.status, missing.en.startswith("The disk is full")) == (507, True)


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be")
    missing = Incoming(tmp_path / "data" / "incoming", 1000).no_room_for(1)
    assert (missing.status, "cannot be written to the data folder" in missing.en) == (507, True)


def test_a_start_clears_what_was_left_and_an_end_what_was_its_own(incoming, tmp_path):
    old, others = put(incoming, "1", age=KEPT_SECONDS + 60), put(incoming, "2")
    own = put(incoming, str(os.getpid()))
    incoming.clear()
    assert (old.parent.exists(), others.exists(), own.exists()) == (False, True, True)
    incoming.clear_own()
    assert (others.exists(), own.parent.exists()) == (True, False)
    assert own_folder(tmp_path / "data") == own.parent


def test_only_files_of_the_folder_are_dropped(incoming, tmp_path):
    inside, outside = put(incoming, "a"), tmp_path / "own.txt"
    outside.write_text("mine")
    link = incoming.folder / "link"
    link.symlink_to(outside)
    incoming.drop([inside, outside, link, incoming.folder / "gone"])
    assert not inside.exists()
    assert outside.read_text() == "mine"


def test_a_folder_that_cannot_be_written_is_replaced_by_a_temporary_one(tmp_path):
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    own = own_folder(tmp_path / "data")
    assert own.is_dir()
    assert tmp_path / "data" not in own.parents
    own.rmdir()
