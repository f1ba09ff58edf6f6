"""Translations taken in are in force at once, and replace what the same made before."""

from __future__ import annotations

import pytest

from index import Index, Settings
from index.build import build
from index.database.locking import write_lock
from index.errors import IndexBusy, UnknownDocument
from index.storage.place import open_database
from index.translating.held_to_source import Row
from index.translating.taking import Taken, take
from index.translation.added_translations import kept_lines
from index.translation.memory import Line, Maker

DUTY = "城镇燃气。"
EARLIER, LATER = "Gas in towns.", "Urban gas."


@pytest.fixture
def built(settings: Settings, plan_text: str) -> Settings:
    """An index of one plan, xian-14th."""
    (settings.documents_dir / "xian.txt").write_text(plan_text, encoding="utf-8")
    build(settings)
    return settings


def taken(settings: Settings, zh: str, en: str, maker: Maker = Maker.PERSON) -> Taken:
    return take(settings, Index.open(settings), "xian-14th", [Row(2, Line("", zh, en, maker))], maker)


def test_a_line_is_known_at_once_and_a_later_one_takes_its_place(built: Settings) -> None:
    index = Index.open(built)
    made = taken(built, DUTY, EARLIER)
    assert (made.taken, made.faults, made.coverage.person) == (1, (), 1)
    assert index.english.render(DUTY).text == EARLIER
    later = taken(built, DUTY, LATER)
    assert (later.taken, later.coverage) == (1, made.coverage)
    assert [line.en for line in kept_lines(built.data_dir, "xian-14th", Maker.PERSON)] == [LATER]
    assert taken(built, DUTY, LATER, Maker.MACHINE).known == 1
    assert kept_lines(built.data_dir, "xian-14th", Maker.MACHINE) == ()


def test_nothing_is_taken_while_another_writes_or_of_a_plan_that_is_not_there(built: Settings) -> None:
    with write_lock(open_database(built), built.data_dir), pytest.raises(IndexBusy):
        taken(built, "甲", "A")
    with pytest.raises(UnknownDocument):
        take(built, Index.open(built), "baoji", [], Maker.PERSON)
