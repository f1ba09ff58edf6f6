"""The PP-OCR models that come with rapidocr: where lines stand on a picture, which way up they are, what they say.

The models' files are named, since the library would fetch what it does not find. Loaded once in a process, at first need.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import rapidocr
from numpy.typing import NDArray
from rapidocr import RapidOCR

Picture = NDArray[np.uint8]
"""(height, width, 3): blue, green, red."""
Corners = NDArray[np.float32]
"""(4, 2) for each line: its corners, across and down, from the upper left on in the direction of the clock."""

_MODELS = Path(rapidocr.__file__).parent / "models"
_DETECTION, _DIRECTION, _RECOGNITION = (
    "PP-OCRv6_det_small.onnx",
    "ch_ppocr_mobile_v2.0_cls_mobile.onnx",
    "PP-OCRv6_rec_small.onnx",
)
MOST_THREADS = 2
"""More do not make a page of text much quicker, and another worker may read beside this one."""
DETECTION_SIDE = 1280
"""Pixels of a page's longer side where lines are looked for: print of 9 points on A4 is 14 high. More takes memory by its square."""


class Recogniser:
    """Finds lines and reads them; one call at a time."""

    def __init__(self) -> None:
        self._engine = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.text_score": 0.0,
                "Global.max_side_len": 100_000,  # pictures come in the size that they are to be read in
                "Det.model_path": str(_MODELS / _DETECTION),
                "Det.limit_type": "max",
                "Det.limit_side_len": DETECTION_SIDE,
                "Cls.model_path": str(_MODELS / _DIRECTION),
                "Rec.model_path": str(_MODELS / _RECOGNITION),
                "Rec.rec_batch_num": 1,  # a batch is as wide as its widest line: no quicker, and takes more memory
                "EngineConfig.onnxruntime.intra_op_num_threads": min(MOST_THREADS, os.cpu_count() or 1),
                "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            }
        )

    def corners(self, picture: Picture) -> Corners:
        """Where lines stand on a picture: float32, (lines, 4, 2)."""
        found = self._engine(picture, use_det=True, use_cls=False, use_rec=False)
        boxes = getattr(found, "boxes", None)  # which of its kinds of answer it gives hangs on what it found
        return np.zeros((0, 4, 2), np.float32) if boxes is None else np.asarray(boxes, np.float32)

    def upside_down(self, lines: Sequence[Picture]) -> bool:
        """Whether most of these pictures of lines stand on their heads."""
        if not lines:
            return False
        _, told = self._engine.cls_and_rotate(list(lines))
        return sum(label == "180" for label, _ in told.cls_res or ()) > len(lines) / 2

    def read(self, lines: Sequence[Picture]) -> list[tuple[str, float]]:
        """What each of these pictures of lines says, and how sure that is, 0 to 1."""
        if not lines:
            return []
        told = self._engine.recognize_txt(list(lines))
        return [(str(text), float(score)) for text, score in zip(told.txts or (), told.scores or (), strict=True)]


@cache
def recogniser() -> Recogniser:
    """The one of this process."""
    return Recogniser()
