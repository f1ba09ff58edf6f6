from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from index.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _small(monkeypatch, settings, plan_text):
    """The commands work on one small plan."""
    monkeypatch.setenv("PLANS_DOCUMENTS_DIR", str(settings.documents_dir))
    monkeypatch.setenv("PLANS_EMBEDDING_MODEL", settings.embedding_model)
    (settings.documents_dir / "xian.txt").write_text(plan_text, encoding="utf-8")


def run(capsys, *arguments: str) -> tuple[int, list[str], list[str]]:
    code = main(list(arguments))
    told = capsys.readouterr()
    return code, told.out.splitlines(), told.err.splitlines()


def test_build_list_and_check(capsys):
    code, out, err = run(capsys, "build")
    assert (code, out) == (0, ["xian-14th\tadded\t西安市“十四五”安全生产规划"])
    assert err[0].split() == ["0%", "Reading", "xian.txt"]
    assert run(capsys, "list")[1] == [
        "xian-14th\t2021-2025\t西安市\t西安市“十四五”安全生产规划\t西安市安全生产委员会\t2022-03-05"
    ]
    code, out, err = run(capsys, "check")
    assert (code, err) == (0, [])
    assert out[0].startswith("1 plans")


def test_list_as_json_is_an_object_a_line(capsys):
    run(capsys, "build")
    (line,) = run(capsys, "list", "--json")[1]
    told = json.loads(line)
    assert (told["id"], told["period"], told["level"]) == ("xian-14th", [2021, 2025], "city")
    assert told["chunks"] > 0


def test_facts_are_shown_by_plan_and_type(capsys):
    run(capsys, "build")
    lines = run(capsys, "facts", "--plan", "xian-14th", "--type", "duty", "--json")[1]
    told = [json.loads(line) for line in lines]
    assert {fact["kind"] for fact in told} == {"duty"}
    assert "市住房和城乡建设局" in told[0]["quote"]
    plain = run(capsys, "facts")[1]
    assert len(plain) > len(lines)
    assert all(line.startswith("xian-14th\t") for line in plain)
    assert run(capsys, "facts", "--plan", "baoji")[0] == 1


def test_add_and_remove(capsys, tmp_path, plan_text):
    run(capsys, "build")
    path = tmp_path / "plan.txt"
    path.write_text(plan_text.replace("西安", "宝鸡"), encoding="gb18030")
    code, out, err = run(capsys, "add", str(path))
    assert (code, out) == (0, ["baoji-14th\tadded\t宝鸡市“十四五”安全生产规划"])
    assert "GB18030" in err[-1]
    assert run(capsys, "add", str(path))[1] == ["baoji-14th\talready there\t宝鸡市“十四五”安全生产规划"]
    assert run(capsys, "remove", "baoji-14th")[:2] == (0, ["baoji-14th\tremoved\t宝鸡市“十四五”安全生产规划"])
    assert run(capsys, "remove", "baoji-14th")[0] == 1


def test_plans_of_one_file_go_alone_or_together(capsys, tmp_path, plan_text):
    path = tmp_path / "plans.txt"
    path.write_text("".join(plan_text.replace("西安", place) for place in ("宝鸡", "渭南", "咸阳")), "utf-8")
    title = "{}市“十四五”安全生产规划".format
    added = [
        f"{name}-14th\tadded\t{title(place)}"
        for name, place in (("baoji", "宝鸡"), ("weinan", "渭南"), ("xianyang", "咸阳"))
    ]
    assert run(capsys, "add", str(path))[:2] == (0, added)
    assert run(capsys, "remove", "weinan-14th")[1] == [f"weinan-14th\tremoved\t{title('渭南')}"]
    gone = [f"{name}-14th\tremoved\t{title(place)}" for name, place in (("baoji", "宝鸡"), ("xianyang", "咸阳"))]
    assert run(capsys, "remove", "--whole-file", "baoji-14th")[1] == gone
    assert run(capsys, "undo")[1] == [one.replace("removed", "brought back") for one in gone]


def test_a_later_version_is_told_and_takes_the_place_when_told_to(capsys, tmp_path, plan_text):
    run(capsys, "build")
    path = tmp_path / "修订 稿.txt"
    path.write_text(plan_text.replace("2022年3月5日", "2023年6月1日"), encoding="utf-8")
    code, out, err = run(capsys, "add", str(path))
    assert (code, out) == (0, ["xian-14th-20230601\tadded\t西安市“十四五”安全生产规划"])
    told = "is a later version of xian-14th 西安市“十四五”安全生产规划 2022-03-05; both stay; to replace it: "
    assert err[-1] == f"xian-14th-20230601: {told}python -m index add --replace xian-14th '{path}'"
    shown = [line.split("\t")[3] for line in run(capsys, "list")[1]]
    assert shown == ["西安市“十四五”安全生产规划（2022-03-05）", "西安市“十四五”安全生产规划（2023-06-01）"]
    code, out, err = run(capsys, "add", "--replace", "xian-14th", str(path))
    assert (code, out) == (0, ["xian-14th-20230601\treplaced\t西安市“十四五”安全生产规划"])
    assert err[-2:] == [
        "xian-14th-20230601: takes the place of 西安市“十四五”安全生产规划",
        "xian-14th-20230601: `python -m index undo` brings back what was there",
    ]
    code, out, err = run(capsys, "undo")
    assert out == ["xian-14th\tbrought back\t西安市“十四五”安全生产规划"]
    assert not any("undo" in line for line in err)
    assert [line.split("\t")[3] for line in run(capsys, "list")[1]] == shown


def test_what_was_taken_out_is_kept_until_it_is_cleaned_away(capsys, tmp_path, plan_text):
    run(capsys, "build")
    path = tmp_path / "plan.txt"
    path.write_text(plan_text.replace("西安", "宝鸡"), encoding="utf-8")
    run(capsys, "add", str(path))
    run(capsys, "remove", "baoji-14th")
    assert run(capsys, "clean")[:2] == (0, ["deleted\t宝鸡市“十四五”安全生产规划"])
    assert run(capsys, "clean")[:2] == (0, ["nothing to delete"])
    code, out, err = run(capsys, "undo")
    assert (code, out, len(err)) == (1, [], 1)


def test_a_description_is_written_over(capsys):
    run(capsys, "build")
    edits = ["--title", "新标题", "--place", "宝鸡市", "--period", "2024-2026", "--kind", "notice"]
    assert run(capsys, "edit", "xian-14th", *edits)[:2] == (0, ["xian-14th\tupdated\t新标题"])
    assert run(capsys, "edit", "xian-14th", "--period", "2025")[0] == 0
    (line,) = run(capsys, "list", "--json")[1]
    told = json.loads(line)
    shown = told["shown_title"], told["place_en"], told["period"], told["kind"]
    assert shown == ("新标题", "Baoji", [2025, 2025], "notice")


def test_a_refused_file_is_one_line_and_exit_code_one(capsys, tmp_path):
    run(capsys, "build")
    (tmp_path / "empty.txt").write_text("")
    code, out, err = run(capsys, "add", str(tmp_path / "empty.txt"))
    assert (code, out) == (1, [])
    assert err[-1] == "empty.txt: the file is empty"
    assert sum("%" not in line for line in err) == 1


def test_a_faulty_index_is_exit_code_one(capsys, settings):
    run(capsys, "build")
    (settings.documents_dir / "xian.txt").unlink()
    code, _, err = run(capsys, "check")
    assert (code, err) == (1, ["xian-14th: documents/xian.txt is gone"])


def test_damage_is_told_repaired_and_gone(capsys, tmp_path):
    run(capsys, "build")
    with closing(sqlite3.connect(tmp_path / "data" / "plans.db")) as connection, connection:
        connection.execute("update texts set text = ''")
    told = "xian-14th: its text in the index are damaged"
    code, out, err = run(capsys, "check")
    assert (code, out[0].split(",")[0], err) == (1, "0 plans", [told])
    code, out, err = run(capsys, "check", "--repair")
    assert (code, out[-1].rpartition(", ")[2], err[0]) == (0, "0 faults", told)
    with closing(sqlite3.connect(tmp_path / "data" / "plans.db")) as connection, connection:
        connection.execute("update texts set text = ''")
    assert run(capsys, "build")[0] == 0
    assert run(capsys, "check")[0] == 0


def test_backup_and_restore(capsys, tmp_path):
    run(capsys, "build")
    file = str(tmp_path / "saved.zip")
    assert run(capsys, "backup", file)[:2] == (0, [f"{file}: 1 plans, 0 files of uploads"])
    run(capsys, "remove", "xian-14th")
    assert run(capsys, "restore", file)[:2] == (0, [f"1 plans restored from {file}"])
    assert run(capsys, "list")[1][0].startswith("xian-14th")
    assert run(capsys, "restore", str(tmp_path / "none.zip"))[0] == 1


@pytest.mark.parametrize("command", [["list"], ["facts"], ["check"], ["remove", "xian-14th"]])
def test_without_an_index_every_command_says_what_to_do(capsys, command):
    code, out, err = run(capsys, *command)
    assert (code, out, len(err)) == (1, [], 1)


def test_an_unusable_setting_is_one_line(capsys, monkeypatch):
    monkeypatch.setenv("PLANS_PORT", "x")
    code, _, err = run(capsys, "list")
    assert (code, len(err)) == (1, 1)
    assert err[0].startswith("PLANS_PORT='x'")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["add"],
        ["add", "--replace", "x", "a", "b"],
        ["edit", "x"],
        ["edit", "x", "--period", "2026-2024"],
        ["edit", "x", "--kind", "x"],
        ["edit", "x", "--title", " \n "],
        ["edit", "x", "--place", "县" * 121],
        ["facts", "--type", "x"],
    ],
)
def test_wrong_usage_is_exit_code_two(arguments):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2


def test_help_loads_no_library():
    code = "import sys; sys.argv = ['index', '--help']\ntry: import runpy; runpy.run_module('index', run_name='__main__')\n"
    code += "except SystemExit: print(sorted({'numpy', 'pydantic', 'chromadb', 'rjieba'} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout.splitlines()[-1] == "[]"


def test_exported_names_are_there_and_nothing_else():
    import index

    assert all(getattr(index, name) is not None for name in index.__all__)
    with pytest.raises(AttributeError):
        _ = index.nonsense


def test_ctrl_c_stops_in_one_line(capsys, monkeypatch, tmp_path, plan_text):
    (tmp_path / "b.txt").write_text(plan_text.replace("西安", "渭南"), "utf-8")

    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("index.updating.job.Job.run", stopped)
    code, out, err = run(capsys, "add", str(tmp_path / "b.txt"))
    assert (code, out, err) == (130, [], ["stopped; what was not read yet is left as it was"])
