"""`python -m index translate`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.models.chat_server import Asked, Reply, chat_server
from index import Settings
from index.__main__ import main
from index.translation.memory import HEADER

DUTY = "市住房和城乡建设局牵头负责城镇燃气安全监管,每年组织两次燃气管道隐患排查治理。"
OFFICIAL = (
    "The Housing and Urban-Rural Development Bureau leads the supervision of urban gas safety and organises screening and "
    "rectification of hidden dangers of gas pipelines twice a year."
)
RIGHT = "The Housing Bureau leads the supervision of urban gas safety and has gas pipes inspected and repaired twice a year."


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch, settings: Settings, plan_text: str, capsys) -> None:
    """The commands work on one small plan."""
    monkeypatch.setenv("PLANS_DOCUMENTS_DIR", str(settings.documents_dir))
    monkeypatch.setenv("PLANS_EMBEDDING_MODEL", settings.embedding_model)
    (settings.documents_dir / "xian.txt").write_text(plan_text, encoding="utf-8")
    assert main(["build"]) == 0
    capsys.readouterr()


def run(capsys, *arguments: str) -> tuple[int, list[str], list[str]]:
    code = main(["translate", *arguments])
    told = capsys.readouterr()
    return code, told.out.splitlines(), told.err.splitlines()


def test_without_a_model_it_tells_what_is_translated_and_what_to_do(capsys) -> None:
    code, out, err = run(capsys, "xian-14th")
    assert code == 1
    assert out[0].startswith("xian-14th: ")
    assert "sentences, headings and cells translated" in out[0]
    assert "no language model is configured" in err[0]
    assert "--out FILE" in err[0]


def test_what_is_written_out_comes_back_checked(capsys, tmp_path: Path) -> None:
    file = tmp_path / "xian.tsv"
    assert run(capsys, "xian-14th", "--out", str(file))[0] == 0
    header, *rows = file.read_text(encoding="utf-8-sig").splitlines()
    assert header == HEADER
    assert f"\t{DUTY}\t" in rows
    file.write_text(
        f"{HEADER}\n\t{DUTY}\tThe bureau leads the supervision of urban gas safety and inspects gas pipes.\n\t别的话\tOther\n",
        "utf-8",
    )
    code, out, err = run(capsys, "xian-14th", "--from", str(file))
    assert code == 1
    assert out[0].startswith("0 taken, 0 known before, 2 left out, ")
    assert err[0].startswith(f"{file}, line 2: number lost (2)")
    assert err[1] == f"{file}, line 3: not in the document: 别的话"
    file.write_text(f"{HEADER}\n\t{DUTY}\t{RIGHT}\n", "utf-8")
    code, out, err = run(capsys, "xian-14th", "--from", str(file), "--machine")
    assert (code, err) == (0, [])
    assert out[0].startswith("1 taken, ")
    assert "1 by a machine" in out[1]


@pytest.mark.parametrize("arguments", [["--machine", "--out", "a.tsv"], ["--out", "a.tsv", "--from", "b.tsv"]])
def test_options_that_do_not_fit_are_told(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["translate", "xian-14th", *arguments])
    assert left.value.code == 2


def test_a_plan_and_a_file_that_are_not_there_are_told(capsys) -> None:
    assert "no plan has the id 'baoji'" in run(capsys, "baoji")[2][0]
    assert run(capsys, "xian-14th", "--from", "none.tsv") == (
        1,
        [],
        ["none.tsv: cannot be opened (No such file or directory)"],
    )


def test_a_model_translates_what_is_missing_and_what_it_would_cost_is_told_before(capsys, monkeypatch) -> None:
    def behaviour(asked: Asked) -> str:
        numbered = (line.partition(". ") for line in asked.text.splitlines())
        known = {DUTY: OFFICIAL}
        lines = [{"number": int(no), "english": known.get(zh, "")} for no, _, zh in numbered if no.isdigit()]
        return json.dumps({"lines": lines})

    with chat_server(behaviour) as server:
        monkeypatch.setenv("PLANS_LLM", "openai:translating")
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-of-a-test")
        assert "--machine has what is missing translated" in run(capsys, "xian-14th")[1][1]
        code, out, err = run(capsys, "xian-14th", "--machine")
    assert code == 1
    assert "tokens, by openai:translating" in err[0]
    assert "held back, no English: " in "\n".join(err)
    assert out[1].startswith("1 taken, ")
    assert "1 by a machine" in out[2]


def test_a_model_that_cannot_be_reached_is_told_in_a_line(capsys, monkeypatch) -> None:
    with chat_server(lambda _: Reply(status=401)) as server:
        monkeypatch.setenv("PLANS_LLM", "openai:refusing")
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_API_KEY", "sk-of-a-test")
        code, out, err = run(capsys, "xian-14th", "--machine")
    assert code == 1
    assert "openai:refusing" in err[-1]
    assert out[1].startswith("0 taken, 0 held back")
    assert "sk-of-a-test" not in "\n".join([*out, *err])
