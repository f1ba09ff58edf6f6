"""Training packs with a scripted good model: what of its sentences stands, and how many wrong numbers in them are caught.

`written_lines.jsonl` holds what somebody wrote for eight packs who saw their lines, each sentence with words of the line that
proves it, by which its number is found among the lines that are really shown.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant import Assistant, Language
from assistant.courses import Audience, PackRequest, Written, build_pack
from evals.models.chat_server import Asked, chat_server

if TYPE_CHECKING:
    from index import Settings

RECORDED = Path(__file__).with_name("written_lines.jsonl")
HOURS = 1.0


@dataclass(frozen=True, slots=True)
class RecordedPack:
    """What became of the sentences of one pack, and of those into which a wrong number was put."""

    request: PackRequest
    right: Written
    wrong: int
    let_through: tuple[str, ...]


def recorded_packs(settings: Settings) -> Iterator[RecordedPack]:
    """Each recorded pack, written by a good model behind a server of this machine and by one that gets numbers wrong."""
    texts = RECORDED.read_text(encoding="utf-8")
    for record in map(json.loads, texts.splitlines()):
        audience, language = Audience(record["audience"]), Language(record["language"])
        request = PackRequest((record["plan"],), (record["topic"],), audience, HOURS, language)
        wrong = [one | {"text": text} for one in _sentences(record) for text in _misread(one["text"])]
        told = {"good": record, "wrong": {"points": wrong, "scenarios": []}}
        written = {name: _written(settings, request, name, answer) for name, answer in told.items()}
        yield RecordedPack(request, written["good"], len(wrong), tuple(line.text for line in written["wrong"].points))


def _sentences(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from record["points"]
    yield from (one for scenario in record["scenarios"] for one in scenario["solution"])


def _misread(text: str) -> Iterator[str]:
    """The text with one of its numbers raised by one, for each of them."""
    pieces = ["".join(signs) for _, signs in groupby(text, str.isdigit)]
    for at, piece in enumerate(pieces):
        if piece.isdigit():
            yield "".join([*pieces[:at], str(int(piece) + 1), *pieces[at + 1 :]])


def _written(settings: Settings, request: PackRequest, name: str, answer: dict[str, Any]) -> Written:
    """What a pack holds of a model's answer."""

    def behaviour(asked: Asked) -> str:
        lines = [told.partition("</line>")[0] for told in asked.text.split("<line number=")[1:]]

        def cited(one: dict[str, Any]) -> dict[str, Any]:
            numbers = [int(line.split()[0]) for line in lines if any(quote in line for quote in one["quotes"])]
            return {"text": one["text"], "lines": numbers}

        scenarios = [one | {"solution": list(map(cited, one["solution"]))} for one in answer["scenarios"]]
        return json.dumps({"points": list(map(cited, answer["points"])), "scenarios": scenarios}, ensure_ascii=False)

    # Answers are kept by the name of the model: other words of it are another model's.
    digest = hashlib.sha256(json.dumps(answer, sort_keys=True).encode()).hexdigest()[:8]
    with chat_server(behaviour) as server:
        os.environ |= {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "none"}
        own = {"llm": f"openai:{name}-{digest}", "llm_uses": "training", "llm_tokens_a_day": 0}
        return build_pack(Assistant(settings.model_copy(update=own)), request).written


def table(packs: tuple[RecordedPack, ...]) -> str:
    """Sentences kept and dropped, scenarios kept, wrong numbers caught; by language."""
    lines = [f"{'':<6}{'packs':>7}{'sentences':>11}{'kept':>7}{'scenarios':>11}{'wrong numbers':>15}{'caught':>8}"]
    for group in ("all", *Language):
        of_group = [one for one in packs if group in ("all", one.request.language)]
        kept = sum(one.right.kept for one in of_group)
        written = kept + sum(len(one.right.dropped) for one in of_group)
        scenarios, wrong = sum(len(one.right.scenarios) for one in of_group), sum(one.wrong for one in of_group)
        caught = wrong - sum(len(one.let_through) for one in of_group)
        lines.append(f"{group:<6}{len(of_group):>7}{written:>11}{kept:>7}{scenarios:>11}{wrong:>15}{caught:>8}")
    return "\n".join(lines)
