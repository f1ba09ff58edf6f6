"""A cross-encoder whose scores are known: it counts a word, since its weights were set by hand."""

from __future__ import annotations

from pathlib import Path

_WIDTH = 8


def save_cross_encoder(folder: Path, *words: str, against: str = "", labels: int = 1) -> Path:
    """A BERT that scores a pair the higher, the more of its tokens are of `words`: characters, or small English words.

    One that holds the character `against` is scored lower.

    One layer: each token attends to all alike, so that the first holds their mean, and its first number is what the words
    have in it and all other tokens have not.
    """
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizer

    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *words, against or "[NONE]"]
    folder.mkdir(parents=True)
    (folder / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    BertTokenizer.from_pretrained(folder, model_max_length=512).save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=_WIDTH,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=_WIDTH,
        num_labels=labels,
        pad_token_id=0,
    )
    model = BertForSequenceClassification(config)
    layer = model.bert.encoder.layer[0]
    with torch.no_grad():
        for parameter in (*model.bert.embeddings.parameters(), *layer.parameters()):
            parameter.zero_()
        numbers = model.bert.embeddings.word_embeddings.weight
        numbers[:, 1::2] = 1.0  # of any token: 0 1 0 1 …
        numbers[5:-1, 0], numbers[-1, 0] = 3.0, -3.0
        for norm in (model.bert.embeddings.LayerNorm, layer.attention.output.LayerNorm, layer.output.LayerNorm):
            norm.weight.fill_(1.0)
        layer.attention.self.value.weight.copy_(torch.eye(_WIDTH))
        layer.attention.output.dense.weight.copy_(torch.eye(_WIDTH))
        model.bert.pooler.dense.weight.copy_(torch.eye(_WIDTH))
        model.bert.pooler.dense.bias.zero_()
        model.classifier.weight.zero_()
        model.classifier.weight[:, 0] = 1.0
        model.classifier.bias.zero_()
    model.save_pretrained(folder)
    return folder
