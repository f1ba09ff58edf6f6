"""What models answered before, and how many tokens a day they used: one small file for all processes of a data folder.

Both are an aid, no record: a file that cannot be read is begun anew, and where none can be written nothing is kept.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from index.errors import BudgetSpent

logger = logging.getLogger(__name__)

MOST_KEPT = 5_000
"""Answers; of about 1,000 characters each."""
_VERSION = "2"
"""Of how an answer comes about beside what is asked: raised where other code would keep another answer."""
_BUSY_SECONDS = 2.0
_TABLES = """
create table if not exists answer (key text primary key, text text not null, used integer not null);
create table if not exists spent (day text primary key, tokens integer not null);
"""
Result = TypeVar("Result")


class KeptAnswers:
    """The file of a data folder; may be shared between threads and processes."""

    def __init__(self, folder: Path, tokens_a_day: int) -> None:
        self._path, self._tokens_a_day = folder / "answers.sqlite", tokens_a_day

    def find(self, *asked: str) -> str | None:
        """What was answered to the same before; None if nothing was."""
        key = _key(asked)

        def read(file: sqlite3.Connection) -> str | None:
            row = file.execute("select text from answer where key = ?", (key,)).fetchone()
            return str(row[0]) if row else None

        return self._with_file(read, None)

    def keep(self, text: str, *asked: str) -> None:
        """Keep an answer; the oldest go where there are too many."""

        def write(file: sqlite3.Connection) -> None:
            (last,) = file.execute("select coalesce(max(used), 0) + 1 from answer").fetchone()
            file.execute("insert or replace into answer values (?, ?, ?)", (_key(asked), text, last))
            file.execute("delete from answer where used <= ?", (last - MOST_KEPT,))

        self._with_file(write, None)

    def require_budget(self, model: str) -> None:
        """Raises `BudgetSpent` where as many tokens as may be used in a day were used today."""
        if self._tokens_a_day and self.spent_today() >= self._tokens_a_day:
            raise BudgetSpent(
                f"the language model {model} has used its {self._tokens_a_day} tokens of today; it goes on tomorrow, "
                "or with a higher PLANS_LLM_TOKENS_A_DAY"
            )

    def spent_today(self) -> int:
        """Tokens used today, by the clock of this machine."""

        def read(file: sqlite3.Connection) -> int:
            row = file.execute("select tokens from spent where day = ?", (_today(),)).fetchone()
            return int(row[0]) if row else 0

        return self._with_file(read, 0)

    def spend(self, tokens: int) -> None:
        """Note tokens that were used."""

        def write(file: sqlite3.Connection) -> None:
            file.execute(
                "insert into spent values (?, ?) on conflict (day) do update set tokens = tokens + excluded.tokens",
                (_today(), tokens),
            )

        self._with_file(write, None)

    def _with_file(self, use: Callable[[sqlite3.Connection], Result], without: Result) -> Result:
        try:
            return self._used(use)
        except sqlite3.DatabaseError as exc:
            logger.warning("%s cannot be used (%s); it is begun anew", self._path.name, exc)
        except OSError as exc:
            logger.warning("%s cannot be written (%s)", self._path.name, exc)
            return without
        try:
            if not self._is_busy():
                self._path.unlink(missing_ok=True)
            return self._used(use)
        except (sqlite3.Error, OSError):
            return without

    def _is_busy(self) -> bool:
        """Whether the file is sound, and only held by others."""
        try:
            with closing(sqlite3.connect(self._path, timeout=_BUSY_SECONDS)) as file:
                file.execute("select 1 from answer limit 1")
        except sqlite3.OperationalError:
            return True
        except sqlite3.DatabaseError:
            return False
        return True

    def _used(self, use: Callable[[sqlite3.Connection], Result]) -> Result:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path, timeout=_BUSY_SECONDS)) as file, file:
            file.executescript(_TABLES)
            return use(file)


def _key(asked: tuple[str, ...]) -> str:
    return hashlib.sha256(json.dumps((_VERSION, *asked), ensure_ascii=False).encode()).hexdigest()


def _today() -> str:
    return datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat()
