"""What the page keeps in the database: put, read back, bounded, and not lost when the plans are others."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from index import Settings
from index.build import build
from index.errors import StoreDamaged, StoreError
from index.storage.backup import backup, restore
from index.storage.check import Damage
from index.storage.place import open_database
from index.storage.records import Kind, Record, Records


@pytest.fixture
def votes(settings: Settings) -> Records:
    return Records(settings, Kind.FEEDBACK, 3)


@pytest.fixture
def built(settings: Settings, plan_text: str) -> Settings:
    (settings.documents_dir / "xian.txt").write_text(plan_text, encoding="utf-8")
    build(settings)
    return settings


def kept(records: Records) -> list[tuple[str, str]]:
    return [(record.key, record.body) for record in records.all()]


def test_without_a_database_there_are_none_and_none_is_made(settings, votes):
    assert (votes.all(), votes.get("a"), votes.count()) == ((), None, 0)
    assert not settings.data_dir.exists()


def test_the_first_one_makes_the_database_and_a_later_one_takes_its_place(votes):
    votes.put("a", "1")
    votes.put("b", "2")
    votes.put("a", "3")
    assert kept(votes) == [("a", "3"), ("b", "2")]
    assert votes.count() == 2
    found = votes.get("a")
    assert found is not None
    assert found.body == "3"
    assert found.at.endswith("+00:00")
    assert votes.get("c") is None


def test_kinds_are_kept_apart(settings, votes):
    votes.put("a", "1")
    assert Records(settings, Kind.RUNS, 3).all() == ()


def test_the_keys_that_came_first_go_first(votes):
    for key in "abc":
        votes.put(key, key)
    votes.put("a", "again")
    votes.put("d", "d")
    assert kept(votes) == [("b", "b"), ("c", "c"), ("d", "d")]
    votes.add(tuple(Record(key, "2026-01-01T00:00:00+00:00", key) for key in "ef"))
    assert kept(votes) == [("d", "d"), ("e", "e"), ("f", "f")]


def test_what_is_added_takes_no_place(votes):
    votes.put("a", "now")
    earlier = "2025-01-01T00:00:00+00:00"
    votes.add((Record("b", earlier, "b"), Record("a", earlier, "then")))
    votes.add((Record("b", earlier, "twice"),))
    assert kept(votes) == [("a", "now"), ("b", "b")]
    assert votes.all()[1].at == earlier


def test_threads_put_at_once_also_the_first_ones(settings):
    votes = Records(settings, Kind.FEEDBACK, 1_000)
    keys = [f"{number % 40}" for number in range(80)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda key: votes.put(key, key), keys))
    assert sorted(record.key for record in votes.all()) == sorted(set(keys))
    with closing(open_database(settings)) as database:
        assert database.fault() == ""


def test_nobody_is_turned_away_from_a_database_that_others_begin_as_well(tmp_path):
    for number in range(25):  # each time a new one, which the first writers all want to set up
        votes = Records(Settings(data_dir=tmp_path / f"{number}"), Kind.FEEDBACK, 1_000)
        with ThreadPoolExecutor(16) as pool:
            list(pool.map(lambda key: votes.put(key, key), "abcdefghijklmnop"))  # noqa: B023
        assert votes.count() == 16


def test_a_folder_that_cannot_be_made_is_told(settings, votes):
    settings.data_dir.write_text("a file")
    with pytest.raises(StoreError, match="cannot be written"):
        votes.put("a", "1")
    assert votes.all() == ()


def test_a_damaged_database_is_told(settings, votes):
    settings.data_dir.mkdir()
    (settings.data_dir / "plans.db").write_bytes(b"no database" * 1_000)
    for ask in (votes.all, votes.count, lambda: votes.get("a"), lambda: votes.put("a", "1")):
        with pytest.raises(StoreDamaged, match="damaged"):
            ask()


def test_a_repair_keeps_them(built, votes):
    for key in "abc":
        votes.put(key, key)
    with closing(open_database(built)) as database, database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE passages")
    build(built, damage=Damage(whole=True))
    assert kept(votes) == [("a", "a"), ("b", "b"), ("c", "c")]


def test_a_backup_holds_them_and_its_restoring_loses_none(built, votes, tmp_path):
    votes.put("a", "then")
    votes.put("b", "then")
    backup(built, tmp_path / "backup.zip")
    votes.put("b", "since")
    votes.put("c", "since")
    restore(built, tmp_path / "backup.zip")
    assert kept(votes) == [("a", "then"), ("b", "since"), ("c", "since")]

    elsewhere = built.model_copy(update={"data_dir": tmp_path / "elsewhere"})
    restore(elsewhere, tmp_path / "backup.zip")
    assert kept(Records(elsewhere, Kind.FEEDBACK, 3)) == [("a", "then"), ("b", "then")]
