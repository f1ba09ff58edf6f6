"""What the page shows is made from text that may come from anywhere."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assistant.types import Answer, Citation, Language, Mode, Trace
from assistant.ui.ask.conversation import Turn, chat_list, conversation_log
from assistant.ui.frame.frame_markup import failed
from assistant.ui.library.file_forms import FileState, LikeDocument, Proposal, file_states, proposals
from assistant.ui.library.library_markup import document_rows, fact_list, found_passages, removal_question
from assistant.ui.shared.labels import where
from assistant.ui.shared.notes import heading, hint
from assistant.ui.shared.reader.paper import MAX_READ_CHARS, document_page, missing_passage
from index import Relation
from index.fact_types import Deadline, Indicator, Status
from index.indexed_document import IndexedDocument
from index.translation.memory import Line, Memory
from index.types import Cell, Chunk, CleanText, Document, Level, PaperKind, Section, SectionKind, Span, Table

EVIL = "<script>alert(1)</script>\"'&${x}{{y}}"


def make_document(**changed):
    document = Document(
        id="kizilsu-2024",
        title="三年行动方案",
        title_en="Three-year plan",
        file="kizilsu.txt",
        sha256="",
        place="克孜勒苏柯尔克孜自治州",
        place_en="Kizilsu",
        places=("克孜勒苏柯尔克孜自治州", "克州", "Kizilsu"),
        level=Level.PREFECTURE,
        period=(2024, 2026),
    )
    return replace(document, **changed)


def make_answer(text="住建局牵头。[1]", **changed):
    citation = Citation(1, "kizilsu-2024", "三年行动方案", "四、任务 › 11", None, 3, 9, "城镇燃气")
    answer = Answer(
        "1",
        "谁牵头?",
        Language.ZH,
        refused=False,
        answer=text,
        citations=(citation,),
        suggestions=(),
        mode=Mode.EXTRACTIVE,
    )
    return replace(answer, **changed)


def make_indexed(text, *, sections=(), tables=(), pages=(), **changed):
    span = Span("kizilsu-2024", 0, len(text))
    root = Section(SectionKind.DOCUMENT, "", "", span, 0, tuple(sections))
    return IndexedDocument(make_document(**changed), CleanText("kizilsu-2024", text, pages), root, tuple(tables), ())


PLANS = {"kizilsu-2024": make_document()}


def shown(answer, language="zh"):
    return conversation_log((Turn(answer.question, answer),), PLANS, language)


def test_mark_becomes_a_button_that_opens_its_passage():
    html = shown(make_answer())
    cite = re.search(r'<button type="button" class="cite"[^>]*>1</button>', html)
    assert cite
    assert 'data-doc="kizilsu-2024" data-start="3" data-end="9"' in cite.group()
    assert 'data-quote="城镇燃气"' in cite.group()


@pytest.mark.parametrize("text", ["国发[2021]23号", "第[7]条没有出处", "[0]", "[01]", "a[1"])
def test_brackets_that_cite_nothing_stay_text(text):
    html = shown(make_answer(text))
    assert 'class="cite"' not in html
    assert text in html


def test_lists_and_tables_of_an_answer_are_laid_out():
    html = shown(make_answer("两项:\n- 甲 [1]\n- 乙\n| 规划 | 目标 |\n|---|---|\n| 克州 | 10% [1] |"))
    assert html.count("<li>") >= 2
    assert '<th scope="col">规划</th>' in html
    assert '<td data-label="规划">克州</td>' in html
    assert '"规划">---' not in html


def test_everything_from_outside_is_escaped():
    citation = Citation(1, EVIL, EVIL, EVIL, 3, 0, 1, EVIL)
    trace = Trace(EVIL, EVIL, (EVIL,), (EVIL,), ((EVIL, 0.5),), 0.9)
    answer = make_answer(EVIL + "[1]", question=EVIL, citations=(citation,), suggestions=(EVIL,), trace=trace)
    evil_plan = make_document(title=EVIL, title_en=EVIL, issuer=EVIL, number=EVIL, issued=EVIL, rights=EVIL, place=EVIL)
    cell = Cell(EVIL, Span("kizilsu-2024", 0, 5))
    table = Table(EVIL, Span("kizilsu-2024", 0, len(EVIL)), (EVIL,), ((cell,),), EVIL)
    section = Section(SectionKind.CHAPTER, EVIL, EVIL, Span("kizilsu-2024", 0, len(EVIL)), len(EVIL))
    indexed = replace(
        make_indexed(EVIL + "\n" + EVIL, sections=[section], tables=[table]), document=evil_plan, warnings=(EVIL,)
    )
    deadline = Deadline(Span(EVIL, 0, 1), EVIL, EVIL, "", EVIL, (EVIL,))
    figures = [
        Indicator(
            Span(EVIL, n, n + 1), EVIL, f"{EVIL}{n}", f"{EVIL}{n}", (n,), EVIL, Status.TARGET, EVIL, EVIL, (EVIL,)
        )
        for n in (2016, 2017, 2018)
    ]
    pages = [
        shown(answer),
        shown(replace(answer, refused=True), "en"),
        conversation_log((Turn(EVIL, error=EVIL),), PLANS, "zh"),
        document_page(indexed, Span("kizilsu-2024", 2, 9), "en"),
        missing_passage(EVIL, "zh"),
        document_rows([indexed], {EVIL: evil_plan}, "en"),
        found_passages([(Chunk("1", Span(EVIL, 0, 1), (EVIL,), EVIL), 1.0)], {}, "zh", Memory()),
        found_passages([(Chunk("1", Span(EVIL, 0, 1), (EVIL,), EVIL), 1.0)], {}, "en", Memory([Line("", EVIL, EVIL)])),
        fact_list((deadline,), "deadline", {}, "zh"),
        chat_list("zh"),
        file_states([FileState(EVIL, EVIL, "working", 0.5)]),
        proposals(
            [
                Proposal(
                    EVIL, evil_plan, 9, opening=EVIL, like=(LikeDocument(evil_plan, EVIL, EVIL, Relation.SAME_TITLE),)
                ),
                Proposal(EVIL, evil_plan, 9, papers=(EVIL, EVIL)),
                Proposal(EVIL, fault=EVIL),
            ],
            "zh",
        ),
        conversation_log((Turn(EVIL, answer, facts=(deadline, replace(deadline, what="x"))),), {EVIL: evil_plan}, "zh"),
        conversation_log((Turn(EVIL, answer, facts=tuple(figures)),), {EVIL: evil_plan}, "en"),
        removal_question(EVIL, 2, "zh"),
        failed(EVIL, "zh"),
        heading(EVIL, EVIL),
        hint(EVIL),
    ]
    for html in pages:
        assert "<script" not in html
        # Nor may a quote end an attribute: each one of the hostile text is written as an entity.
        assert "\"'&" not in html
        assert "&#34;" in html or "script" not in html


def test_many_sources_fold_away():
    citations = tuple(Citation(n, "kizilsu-2024", "", "", None, n, n + 1, "文") for n in range(1, 8))
    html = shown(make_answer("甲[1]", citations=citations))
    assert "其余 3 条出处" in html


def test_reader_marks_the_passage_exactly_and_shows_its_path():
    text = "一、总体要求\n坚持人民至上。\n(一)燃气。住建局牵头负责城镇燃气。\n尾段。"
    start = text.index("(一)")
    child = Section(SectionKind.SECTION, "(一)", "燃气", Span("kizilsu-2024", start, start + 19), start + 6)
    chapter = Section(SectionKind.CHAPTER, "一、", "总体要求", Span("kizilsu-2024", 0, len(text)), 6, (child,))
    quote = text.index("住建局牵头")
    html = document_page(make_indexed(text, sections=[chapter]), Span("kizilsu-2024", quote, quote + 5), "zh")
    assert '<mark id="passage">住建局牵头</mark>负责城镇燃气。' in html
    assert html.index(">一、总体要求</button>") < html.index(">(一)燃气</button>") < html.index("<mark")
    assert '<h3 id="s0">一、总体要求</h3>' in html


def test_passage_over_two_lines_has_one_anchor():
    html = document_page(make_indexed("甲乙丙\n丁戊己"), Span("kizilsu-2024", 1, 6), "zh")
    assert html.count('id="passage"') == 1
    assert re.findall(r"<mark[^>]*>(.*?)</mark>", html) == ["乙丙", "丁戊"]


def test_cells_of_a_cited_row_are_marked_in_the_rebuilt_table():
    text = "表1\n煤矿\t473\n道路\t125\n后文"
    cells = [
        Cell(word, Span("kizilsu-2024", text.index(word), text.index(word) + len(word))) for word in ("道路", "125")
    ]
    table = Table("表1", Span("kizilsu-2024", 0, text.index("后文") - 1), ("", "2018"), (tuple(cells),))
    html = document_page(
        make_indexed(text, tables=[table]), Span("kizilsu-2024", text.index("道路"), text.index("后文") - 1), "zh"
    )
    assert '<td class="marked" id="passage">道路</td><td class="marked">125</td>' in html
    assert "<p>后文</p>" in html


def test_pages_of_a_pdf_are_shown_in_the_text():
    html = document_page(make_indexed("甲\n乙\n丙", pages=(0, 2)), None, "zh")
    assert html.index("第1页") < html.index("<p>甲</p>") < html.index("第2页") < html.index("<p>乙</p>")


def test_long_plan_is_cut_around_the_passage_and_says_so():
    text = "字" * MAX_READ_CHARS * 2
    html = document_page(make_indexed(text), Span("kizilsu-2024", MAX_READ_CHARS, MAX_READ_CHARS + 5), "zh")
    assert len(html) < MAX_READ_CHARS * 1.2
    assert '<mark id="passage">字字字字字</mark>' in html
    assert "只显示所引段落前后的文字" in html


def test_row_of_a_paper_that_says_little_has_no_stray_separators():
    bare = make_indexed(
        "甲", place="", level=Level.OTHER, period=None, kind=PaperKind.NOTICE, file="uploads/1/通知.txt"
    )
    html = document_rows([bare], {"kizilsu-2024": bare.document}, "zh")
    assert '<p class="place">通知</p>' in html
    assert "<dd></dd>" not in html
    assert "<dd>通知.txt</dd>" in html


def test_row_shows_what_a_paper_says_of_itself():
    told = {
        "issuer": "县政府",
        "number": "县政发〔2024〕3号",
        "issued": "2024-03-05",
        "in_force": "2024-05-01",
        "part": "上",
    }
    full = make_indexed("甲", **told)
    html = document_rows([full], {"kizilsu-2024": full.document}, "zh")
    assert all(f"<dd>{value}</dd>" in html for value in (*told.values(), "2024–2026"))


def test_a_file_beside_its_like_is_asked_about_and_both_stay_unless_told_otherwise():
    held = make_document(id="held", issuer="县教育局")
    like = LikeDocument(held, "三年行动方案（县教育局）", "第一行", Relation.LATER_VERSION)
    html = proposals([Proposal("新.txt", make_document(), 9, opening="开头", like=(like,))], "zh")
    assert "已有：较早的版本" in html
    assert all(text in html for text in ("<td>第一行</td>", "<td>开头</td>", "<td>县教育局</td>"))
    ways = re.findall(r'type="radio"[^>]*value="([^"]*)"( checked)?', html)
    assert ways == [("", " checked"), ("replace:held", ""), ("skip", "")]
    assert "文号" not in html  # which neither has


@pytest.mark.parametrize(("recognised", "marked"), [(None, False), (0.93, False), (0.8, False), (0.71, True)])
def test_a_quote_that_was_read_unsurely_is_to_be_checked(recognised, marked):
    citation = Citation(1, "kizilsu-2024", "方案", "四、任务", 2, 3, 9, "城镇燃气", recognised)
    assert ("机器识别，请核对原件" in where(citation, "zh")) is marked
    assert ("read by machine, check the original" in where(citation, "en")) is marked
    assert where(citation, "zh").startswith("四、任务 · 第2页")


@pytest.mark.parametrize("by_machine", [True, False])
def test_a_quote_that_a_machine_put_into_english_says_so(by_machine):
    citation = Citation(1, "weinan", "方案", "四、任务", 2, 3, 9, "城镇燃气", english="Gas", by_machine=by_machine)
    assert ("machine translation, unchecked by a person" in where(citation, "en")) is by_machine
