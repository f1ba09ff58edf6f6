"""README, CONTRIBUTING and docs/ are held against the program: settings, commands, output, files, figures."""

from __future__ import annotations

import contextlib
import importlib
import io
import re
import shlex
from functools import cache
from pathlib import Path

import pytest

from assistant.__main__ import main
from evals.questions.question_files import load_questions
from index import Settings

ROOT = Path(__file__).parents[1]
README, *OTHERS = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
PAGES = {path: path.read_text(encoding="utf-8") for path in (README, *OTHERS)}
WHOLE = "\n".join(PAGES.values())
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", WHOLE, re.MULTILINE | re.DOTALL)
SHELL_LINES = [line.removeprefix("$ ") for kind, block in BLOCKS if not kind for line in block.splitlines()]
COMMANDS = [
    line.partition(" -m ")[2].partition(" > ")[0] for line in SHELL_LINES if line.startswith(".venv/bin/python -m")
]
TARGETS = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
README_LINES = 139
_WITH_OPTIONS = (("assistant",), ("evals",), ("index", "facts"), ("index", "add"), ("index", "translate"))


def shown(default: object) -> str:
    if isinstance(default, Path) or (isinstance(default, str) and Path(default).is_absolute()):
        path = Path(default)
        return f"`{path.relative_to(ROOT) if path.is_absolute() else path}`"
    return f"`{default}`" if default != "" else "empty"


def test_settings_table_is_that_of_the_program() -> None:
    rows = [line for line in WHOLE.splitlines() if line.startswith("| `PLANS_")]
    assert rows == [
        f"| `PLANS_{name.upper()}` | {shown(field.default)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]


def test_make_targets_that_are_named_exist() -> None:
    named = [
        target
        for text in re.findall(r"^make (.*)$|`make ([^`]*)`", WHOLE, re.MULTILINE)
        for target in "".join(text).partition("#")[0].split()
        if "=" not in target
    ]
    assert {"run", "setup", "test", "test-fast", "lint", "types", "fix", "evals"} <= set(named)
    assert set(named) - {".venv/program"} <= set(TARGETS)


def test_every_command_is_documented() -> None:
    modules = {command.partition(" ")[0] for command in COMMANDS}
    assert {
        "assistant",
        "index",
        "evals",
        "benchmarks.compare_plain",
        "benchmarks.model",
        "benchmarks.under_load",
    } <= modules
    assert {"add", "remove", "list", "facts", "check"} <= {
        shlex.split(c)[1] for c in COMMANDS if c.startswith("index ")
    }


@pytest.mark.parametrize("command", COMMANDS)
def test_documented_command_exists(command: str) -> None:
    module, *arguments = shlex.split(command)
    first = arguments[:1] if module == "index" else []
    told = help_of(module, *first)
    options = [argument for argument in arguments if argument.startswith("--")]
    assert all(option in told for option in options), told
    if module == "evals" and arguments and not arguments[0].startswith("--"):
        assert arguments[0] in told


@cache
def help_of(module: str, *command: str) -> str:
    """What `python -m … --help` prints; a command that is not there ends with another status than 0."""
    known = importlib.import_module(f"{module}.__main__" if (ROOT / module).is_dir() else module)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), pytest.raises(SystemExit) as left:
        known.main([*command, "--help"])
    assert left.value.code == 0
    return printed.getvalue()


def test_options_named_in_the_text_exist() -> None:
    told = "".join(help_of(*command) for command in _WITH_OPTIONS)
    prose = re.sub(r"^```.*?^```$", "", WHOLE, flags=re.MULTILINE | re.DOTALL)
    assert all(option in told for option in re.findall(r"`(--[a-z-]+)", prose))


def test_shown_answer_is_what_the_program_prints(
    plans_settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PLANS_DATA_DIR", str(plans_settings.data_dir))
    blocks = [block for kind, block in BLOCKS if block.startswith('$ .venv/bin/python -m assistant "')]
    assert blocks
    for block in blocks:
        command, *output = block.splitlines()
        assert main([shlex.split(command)[-1]]) == 0
        printed = capsys.readouterr().out.splitlines()
        assert printed[: len(output) - 1] == output[:-1]
        assert output[-1] == "…"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_are_linked_are_there(page: Path) -> None:
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", PAGES[page]) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_files_that_are_named_are_there() -> None:
    named = re.findall(r"`((?:assistant|benchmarks|docs|documents|evals|index|tests)/[\w./*-]*)`", WHOLE)
    assert len(named) > 30
    assert [path for path in named if not (any(ROOT.glob(path)) if "*" in path else (ROOT / path).exists())] == [
        "tests/index/facts/test_phones.py"  # of a recipe
    ]


def test_every_page_is_found_from_the_readme() -> None:
    assert [page.name for page in OTHERS if page.relative_to(ROOT).as_posix() not in PAGES[README]] == []


def test_readme_stays_short() -> None:
    assert len(PAGES[README].splitlines()) <= README_LINES


def test_number_of_questions_is_that_of_the_set() -> None:
    questions = load_questions()
    unanswerable = sum(not question.answerable for question in questions)
    for page in (README, ROOT / "docs" / "accuracy.md"):
        assert f"{len(questions)} fixed questions" in PAGES[page]
        assert re.search(rf"{unanswerable} (?:of the fixed questions )?have no answer there", PAGES[page])


def test_no_placeholder_is_left() -> None:
    assert "<<" not in WHOLE
