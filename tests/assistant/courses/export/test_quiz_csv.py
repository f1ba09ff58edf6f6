"""A quiz as a table."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from assistant.courses import QuizKind, to_csv


def rows(body: bytes) -> list[list[str]]:
    assert body.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_line_a_question_under_one_head(make, language):
    pack = make(topics=(), language=language, hours=4.0)
    head, *lines = rows(to_csv(pack))
    assert len(lines) == len(pack.quiz)
    assert {len(line) for line in lines} == {len(head)}
    for line, question in zip(lines, pack.quiz, strict=True):
        told = dict(zip(head, line, strict=True))
        assert question.prompt in line
        assert all(option in line for option in question.options)
        if question.kind is QuizKind.SINGLE:
            assert told[line[head.index("答案" if language == "zh" else "Answer")]] == question.options[question.answer]
        if question.kind is QuizKind.MULTIPLE:
            letters = line[head.index("答案" if language == "zh" else "Answer")].split(", ")
            assert tuple(told[letter] for letter in letters) == tuple(question.options[i] for i in question.right)
        assert " ".join(question.citation.quote.split()) in line


@pytest.mark.parametrize(
    "opening", ["=1+1", "+1+1", "-A1", "@SUM(A1)", "＝1+1", "＋A1", "－A1", "＠SUM(A1)", "-", "-1%+A1", "\t=1"]
)
def test_no_cell_is_a_formula(make, opening):
    pack = make(topics=(), hours=4.0)
    question = next(one for one in pack.quiz if one.kind is QuizKind.SINGLE)
    changed = replace(question, prompt=opening, options=(opening, "x"), explanation=opening)
    _, line = rows(to_csv(replace(pack, quiz=(changed,))))
    assert not any(cell.startswith(tuple("=+-@＝＋－＠\t")) for cell in line)
    assert f"'{opening}" in line


@pytest.mark.parametrize("number", ["-10%", "+5", "-0.3"])
def test_a_number_with_its_sign_stays_itself(make, number):
    pack = make(topics=(), hours=4.0)
    question = next(one for one in pack.quiz if one.kind is QuizKind.FILL)
    _, line = rows(to_csv(replace(pack, quiz=(replace(question, accepted=(number,)),))))
    assert number in line


def test_own_question_says_that_it_has_no_source(make):
    pack = make(topics=(), hours=4.0)
    _, line = rows(to_csv(replace(pack, quiz=(replace(pack.quiz[0], citation=None),))))
    assert "自拟题，无出处" in line
