"""Runs `python -m evals` beside the page: one run at a time, with progress, to be cancelled; its report is kept.

A process of its own, since asking hundreds of questions would slow the page down, and since the page may not know the
evaluation from inside.
"""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, TYPE_CHECKING

from assistant.ui.evaluation.evaluation_report import MeasuredRun, read_run
from assistant.ui.shared.time_left import Pace
from index.errors import PlansError
from index.settings import Settings

if TYPE_CHECKING:
    from index.storage.records import Records

_log = logging.getLogger(__name__)

_ROOT = Path(__file__).parents[3]


class WhichQuestions(StrEnum):
    """Whose questions a report is about."""

    FIXED = "fixed"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a run has come; `failure` is why the last one gave no report, "" where it gave one or was cancelled."""

    running: bool = False
    done: int = 0
    count: int = 0
    failure: str = ""
    cancelled: bool = False
    questions: WhichQuestions = WhichQuestions.FIXED


class EvaluationRuns:
    """The run under way, if any, and the reports of earlier ones; shared by everyone who has the page open."""

    def __init__(self) -> None:
        self.standing, self.pace = Standing(), Pace()
        self._process: subprocess.Popen[str] | None = None
        self._lock = threading.Lock()

    def report(self, settings: Settings, questions: WhichQuestions) -> MeasuredRun | None:
        """The last report about these questions; None where there is none, or none that this version can read.

        Raises:
            StoreError: It cannot be read.
        """
        kept = _reports(settings).get(str(questions))
        return read_run(kept.body, kept.at) if kept else None

    def start(self, settings: Settings, own: Path | None = None) -> None:
        """Ask the fixed questions, or those of a file; does nothing while another run is under way."""
        questions = WhichQuestions.OWN if own else WhichQuestions.FIXED
        out = _folder(settings) / f"{questions}.part"
        command = [sys.executable, "-m", "evals", "--out", str(out), *(["--questions", str(own)] if own else [])]
        # The folders are given whole, since the run starts in the program's own folder; the rest is inherited.
        folders = {
            "PLANS_DATA_DIR": str(settings.data_dir.resolve()),
            "PLANS_DOCUMENTS_DIR": str(settings.documents_dir.resolve()),
        }
        with self._lock:
            if self.standing.running:
                return
            out.unlink(missing_ok=True)
            self._process = subprocess.Popen(
                command,
                cwd=_ROOT,
                env={**os.environ, **folders},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
            )
            self.standing, self.pace = Standing(running=True, questions=questions), Pace()
            given = (self._process, out, settings)
            follow = threading.Thread(target=self._follow, args=given, name="evaluation", daemon=True)
        follow.start()

    def cancel(self) -> None:
        """End the run under way; the report of the one before stays."""
        with self._lock:
            if self._process is not None and self.standing.running:
                self.standing = replace(self.standing, cancelled=True)
                self._process.terminate()

    def _follow(self, process: subprocess.Popen[str], out: Path, settings: Settings) -> None:
        """Reads the progress of a run to its end, then puts its report in force."""
        last = ""
        with process:
            assert process.stderr is not None
            for line in _lines(process.stderr):
                if counted := _counted(line):
                    with self._lock:  # it may be cancelled at this moment
                        self.standing = replace(self.standing, done=counted[0], count=counted[1])
                elif line:
                    last = line
        with self._lock:
            self._process = None  # too late to be cancelled
            standing = self.standing
        failure = "" if standing.cancelled else _keep(settings, standing.questions, out, last)
        if failure:
            _log.error("the evaluation gave no report: %s", failure)
        with suppress(OSError):
            out.unlink(missing_ok=True)
        with self._lock:
            self.standing = replace(standing, running=False, failure=failure)


def _keep(settings: Settings, questions: WhichQuestions, out: Path, last: str) -> str:
    """Put the report that a run wrote in the place of the one before; gives why it cannot be, `last` said by the run."""
    try:
        text = out.read_text(encoding="utf-8", errors="replace") if out.is_file() else ""
        if read_run(text, datetime.now(UTC).isoformat()) is None:
            return last.removeprefix("error: ") or "?"
        _reports(settings).put(str(questions), text)
    except (OSError, PlansError) as exc:
        return str(exc)
    return ""


def _reports(settings: Settings) -> Records:
    """All reports, those of an earlier version among them as soon as the database can be written."""
    # Not before they are asked for: the page is up before the libraries of the database are loaded.
    from index.storage.records import Kind, Record, Records

    reports = Records(settings, Kind.RUNS, len(WhichQuestions))
    for questions in WhichQuestions:
        path = _folder(settings) / f"{questions}.json"
        try:
            if path.is_file():
                made = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
                text = path.read_text(encoding="utf-8", errors="replace")
                if read_run(text, made) is not None:
                    reports.add((Record(str(questions), made, text),))
                path.unlink(missing_ok=True)
        except (OSError, PlansError) as exc:
            _log.warning("the report in %s stays there for now: %s", path, exc)
    return reports


def _folder(settings: Settings) -> Path:
    """Where a run writes its report; an earlier version kept reports there."""
    return settings.data_dir / "evaluation"


def _counted(line: str) -> tuple[int, int] | None:
    """How many questions are done, and of how many: (12, 598) of "assistant 12/598"; None for any other line."""
    done, slash, count = line.rpartition(" ")[2].partition("/")
    return (int(done), int(count)) if slash and done.isdecimal() and count.isdecimal() else None


def _lines(stream: IO[str]) -> Iterator[str]:
    """Lines as they come; progress is written over itself and ends in a carriage return or nothing yet."""
    held = ""
    while piece := stream.read(1):
        if piece in "\r\n":
            yield held.strip()
            held = ""
        else:
            held += piece
    yield held.strip()
