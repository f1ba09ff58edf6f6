"""Token ids, held against those of the library."""

from __future__ import annotations

from pathlib import Path

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from index.search.tokens import load_tokenizer
from index.settings import Settings

SHIPPED = Path(Settings.model_fields["embedding_model"].default) / "tokenizer.json"
TEXTS = (
    "加强危险化学品安全监管,2025年下降15%",
    "Who leads gas safety in Kizilsu's prefecture?",
    "",
    " \n",
    "\U0001f600",
    "가나다 и \u3400\u3401 [UNK]",
    "安" * 5_000,
)


@pytest.mark.slow
def test_the_shipped_tokenizer_gives_the_ids_of_the_library() -> None:
    plans = [path.read_text(encoding="utf-8") for path in sorted(Path("documents").glob("*.txt"))]
    texts = [*TEXTS, *(line for plan in plans for line in plan.splitlines())]
    library = Tokenizer.from_file(str(SHIPPED))
    assert load_tokenizer(SHIPPED).encode(texts) == [
        library.encode(text, add_special_tokens=False).ids for text in texts
    ]


def test_pieces_are_those_with_the_highest_sum_and_unknown_neighbours_are_one(tmp_path: Path) -> None:
    vocabulary = [
        ("[UNK]", 0.0),
        ("安", -3.0),
        ("全", -3.0),
        ("安全", -4.0),
        ("生", -5.0),
        ("全生", -1.5),
        ("产", -5.0),
    ]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=0, byte_fallback=False))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    texts = ["安全", "安全生", "安全 生产", "甲乙安全丙", "安全" * 300, ""]
    ids = load_tokenizer(tmp_path / "tokenizer.json").encode(texts)
    assert ids == [[3], [1, 5], [3, 4, 6], [0, 3, 0], [3] * 300, []]  # 安|全生: -4.5, 安全|生: -9
    assert ids == [tokenizer.encode(text).ids for text in texts]


def test_a_tokenizer_of_another_kind_is_left_to_the_library(tiny_model: Path) -> None:
    library = Tokenizer.from_file(str(tiny_model / "tokenizer.json"))
    assert load_tokenizer(tiny_model / "tokenizer.json").encode(TEXTS) == [library.encode(text).ids for text in TEXTS]
