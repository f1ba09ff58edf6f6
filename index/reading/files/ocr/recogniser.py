"""The PP-OCR models that come with rapidocr: where lines stand on a picture, which way up they are, what they say.

The models' files are opened here, since the library would fetch what it does not find. Loaded once in a process, at first
need.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import cast

import numpy as np
import rapidocr
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from rapidocr import RapidOCR
from rapidocr.ch_ppocr_rec.typings import WordInfo
from rapidocr.inference_engine.onnxruntime.main import ONNXRuntimeError

from index.reading.lines import is_han

Picture = NDArray[np.uint8]
"""(height, width, 3): blue, green, red."""
Corners = NDArray[np.float32]
"""(lines, 4, 2): corners of lines, across and down, from the upper left on in the direction of the clock."""

_MODELS = {
    "Det": "PP-OCRv6_det_small.onnx",
    "Cls": "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
    "Rec": "PP-OCRv6_rec_small.onnx",
}
MOST_THREADS = 2
"""More do not make a page of text much quicker, and another worker may read beside this one."""
DETECTION_SIDE = 1280
"""Pixels of a page's longer side where lines are looked for: print of 9 points on A4 is 14 high. More takes memory by its square."""
_UPSIDE_DOWN = "180"
_NO_MEMORY = "bad_alloc"
_WIDE_GAP = 1.4
"""Of the usual distance of two signs: half a sign's width between them, more than the models err by."""
_LEAST_GAPS = 4
"""So many distances tell what is usual in a line; in a shorter one a word may be spread."""


class Recogniser:
    """Finds lines and reads them; one call at a time."""

    def __init__(self) -> None:
        self._engine = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.return_word_box": True,  # tells where the signs of a line stand, and so how far apart
                "Global.max_side_len": 100_000,  # pictures come in the size that they are to be read in
                "Det.limit_type": "max",
                "Det.limit_side_len": DETECTION_SIDE,
                "Rec.rec_batch_num": 1,  # a batch is as wide as its widest line: no quicker, and takes more memory
            }
        )
        folder = Path(rapidocr.__file__).parent / "models"
        for part, name in _MODELS.items():
            settings = self._engine.cfg[part]
            settings._set_flag("allow_objects", True)  # noqa: FBT003 - how omegaconf lets a setting be an open model
            settings.session = _opened(folder / name)

    def corners(self, picture: Picture) -> Corners:
        """Where lines stand on a picture."""
        with _memory_told():
            found = self._engine(picture, use_det=True, use_cls=False, use_rec=False)
        boxes = getattr(found, "boxes", None)  # which of its kinds of answer it gives hangs on what it found
        return np.zeros((0, 4, 2), np.float32) if boxes is None else np.asarray(boxes, np.float32)

    def upside_down(self, lines: Sequence[Picture]) -> bool:
        """Whether most of these pictures of lines stand on their heads."""
        if not lines:
            return False
        with _memory_told():
            _, told = self._engine.cls_and_rotate(list(lines))
        return sum(label == _UPSIDE_DOWN for label, _ in told.cls_res or ()) > len(lines) / 2

    def read(self, lines: Sequence[Picture]) -> list[tuple[str, float]]:
        """What each of these pictures of lines says, and how sure that is, 0 to 1."""
        if not lines:
            return []
        with _memory_told():
            told = self._engine.recognize_txt(list(lines))
        words = cast("Sequence[WordInfo]", told.word_results)  # which the library declares as what it makes of them
        return [
            (with_wide_gaps(str(text), [at for word in placed.word_cols for at in word]), round(float(score), 3))
            for text, score, placed in zip(told.txts or (), told.scores or (), words, strict=True)
        ]


def with_wide_gaps(text: str, places: Sequence[int]) -> str:
    """The line with a space where two Chinese signs stand wider apart than is usual in it: "邵启明 县委副书记".

    `places` are those of its signs, spaces aside, across the line in any unit; one without them stays as it is.
    """
    at = [place for place, sign in enumerate(text) if not sign.isspace()]
    if len(at) != len(places):
        return text
    gaps = {
        two: behind - before
        for (one, two), (before, behind) in zip(pairwise(at), pairwise(places), strict=True)
        if two == one + 1 and is_han(text[one]) and is_han(text[two])
    }
    if len(gaps) < _LEAST_GAPS:
        return text
    usual = median(gaps.values())
    return "".join(f" {sign}" if gaps.get(place, 0) > _WIDE_GAP * usual else sign for place, sign in enumerate(text))


@cache
def recogniser() -> Recogniser:
    """The one of this process."""
    return Recogniser()


@contextmanager
def _memory_told() -> Iterator[None]:
    """Where the models find no memory, that is told as Python tells it."""
    try:
        yield
    except ONNXRuntimeError as exc:
        if _NO_MEMORY in str(exc):
            raise MemoryError from exc
        raise


def _opened(model: Path) -> InferenceSession:
    options = SessionOptions()
    options.intra_op_num_threads = min(MOST_THREADS, os.cpu_count() or 1)
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # it would keep the memory of the largest page
    options.log_severity_level = 4
    # Threads that wait give way: where others need the cores too, waiting busily made a page take twice as long.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
