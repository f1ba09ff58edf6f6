"""Files on their way into the library: read, corrected, added one by one, stopped."""

from __future__ import annotations

import json
import threading

import pytest

from assistant.ui.library.adding import FileToAdd, add_one_by_one, read_proposals, sent_edits
from index import Index
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
    plans = {document.id: document for document in Index.open(settings).documents}
    paths = files(
        same=PLAN,
        newer=PLAN + "新的一条。\n",
        weinan=PLAN.replace("西安", "渭南"),
        again=PLAN.replace("西安", "渭南"),
        empty="",
    )
    same, newer, weinan, again, empty = read_proposals(paths, plans, settings, "zh")
    assert same.same_as == "西安市“十四五”安全生产规划"
    assert newer.replaces == ""
    assert (weinan.document.place, weinan.same_as, weinan.replaces) == ("渭南市", "", "")
    assert again.same_as == "weinan.txt"
    assert (empty.document, empty.fault) == (None, "文件里没有文字。")


def test_files_are_added_one_by_one_with_what_was_written_over_them(settings, files):
    build(settings)
    good, bad = files(good=PLAN, bad="")
    tasks = [FileToAdd(settings, bad, Override()), FileToAdd(settings, good, Override("新标题"))]
    told = [list(lines) for lines in add_one_by_one(tasks, threading.Event(), "zh")]
    assert told[0][1].state == "waiting"
    assert any(lines[1].state == "working" for lines in told)
    assert [line.state for line in told[-1]] == ["bad", "good"]
    assert told[-1][1].text == "已加入：《新标题》，编号 xian-14th"
    assert [document.title for document in Index.open(settings).documents] == ["新标题"]


def test_stopping_leaves_the_index_as_it_was(settings, files):
    build(settings)
    before = Index.open(settings).fingerprint
    stop = threading.Event()
    tasks = [FileToAdd(settings, path, Override()) for path in files(a=PLAN, b=PLAN.replace("西安", "渭南"))]
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


FORM = {"title": " 新  标题 ", "place": "", "first": "2021", "last": "2025", "replaces": "xian-14th"}


def test_form_becomes_an_edit():
    assert sent_edits(json.dumps({"1": FORM}), ["a", "b"]) == [
        Override(),
        Override("新 标题", "", (2021, 2025)),
    ]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"0": 3}', '{"0": null}'])
def test_anything_else_from_a_browser_changes_nothing(text):
    assert sent_edits(text, ["a"]) == [Override()]


@pytest.mark.parametrize(
    ("first", "last"), [("2025", "2021"), ("x", "2025"), ("", "2025"), ("2021", "9" * 5000), ("0021", "2025")]
)
def test_years_that_are_none_are_left_to_the_file(first, last):
    (edit,) = sent_edits(json.dumps({"0": FORM | {"first": first, "last": last}}), ["a"])
    assert edit.period is None
