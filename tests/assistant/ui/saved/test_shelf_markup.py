"""The list of saved work as markup: found by kind and words, opened in its row, everything escaped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.saved.bodies import Note, PinnedAnswer, to_body
from assistant.saved.types import Version, Work, WorkHead, WorkKind
from assistant.types import Answer, Citation, Language, Mode
from assistant.ui.ask.conversation import Conversation, Turn
from assistant.ui.ask.kept import to_json
from assistant.ui.saved.open_work import saved_strip, unsaved_strip
from assistant.ui.saved.shelf_markup import MAX_ROWS, Notice, Shelf, found, shelf_page, unfolded_of, write_note

TIME = "2026-01-02T03:04:05+00:00"
HOSTILE = '<b>"x" & {{ 7*7 }}'


def head(work_id="a", kind=WorkKind.NOTE, title="A title", about=""):
    versions = tuple(Version(number, TIME, TIME, 7) for number in (1, 3, 4))
    return WorkHead(work_id, kind, title, TIME, TIME, 4, about, "", versions)


def page(heads, shelf=None, unfolded=None, language="en"):
    return shelf_page(heads, shelf or Shelf(), unfolded, {}, language)


def pinned(answer="The bureau leads. [1]", note=""):
    citation = Citation(1, "kizilsu-2024", "Plan", "四、任务", 2, 3, 9, "城镇燃气")
    one = Answer("", "Who leads?", Language.EN, False, answer, (citation,), (), Mode.EXTRACTIVE, {})
    body = to_body(PinnedAnswer(to_json(Conversation("", (Turn("Who leads?", one),))), note))
    return Work("a", WorkKind.ANSWER, "Who leads?", TIME, TIME, 1, body)


def test_it_is_found_by_kind_and_by_all_words_of_title_and_line():
    heads = [head("a", title="Gas 燃气", about="for heads"), head("b", WorkKind.PACK, "Gas"), head("c", title="Fire")]
    ids = lambda **shelf: [one.id for one in found(heads, Shelf(**shelf))]  # noqa: E731
    assert ids() == ["a", "b", "c"]
    assert ids(kind="pack") == ["b"]
    assert ids(needle="gas") == ["a", "b"]
    assert ids(needle="HEADS 燃气") == ["a"]
    assert ids(kind="nonsense") == []
    heads.append(replace(head("d"), text="Every word of the note"))
    assert ids(needle="NOTE every") == ["d"]


def test_an_empty_list_says_how_things_get_there_and_a_narrowed_one_that_nothing_matches():
    assert "Nothing here yet" in page([])
    assert "Nothing here matches" in page([head()], Shelf(needle="other"))


def test_each_kind_is_opened_where_it_belongs_and_has_its_files():
    html = page([head(kind, kind) for kind in WorkKind])
    for link in ("#training/pack", "#compare/comparison", "#ask/conversation"):
        assert f'href="{link}"' in html
    assert html.count('data-work="open"') == 2
    assert html.count('data-form="pptx"') == 2
    assert html.count('data-form="xlsx"') == 1


def test_titles_lines_and_notices_are_text():
    html = page([head(title=HOSTILE, about=HOSTILE)], Shelf(notice=Notice(HOSTILE, bad=True)))
    assert "<b>" not in html
    assert "49" not in html
    assert 'role="alert"' in html
    assert "<b>" not in unsaved_strip(HOSTILE, "zh")


def test_a_long_list_is_cut_and_says_so():
    html = page([head(str(number)) for number in range(MAX_ROWS + 5)])
    assert html.count("<li data-id") == MAX_ROWS
    assert f"{MAX_ROWS + 5} in all" in html


def test_a_pinned_answer_opens_with_its_sources_and_note():
    unfolded = unfolded_of(pinned(f"{HOSTILE} [1]", note=HOSTILE), "en")
    html = page([head("a", WorkKind.ANSWER)], Shelf(opened="a"), unfolded)
    assert 'class="cite" data-doc="kizilsu-2024" data-start="3" data-end="9"' in html
    assert "城镇燃气" in html
    assert "<b>" not in html
    assert html.count("&lt;b&gt;") == 2


def test_a_note_opens_to_be_changed():
    work = Work("a", WorkKind.NOTE, "x", TIME, TIME, 1, to_body(Note("one\ntwo")))
    html = page([head()], Shelf(opened="a"), unfolded_of(replace(work, version=3), "en"))
    assert ">one\ntwo</textarea>" in html
    assert 'data-work-note="a" data-version="3"' in html


def test_what_was_saved_is_told_to_the_script():
    assert 'data-settled="a&amp;"' in page([head()], Shelf(notice=Notice("saved", settled="a&")))
    assert "data-settled" not in page([head()], Shelf(notice=Notice("saved")))


@pytest.mark.parametrize("kind", [WorkKind.ANSWER, WorkKind.NOTE])
def test_what_cannot_be_read_any_more_is_told_in_its_row(kind):
    unfolded = unfolded_of(Work("a", kind, "x", TIME, TIME, 1, '{"of": "another day"}'), "en")
    html = page([head("a", kind)], Shelf(opened="a"), unfolded)
    assert "Another version of the program saved this" in html
    assert "<textarea" not in html


def test_the_strip_lists_versions_the_newest_first():
    html = saved_strip("training", head(), "en")
    assert html.index('data-go-back="3"') < html.index('data-go-back="1"')
    assert 'data-go-back="4"' not in html
    assert "Versions (3)" in html
    assert 'data-work-link="training/a"' in html


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_form_for_a_note_is_in_the_language_of_the_page(language):
    assert ("Write a note" in write_note(language)) == (language == "en")
