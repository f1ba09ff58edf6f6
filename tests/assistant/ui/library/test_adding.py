"""Files on their way into the library: read, corrected, added one by one, stopped."""

from __future__ import annotations

import threading
import zipfile

import pytest

from assistant.ui.library.adding import FileToAdd, add_one_by_one, proposing, read_proposals, with_members
from assistant.ui.library.file_forms import Proposal
from assistant.ui.library.sent_forms import SentFile
from evals.models.chat_server import chat_server
from index import Index, Relation
from index.build import build
from index.storage.overrides import Override

PLAN = "西安市“十四五”安全生产规划\n\n一、总体要求\n坚持人民至上、生命至上。\n市住建局负责城镇燃气。\n"


@pytest.fixture
def files(tmp_path):
    def make(**texts):
        made = []
        for name, text in texts.items():
            made.append(tmp_path / f"{name}.txt")
            made[-1].write_text(text, "utf-8")
        return made

    return make


def test_chosen_files_are_described_and_what_is_wrong_is_told(settings, files):
    (settings.documents_dir / "xian.txt").write_text(PLAN, "utf-8")
    build(settings)
    paths = files(
        same=PLAN,
        newer=PLAN + "新的一条。\n",
        weinan=PLAN.replace("西安", "渭南"),
        again=PLAN.replace("西安", "渭南"),
        empty="",
    )
    news = read_proposals(paths, Index.open(settings), settings, threading.Event(), "zh")
    same, newer, weinan, again, empty = (one for one in news if isinstance(one, Proposal))
    assert same.same_as == "西安市“十四五”安全生产规划"
    (held,) = newer.like
    assert (held.document.id, held.opening, held.relation) == ("xian-14th", PLAN[:200].strip(), Relation.SAME_TITLE)
    assert newer.opening.startswith("西安市")
    assert (weinan.document.place, weinan.same_as, weinan.like) == ("渭南市", "", ())
    assert again.same_as == "weinan.txt"
    assert (empty.document, empty.fault) == (None, "文件里没有文字。")


def test_what_a_language_model_chose_is_marked_and_why_it_chose_nothing_is_told(settings, files, monkeypatch):
    build(settings)
    paths = files(
        speech="（根据录音整理）\n在电视电话会议上的讲话\n市长 李明\n同志们：\n今天部署防火工作。\n一、抓落实\n"
    )
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-a-test")
    with chat_server(lambda _: '{"title_lines": [2], "issuer_line": 0, "kind": "briefing"}') as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        own = settings.model_copy(update={"llm": "openai:scripted-titles"})
        *_, (_, form, _, _) = proposing(paths, Index.open(own), own, threading.Event(), "zh")
    assert 'value="在电视电话会议上的讲话"' in form
    assert "标题由语言模型从正文选定，请核对。" in form
    assert "类型由语言模型认定，请核对。" in form
    down = settings.model_copy(update={"llm": "openai:scripted-down", "data_dir": settings.data_dir / "other"})
    *_, (_, form, _, _) = proposing(paths, Index.open(settings), down, threading.Event(), "en")
    assert "chosen by" not in form
    assert "Title and kind are as the program reads them; the language model was of no help:" in form


def test_the_reading_of_chosen_files_can_be_stopped(settings, files):
    build(settings)
    stop = threading.Event()
    pages = proposing(files(one=PLAN, two=PLAN), Index.open(settings), settings, stop, "zh")
    assert next(pages)[3]["visible"]
    stop.set()
    *_, (states, forms, upload, button) = pages
    assert states.count("已停止，未加入") == 2
    assert (forms, upload["interactive"], button["visible"]) == ("", False, False)


def test_files_are_added_one_by_one_with_what_was_written_over_them(settings, files):
    build(settings)
    good, bad = files(good=PLAN, bad="")
    tasks = [FileToAdd(settings, bad), FileToAdd(settings, good, SentFile(Override("新标题")))]
    told = [list(lines) for lines in add_one_by_one(tasks, threading.Event(), "zh")]
    assert told[0][1].state == "waiting"
    assert any(lines[1].state == "working" for lines in told)
    assert [line.state for line in told[-1]] == ["bad", "good"]
    assert told[-1][1].text == "已加入：《新标题》，编号 xian-14th。"
    assert [document.title for document in Index.open(settings).documents] == ["新标题"]


def test_stopping_leaves_the_index_as_it_was(settings, files):
    build(settings)
    before = Index.open(settings).fingerprint
    stop = threading.Event()
    tasks = [FileToAdd(settings, path) for path in files(a=PLAN, b=PLAN.replace("西安", "渭南"))]
    told = []
    for lines in add_one_by_one(tasks, stop, "en"):
        stop.set()
        told = list(lines)
    assert [(line.state, line.text) for line in told] == [("bad", "Stopped, not added")] * 2
    assert Index.open(settings).fingerprint == before
    assert not any((settings.data_dir / "uploads").rglob("*.txt"))


def test_nothing_chosen_is_told():
    (lines,) = add_one_by_one([], threading.Event(), "zh")
    assert lines[0].text == "请先选择文件。"


def test_a_file_takes_the_place_of_another_only_where_that_is_chosen(settings, files):
    build(settings)
    first, beside, instead, left = files(first=PLAN, beside=PLAN + "二\n", instead=PLAN + "三\n", left=PLAN + "四\n")
    tasks = [
        FileToAdd(settings, first),
        FileToAdd(settings, beside),
        FileToAdd(settings, instead, SentFile(replaces="xian-14th")),
        FileToAdd(settings, left, SentFile(skipped=True)),
    ]
    *_, last = add_one_by_one(tasks, threading.Event(), "zh")
    held = Index.open(settings).documents
    assert len(held) == 2
    assert {document.file.rpartition("/")[2] for document in held} == {"beside.txt", "instead.txt"}
    assert "规划库中还有标题相同的" in last[1].text
    assert "替换了《西安市“十四五”安全生产规划》" in last[2].text
    assert [line.undoable for line in last] == [False, False, True, False]
    assert last[3].text == "按您的选择未加入"


def test_the_files_of_an_archive_stand_in_its_place_and_a_refused_one_tells_why(settings, tmp_path):
    build(settings)
    with zipfile.ZipFile(tmp_path / "good.zip", "w") as archive:
        archive.writestr("西安.txt", PLAN)
        archive.writestr("渭南.txt", PLAN.replace("西安", "渭南"))
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        archive.writestr("inner.zip", b"")
    sent = [str(tmp_path / "good.zip"), str(tmp_path / "bad.zip")]
    for _ in range(2):  # looked at, then added
        paths = with_members(sent, settings)
    assert [path.name for path in paths] == ["西安.txt", "渭南.txt", "bad.zip"]
    *_, bad = read_proposals(paths, Index.open(settings), settings, threading.Event(), "en")
    assert bad.fault == "The archive holds another archive, inner.zip; unpack it and add the files."
    *_, told = add_one_by_one([FileToAdd(settings, path) for path in paths], threading.Event(), "en")
    assert [line.state for line in told] == ["good", "good", "bad"]
    assert "inner.zip" in told[2].text
