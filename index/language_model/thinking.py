"""What models that reason write before they answer is left out, however it comes in pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

OPENS, CLOSES = "<think>", "</think>"


def without_thinking(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces of a text without what stands between `<think>` and `</think>`; what never closes is left out whole."""
    waiting, inside = "", False
    for piece in pieces:
        waiting += piece
        while True:
            mark = CLOSES if inside else OPENS
            before, found, behind = waiting.partition(mark)
            if not found:
                break
            if not inside and before:
                yield before
            waiting, inside = behind, not inside
        kept = _begun(waiting, CLOSES if inside else OPENS)
        if not inside and len(waiting) > kept:
            yield waiting[: len(waiting) - kept]
        waiting = waiting[len(waiting) - kept :]
    if waiting and not inside:
        yield waiting


def _begun(text: str, mark: str) -> int:
    """How many of the last signs of a text a mark may begin with."""
    return next((size for size in range(min(len(mark) - 1, len(text)), 0, -1) if mark.startswith(text[-size:])), 0)
