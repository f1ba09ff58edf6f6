"""What a model is shown: whole sentences, all that the built-in answer cites, a section to be summed up in its order."""

from __future__ import annotations

from assistant.generation.shown_passages import MOST_CHARS, MOST_IN_ALL
from evals.models.chat_server import Asked
from evals.models.good_model import shown_passages
from tests.assistant.generation.asking import Asking

LONG = ";".join(f"第{batch}批检查重点核对管道、阀门、仪表和报警装置的运行记录与维护台账" for batch in range(1, 21))
SECTION = f"""清溪市城镇供热安全管理办法

一、巡查要求
供热单位每周巡查1次管网，{LONG}；最后一批检查于2027年3月底前完成，由市供热管理中心验收。

二、应急处置
（一）供热单位发现泄漏后20分钟内到场处置，设立警戒区。
（二）市供热管理中心调派抢修队伍，必要时协调公安机关疏散群众。
（三）恢复供热前逐户核对阀门状态，并向用户通报。
（四）每起泄漏在10日内写出调查报告。
"""


def asked_of(asking: Asking, question: str) -> list[tuple[int, str]]:
    """The numbers and texts of the passages in the prompt for a question about the paper on heating."""
    (asking.settings.documents_dir / "供热.txt").write_text(SECTION, "utf-8")
    seen: list[Asked] = []

    def behaviour(asked: Asked) -> str:
        seen.append(asked)
        return "NOT_TOLD"

    asking.ask(behaviour, question)
    return [(number, lines[0]) for number, lines in shown_passages(seen[0].text)]


def test_a_long_passage_is_shown_as_several_of_whole_sentences(asking: Asking):
    texts = [text for _, text in asked_of(asking, "清溪市供热管网最后一批检查什么时候完成？")]
    assert any("2027年3月底前完成" in text for text in texts)
    assert all(text[-1] in "。;" for text in texts if "批检查" in text)
    assert max(map(len, texts)) <= MOST_CHARS
    assert len(set(texts)) == len(texts)
    assert sum(map(len, texts)) <= MOST_IN_ALL


def test_a_section_that_is_to_be_summed_up_is_shown_in_its_own_order(asking: Asking):
    texts = [text for _, text in asked_of(asking, "概括清溪市供热安全管理办法的应急处置要求")]
    words = ["20分钟", "抢修队伍", "阀门状态", "10日内"]
    assert [next(word for word in words if word in text) for text in texts] == words
