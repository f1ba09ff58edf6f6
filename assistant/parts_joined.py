"""The answers to the parts of a question as one: marks numbered through, what one part tells with another told once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.verify import marks_in, renumbered, unmarked
from assistant.types import AnswerPart, Citation, Language
from assistant.wording.first_mention import without_names
from assistant.wording.phrases import joined, said

Part = tuple[str, str, tuple[Citation, ...]]
"""What was asked, what is told of it with its marks, its citations; no citations where it is not told."""
_ENDS = ".。；;:： "
_CUT = "\f"
"""Stands in no answer."""
_PART = "\v"
"""Stands in no answer either: before and behind what is asked by a part, at its begin in a text that is not shown yet."""


def together(parts: Sequence[Part], language: Language) -> tuple[str, tuple[Citation, ...]]:
    """The answers to the parts of a question as one; a sentence that stands in a part before is not told again."""
    texts, citations = _texts(parts, language)
    return joined(language, "sentences", [text for _, text in texts]), citations


def in_parts(parts: Sequence[Part], language: Language) -> tuple[str, tuple[Citation, ...]]:
    """The same with what each part was asked by at its begin, as `parted` takes it out again."""
    texts, citations = _texts(parts, language)
    told = [f"{_PART}{asked}{_PART}{text}" if len(texts) > 1 else text for asked, text in texts]
    return joined(language, "sentences", told), citations


def parted(text: str) -> tuple[str, tuple[AnswerPart, ...]]:
    """An answer as it is shown, and where in it each part stands; no parts where it was not made of several."""
    head, *rest = text.split(_PART)
    whole, parts = head, []
    for asked, told in zip(rest[::2], rest[1::2], strict=True):
        parts.append(AnswerPart(asked, len(whole), len(whole) + len(told.rstrip())))
        whole += told
    return whole, tuple(parts)


def _texts(parts: Sequence[Part], language: Language) -> tuple[list[tuple[str, str]], tuple[Citation, ...]]:
    """What each part is asked by and told, but for those that others tell."""
    made: list[Citation] = []
    texts: list[tuple[str, str]] = []
    before: list[str] = []
    plain = [unmarked(text) for _, text, _ in parts]
    for at, (asked, text, citations) in enumerate(parts):
        if not citations:
            texts.append((asked, said(language, "part_not_told", asked=asked)))
        elif not any(
            _told_within(plain[at], other) for other in plain[:at] + plain[at + 1 :] if _bare(other) != _bare(plain[at])
        ):
            told = _without_told(text, before) if before else text
            before.append(plain[at])
            if told:
                texts.append((asked, renumbered(told, {one.number: numbered(one, made) for one in citations})))
    return texts, tuple(made)


def _told_within(text: str, other: str) -> bool:
    """Whether another text tells all of one: as it stands, or each item of a list with more behind it."""
    told = _items(other)
    return _holds(other, _bare(text)) or all(any(_opens(one, item) for one in told) for item in _items(text))


def _items(text: str) -> list[str]:
    return [_bare(item) for item in text.replace("；", ";").split(";")]


def _opens(text: str, words: str) -> bool:
    """Whether a text opens with words, and not with a longer word or figure than their last."""
    return text.startswith(words) and not text[len(words) : len(words) + 1].isalnum()


def _holds(text: str, words: str) -> bool:
    """Whether words stand in a text, not as a part of a longer word or figure: "3 deaths" in "13 deaths"."""
    bare = _bare(text)
    at = bare.find(words)
    return at >= 0 and not bare[max(at - 1, 0) : at].isalnum() and _opens(bare[at:], words)


def _without_told(text: str, before: Sequence[str]) -> str:
    """A text without the sentences that were told before, whose marks stay; "" where nothing else is told."""
    kept, is_new = "", False
    for sentence in _sentences(text):
        bare = _bare(unmarked(sentence))
        if bare and any(_holds(other, told) for told in (bare, _behind_number(bare)) for other in before):
            kept += marks_in(sentence)
        else:
            kept, is_new = kept + sentence, is_new or bool(bare)
    return kept.strip() if is_new else ""


def _sentences(text: str) -> list[str]:
    """The sentences of an answer, which together are all of it; what stands in quotation marks is not parted."""
    kept, depth = "", 0
    for at, sign in enumerate(text):
        depth = max(depth + (sign == "“") - (sign == "”"), 0)
        ends = sign == "。" or text[at - 1 : at + 1] == ". "
        kept += f"{sign}{_CUT}" if ends and not depth else sign
    return kept.split(_CUT)


def _behind_number(text: str) -> str:
    """What stands behind the number of a task: "task 19: promote …" -> "promote …"; of other text all of it."""
    label, _, rest = text.partition(":")
    return _bare(rest) if rest and label.rpartition(" ")[2].isdigit() else text


def _bare(text: str) -> str:
    return " ".join(without_names(text).split()).strip(_ENDS).lower()


def numbered(citation: Citation, made: list[Citation]) -> int:
    """The number of a citation among those made, to which it is added where it is not there yet."""
    for one in made:
        if (one.document, one.start, one.end) == (citation.document, citation.start, citation.end):
            return one.number
    made.append(replace(citation, number=len(made) + 1))
    return len(made)
