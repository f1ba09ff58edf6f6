"""What a trainer changed."""

from __future__ import annotations

from dataclasses import replace

from assistant.courses import LineEdit, Pack, PackEdits, edited


def as_it_is(pack: Pack) -> tuple[LineEdit, ...]:
    exercises = (line for exercise in pack.exercises for line in exercise.lines)
    lines = (*(line for part in pack.parts for line in part.lines), *exercises)
    return tuple(LineEdit(line.id, line.text, line.cells) for line in lines)


def test_nothing_changed_is_the_same_pack(make):
    pack = make()
    assert edited(pack, PackEdits(as_it_is(pack), tuple(q.id for q in pack.quiz))) == pack


def test_lines_are_reworded_moved_and_dropped(make):
    pack = make()
    first, second, third, *rest = as_it_is(pack)
    changed = PackEdits((second, LineEdit(first.id, "  我的\n话 "), *rest), tuple(q.id for q in pack.quiz[1:][::-1]))
    after = edited(pack, changed)
    lines = after.parts[0].lines
    assert [line.id for line in lines][:2] == [second.id, first.id]
    assert lines[1].text == "我的 话"
    assert lines[1].citations == pack.parts[0].lines[0].citations
    assert after.quiz == pack.quiz[1:][::-1]
    assert third.id not in {line.id for part in after.parts for line in part.lines}


def test_empty_parts_and_unknown_ids_are_left_out(make):
    pack = make()
    first = pack.parts[0].lines[0]
    after = edited(pack, PackEdits((LineEdit(first.id, first.text), LineEdit("nowhere", "x")), ("nowhere",)))
    assert [part.part for part in after.parts] == [pack.parts[0].part]
    assert after.quiz == ()


def test_own_words_are_no_gloss(make):
    pack = make(language="en", topics=("gas",))
    line = replace(pack.parts[0].lines[0], unchecked=True)
    pack = replace(pack, parts=(replace(pack.parts[0], lines=(line,)),))
    assert edited(pack, PackEdits((LineEdit(line.id, line.text),), ())).parts[0].lines[0].unchecked
    after = edited(pack, PackEdits((LineEdit(line.id, "In my own words."),), ()))
    assert not after.parts[0].lines[0].unchecked


def test_what_a_model_wrote_is_changed_as_all_else(written, good):
    pack = written(good("zh"))
    first, second, _, fourth = pack.written.points
    one, other = pack.written.scenarios
    kept = [LineEdit(line.id, line.text) for line in (fourth, first, *one.lines, other.situation, other.asked)]
    after = edited(pack, PackEdits((*kept, LineEdit(second.id, "我的话")), ())).written
    assert [line.text for line in after.points] == [fourth.text, first.text, "我的话"]
    assert [line.by_model for line in after.points] == [True, True, False]
    assert after.points[2].citations == second.citations
    assert after.scenarios == (one,)  # the other has no solution left
    assert edited(pack, PackEdits(as_it_is(pack), ())).written.lines == ()


def test_a_source_stays_when_only_what_a_model_wrote_cites_it(written, good):
    pack = written(good("zh"))
    point = pack.written.points[0]
    after = edited(pack, PackEdits((LineEdit(point.id, point.text),), ()))
    assert after.citations == point.citations


def test_cells_of_a_row_are_changed_and_its_sentence_with_them(make):
    pack = make()
    part = next(part for part in pack.parts if part.columns)
    row = part.lines[0]
    cells = ("我的\n事项", *row.cells[1:])
    (after,) = edited(pack, PackEdits((LineEdit(row.id, row.text, cells),), ())).parts
    assert after.columns == part.columns
    assert after.lines[0].cells == ("我的 事项", *row.cells[1:])
    assert after.lines[0].text.startswith("我的 事项；")
    assert after.lines[0].citations == row.citations
    # Another number of cells than the table has columns is not what the page sends.
    assert edited(pack, PackEdits((LineEdit(row.id, row.text, ("x",)),), ())).parts[0].lines == (row,)


def test_an_exercise_without_its_question_is_gone(make):
    pack = make()
    one, *others = pack.exercises
    edits = tuple(edit for edit in as_it_is(pack) if edit.id != one.asked.id)
    assert edited(pack, PackEdits(edits, ())).exercises == tuple(others)
