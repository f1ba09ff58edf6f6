"""What a file would be in the index, before it is added."""

from __future__ import annotations

import pytest

from index import Index, Relation
from index.build import build
from index.errors import CorruptFile, EmptyFile
from index.preview import preview
from index.types import PaperKind


def silent(_message, _share):
    """Where nobody listens."""


@pytest.fixture
def held(settings, plan_text):
    (settings.documents_dir / "xian.txt").write_text(plan_text, "utf-8")
    build(settings)
    return Index.open(settings).documents


def test_new_plan_is_described(held, settings, plan_text, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(plan_text.replace("西安", "渭南"), "utf-8")
    seen = preview(path, held, settings, silent)
    assert (seen.document.title, seen.document.place) == ("渭南市“十四五”安全生产规划", "渭南市")
    assert (seen.document.period, seen.same_as, seen.like) == ((2021, 2025), "", ())
    assert seen.chars > 100


def test_same_content_and_same_title_are_noticed(held, settings, plan_text, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(plan_text, "utf-8")
    seen = preview(path, held, settings, silent)
    assert (seen.same_as, seen.like) == ("xian-14th", ())
    path.write_text(plan_text + "新的一条。\n", "utf-8")
    seen = preview(path, held, settings, silent)
    (like,) = seen.like
    assert (seen.same_as, like.document.id, like.relation) == ("", "xian-14th", Relation.SAME_TITLE)
    assert seen.opening.startswith("西安市“十四五”安全生产规划\n")
    path.write_text(plan_text.replace("2022年3月5日", "2023年6月1日"), "utf-8")
    assert [like.relation for like in preview(path, held, settings, silent).like] == [Relation.LATER_VERSION]


def test_what_cannot_be_added_is_refused_as_it_would_be_then(held, settings, tmp_path):
    (tmp_path / "a.pdf").write_text("no pdf", "utf-8")
    (tmp_path / "b.txt").write_text("", "utf-8")
    with pytest.raises(CorruptFile):
        preview(tmp_path / "a.pdf", held, settings, silent)
    with pytest.raises(EmptyFile):
        preview(tmp_path / "b.txt", held, settings, silent)


def test_of_a_file_that_holds_several_the_titles_and_their_like_are_told(held, settings, plan_text, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(plan_text + plan_text.replace("西安", "渭南"), "utf-8")
    seen = preview(path, held, settings, silent)
    assert seen.papers == ("西安市“十四五”安全生产规划", "渭南市“十四五”安全生产规划")
    assert seen.document.kind == PaperKind.COMPILATION
    assert [like.document.id for like in seen.like] == ["xian-14th"]
