"""Words of English questions that the glossary does not hold, over a made-up paper."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.question.concepts import concepts_of
from assistant.question.understand import understand
from assistant.question.unglossed.dictionary_words import of_dictionary
from assistant.question.unglossed.names_in_pinyin import in_pinyin
from assistant.types import Concept, Language, Question
from index import Index, Settings
from index.build import build
from index.terms.glossary import Glossary, english_words

PAPER = """
青岭县2024年安全生产工作方案

一、重点任务

（一）湖泊整治。县水利局负责打捞云湖水面的凤眼兰，每月不少于2次，配备渔网和塑料袋。

（二）校园安全。英才学校、向阳路小学每学期开展疏散演练，左权街道办事处负责道路领域巡查。

（三）煤矿安全。芦岭煤矿关闭老旧水井3口，吕坪煤矿复产前由县应急管理局验收，工作全部完成后上报。

（四）码头安全。螃蟹养殖场的码头实行封闭管理，渔网堆放不得占用通道，吊机装PLC，按GB 50016设防火间距，由青岭县交通运输局负责。
"""


OTHERS = "\n\n".join(f"（{no}）第{no}项。各乡镇按季度排查第{no}类隐患，建立台账，逐项整改。" for no in range(5, 100))
"""Passages of other matters, beside which what is asked for is rare."""


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory, tiny_model: Path) -> Index:
    folder = tmp_path_factory.mktemp("unglossed")
    settings = Settings(data_dir=folder / "data", documents_dir=folder / "documents", embedding_model=str(tiny_model))
    settings.documents_dir.mkdir()
    (settings.documents_dir / "qingling.txt").write_text(f"{PAPER.strip()}\n\n{OTHERS}", encoding="utf-8")
    build(settings)
    return Index.open(settings)


def _spellings(question: str, glossary: Glossary, index: Index) -> dict[str, tuple[str, ...]]:
    concepts = concepts_of(question, Language.EN, glossary, index)
    return {concept.asked_as: concept.spellings for concept in concepts}


@pytest.mark.parametrize(
    ("name", "characters"),
    [
        ("Luling", "芦岭"),
        ("Lu Ling", "芦岭"),
        ("Lúlǐng", "芦岭"),
        ("Zuoquan", "左权"),
        ("Yingcai", "英才"),
        ("Xiangyang", "向阳"),
        ("Lüping", "吕坪"),
        ("Lvping", "吕坪"),
        ("Luping", "吕坪"),
    ],
)
def test_a_name_in_pinyin_is_found_wherever_it_stands(name, characters, glossary, index):
    meant = understand(Question(f"What must the {name} Street do?"), index, glossary)
    assert characters in {spelling for concept in meant.concepts for spelling in concept.spellings}


def test_what_only_sounds_like_a_name_across_words_is_none(index):
    assert "路领" not in index.called("luling")  # 道路领域
    assert "作全" not in index.called("zuoquan")  # 工作全部
    assert index.called("changshan") == index.called("safety") == index.called("lu") == ()


def test_a_place_in_pinyin_that_a_paper_speaks_of_is_not_unknown(index, glossary):
    assert understand(Question("Who checks the mine in Luling Town?"), index, glossary).unknown_places == ()
    assert understand(Question("Who checks the mine in Hongtai Town?"), index, glossary).unknown_places == (
        "Hongtai Town",
    )


def test_a_phrase_of_the_dictionary_goes_before_its_words(index, glossary):
    spellings = _spellings("How often is water hyacinth taken from the lake?", glossary, index)
    assert spellings["water hyacinth"] == ("凤眼兰",)
    assert "hyacinth" not in spellings


def test_a_word_is_meant_in_the_senses_that_some_paper_holds(index, glossary):
    spellings = _spellings("Where may a fishnet be put by a crab farm?", glossary, index)
    assert (spellings["crab"], spellings["fishnet"]) == (("螃蟹",), ("渔网",))


def test_of_several_senses_those_beside_what_else_is_asked_are_meant(index):
    words = english_words("the net of the crab")
    crab = {(4, 5): Concept("crab", ("螃蟹",), 1.0)}
    beside_crabs = of_dictionary(words, {1}, crab, index, ())
    assert all(concept.spellings == ("渔网",) for concept in beside_crabs.values())


def test_what_the_glossary_holds_is_left_to_it(index, glossary):
    assert "水井" not in _spellings("How well do coal mines work?", glossary, index).get("well", ())


def test_no_word_of_the_dictionary_is_firm(index, glossary):
    concepts = concepts_of("Which crabs and fishnets?", Language.EN, glossary, index)
    assert concepts
    assert not any(concept.firm for concept in concepts)


def test_of_names_that_sound_alike_the_one_beside_the_question_is_meant(index):
    words = english_words("the school of Yingcai")
    found = in_pinyin(words, {3}, {(1, 2): Concept("school", ("学校",), 1.0)}, index, ())
    assert found[3, 4].spellings == ("英才",)


def test_abbreviations_and_standards_stay_as_they_are(index, glossary):
    spellings = _spellings("What does GB50016 ask of PLC and of SCADA systems?", glossary, index)
    assert (spellings["gb50016"], spellings["plc"]) == (("GB 50016",), ("PLC",))
    assert spellings["scada"] == ("scada",)
    assert _spellings("what does GB 50016 say?", glossary, index)["gb 50016"] == ("GB 50016",)
