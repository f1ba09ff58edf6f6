"""What was replaced or taken out comes back: by itself, or because a person undoes it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index import Index, Relation, Settings
from index.build import Action, add, build, clean, edit, remove, undo
from index.errors import NothingToUndo, UnknownDocument
from index.storage.check import check
from index.storage.overrides import Override
from index.types import PaperKind

PAPER = """{place}安全生产月活动方案

{place}安全生产委员会
{date}

一、总体要求
坚持人民至上、生命至上，从源头上防范化解重大安全风险。

二、主要任务
（一）隐患整治。{place}应急管理局牵头整治重大事故隐患{count}处。
"""


@pytest.fixture
def paper(tmp_path: Path):
    """Writes a paper, and gives its path."""

    def write(
        name: str, place: str = "青河县", date: str = "2024年3月5日", count: int = 31, folder: Path = tmp_path
    ) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name
        path.write_text(PAPER.format(place=place, date=date, count=count), "utf-8")
        return path

    return write


@pytest.fixture
def shipped(settings: Settings, paper) -> Settings:
    """An index of one plan of the documents folder, `qinghe`."""
    paper("qinghe.txt", folder=settings.documents_dir)
    build(settings)
    return settings


def held(settings: Settings) -> dict[str, str]:
    """What is in the index: the count that each paper tells, by id."""
    index = Index.open(settings)
    return {
        one.id: index.text(one.id).text.partition("隐患")[2].partition("隐患")[2].rstrip("处。\n")
        for one in index.documents
    }


def told(report) -> list[tuple[str, Action, str]]:
    return [(change.document_id, change.action, change.before) for change in report.changes]


TITLE = "青河县安全生产月活动方案"


def test_equal_titles_stay_side_by_side_under_ids_that_tell_them_apart(shipped, paper):
    one = paper("a.txt", date="2024年6月1日", count=40)
    (change,) = add(shipped, [one]).changes
    assert (change.document_id, change.action) == ("qinghe-20240601", Action.ADDED)
    assert [(like.document.id, like.relation) for like in change.like] == [("qinghe", Relation.LATER_VERSION)]
    (again,) = add(shipped, [paper("b.txt", count=50)]).changes
    assert (again.document_id, again.like[0].relation) == ("qinghe-b", Relation.SAME_TITLE)
    assert held(shipped) == {"qinghe": "31", "qinghe-20240601": "40", "qinghe-b": "50"}
    index = Index.open(shipped)
    titles = [index.shown_title(name) for name in held(shipped)]
    assert titles == [f"{TITLE}（2024-03-05，qinghe）", f"{TITLE}（2024-06-01）", f"{TITLE}（2024-03-05，b）"]


def test_a_plan_that_is_no_longer_replaced_comes_back(shipped, paper):
    first, second = paper("a.txt", count=40), paper("b.txt", count=50)
    assert told(add(shipped, [first], replace={first: "qinghe"})) == [("qinghe", Action.REPLACED, TITLE)]
    add(shipped, [second], replace={second: "qinghe"})
    build(shipped)
    assert held(shipped) == {"qinghe": "50"}
    assert told(remove(shipped, "qinghe")) == [("qinghe", Action.REMOVED, ""), ("qinghe", Action.BROUGHT_BACK, "")]
    assert held(shipped) == {"qinghe": "31"}
    assert check(shipped).faults == ()


def test_undoing_goes_back_step_by_step(shipped, paper):
    first, second = paper("a.txt", count=40), paper("b.txt", count=50)
    add(shipped, [first], edits={first: Override(kind=PaperKind.MINUTES)}, replace={first: "qinghe"})
    add(shipped, [second], replace={second: "qinghe"})
    build(shipped)
    assert told(undo(shipped)) == [("qinghe", Action.BROUGHT_BACK, TITLE)]
    assert (held(shipped), check(shipped).faults) == ({"qinghe": "40"}, ())
    assert Index.open(shipped).described("qinghe").kind == "minutes"
    undo(shipped)
    assert held(shipped) == {"qinghe": "31"}
    assert Index.open(shipped).described("qinghe").file == "documents/qinghe.txt"
    with pytest.raises(NothingToUndo):
        undo(shipped)
    build(shipped)
    assert (held(shipped), check(shipped).faults) == ({"qinghe": "31"}, ())


def test_undoing_the_removal_of_what_replaced_a_plan_puts_that_plan_out_again(shipped, paper):
    path = paper("a.txt", count=40)
    add(shipped, [path], replace={path: "qinghe"})
    remove(shipped, "qinghe")
    assert told(undo(shipped)) == [("qinghe", Action.BROUGHT_BACK, TITLE)]
    build(shipped)
    assert held(shipped) == {"qinghe": "40"}
    remove(shipped, "qinghe")
    assert held(shipped) == {"qinghe": "31"}


def test_a_removed_file_comes_back_with_its_id_and_edits(shipped, paper):
    path = paper("白石.txt", place="白河县")
    add(shipped, [path], edits={path: Override("白河县方案")})
    edit(shipped, "baihe", Override(place="青海省"))
    remove(shipped, "baihe")
    path.unlink()
    build(shipped)
    assert told(undo(shipped)) == [("baihe", Action.BROUGHT_BACK, "")]
    document = Index.open(shipped).described("baihe")
    assert (document.title, document.place, document.level) == ("白河县方案", "青海省", "region")
    assert not any((shipped.data_dir / "trash").rglob("*.txt"))


def test_undoing_takes_the_place_of_what_came_meanwhile(shipped, paper):
    remove(shipped, "qinghe")
    add(shipped, [paper("a.txt", count=40)])
    assert held(shipped) == {"qinghe": "40"}
    assert told(undo(shipped)) == [("qinghe", Action.BROUGHT_BACK, TITLE)]
    assert held(shipped) == {"qinghe": "31"}
    assert clean(shipped) == (TITLE,)


def test_what_was_cleaned_away_does_not_come_back_but_a_plan_that_stays_does(shipped, paper):
    first, second = paper("a.txt", count=40), paper("b.txt", count=50)
    add(shipped, [first], replace={first: "qinghe"})
    add(shipped, [second], replace={second: "qinghe"})
    assert clean(shipped) == (TITLE,)
    assert clean(shipped) == ()
    build(shipped)
    assert held(shipped) == {"qinghe": "50"}
    remove(shipped, "qinghe")
    assert held(shipped) == {"qinghe": "31"}
    clean(shipped)
    with pytest.raises(NothingToUndo):
        undo(shipped)


def test_content_that_is_there_already_may_take_the_place_of_another(shipped, paper):
    """It keeps its own id, under which people know it."""
    path = paper("a.txt", date="2024年6月1日", count=40)
    add(shipped, [path])
    (own,) = (one for one in held(shipped) if one != "qinghe")
    assert told(add(shipped, [path], replace={path: "qinghe"})) == [(own, Action.REPLACED, TITLE)]
    assert held(shipped) == {own: "40"}
    undo(shipped)
    assert held(shipped) == {"qinghe": "31", own: "40"}
    with pytest.raises(UnknownDocument, match="qinghe"):
        add(shipped, [path], replace={path: "nothing"})


def test_a_file_that_changed_since_it_was_taken_out_is_offered(shipped, paper):
    remove(shipped, "qinghe")
    assert build(shipped).skipped == ()
    path = paper("qinghe.txt", count=32, folder=shipped.documents_dir)
    (skipped,) = build(shipped).skipped
    assert (skipped.file, skipped.reason.split(";")[0]) == (
        "documents/qinghe.txt",
        "was taken out and has changed since",
    )
    assert f"index add {path}`" in skipped.reason
    add(shipped, [path])
    assert (held(shipped), build(shipped).skipped) == ({"qinghe": "32"}, ())


@pytest.mark.parametrize("name", [".a.txt", "~$a.txt", "长" * 82 + "名.txt", "._." + "a" * 248 + ".txt"])
def test_a_file_may_have_any_name(shipped, paper, name):
    path = paper(name, place="白河县")
    add(shipped, [path], edits={path: Override("白河县方案")})
    report = build(shipped)
    assert (report.skipped, check(shipped).faults) == ((), ())
    assert Index.open(shipped).source_path("baihe").name == name
    Index.open(shipped).source_path("baihe").unlink()
    assert told(add(shipped, [path])) == [("baihe", Action.ALREADY_THERE, "")]
    assert check(shipped).faults == ()
    remove(shipped, "baihe")
    undo(shipped)
    assert Index.open(shipped).described("baihe").title == "白河县方案"


def test_what_is_written_over_a_plan_of_the_documents_folder_stays(shipped, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("index.read.run_confined", lambda *_, **__: pytest.fail("nothing is to be read"))
        edit(shipped, "qinghe", Override("别的标题", "延安市", (2024, 2026)))
        assert told(edit(shipped, "qinghe", Override(kind=PaperKind.NOTICE))) == [("qinghe", Action.UPDATED, "")]
        assert told(edit(shipped, "qinghe", Override(kind=PaperKind.NOTICE))) == [("qinghe", Action.UNCHANGED, "")]
        build(shipped)
    for _ in range(2):
        one = Index.open(shipped).described("qinghe")
        assert (one.title, one.place, one.place_en, one.level) == ("别的标题", "延安市", "Yan'an", "city")
        assert (one.period, one.kind, check(shipped).faults) == ((2024, 2026), "notice", ())
        monkeypatch.setattr("index.updating.job.reader_fingerprint", lambda: "newer")
        monkeypatch.setattr("index.storage.check.reader_fingerprint", lambda: "newer")
        build(shipped)
    edit(shipped, "qinghe", Override(place="全国"))
    assert Index.open(shipped).described("qinghe").level == "country"
    assert list(shipped.documents_dir.iterdir()) == [shipped.documents_dir / "qinghe.txt"]


def test_what_an_earlier_version_took_out_stays_out(shipped):
    remove(shipped, "qinghe")
    with closing(sqlite3.connect(shipped.data_dir / "plans.db")) as connection, connection:
        for column in ("id", "title", "sha256", "replaced_by", "change"):
            connection.execute(f"alter table removed_sources drop column {column}")
        connection.execute("alter table texts drop column recognised")
        for table in ("works", "work_versions"):
            connection.execute(f"drop table {table}")
        connection.execute("update alembic_version set version_num = '0001'")
    assert build(shipped).skipped == ()
    assert held(shipped) == {}
    with pytest.raises(NothingToUndo):
        undo(shipped)
