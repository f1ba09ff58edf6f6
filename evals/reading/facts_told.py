"""Facts of papers, counted by hand, against the typed facts that were read; and whether what was read is right.

What a person counted is a kind and the pieces that must stand together in one fact. Of what was read a sample is judged
by a person; a judgement is found again by a hash of the fact's text, so it holds for every file that says the same, and
no text of other people's papers lies here.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evals.errors import EvalsError
from evals.facts.keys import describe
from evals.reading.types import Outcome, Written

if TYPE_CHECKING:
    from evals.reading.types import Read
    from index import Fact

JUDGED_FILE = Path(__file__).parent / "judged_facts.jsonl"
SAMPLE_SIZE = 40
"""As many as one person can judge; none wrong among 40 bounds the share of wrong ones at 9%."""
_KEY_CHARS = 16
_LIST = "enumeration"
_TYPED = ("duty", "person", "indicator", "deadline")
"""Kinds that a fact must have itself; a fine or an alert level may be told by a fact of any kind."""


def score_facts_told(written: Iterable[Written], read: Read) -> tuple[Outcome, ...]:
    """One outcome for each file and half: how many of the facts counted in that paper one of its facts tells."""
    counted: dict[tuple[str, bool], list[Written]] = defaultdict(list)
    for one in written:
        for file in one.files:
            if file in read:
                counted[file, one.split == "test"].append(one)
    return tuple(_recall(file, of_file, read) for (file, _), of_file in counted.items())


def _recall(file: str, counted: Sequence[Written], read: Read) -> Outcome:
    facts = [fact for document in read[file] for fact in document.facts]
    missed = [one for one in counted if not any(_tells(fact, one.fields) for fact in facts)]
    lines = tuple(f"{one.id} {one.fields['kind']} {', '.join(one.fields['pieces'])} is not told" for one in missed)
    return Outcome("facts", file, counted[0], len(counted) - len(missed), len(counted), lines)


def _tells(fact: Fact, wanted: Any) -> bool:  # noqa: ANN401 - a row of a JSON file
    if wanted["kind"] in _TYPED and fact.kind != wanted["kind"]:
        return False
    fields = describe(fact)
    if "lead" in wanted and fields["units"] != wanted["lead"]:
        return False
    return any(all(_holds(text, _bare(piece)) for piece in wanted["pieces"]) for text in _texts(fact.kind, fields))


def _texts(kind: str, fields: dict[str, Any]) -> Iterator[str]:
    """What a fact says, field by field; a list says each of its items alone."""
    if kind == _LIST:
        for item in fields["items"]:
            yield f"{_bare(fields['head'])}\n{_bare(item)}"
    else:
        yield "\n".join(map(_bare, _leaves(fields)))


def _leaves(value: Any) -> Iterator[str]:  # noqa: ANN401 - fields of any type
    if isinstance(value, dict):
        value = value.values()
    elif isinstance(value, str) or not isinstance(value, Iterable):
        yield str(value)
        return
    for part in value:
        yield from _leaves(part)


def _holds(text: str, piece: str) -> bool:
    """Whether the piece stands in the text, a figure at its edge as a whole figure: 6 does not stand in 2026 or 0.6."""
    start = text.find(piece)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(piece) :][:2]
        cut = (piece[0].isdigit() and _of_figure(before)) or (piece[-1].isdigit() and _goes_on(after))
        if not cut:
            return True
        start = text.find(piece, start + 1)
    return False


def _of_figure(sign: str) -> bool:
    return sign.isdigit() or sign == "."


def _goes_on(signs: str) -> bool:
    return signs[:1].isdigit() or (signs[:1] == "." and signs[1:].isdigit())


def draw_facts(written: Iterable[Written], read: Read, path: Path = JUDGED_FILE) -> dict[str, bool | None]:
    """A sample of the facts read of the papers whose facts were counted, but for those kept aside.

    Each as its text, with what a person found of it; None where nobody has looked yet.

    Raises:
        EvalsError: a line of `path` is no judgement.
    """
    files = {file for one in written if not one.aside for file in one.files if file in read}
    texts = {fact_text(fact) for file in files for document in read[file] for fact in document.facts}
    judged = _judgements(path)
    return {text: judged.get(_key(text)) for text in sorted(texts, key=_key)[:SAMPLE_SIZE]}


def _key(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_KEY_CHARS]


def fact_text(fact: Fact) -> str:
    """The fact in one line, as a person judges it."""
    return f"{fact.kind}: {' | '.join(text for text, _ in groupby(map(_bare, _leaves(describe(fact)))) if text)}"


def _judgements(path: Path) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            fields = json.loads(line)
            found[str(fields["key"])] = bool(fields["right"])
        except (ValueError, KeyError, TypeError) as exc:
            message = f"{path.name}, line {number}: not a judgement ({type(exc).__name__}: {exc})"
            raise EvalsError(message) from exc
    return found


def _bare(text: str) -> str:
    return "".join(text.split())
