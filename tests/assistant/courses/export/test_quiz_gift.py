"""A quiz as GIFT, read back by the format's own rules."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pytest

from assistant.courses import QuizKind, to_gift

SPECIAL = "~=#{}:"


@dataclass(frozen=True)
class Read:
    """A question as a platform takes it in."""

    title: str
    text: str
    answers: tuple[tuple[str, str], ...]
    feedback: str


def read(gift: bytes) -> tuple[str, list[Read]]:
    """The category and the questions: blocks between blank lines, each `::title::[format]text {answers}`."""
    category, *blocks = gift.decode().rstrip("\n").split("\n\n")
    assert category.startswith("$CATEGORY: ")
    return category.removeprefix("$CATEGORY: "), [_question(block) for block in blocks]


def _question(block: str) -> Read:
    _, title, rest = _split(block, "::", 2)
    opened, behind = _split(rest, "{", 1)
    body, after = _split(behind, "}", 1)
    assert after == ""
    text, given = opened.removeprefix("[plain]").strip(), body.strip()
    told, *feedback = _split(given, "####", 1)
    for part in (title, text, *feedback):
        assert not _bare(part), part
    return Read(_plain(title), _plain(text), tuple(_answers(told.strip())), _plain("".join(feedback)))


def _answers(told: str):
    if told in ("TRUE", "FALSE"):
        yield (told, "")
        return
    found = re.split(r"(?<!\\)([~=])", told)
    assert found[0] == ""
    for mark, answer in zip(found[1::2], found[2::2], strict=True):
        assert not _bare(answer)
        weight = re.match(r"%(-?\d+(?:\.\d*)?)%", answer)
        mark, answer = (f"{mark}{weight[1]}", answer[weight.end() :]) if weight else (mark, answer)
        assert "->" not in answer
        yield (mark, _plain(answer.strip()))


def _split(text: str, sign: str, most: int) -> list[str]:
    return re.split(rf"(?<!\\){re.escape(sign)}", text, maxsplit=most)


def _bare(text: str) -> list[str]:
    """Signs with a meaning that nothing escapes."""
    return re.findall(rf"(?<!\\)[{re.escape(SPECIAL)}]", text)


def _plain(text: str) -> str:
    return re.sub(rf"\\([{re.escape(SPECIAL)}\\])", r"\1", text)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_question_is_read_back_with_its_key(make, language):
    pack = make(plans=("ningxia-14th",), topics=(), language=language, hours=4.0)
    _, questions = read(to_gift(pack))
    assert len(questions) == len(pack.quiz)
    assert {question.kind for question in pack.quiz} == set(QuizKind)
    for told, question in zip(questions, pack.quiz, strict=True):
        assert told.text == question.prompt.replace("____", "_____")
        assert told.feedback.strip() == f"{question.explanation}{question.reference}"
        if question.kind is QuizKind.TRUE_FALSE:
            assert told.answers == ((("TRUE", "FALSE")[question.answer], ""),)
        elif question.kind is QuizKind.FILL:
            assert told.answers == tuple(("=", entry) for entry in question.accepted)
        elif question.kind is QuizKind.MULTIPLE:
            assert [answer for _, answer in told.answers] == list(question.options)
            weights = [float(mark.removeprefix("~")) for mark, _ in told.answers]
            assert tuple(i for i, weight in enumerate(weights) if weight > 0) == question.right
            assert sum(weight for weight in weights if weight > 0) == pytest.approx(100, abs=0.01)
            assert sum(weight for weight in weights if weight < 0) == pytest.approx(-100, abs=0.01)
        else:
            assert [answer for _, answer in told.answers] == list(question.options)
            assert [mark for mark, _ in told.answers].index("=") == question.answer
            assert [mark for mark, _ in told.answers].count("=") == 1
    titles = [told.title for told in questions]
    assert len(set(titles)) == len(titles)


def test_signs_of_the_format_are_text_in_what_a_trainer_wrote(make):
    pack = make(topics=(), hours=4.0)
    question = next(one for one in pack.quiz if one.kind is QuizKind.SINGLE)
    hostile = replace(
        question,
        prompt="a ~ b = c # d { e } f : g \\ h\n\n::x::",
        options=("=right", "~%50%wrong", "#x", "}"),
        answer=0,
        explanation="####{TRUE}",
    )
    _, (told,) = read(to_gift(replace(pack, quiz=(hostile,))))
    assert told.text == "a ~ b = c # d { e } f : g \\ h ::x::"
    assert told.answers == (("=", "=right"), ("~", "~%50%wrong"), ("~", "#x"), ("~", "}"))
    assert told.feedback.startswith("####{TRUE}")


@pytest.mark.parametrize(("option", "written"), [("%50%", "％50%"), ("a -> b", "a → b")])
def test_options_are_no_weights_and_no_pairs(make, option, written):
    pack = make(topics=(), hours=4.0)
    question = next(one for one in pack.quiz if one.kind is QuizKind.SINGLE)
    changed = replace(question, options=(option, "x"), answer=1)
    _, (told,) = read(to_gift(replace(pack, quiz=(changed,))))
    assert told.answers == (("~", written), ("=", "x"))


def test_a_star_in_a_gap_is_a_star_and_not_any_word(make):
    pack = make(topics=(), hours=4.0)
    question = next(one for one in pack.quiz if one.kind is QuizKind.FILL)
    changed = replace(question, accepted=("5*8", "%50%"))
    gift = to_gift(replace(pack, quiz=(changed,)))
    _, (told,) = read(gift)
    assert told.answers == (("=", "5\\*8"), ("=", "％50%"))


@pytest.mark.parametrize("kind", QuizKind)
def test_a_question_without_an_explanation_is_one_block(make, kind):
    pack = make(plans=("ningxia-14th",), topics=(), hours=4.0)
    question = next(one for one in pack.quiz if one.kind is kind)
    bare = replace(question, explanation="", citation=None)
    _, questions = read(to_gift(replace(pack, quiz=(bare, bare))))
    assert len(questions) == 2
    assert all(told.feedback == "" for told in questions)
