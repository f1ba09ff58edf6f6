from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from assistant import Assistant, Question
from index import Index, Settings
from index.build import add, build, remove
from index.errors import StoreDamaged, UnknownDocument
from index.storage.check import check
from index.storage.overrides import Override


@pytest.fixture
def built(settings: Settings, plan_text: str, tmp_path: Path) -> Settings:
    """A plan of the documents folder, an added one under an id that no file gives it, and one that was taken out."""
    for place, name in (("西安", "xian"), ("渭南", "weinan")):
        (settings.documents_dir / f"{name}.txt").write_text(plan_text.replace("西安", place), encoding="utf-8")
    build(settings)
    path = tmp_path / "added.txt"
    path.write_text(plan_text.replace("西安", "宝鸡"), encoding="utf-8")
    add(settings, [path], edits={path: Override("宝鸡市规划", "宝鸡市", (2026, 2030))})
    remove(settings, "weinan-14th")
    return settings


def held(settings: Settings) -> dict[str, str]:
    return {document.id: document.title for document in Index.open(settings).documents}


HELD = {"baoji-15th": "宝鸡市规划", "xian-14th": "西安市“十四五”安全生产规划"}


def change(settings: Settings, statement: str) -> None:
    with closing(sqlite3.connect(settings.data_dir / "plans.db")) as connection, connection:
        connection.execute(statement)


def test_what_is_sound_is_kept_and_the_rest_read_again_when_the_database_breaks(built, caplog):
    change(built, "update facts set body = '' where no = (select no from documents where id = 'xian-14th')")
    change(built, "update state set value = ''")
    build(built)
    assert held(built) == HELD
    assert check(built).faults == ()
    assert "is damaged: what is sound is kept" in caplog.text


@pytest.mark.parametrize("content", [b"", b"no database at all" * 300])
def test_of_a_file_that_holds_nothing_everything_is_read_anew(built, content):
    (built.data_dir / "plans.db").write_bytes(content)
    build(built)
    assert {"baoji-15th", "xian-14th"} <= held(built).keys()
    assert check(built).faults == ()


def test_a_broken_database_is_repaired_when_the_program_starts(built):
    path = built.data_dir / "plans.db"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    answer = Assistant(built).ask(Question("西安市城镇燃气由谁负责?"))
    assert "住房和城乡建设局" in answer.answer
    assert check(built).faults == ()


def test_a_repair_that_was_killed_is_taken_up_again(built):
    from index.storage.repair import SET_ASIDE, set_aside

    assert set_aside(built)
    with pytest.raises(StoreDamaged, match="being repaired"):
        remove(built, "xian-14th")
    build(built)
    assert held(built) == HELD
    assert not (built.data_dir / SET_ASIDE).exists()


def test_a_description_that_is_damaged_is_read_again_under_its_id(built):
    change(built, "update documents set warnings = '[1]' where id = 'baoji-15th'")
    assert Index.open(built).damaged == ("baoji-15th",)
    with pytest.raises(StoreDamaged, match="baoji-15th"):
        remove(built, "xian-14th")
    build(built)
    assert held(built) == HELD
    assert check(built).faults == ()


def test_what_a_person_wrote_is_written_again(built):
    (edit,) = (built.data_dir / "edits").iterdir()
    edit.write_text('{"title": "宝鸡市规', encoding="utf-8")
    assert check(built).faults == ("baoji-15th: what was written over its description is damaged",)
    change(built, "update texts set text = ''")
    build(built, damage=check(built).damage)
    assert held(built) == HELD
    assert check(built).faults == ()


def test_nothing_is_answered_from_a_damaged_document(built):
    assistant = Assistant(built)
    asked = Question("西安市城镇燃气由谁负责?")
    assert not assistant.ask(asked).refused
    own = "where no = (select no from documents where id = 'xian-14th')"
    change(built, f"update texts set text = replace(text, '住房和城乡建设局', '交通局') {own}")
    assert "交通局" not in assistant.ask(asked).answer  # it may remember what it has read
    opened = Assistant(built, build_first=False)
    with pytest.raises(UnknownDocument, match="xian-14th is damaged in the index"):
        opened.ask(asked)  # which another plan would be taken to answer
    assert "交通局" not in opened.ask(Question("城镇燃气由谁负责?", plans=("baoji-15th",))).answer
    with pytest.raises(UnknownDocument, match="is damaged in the index"):
        opened.ask(Question("城镇燃气由谁负责?", plans=("xian-14th",)))
    assert "交通局" not in repr(opened.compare(["城镇燃气"]))
    build(built, damage=check(built).damage)
    assert opened.ask(asked).answer == assistant.ask(asked).answer
    assert not opened.ask(asked).refused


def test_damaged_postings_are_told_in_a_sentence(built):
    change(built, "update postings set entries = substr(entries, 2)")
    index = Index.open(built)
    with pytest.raises(StoreDamaged, match="the word index is damaged"):
        index.search_lexical("燃气", 3)
    build(built, damage=check(built).damage)
    assert index.snapshot().search_lexical("燃气", 3)


def test_who_has_the_index_open_sees_the_repaired_one(built, plan_text, tmp_path):
    index = Index.open(built)
    before = index.search_lexical("燃气", 5)
    change(built, "update state set value = ''")
    build(built)
    assert index.snapshot().search_lexical("燃气", 5) == before
    path = tmp_path / "new.txt"
    path.write_text(plan_text.replace("西安", "咸阳"), encoding="utf-8")
    add(built, [path])
    assert "xianyang-14th" in {document.id for document in index.snapshot().documents}
    assert {index.snapshot().chunk(one).span.document_id for one, _ in index.snapshot().search_lexical("咸阳", 9)}
