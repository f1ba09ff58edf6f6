"""Which sentences may answer, and what each tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Index, Person, Trait
from index.facts import before_units, read_sentences, traits_of
from index.steps import read_file
from index.storage.overrides import Override


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("发生事故125起", Trait.FIGURE),
        ("覆盖率≥95%", Trait.FIGURE),
        ("提前20分钟检测", Trait.FIGURE),
        ("厚度超过3毫米", Trait.FIGURE),
        ("疏散2万户", Trait.FIGURE),
        ("2024年5月1日起施行", Trait.DATED | Trait.DAY),
        ("2024-05-01", Trait.DATED | Trait.DAY),
        ("“十三五”期间", Trait.DATED),
        ("到2025年底前完成", Trait.DATED | Trait.YEAR),
        ("州应急管理局牵头", Trait.OFFICE),
        ("煤矿、非煤矿山、危险化学品", Trait.LISTED),
        ("主要任务如下：", Trait.LEADS_IN),
        ("现将有关事项通知如下。", Trait.LEADS_IN),
        ("加强监管", Trait.SHORT),
    ],
)
def test_a_text_tells(text: str, trait: Trait) -> None:
    assert trait in traits_of(text)


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("第3号文件", Trait.FIGURE),
        ("2031年5月28日", Trait.FIGURE),
        ("规划期为2021-2025", Trait.DAY),
        ("到2025年", Trait.DAY),
        ("第12025号", Trait.YEAR),
        ("完善应急体系", Trait.OFFICE),
        ("煤矿、非煤矿山", Trait.LISTED),
        ("按如下分工:各负其责。", Trait.LEADS_IN),
        ("进一步加强重点行业领域安全监管", Trait.SHORT),
    ],
)
def test_a_text_does_not_tell(text: str, trait: Trait) -> None:
    assert trait not in traits_of(text)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("12.开展整治。(牵头单位:州公安局)", "12.开展整治"),
        ("(牵头单位:州公安局)", ""),
        ("开展整治。责任单位:州公安局", "开展整治"),
        ("各责任单位要开展整治", "各责任单位要开展整治"),
    ],
)
def test_the_units_that_end_a_task_are_cut_off(text: str, before: str) -> None:
    assert before_units(text) == before


def test_sentences_stand_in_their_chunks_and_before_the_first_chapter_are_whole(plans: Index) -> None:
    for document in plans.documents:
        indexed = plans.document(document.id)
        chunks = {chunk.id: chunk for chunk in indexed.chunks}
        sentences = read_sentences(indexed)
        assert sentences
        for sentence in sentences:
            text = indexed.clean.text[sentence.span.start : sentence.span.end]
            assert text == text.strip() != ""
            assert chunks[sentence.chunk_id].span.contains(sentence.span)
            assert sentence.span.start >= indexed.body_start or text[-1] in "。；;！”）"


def test_an_english_sentence_before_the_first_chapter_may_answer(tmp_path: Path) -> None:
    paper = tmp_path / "plan.txt"
    paper.write_text(
        "Harrow County Safety Plan\n\n1. Targets\nThe county shall build 12 fire stations by 2026.\n\n"
        "2. Tasks\n2.1 Gas. The Housing Bureau takes the lead in gas safety.\n"
        "2.2 Fire. The Fire Brigade takes the lead in fire safety.\n",
        encoding="utf-8",
    )
    (read,) = read_file(paper, Override(), 10_000, is_one=True)
    told = [read.clean.text[one.span.start : one.span.end] for one in read_sentences(read)]
    assert "The county shall build 12 fire stations by 2026." in told


def test_a_sentence_knows_its_headings_and_its_people(plans: Index) -> None:
    indexed = plans.document("kizilsu-2024")
    by_text = {indexed.clean.text[s.span.start : s.span.end]: s for s in read_sentences(indexed)}
    (member,) = (s for text, s in by_text.items() if "王海江" in text)
    assert Trait.OF_PEOPLE in member.traits
    assert not any(text.startswith("(牵头单位") for text in by_text)
    people = {fact.name for fact in indexed.facts if isinstance(fact, Person)}
    assert all(any(name in text for name in people) for text, s in by_text.items() if Trait.OF_PEOPLE in s.traits)
    past = plans.document("jincheng-13th")
    reviewed = [s for s in read_sentences(past) if Trait.LOOKS_BACK in s.traits]
    in_chapters = [s.span.start for s in read_sentences(past) if s.span.start >= past.body_start]
    assert reviewed and min(s.span.start for s in reviewed) == min(in_chapters)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("从业人员在五十人以上的", True),
        ("记录保存期限不得少于三年", True),
        ("提前二十四小时通知用户", True),
        ("处二万元罚款", True),
        ("安全生产三年行动", False),
        ("第三条规定", False),
    ],
)
def test_a_figure_may_be_written_in_chinese_numerals(text: str, told: bool) -> None:
    assert (Trait.FIGURE in traits_of(text)) is told
