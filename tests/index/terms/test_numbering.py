"""The one reader of numbers: every style, what is no number, and numerals both ways."""

from __future__ import annotations

import pytest

from index.terms.numbering import Style, chinese_numeral, in_figures, numeral_value, read_number, without_number


@pytest.mark.parametrize(
    ("line", "style", "written", "value", "rest"),
    [
        ("第一部分 总体要求", Style.PART, "第一部分", 1, "总体要求"),
        ("第一编 总则", Style.PART, "第一编", 1, "总则"),
        ("第2章 职责", Style.CHAPTER, "第2章", 2, "职责"),
        ("第三十六条之一 渡工应当体检", Style.ARTICLE, "第三十六条之一", 36, "渡工应当体检"),
        ("第三条之规定", Style.ARTICLE, "第三条", 3, "之规定"),
        ("Part II Training", Style.PART, "Part II", 2, "Training"),
        ("CHAPTER 3", Style.CHAPTER, "CHAPTER 3", 3, ""),
        ("Section 4: Drills", Style.SECTION, "Section 4:", 4, "Drills"),
        ("Article 5 The ferryman keeps a list", Style.ARTICLE, "Article 5", 5, "The ferryman keeps a list"),
        ("Annex B: Ferries", Style.ATTACHMENT, "Annex B:", 2, "Ferries"),
        ("附录A 渡口", Style.ATTACHMENT, "附录A", 1, "渡口"),
        ("附件PDF下载", Style.ATTACHMENT, "附件", None, "PDF下载"),
        ("一. 总则", Style.HAN, "一.", 1, "总则"),
        ("Ⅳ、保障", Style.ROMAN, "Ⅳ、", 4, "保障"),
        ("IX. Drills", Style.ROMAN, "IX.", 9, "Drills"),
        ("B. Teams", Style.LETTER, "B.", 2, "Teams"),
        ("2）对渡口", Style.DIGITS_CLOSED, "2）", 2, "对渡口"),
        ("(c) keep a list", Style.LETTER_BRACKETED, "(c)", 3, "keep a list"),
        ("(iv) keep a list", Style.ROMAN_BRACKETED, "(iv)", 4, "keep a list"),
        ("1.1.1.2 检查", Style.DECIMAL_4, "1.1.1.2", 2, "检查"),
        ("1.2. 依据", Style.DECIMAL, "1.2", 2, "依据"),
        ("3.2 Ⅱ级响应", Style.DECIMAL, "3.2", 2, "Ⅱ级响应"),
        ("3.3 GIS平台", Style.DECIMAL, "3.3", 3, "GIS平台"),
        ("1.2 Scope", Style.DECIMAL, "1.2", 2, "Scope"),
        ("第十二章总则", Style.CHAPTER, "第十二章", 12, "总则"),
        ("第 二 节 目标", Style.SECTION, "第 二 节", 2, "目标"),
        ("第三十条本条例自公布之日起施行", Style.ARTICLE, "第三十条", 30, "本条例自公布之日起施行"),
        ("十一、保障措施", Style.HAN, "十一、", 11, "保障措施"),
        ("  （二）、任务", Style.HAN_BRACKETED, "（二）、", 2, "任务"),
        ("(甲)任务", Style.HAN_BRACKETED, "(甲)", 1, "任务"),
        ("【行动三】清零行动", Style.HAN_FRAMED, "【行动三】", 3, "清零行动"),
        ("一是强化监管", Style.SPOKEN, "一是", 1, "强化监管"),
        ("11 . 住建局", Style.DIGITS, "11 .", 11, "住建局"),
        ("3.2025年底前完成", Style.DIGITS, "3.", 3, "2025年底前完成"),
        ("1：事故统计情况", Style.DIGITS_COLON, "1：", 1, "事故统计情况"),
        ("(2)对企业", Style.DIGITS_BRACKETED, "(2)", 2, "对企业"),
        ("⑫建立台账", Style.CIRCLED, "⑫", 12, "建立台账"),
        ("3.2健全体系", Style.DECIMAL, "3.2", 2, "健全体系"),
        ("3.2.1 健全体系", Style.DECIMAL_3, "3.2.1", 1, "健全体系"),
        ("3 主要任务", Style.SPACED, "3", 3, "主要任务"),
        ("12旅游安全", Style.BARE, "12", 12, "旅游安全"),
        ("专栏7：重点工程", Style.BOX, "专栏7：", 7, "重点工程"),
        ("表1三年行动主要指标", Style.TABLE, "表1", 1, "三年行动主要指标"),
        ("表 2 主要指标", Style.TABLE, "表 2", 2, "主要指标"),
        ("附件:1.职责分工", Style.ATTACHMENT, "附件:", None, "1.职责分工"),
        ("——坚持人民至上", Style.BULLET, "——", None, "坚持人民至上"),
    ],
)
def test_each_style_gives_its_number_and_the_rest(line, style, written, value, rest):
    number = read_number(line)
    assert (number.style, number.written, number.value, line[number.end :]) == (style, written, value, rest)


@pytest.mark.parametrize(
    "line",
    [
        "Article 3 of the Act",
        "Section 5, as amended",
        "Part-time ferrymen",
        "Ⅰ级响应",
        "A级风险",
        "3.5 MPa压力",
        "3.5MW机组",
        "",
        "6.5%以下",
        "8:30前",
        "2025年底前",
        "1、2、3号井",
        "100%覆盖",
        "第三方机构",
        "表彰先进",
        "十四五时期",
        "3.2%",
    ],
)
def test_a_figure_or_a_word_is_no_number(line):
    assert read_number(line) is None


def test_a_heading_stands_without_its_number():
    assert without_number("（一） 总体要求") == "总体要求"
    assert without_number(" 总体要求 ") == "总体要求"


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("十", 10),
        ("十四", 14),
        ("二十", 20),
        ("一百零一", 101),
        ("一百一十", 110),
        ("一千二百", 1200),
        ("两", 2),
        ("二〇二五", 2025),
        ("12", 12),
        ("⑫", 12),
        ("丙", 3),
        ("一万", 10_000),
        ("第", None),
        ("½", None),
        ("", None),
    ],
)
def test_numerals_are_read(numeral, value):
    assert numeral_value(numeral) == value


def test_a_numeral_written_is_read_again():
    assert all(numeral_value(chinese_numeral(number)) == number for number in range(1, 1100))


def test_numerals_of_all_kinds_are_alike_in_figures():
    assert in_figures("Ⅱ级响应") == in_figures("二级响应") == in_figures("II级响应") == "2级响应"
