import pytest

from assistant import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("昆明2020年道路交通事故多少起，死亡多少人", ["183起", "188人"]),
        ("昆明2019年建筑施工事故多少起，死亡多少人？", ["31起", "30人"]),
        ("昆明2020年道路运输事故多少起，建筑施工死亡多少人", ["183起", "30人"]),
        ("How many road transport accidents and deaths did Kunming have in 2020?", ["183", "188"]),
        ("昆明2016年至2020年每年死亡人数是多少", ["403人", "220人", "188人", "262人", "257人"]),
        ("昆明2016年至2020年哪一年事故起数最少", ["最少的是2018年（190起）"]),
        ("In which year did Kunming have the fewest deaths?", ["the lowest is 188 people (2018)"]),
        ("昆明2020年哪个行业死亡人数最多", ["最多的是道路运输（188人）"]),
        ("中卫十三五指标中降幅最大的是哪一项", ["最大的是亿元地区生产总值生产安全事故死亡率（降幅 36.84%）"]),
        ("宁夏哪项指标下降最多", ["单位地区生产总值生产安全事故死亡率（下降33%）"]),
        ("昆明2020年比2016年事故起数减少了多少", ["473−254=219", "219÷473=46.3%"]),
        ("中卫2015年各类事故死亡多少人", ["51人"]),
    ],
)
def test_figures_are_read_off_the_table(asking: Assistant, question: str, told: list[str]) -> None:
    answer = asking.ask(question)
    assert [part for part in told if part not in answer.answer] == []
    assert answer.citations


@pytest.mark.parametrize("question", ["昆明2015年道路运输死亡多少人", "昆明2020年核电事故多少起"])
def test_another_year_or_thing_is_not_read_off_it(asking: Assistant, question: str) -> None:
    assert "昆明市生产安全事故统计情况" not in asking.ask(question).answer
