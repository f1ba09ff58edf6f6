"""Packs as Markdown."""

from __future__ import annotations

from assistant.courses import LineEdit, PackEdits, edited, to_markdown


def test_everything_is_in_the_file(make):
    pack = make()
    text = to_markdown(pack).decode()
    plain = text.replace("\\", "")
    assert all(line.text in plain for part in pack.parts for line in part.lines)
    assert all(question.prompt in plain for question in pack.quiz)
    assert all(f"[{citation.number}]" in text for citation in pack.citations)
    assert text.index("## 测验\n") < text.index("## 测验答案") < text.index("## 出处")


def test_english_glosses_are_marked_and_have_the_chinese_beside_them(make):
    pack = make(language="en", topics=("gas and fire safety",))
    text = to_markdown(pack).decode()
    line = next(line for part in pack.parts for line in part.lines if line.gloss)
    assert f"Gloss: {line.text[:20]}" in text
    assert line.citations[0].quote[:20] in text


def test_words_of_people_and_plans_make_no_markup(make):
    pack = make()
    first = pack.parts[0].lines[0]
    changed = edited(pack, PackEdits((LineEdit(first.id, "# <b>*x*</b>"),), ()))
    assert "\\# \\<b\\>\\*x\\*\\</b\\>" in to_markdown(changed).decode()
