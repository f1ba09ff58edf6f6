"""Which documents a question means: witnesses, what names one beyond doubt, and how much each weighs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant import Language
from assistant.question.concepts import concepts_of
from assistant.question.documents import LEAST_WEIGHT, Asking, Meant, meant_by
from assistant.question.titles_held import Titles
from index import Document, Index, Level, PaperKind


def paper(document_id: str, title: str, **changes: object) -> Document:
    made = Document(document_id, title, "", f"{document_id}.txt", "", "", "", (), Level.OTHER, None)
    return replace(made, **changes)


HELD = (
    paper("gas", "清河市燃气管理条例", place="清河市", places=("清河市", "清河", "Qinghe"), kind=PaperKind.REGULATION),
    paper("school", "教育系统安全生产三年行动子方案"),
    paper("rail", "铁路系统安全生产三年行动子方案"),
    paper("old", "松岭市消防条例", place="松岭市", places=("松岭市",), issued="2012-03-01", kind=PaperKind.REGULATION),
    paper("new", "松岭市消防条例", place="松岭市", places=("松岭市",), issued="2022-05-01", kind=PaperKind.REGULATION),
    paper("order", "关于做好防汛工作的通知", number="松政办发〔2024〕12号", kind=PaperKind.NOTICE),
    paper("nation", "粮食应急预案", place="全国", level=Level.COUNTRY, kind=PaperKind.EMERGENCY_PLAN),
    paper("drill", "消防演练分工"),
)


@pytest.fixture
def asked(plans: Index, glossary):
    """What a text means among the papers held; `placed` are those of the place it names."""

    def meant(
        text: str, placed: tuple[str, ...] = (), years: tuple[int, ...] = (), out_of_force: tuple[str, ...] = ()
    ) -> Meant:
        language = Language.EN if text.isascii() else Language.ZH
        concepts = concepts_of(text, language, glossary, plans)
        return meant_by(Asking(text, text, concepts, years, placed, newest="drill"), Titles.of(HELD, out_of_force))

    return meant


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("铁路子方案里平交道口什么时候改完", "rail"),
        ("when are crossings rebuilt under the railway sub-plan", "rail"),
        ("教育系统的子方案要求演练几次", "school"),
        ("燃气条例规定罚多少钱", "gas"),
        ("国家的粮食应急预案分几级", "nation"),
        ("who commands under the national grain emergency plan", "nation"),
        ("防汛通知什么时候报", "order"),
    ],
)
def test_a_paper_is_likeliest_that_is_called_by_topic_and_kind(text: str, document: str, asked) -> None:
    weights = asked(text).weights()
    assert weights[document] == 1.0
    assert all(weight < 1.0 for other, weight in weights.items() if other != document)


def test_words_of_the_matter_tell_less_than_words_that_name(asked) -> None:
    matter = asked("铁路道口由谁负责").weights()
    named = asked("铁路子方案里道口由谁负责").weights()
    assert named["gas"] < matter["gas"] < 1.0


def test_a_question_that_speaks_of_no_title_tells_nothing(asked) -> None:
    assert asked("谁来值班").weights() == {}


@pytest.mark.parametrize("text", ["松政办发[2024]12号要求什么", "松政办发〔2024〕12号", "松政办发12号文要求什么"])
def test_a_number_names_its_paper_in_whatever_brackets(text: str, asked) -> None:
    assert asked(text).named == ("order",)


def test_another_number_names_none(asked) -> None:
    assert asked("松政办发〔2024〕2号要求什么").named == ()


def test_a_title_in_quotes_names_all_versions_and_the_one_in_force_is_likelier(asked) -> None:
    meant = asked("《松岭市消防条例》怎么规定罚款", out_of_force=("old",))
    assert meant.named == ("old", "new")
    assert meant.odds["new"] > meant.odds["old"]


def test_who_asks_for_the_earlier_version_means_it(asked) -> None:
    odds = asked("松岭旧版的消防条例", ("old", "new"), out_of_force=("old",)).odds
    assert odds["old"] > odds["new"]


def test_a_year_tells_versions_apart(asked) -> None:
    odds = asked("松岭2022年的消防条例", ("old", "new"), (2022,)).odds
    assert odds["new"] > odds["old"]


def test_a_place_speaks_for_its_papers_and_does_not_shut_out_others(asked) -> None:
    weights = asked("铁路子方案对道口的要求", ("gas",)).weights()
    assert weights["rail"] == 1.0 and weights["gas"] > LEAST_WEIGHT


def test_a_national_word_elsewhere_names_no_national_paper(asked) -> None:
    assert asked("全国两会期间值班电话是多少").named == ()


@pytest.mark.parametrize("text", ["刚才添加的那份文件要求什么", "What does the paper I just added require?"])
def test_what_was_added_last_is_named_as_such(text: str, asked) -> None:
    assert asked(text).named == ("drill",)


def test_most_of_a_short_title_names_it_without_its_kind(asked) -> None:
    weights = asked("消防演练总指挥的电话是多少").weights()
    assert weights["drill"] == 1.0 and all(weight < 0.6 for other, weight in weights.items() if other != "drill")


def test_a_year_that_a_national_paper_was_issued_in_is_no_reason_against_it(asked) -> None:
    assert asked("2030年的粮食应急预案").weights()["nation"] == 1.0
