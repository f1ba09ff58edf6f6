"""The pack as a whole."""

from __future__ import annotations

import re
from datetime import date

import pytest

from assistant import Language
from assistant.courses import Audience, Part, building, wording
from assistant.courses.export.outline import cautions, place
from assistant.courses.pieces import alike
from assistant.wording.in_english import is_chinese
from index.errors import UnknownDocument

LANGUAGES = (Language.ZH, Language.EN)
DAY = date(2025, 6, 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_is_cited_with_the_plans_own_text(plans, make, language):
    pack = make(language=language)
    text = plans.document("kizilsu-2024").clean.text
    lines = [line for part in pack.parts for line in part.lines]
    lines += [line for exercise in pack.exercises for line in exercise.solution]
    assert len(lines) >= 20
    for line in lines:
        assert line.citations
        assert all(text[c.start : c.end] == c.quote for c in line.citations)


def test_gas_and_fire_pack_tells_who_answers(make):
    pack = make()
    parts = {part.part: part for part in pack.parts}
    told = " ".join(line.text for line in parts[Part.DUTIES].lines)
    assert "自治州住房和城乡建设局" in told
    assert "自治州消防救援支队" in told
    assert "王海江" in told  # who holds the office that answers for gas
    assert any("消防供水全覆盖" in line.text for line in parts[Part.DEADLINES].lines)
    common = wording(Language.ZH, "group_common", theme="")
    own = [line for line in parts[Part.POINTS].lines if not line.group.startswith(common)]
    assert all("燃气" in line.text or "消防" in line.text for line in own)
    assert len(own) > len(parts[Part.POINTS].lines) / 2


def test_english_pack_has_offices_in_both_languages_and_else_english_alone(make):
    pack = make(language=Language.EN, topics=("gas and fire safety",))
    parts = {part.part: part for part in pack.parts}
    duties = " ".join(line.text for line in parts[Part.DUTIES].lines)
    assert "Housing and Urban-Rural Development Bureau (自治州住房和城乡建设局)" in duties
    assert "Wang Haijiang (王海江)" in duties
    assert not any(line.unchecked for part in pack.parts for line in part.lines)
    assert not any(
        is_chinese(line.text) for part in (Part.AIMS, Part.POINTS, Part.DEADLINES) for line in parts[part].lines
    )


@pytest.mark.parametrize("plan", ["jincheng-13th", "kunming-14th"])
def test_lines_are_short_and_do_not_repeat_each_other(make, plan):
    pack = make(plans=(plan,), topics=(), audience=Audience.PARTY_HEAD, hours=4.0)
    # Aims and questions name what other lines say.
    naming = (Part.AIMS, Part.DISCUSSION, Part.FIGURES)
    said = [line.text for part in pack.parts if part.part not in naming for line in part.lines]
    assert max(map(len, said)) <= 220
    assert not [(a, b) for i, a in enumerate(said) for b in said[:i] if alike(a, b) > 0.75]


def test_a_row_is_told_with_its_table(make):
    pack = make(plans=("ningxia-14th",), topics=("煤矿",), audience=Audience.DEPUTY_HEAD)
    figures = next(part for part in pack.parts if part.part is Part.FIGURES)
    rows = [line.text for line in figures.lines if "百万吨死亡率" in line.text]
    assert rows
    assert all("下降10%" in row and "安全生产主要指标" in row for row in rows)


def test_sources_are_numbered_through(make):
    pack = make()
    assert [citation.number for citation in pack.citations] == list(range(1, len(pack.citations) + 1))
    places = [(c.document, c.start, c.end) for c in pack.citations]
    assert len(set(places)) == len(places)


def test_questions_for_discussion_quote_what_is_cited(make):
    pack = make()
    for line in next(part for part in pack.parts if part.part is Part.DISCUSSION).lines:
        said = re.findall("“([^”]*)”", line.text)
        assert said
        quotes = "".join(citation.quote for citation in line.citations)
        for piece in said:
            assert piece.rpartition("：")[2].removesuffix("等").translate(str.maketrans("‘’", "“”")) in quotes


def test_equal_requests_give_equal_packs(asking, make, asked):
    steps = building(asking, asked(), DAY)
    names = []
    while True:
        try:
            names.append(next(steps)[0])
        except StopIteration as done:
            assert done.value == make(day=DAY)
            break
    assert names[0] == "search"
    assert names[-1] == "quiz"


def test_minutes_are_the_length_that_was_asked_for(make):
    pack = make(hours=2.0)
    given = [part.minutes for part in pack.parts] + [pack.quiz_minutes, pack.exercise_minutes]
    assert sum(given) == 110  # and ten minutes of breaks
    assert pack.exercise_minutes > 0
    assert len(pack.exercises) == 2


def test_what_the_lesson_is_for_names_what_it_holds(make):
    aims = next(part for part in make().parts if part.part is Part.AIMS).lines
    able = [line for line in aims if line.group == wording(Language.ZH, "aims_able")]
    assert any("谁牵头" in line.text for line in able)
    assert len(able) >= 3
    assert len(able) < len(aims)  # the plan's own goals stand behind


def test_columns_in_which_nothing_stands_are_left_out(make):
    pack = make(plans=("kunming-14th",), topics=(), audience=Audience.ENTERPRISE_HEAD)
    for part in pack.parts:
        assert all(len(line.cells) == len(part.columns) for line in part.lines)
        assert all(any(line.cells[at] for line in part.lines) for at in range(len(part.columns)))


def test_audiences_get_different_points(make):
    points = []
    for audience in (Audience.PARTY_HEAD, Audience.ENTERPRISE_HEAD):
        pack = make(plans=("jincheng-13th",), topics=(), audience=audience)
        points.append({line.text for part in pack.parts if part.part is Part.POINTS for line in part.lines})
    assert len(points[0] & points[1]) < len(points[0]) / 2


def test_a_topic_that_no_plan_speaks_of_gives_no_material(make):
    pack = make(topics=("电动自行车换电柜",))
    assert pack.parts == ()
    assert pack.quiz == ()
    assert pack.untold == ("电动自行车换电柜",)


def test_a_topic_beside_others_that_no_plan_speaks_of_is_told(make):
    pack = make(topics=("燃气", "电动自行车换电柜"))
    assert pack.parts
    assert pack.untold == ("电动自行车换电柜",)


def test_unknown_plan_is_refused(asking, asked):
    with pytest.raises(UnknownDocument):
        list(building(asking, asked(plans=("atlantis",))))


def test_lines_of_several_plans_name_their_place(make):
    pack = make(plans=("ningxia-14th", "zhongwei-13th"), topics=("煤矿",))
    places = {place(line, pack) for part in pack.parts for line in part.lines}
    assert places == {"宁夏", "中卫"}
    one = make()
    assert place(one.parts[0].lines[0], one) == ""


def test_a_firms_pack_on_everything_says_which_trades_it_leaves_out(make):
    pack = make(plans=("kunming-14th",), topics=(), audience=Audience.ENTERPRISE_HEAD)
    sections = {citation.section.rpartition(" › ")[2] for line in pack.lines for citation in line.citations}
    assert "旅游安全" in pack.left_out
    assert not any(section.endswith(left) for left in pack.left_out for section in sections)
    assert any("旅游安全" in said for said in cautions(pack))
    assert make(topics=("消防",), audience=Audience.ENTERPRISE_HEAD).left_out == ()
