"""The command, end to end with a scripted system."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

import evals.systems.asked
from evals.__main__ import main
from evals.options import COMMANDS
from evals.questions.question_files import load_questions
from evals.types import Cited, EvalQuestion, Given, Split, System

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
FILE = ROOT / "evals" / "questions" / "kizilsu-2024.jsonl"


def _oracle(question: EvalQuestion) -> Given:
    if not question.answerable:
        return Given("不知道。" if question.lang == "zh" else "Not told.", refused=True, latency_ms=1.0)
    stated = ", ".join(spellings[0] for spellings in question.nuggets)
    return Given(stated, False, tuple(Cited(question.plans[0], span) for span in question.evidence), latency_ms=1.0)


@pytest.fixture
def answer_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[EvalQuestion], Given]], None]:
    """Puts a scripted system in the place of the running app."""

    def put(ask: Callable[[EvalQuestion], Given]) -> None:
        monkeypatch.setattr(evals.systems.asked, "remote_system", lambda url: System(url, ask))

    return put


def test_run_prints_figures_and_writes_every_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], answer_with: Callable[..., None]
) -> None:
    answer_with(_oracle)
    out, page, xml = (tmp_path / "deep" / name for name in ("report.json", "report.html", "junit.xml"))
    arguments = ["--questions", str(FILE), "--url", "scripted", "--min", "accuracy=1", "--min", "refusal_recall=1"]
    assert main([*arguments, "--out", str(out), "--html", str(page), "--junit", str(xml)]) == 0
    printed = capsys.readouterr()
    assert "split.tune" in printed.out
    assert "split.test" in printed.out
    assert "tune-test" in printed.out
    assert "held   accuracy = 1.0000" in printed.out
    report = json.loads(out.read_text(encoding="utf-8"))
    assert len(report["rows"]) == len(load_questions([FILE]))
    assert report["figures"]["all"]["accuracy"]["value"] == 1.0
    assert "Wrong answers (0)" in page.read_text(encoding="utf-8")
    assert ET.parse(xml).getroot().tag == "testsuites"


def test_missed_gate_is_exit_one(capsys: pytest.CaptureFixture[str], answer_with: Callable[..., None]) -> None:
    answer_with(lambda _: Given("", refused=True))
    assert main(["--questions", str(FILE), "--url", "scripted", "--min", "accuracy=0.9"]) == 1
    assert "MISSED accuracy" in capsys.readouterr().out


def test_question_that_ends_in_an_error_is_told_and_exit_one(
    capsys: pytest.CaptureFixture[str], answer_with: Callable[..., None]
) -> None:
    def fail(_: EvalQuestion) -> Given:
        message = "no index"
        raise OSError(message)

    answer_with(fail)
    assert main(["--questions", str(FILE), "--url", "scripted"]) == 1
    assert "ended in an error, the first" in capsys.readouterr().err


def test_split_runs_one_half(capsys: pytest.CaptureFixture[str], answer_with: Callable[..., None]) -> None:
    answer_with(_oracle)
    assert main(["--questions", str(FILE), "--url", "scripted", "--split", "tune"]) == 0
    printed = capsys.readouterr().out
    assert "split.test" not in printed


def test_compare_tells_what_turned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], answer_with: Callable[..., None]
) -> None:
    arguments = ["--questions", str(FILE), "--url", "scripted"]
    answer_with(lambda question: Given("", refused=True) if question.kind == "person" else _oracle(question))
    old = tmp_path / "old.json"
    main([*arguments, "--out", str(old)])
    answer_with(_oracle)
    main([*arguments, "--compare", str(old)])
    persons = sum(question.kind == "person" for question in load_questions([FILE]))
    assert f"{persons} turned right, 0 turned wrong" in capsys.readouterr().out


def test_wrong_answers_shown_are_of_the_tune_half_only(
    capsys: pytest.CaptureFixture[str], answer_with: Callable[..., None]
) -> None:
    answer_with(lambda _: Given("wrong", refused=False))
    main(["--questions", str(FILE), "--url", "scripted", "--show-wrong"])
    printed = capsys.readouterr().out
    for question in load_questions([FILE]):
        assert (f"{question.id}\n" in printed) is (question.split is Split.TUNE)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--questions", "nowhere.jsonl", "--url", "x"], "nowhere.jsonl: cannot be read"),
        (["--compare", "nowhere.json", "--url", "x"], "not a report"),
        (["--questions", str(FILE), "--url", "x", "--min", "akuracy=1"], "no such figure"),
        (["papers"], "name their folder with --papers"),
        (["papers", "--papers", "nowhere"], "nowhere: no papers there"),
    ],
)
def test_error_is_one_line_and_exit_one(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str], answer_with: Callable[..., None]
) -> None:
    answer_with(_oracle)
    assert main(arguments) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("error: ")
    assert message in last


def test_wrong_usage_is_exit_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_info:
        main(["--split", "half"])
    assert exit_info.value.code == 2
    assert "invalid choice" in capsys.readouterr().err


def test_an_option_that_means_nothing_to_a_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_info:
        main(["facts", "--html", "page.html", "--show-wrong"])
    assert exit_info.value.code == 2
    assert "facts does not take --html, --show-wrong" in capsys.readouterr().err


def test_help_tells_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(f"\n  {name:<10}" in told for name in COMMANDS)


def test_validate_counts_and_tells_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "broken.jsonl"
    line = json.loads(FILE.read_text(encoding="utf-8").splitlines()[0])
    broken.write_text(json.dumps(line | {"evidence": ["没有这句话"]}), encoding="utf-8")
    assert main(["validate", "--questions", str(broken)]) == 1
    printed = capsys.readouterr()
    assert "does not stand in its plans" in printed.err
    assert "1 questions, 1 problems" in printed.out
    assert main(["validate", "--questions", str(FILE)]) == 0
