"""`python -m assistant "QUESTION" [--json] [--plan ID ...]`, `python -m assistant --batch FILE`, `python -m assistant doctor`."""

from __future__ import annotations

import argparse
import json
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant import Answer, Assistant, Question

logger = logging.getLogger("assistant")

DOCTOR = "doctor"
"""No question, but the word by which the program looks at itself."""
MAX_LINE_CHARS = 1_000_000
"""Of a line of a batch: the longest question with all its history and plans, in escapes."""


def main(argv: list[str] | None = None) -> int:
    """Run the command; 0 when done, 1 for a problem told in one line, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m assistant", description="Ask questions of the work-safety plans.")
    parser.add_argument(
        "question",
        nargs="?",
        help=f"a question in Chinese or English; or {DOCTOR}: what is set, reachable, and how fast",
    )
    parser.add_argument("--json", action="store_true", help="print the whole object as one line of JSON")
    parser.add_argument("--plan", action="append", default=[], metavar="ID", help="only this plan (may be repeated)")
    parser.add_argument(
        "--batch", metavar="FILE", type=Path, help="a JSONL file of questions; one answer a line comes out"
    )
    args = parser.parse_args(argv)
    if (args.question is None) == (args.batch is None):
        parser.error("give either a question or --batch FILE")
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr, format="%(message)s")
    # The index that may be written is for the person alone who runs this.
    os.umask(0o077)

    from index.errors import PlansError

    try:
        if args.question == DOCTOR:
            return _doctor(args.json)
        return _batch(args.batch) if args.batch else _one(args.question, tuple(args.plan), args.json)
    except PlansError as exc:
        sys.stderr.write(f"{exc}\n")
        return 1


def _doctor(as_json: bool) -> int:  # noqa: FBT001
    from assistant.doctor import as_json as to_json
    from assistant.doctor import as_lines, examined, is_healthy
    from index.settings import read_settings

    findings = []
    for finding in examined(read_settings()):
        findings.append(finding)
        if not as_json:
            sys.stdout.write(as_lines(finding) + "\n")
            sys.stdout.flush()
    if as_json:
        sys.stdout.write(to_json(findings) + "\n")
    return 0 if is_healthy(findings) else 1


def _open() -> Assistant:
    from assistant import Assistant
    from index.build import once_each

    return Assistant(progress=once_each(_tell))


def _tell(step: str, _: float) -> None:
    sys.stderr.write(f"{step}\n")


def _one(text: str, plans: tuple[str, ...], as_json: bool) -> int:  # noqa: FBT001
    from assistant import Question

    answer = _open().ask(Question(text, plans=plans))
    sys.stdout.write(json.dumps(answer.to_json(), ensure_ascii=False) + "\n" if as_json else _readable(answer))
    return 0


_UNOFFICIAL = "Unofficial translation made for this program; the Chinese text counts."
_BY_MACHINE = "machine translation, unchecked by a person"
_UNSURE = {"zh": "机器识别，请核对原件", "en": "read by machine, check the original"}

_BY_MODEL = {
    "zh": "由语言模型据所列段落撰写，逐句核对",
    "en": "written by a language model from the passages, each sentence checked",
}


def _readable(answer: Answer) -> str:
    lines = [answer.answer, ""]
    for c in answer.citations:
        page = (f", p. {c.page}" if c.page else "") + (f" ({_UNSURE[answer.language]})" if c.unsure else "")
        quote = " ".join(c.quote.split())
        lines.append(f"[{c.number}] {c.title} › {c.section}{page}\n    {quote}")
        lines += [f"    {c.english}{f' ({_BY_MACHINE})' if c.by_machine else ''}"] if c.english else []
    lines += [f"({_BY_MODEL[answer.language]})"] if answer.by_model else []
    lines += [f"({answer.note})"] if answer.note else []
    lines += [_UNOFFICIAL] if any(c.english for c in answer.citations) else []
    lines += [f"→ {suggestion}" for suggestion in answer.suggestions]
    return "\n".join(lines) + "\n"


def _batch(path: Path) -> int:
    from assistant.errors import BatchLineError

    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # not at U+2028 and its like, which JSON lets stand
    except (OSError, UnicodeDecodeError) as exc:
        raise BatchLineError(f"{path}: cannot be read as UTF-8 text ({exc}); give a JSONL file") from exc
    assistant = _open()
    assistant.warm_up()  # or the first question would be held up by what is loaded for all
    for number, line in enumerate(lines, start=1):
        if line.strip():
            sys.stdout.write(json.dumps(_answered(assistant, line, number), ensure_ascii=False) + "\n")
            sys.stdout.flush()
    return 0


def _answered(assistant: Assistant, line: str, number: int) -> dict[str, Any]:
    """The answer object of one line; an object with `error` in its place when the line cannot be answered."""
    from assistant.time_limit import within_seconds
    from index.errors import PlansError

    identity: Any = None
    try:
        question = _question(line, number)
        identity = question.id
        with within_seconds(assistant.settings.max_question_seconds):
            return assistant.ask(question).to_json()
    except PlansError as exc:
        return {"id": identity, "line": number, "error": str(exc)}
    except Exception:
        logger.exception("line %s failed", number)
        return {"id": identity, "line": number, "error": "an internal error; the log has the details"}


def _question(line: str, number: int) -> Question:
    from assistant import Question
    from assistant.errors import BatchLineError
    from assistant.limits import id_within_limits

    if len(line) > MAX_LINE_CHARS:
        raise BatchLineError(f"line {number} has {len(line)} characters; shorten it to {MAX_LINE_CHARS}")
    try:
        row = json.loads(line)
    except json.JSONDecodeError as exc:
        raise BatchLineError(f"line {number} is not JSON: {exc.msg}; write one JSON object a line") from exc
    except (ValueError, RecursionError) as exc:
        raise BatchLineError(f"line {number} holds a number or a nesting that is out of bounds") from exc
    if not isinstance(row, dict) or not isinstance(row.get("question"), str):
        raise BatchLineError(f'line {number} has no "question"; write {{"id": "...", "question": "..."}}')
    history, plans = row.get("history") or [], row.get("restrict") or []
    if not all(isinstance(part, list) and all(isinstance(p, str) for p in part) for part in (history, plans)):
        raise BatchLineError(f'line {number}: "history" and "restrict" must be lists of strings')
    return Question(row["question"], tuple(history), tuple(plans), id_within_limits(str(row.get("id", ""))))


if __name__ == "__main__":
    sys.exit(main())
