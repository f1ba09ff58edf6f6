"""Saved work in a real database: kept, continued, gone back to, bounded, and not lost with the plans."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from assistant.errors import WorkError, WorkGone
from assistant.saved import works as works_module
from assistant.saved.types import Base, Draft, WorkKind
from assistant.saved.works import LAST_VERSIONS, Works, is_work_id
from index.build import build
from index.database.migrate import HEAD, form_of
from index.storage.backup import backup, restore
from index.storage.check import Damage
from index.storage.place import open_database
from index.storage.records import Kind, Records


class Clock:
    """Tells the time that a test sets."""

    def __init__(self):
        self.time = datetime(2026, 1, 1, tzinfo=UTC)

    def __call__(self):
        return self.time

    def on(self, **time):
        self.time += timedelta(**time)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def works(settings, clock):
    return Works(settings, clock)


def note(body, title="A note"):
    return Draft(WorkKind.NOTE, title, body, "about it", len(body))


def bodies(works, work_id):
    return [works.get(work_id, one.number).body for one in works.versions(work_id)]


def test_without_a_database_there_is_none_and_none_is_made(settings, works):
    assert works.heads() == ()
    with pytest.raises(WorkGone):
        works.get("abc")
    assert not settings.data_dir.exists()


def test_what_is_saved_is_found_again_the_newest_first(works, clock):
    first = works.save(note("1"))
    clock.on(seconds=1)
    second = works.save(note("2", "另一个"))
    assert [head.id for head in works.heads()] == [second.id, first.id]
    work = works.get(first.id)
    assert (work.kind, work.title, work.body, work.version, work.about) == (WorkKind.NOTE, "A note", "1", 1, "about it")
    assert first.id != second.id
    assert is_work_id(first.id)
    assert len(first.id) >= 12


def test_who_makes_the_same_gets_a_piece_of_their_own(works):
    mine, theirs = works.save(note("1"), automatic=True), works.save(note("1"), automatic=True)
    assert mine.id != theirs.id
    works.rename(theirs.id, "theirs")
    works.remove(theirs.id)
    assert works.get(mine.id).title == "A note"


def test_it_is_told_whether_a_piece_says_what_a_draft_holds(works):
    first = works.save(note("1"))
    assert works.says(first.id, note("1", "Of another title")) == first
    assert works.says(first.id, note("2")) is None
    assert works.says(first.id, Draft(WorkKind.PACK, "A note", "1")) is None
    assert works.says("../etc", note("1")) is None
    assert works.find(first.id) == first
    assert works.find("nothing") is None


def test_what_goes_on_from_an_older_version_is_set_aside_where_that_is_wished(works):
    first = works.save(note("1"))
    works.save(note("theirs"), Base(first.id, 1), aside="Apart")
    mine = works.save(note("mine"), Base(first.id, 1), aside="Apart")
    assert mine.id != first.id
    assert (works.get(first.id).body, works.get(mine.id).body, mine.title) == ("theirs", "mine", "Apart")
    assert works.save(note("theirs"), Base(first.id, 1), aside="Apart").id == first.id


def test_what_goes_on_from_it_is_its_next_version_and_what_is_unchanged_is_none(works):
    first = works.save(note("1"))
    assert works.save(note("1"), Base(first.id, 1)).version == 1
    second = works.save(note("22"), Base(first.id, 1))
    assert (second.id, second.version) == (first.id, 2)
    assert bodies(works, first.id) == ["22", "1"]
    assert [one.lines for one in works.versions(first.id)] == [2, 1]
    assert works.get(first.id, 1).body == "1"


def test_what_is_saved_by_itself_in_one_sitting_is_one_version(works, clock):
    first = works.save(note("1"))
    last = first
    for turn in range(4):
        clock.on(minutes=1)
        last = works.save(note(f"auto {turn}"), Base(first.id, last.version), automatic=True)
    assert bodies(works, first.id) == ["auto 3", "1"]
    clock.on(minutes=3)
    last = works.save(note("later"), Base(first.id, last.version), automatic=True)
    assert bodies(works, first.id) == ["later", "auto 3", "1"]
    works.save(note("by hand"), Base(first.id, last.version))
    assert bodies(works, first.id) == ["by hand", "later", "auto 3", "1"]


def test_of_two_who_save_at_once_neither_is_lost(works):
    first = works.save(note("1"))
    mine = works.save(note("mine"), Base(first.id, 1), automatic=True)
    theirs = works.save(note("theirs"), Base(first.id, 1), automatic=True)
    again = works.save(note("mine again"), Base(first.id, mine.version), automatic=True)
    assert theirs.version < again.version
    assert bodies(works, first.id) == ["mine again", "theirs", "mine", "1"]


def test_threads_that_save_one_work_all_make_a_version(works):
    first = works.save(note("1"))
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda turn: works.save(note(f"by {turn}"), Base(first.id, 1), automatic=True), range(8)))
    assert sorted(bodies(works, first.id)) == sorted(["1", *(f"by {turn}" for turn in range(8))])


def test_going_back_makes_a_new_version(works):
    first = works.save(note("1"))
    works.save(note("22"), Base(first.id, 1))
    back = works.go_back(first.id, 1)
    assert (back.version, works.get(first.id).body) == (3, "1")
    assert [one.lines for one in works.versions(first.id)] == [1, 2, 1]
    with pytest.raises(WorkGone):
        works.go_back(first.id, 9)


def test_the_first_and_the_last_versions_are_kept(settings, works):
    first = works.save(note("1"))
    for turn in range(LAST_VERSIONS + 5):
        works.save(note(f"turn {turn}"), Base(first.id))
    assert bodies(works, first.id)[-1] == "1"
    assert len(works.versions(first.id)) == LAST_VERSIONS + 1
    assert Records(settings, Kind.WORK_VERSIONS, 1).count() == LAST_VERSIONS + 1
    with pytest.raises(WorkGone) as gone:
        works.get(first.id, 2)
    assert gone.value.code == "work_version_gone"


def test_it_is_renamed_copied_and_removed(settings, works):
    first = works.save(note("1"))
    works.save(note("22"), Base(first.id, 1))
    assert works.rename(first.id, "  New \n name ").title == "New name"
    assert works.rename(first.id, "  ").title == "New name"
    assert works.save(note("333"), Base(first.id, 2)).title == "New name"
    copied = works.copy(first.id, "Copy")
    assert (works.get(copied.id).body, works.get(copied.id).title, copied.version) == ("333", "Copy", 1)
    assert [one.lines for one in copied.versions] == [3]
    works.remove(first.id)
    assert [head.id for head in works.heads()] == [copied.id]
    assert Records(settings, Kind.WORK_VERSIONS, 1).count() == 1
    for act in (works.remove, works.versions, lambda one: works.rename(one, "x"), lambda one: works.copy(one, "x")):
        with pytest.raises(WorkGone):
            act(first.id)


def test_what_was_removed_is_put_back_with_all_its_versions(works):
    first = works.save(note("1"))
    works.save(note("22"), Base(first.id, 1))
    head, held = works.head(first.id), bodies(works, first.id)
    removed = works.remove(first.id)
    assert works.put_back(removed) == head
    assert (works.heads(), bodies(works, first.id)) == ((head,), held)
    works.remove(first.id)
    anew = works.save(note("another's"), Base(first.id))
    assert works.put_back(removed) == anew
    assert bodies(works, first.id) == ["another's"]


def test_nothing_is_put_back_where_there_is_no_room(works, monkeypatch):
    removed = works.remove(works.save(note("1")).id)
    works.save(note("2"))
    monkeypatch.setattr(works_module, "MAX_WORKS", 1)
    with pytest.raises(WorkError):
        works.put_back(removed)
    assert len(works.heads()) == 1


def test_what_was_removed_meanwhile_is_saved_anew_under_its_id(works):
    first = works.save(note("1"))
    works.remove(first.id)
    again = works.save(note("2"), Base(first.id, 1), automatic=True)
    assert (again.id, again.version) == (first.id, 1)


@pytest.mark.parametrize("work_id", ["", "a" * 65, "../../etc", "a:000001", "%", "编号", "a\x00b", "a b"])
def test_ids_that_a_browser_makes_up_are_none(works, work_id):
    works.save(note("1"))
    with pytest.raises(WorkGone):
        works.get(work_id)
    with pytest.raises(WorkGone):
        works.remove(work_id)
    assert is_work_id(works.save(note("2"), Base(work_id)).id)


def test_limits_are_told(works, monkeypatch):
    with pytest.raises(WorkError) as large:
        works.save(note("x" * (works_module.MAX_BODY_CHARS + 1)))
    assert large.value.code == "work_large"
    monkeypatch.setattr(works_module, "MAX_WORKS", 1)
    head = works.save(note("1", "长" * 500 + "\ud800"))
    assert len(head.title) == works_module.MAX_TITLE_CHARS
    with pytest.raises(WorkError) as many:
        works.save(note("2"))
    assert (many.value.code, many.value.values) == ("work_many", {"limit": "1"})
    with pytest.raises(WorkError) as other:
        works.save(Draft(WorkKind.PACK, "x", "{}"), Base(head.id))
    assert other.value.code == "work_kind"
    assert works.save(note("3"), Base(head.id, 1)).version == 2


def test_what_nobody_asked_for_gives_way_the_oldest_first(settings, works, clock, monkeypatch):
    monkeypatch.setattr(works_module, "MAX_WORKS", 4)
    heads = []
    for body in ("edited", "renamed", "1", "2"):
        heads.append(works.save(note(body), automatic=True))
        clock.on(seconds=1)
    edited, renamed, first, second = (head.id for head in heads)
    works.save(note("edited on"), Base(edited, 1), automatic=True)
    works.rename(renamed, "mine")
    third = works.save(note("3"), automatic=True).id
    assert {head.id for head in works.heads()} == {edited, renamed, second, third}
    asked = [works.save(note(body)).id for body in ("4", "5")]
    assert {head.id for head in works.heads()} == {edited, renamed, *asked}
    assert Records(settings, Kind.WORK_VERSIONS, 1).count() == 5
    with pytest.raises(WorkError):
        works.save(note("6"), automatic=True)
    assert works.save(note("more"), Base(asked[0], 1)).version == 2
    with pytest.raises(WorkGone):
        works.get(first)


def test_all_together_are_held_to_a_size(works, monkeypatch):
    monkeypatch.setattr(works_module, "MAX_CHARS", 10)
    spare = works.save(note("x" * 6), automatic=True)
    kept = works.save(note("y" * 6))
    assert [head.id for head in works.heads()] == [kept.id] != [spare.id]
    for base in (None, Base(kept.id, 1)):
        with pytest.raises(WorkError) as full:
            works.save(note("z" * 6), base)
        assert full.value.code == "work_full"
    assert works.get(kept.id).body == "y" * 6


def test_a_damaged_head_is_left_out(settings, works):
    first = works.save(note("1"))
    Records(settings, Kind.WORKS, 10).put("other", "{not json")
    assert [head.id for head in works.heads()] == [first.id]
    with pytest.raises(WorkGone):
        works.get("other")


def test_a_repair_a_backup_and_its_restoring_keep_it(settings, works, tmp_path):
    (settings.documents_dir / "plan.txt").write_text("青岚县安全生产三年行动方案\n\n一、目标\n事故下降。\n", "utf-8")
    build(settings)
    first = works.save(note("1"))
    works.save(note("2"), Base(first.id, 1))
    backup(settings, tmp_path / "backup.zip")
    works.save(note("3"), Base(first.id, 2))
    with closing(open_database(settings)) as database, database.writing() as connection:
        connection.exec_driver_sql("DROP TABLE passages")
    build(settings, damage=Damage(whole=True))
    restore(settings, tmp_path / "backup.zip")
    assert bodies(works, first.id) == ["3", "2", "1"]
    elsewhere = settings.model_copy(update={"data_dir": tmp_path / "elsewhere"})
    restore(elsewhere, tmp_path / "backup.zip")
    assert bodies(Works(elsewhere), first.id) == ["2", "1"]


def test_a_database_of_the_version_before_holds_none_and_gets_its_tables(settings, works):
    first = works.save(note("1"))
    with closing(open_database(settings)) as database, database.writing() as connection:
        for table in ("works", "work_versions"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("update alembic_version set version_num = '0003'")
    assert works.heads() == ()
    with pytest.raises(WorkGone):
        works.get(first.id)
    assert works.get(works.save(note("2")).id).body == "2"
    with closing(open_database(settings)) as database:
        assert form_of(database) == HEAD
