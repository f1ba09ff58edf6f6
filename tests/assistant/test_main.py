"""`python -m assistant`: one question, a batch of them, and what goes wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.__main__ import main
from index import Settings

ROOT = Path(__file__).parents[2]
GAS = "who leads gas safety in Kizilsu"


@pytest.fixture(autouse=True)
def _shared_index(plans_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command reads its settings from the environment; all of these tests share one index."""
    monkeypatch.setenv("PLANS_DATA_DIR", str(plans_settings.data_dir))


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(list(arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return command


@pytest.fixture
def batch(run: Run, tmp_path: Path) -> Callable[..., list[dict[str, Any]]]:
    def answers(*lines: str) -> list[dict[str, Any]]:
        path = tmp_path / "questions.jsonl"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        code, out, _ = run("--batch", str(path))
        assert code == 0
        return [json.loads(line) for line in out.split("\n") if line]

    return answers


def test_a_question_prints_the_answer_and_its_quotes(run: Run) -> None:
    code, out, _ = run("克州燃气安全谁牵头?")
    assert code == 0
    assert out.startswith("克州：自治州住房和城乡建设局：")
    assert "[1] 自治州安全生产治本攻坚三年行动实施方案(2024-2026年) › 四、任务目标及任务分工 › (二)任务分工" in out


def test_json_is_one_object_on_one_line(run: Run) -> None:
    code, out, _ = run(GAS, "--json")
    assert code == 0 and out.count("\n") == 1
    answer = json.loads(out)
    assert answer["refused"] is False
    assert "住房和城乡建设局" in answer["answer"]
    assert answer["citations"][0]["quote"].startswith("11.自治州住房和城乡建设局")


def test_a_refusal_is_an_answer(run: Run) -> None:
    code, out, _ = run("西安市的燃气安全由谁负责", "--json")
    assert code == 0 and json.loads(out)["refused"] is True


def test_only_the_plans_named_are_asked(run: Run) -> None:
    _, out, _ = run("燃气安全有哪些要求", "--json", "--plan", "kunming-14th")
    assert {citation["document"] for citation in json.loads(out)["citations"]} == {"kunming-14th"}


def test_an_unknown_plan_is_one_line_and_exit_code_one(run: Run) -> None:
    code, out, err = run(GAS, "--plan", "xian-14th")
    assert (code, out) == (1, "")
    (line,) = [line for line in err.splitlines() if "xian-14th" in line]
    assert "kizilsu-2024" in line and "Traceback" not in err


def test_an_empty_question_is_one_line_and_exit_code_one(run: Run) -> None:
    code, out, err = run("   ")
    assert (code, out) == (1, "")
    assert err.strip().splitlines()[-1].startswith("the question is empty")


@pytest.mark.parametrize("arguments", [(), (GAS, "--batch", "file.jsonl"), ("--unknown",)])
def test_wrong_usage_is_exit_code_two(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(list(arguments))


def test_a_batch_gives_one_answer_a_line_in_order(batch) -> None:
    first, second = batch(
        json.dumps({"id": "a", "question": GAS}),
        json.dumps({"id": "b", "question": "宁夏呢?", "history": ["昆明煤矿百万吨死亡率目标是多少"]}),
    )
    assert next(iter(first)) == "id"
    assert (first["id"], second["id"]) == ("a", "b")
    assert second["citations"][0]["document"] == "ningxia-14th"


def test_a_bad_line_gives_an_error_in_its_place_and_the_rest_go_on(batch) -> None:
    answers = batch(
        json.dumps({"id": "a", "question": GAS}),
        "{not json",
        json.dumps(["no", "object"]),
        json.dumps({"id": "d"}),
        json.dumps({"id": "e", "question": "燃气", "history": "no list"}),
        json.dumps({"id": "f", "question": " "}),
        json.dumps({"id": "g", "question": "燃气", "restrict": ["xian-14th"]}),
        "",
        json.dumps({"id": "z", "question": "宁夏煤矿百万吨死亡率目标"}),
    )
    assert len(answers) == 8
    assert [answer.get("line") for answer in answers] == [None, 2, 3, 4, 5, 6, 7, None]
    assert "is not JSON" in answers[1]["error"]
    assert 'has no "question"' in answers[2]["error"] and 'has no "question"' in answers[3]["error"]
    assert "must be lists of strings" in answers[4]["error"]
    assert (answers[5]["id"], answers[6]["id"]) == ("f", "g")
    assert "xian-14th" in answers[6]["error"]
    assert "10%" in answers[7]["answer"]


def test_hostile_lines_of_a_batch_are_told_like_any_other(batch, caplog) -> None:
    answers = batch(
        '{"question": "\\ud800"}',
        '{"id": "\\ud800", "question": "x"}',
        '{"question": "x", "id": ' + "1" * 5000 + "}",
        "[" * 100_000,
        '{"question": "' + "x" * 1_000_001 + '"}',
        json.dumps({"id": "b", "question": "x" * 1001}),
        json.dumps({"id": "c", "question": "x", "history": ["y"] * 21}),
        json.dumps({"id": "d", "question": "x", "restrict": [f"p{n}" for n in range(1001)]}),
        json.dumps({"id": "z", "question": GAS, "restrict": ["kizilsu-2024"] * 20_000}),
    )
    told = [answer.get("error", "") for answer in answers]
    assert [one.partition(";")[0] for one in told[:-1]] == [
        "the question holds half a character",
        "the id of the question holds half a character",
        "line 3 holds a number or a nesting that is out of bounds",
        "line 4 holds a number or a nesting that is out of bounds",
        "line 5 has 1000017 characters",
        "the question has 1001 characters",
        "21 earlier questions are too many",
        "1001 plans are too many",
    ]
    assert answers[-1]["id"] == "z" and answers[-1]["citations"]
    assert not [record for record in caplog.records if record.exc_info]


def test_a_line_of_a_batch_ends_at_a_line_feed_only(batch) -> None:
    (answer,) = batch(json.dumps({"id": "a", "question": f"{GAS}\u2028"}, ensure_ascii=False))
    assert answer["citations"]


def test_a_batch_restricts_only_where_it_is_told_to(batch) -> None:
    question = {"question": "煤矿百万吨死亡率目标是多少", "plans": ["kizilsu-2024"]}
    free, held = batch(
        json.dumps({"id": "a", **question}), json.dumps({"id": "b", **question, "restrict": ["ningxia-14th"]})
    )
    assert free["citations"][0]["document"] != "kizilsu-2024"
    assert {citation["document"] for citation in held["citations"]} == {"ningxia-14th"}


def test_a_batch_file_with_a_byte_order_mark_is_read(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(json.dumps({"id": "a", "question": GAS}), encoding="utf-8-sig")
    _, out, _ = run("--batch", str(path))
    assert json.loads(out)["id"] == "a"


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00\xd8"])
def test_a_batch_file_that_cannot_be_read_is_one_line(content: bytes | None, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    if content is not None:
        path.write_bytes(content)
    code, out, err = run("--batch", str(path))
    assert (code, out) == (1, "")
    assert "questions.jsonl" in err and "Traceback" not in err


def test_help_is_there_before_any_library_is_loaded() -> None:
    script = (
        "import sys\n"
        "from assistant.__main__ import main\n"
        "try:\n    main(['--help'])\n"
        "except SystemExit as done:\n    assert done.code == 0\n"
        "heavy = {'chromadb', 'rjieba', 'numpy', 'torch'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "--batch" in done.stdout


@pytest.mark.slow
def test_a_chinese_question_is_answered_without_what_only_files_or_english_need() -> None:
    script = (
        "import sys\n"
        "from assistant.__main__ import main\n"
        "assert main(['克州燃气安全谁牵头']) == 0\n"
        "needless = {'pypinyin', 'pypdf', 'docx', 'bs4', 'langchain_text_splitters', 'torch', 'gradio', 'index.read'}\n"
        "assert not needless & set(sys.modules), needless & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "[1]" in done.stdout


@pytest.mark.slow
def test_a_warm_assistant_imports_nothing_at_its_first_question() -> None:
    script = (
        "import sys\n"
        "from assistant import Assistant\n"
        "assistant = Assistant()\n"
        "assistant.warm_up()\n"
        "known = set(sys.modules)\n"
        "for text in ('克州燃气安全谁牵头', 'who leads gas safety in Shaanxi', '晋城的应急广薄由谁负责'):\n"
        "    assistant.ask(text)\n"
        "ours = {name for name in set(sys.modules) - known if '.' not in name}\n"
        "assert not ours, ours\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
