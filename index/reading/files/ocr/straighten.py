"""A picture of a page, turned so that its lines run from left to right; and the way back to the page as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from index.reading.files.ocr.recogniser import Corners, Picture, Recogniser
from index.reading.files.ocr.seen_page import Box

_LONG_LINE = 4.0
"""A line so many times as long as it is high tells which way it runs."""
_MOST_ASKED = 12
"""So many of the longest lines are looked at for which way up a page is."""
LEAST_SKEW_DEGREES = 0.15
"""A page turned by less is as straight as its lines can be measured; lines over the page drift by half a letter."""
MOST_SKEW_DEGREES = 15.0
"""More is no page that was laid on a scanner: its lines run in several directions."""
_WHITE = (255, 255, 255)
_SHARE_DIGITS = 4  # a tenth of a millimetre of A3


@dataclass(frozen=True, slots=True)
class Straight:
    """A straightened page: its picture, the corners of its lines on that, and how to come back.

    `back` is a 2 x 3 matrix that takes points of the picture to pixels of the page as shown, whose size is `shown`
    (width, height).
    """

    picture: Picture
    corners: Corners
    back: NDArray[np.float64]
    shown: tuple[int, int]

    def as_shown(self, box: Box) -> Box:
        """A box of the picture as shares of the page as shown: the smallest upright one around it."""
        left, top, right, bottom = box
        points = np.array([(left, top, 1), (right, top, 1), (right, bottom, 1), (left, bottom, 1)]) @ self.back.T
        low, high = points.min(axis=0) / self.shown, points.max(axis=0) / self.shown
        first, second, third, fourth = np.clip([*low, *high], 0.0, 1.0).round(_SHARE_DIGITS).tolist()
        return first, second, third, fourth


def straighten(picture: Picture, recogniser: Recogniser) -> Straight:
    """Find the lines of a page, and turn it the right way up."""
    height, width = picture.shape[:2]
    way = np.eye(3)
    corners = recogniser.corners(picture)
    if _runs_down(corners):
        picture, way = _quarter_turned(picture, way)
        corners = recogniser.corners(picture)
    if recogniser.upside_down(_longest(picture, corners)):
        for _ in range(2):
            picture, way = _quarter_turned(picture, way)
        corners = recogniser.corners(picture)
    angle = _skew(corners)
    if LEAST_SKEW_DEGREES <= abs(angle) <= MOST_SKEW_DEGREES:
        turned = _rotation(picture, angle)
        corners = (corners @ turned[:, :2].T + turned[:, 2]).astype(np.float32)
        way = np.vstack([turned, (0, 0, 1)]) @ way
        size = picture.shape[1], picture.shape[0]
        picture = cv2.warpAffine(picture, turned, size, flags=cv2.INTER_CUBIC, borderValue=_WHITE).astype(np.uint8)
    return Straight(picture, corners, np.asarray(np.linalg.inv(way)[:2], np.float64), (width, height))


def cut_out(picture: Picture, corners: Corners) -> Picture:
    """The part of a picture inside four corners, as a rectangle."""
    top, right, bottom, left = (float(np.linalg.norm(corners[at] - corners[(at + 1) % 4])) for at in range(4))
    width, height = max(1, round(max(top, bottom))), max(1, round(max(left, right)))
    there = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    way = cv2.getPerspectiveTransform(corners.astype(np.float32), there)
    cut = cv2.warpPerspective(picture, way, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cut, np.uint8)


def _lengths(corners: Corners) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How far each line reaches along its upper edge, and down."""
    along = np.linalg.norm(corners[:, 1] - corners[:, 0], axis=1)
    down = np.linalg.norm(corners[:, 3] - corners[:, 0], axis=1)
    return along, down


def _runs_down(corners: Corners) -> bool:
    """Whether what is longer than high mostly runs from top to bottom."""
    along, down = _lengths(corners)
    return bool(down[down > _LONG_LINE * along].sum() > along[along > _LONG_LINE * down].sum())


def _longest(picture: Picture, corners: Corners) -> list[Picture]:
    along, down = _lengths(corners)
    order = np.argsort(-along, kind="stable")[:_MOST_ASKED]
    return [cut_out(picture, corners[at]) for at in order if along[at] > _LONG_LINE * down[at]]


def _skew(corners: Corners) -> float:
    """By how many degrees lines fall to the right: the middle of what long lines say, by their length."""
    along, down = _lengths(corners)
    is_long = along > _LONG_LINE * np.maximum(down, 1)
    if not is_long.any():
        return 0.0
    across = (corners[is_long, 1] - corners[is_long, 0] + corners[is_long, 2] - corners[is_long, 3]) / 2
    angles = np.degrees(np.arctan2(across[:, 1], across[:, 0]))
    order = np.argsort(angles, kind="stable")
    weights = np.cumsum(along[is_long][order])
    return float(angles[order][np.searchsorted(weights, weights[-1] / 2)])


def _rotation(picture: Picture, angle: float) -> NDArray[np.float64]:
    height, width = picture.shape[:2]
    return np.asarray(cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0), np.float64)


def _quarter_turned(picture: Picture, way: NDArray[np.float64]) -> tuple[Picture, NDArray[np.float64]]:
    """The picture turned by 90 degrees in the direction of the clock, and the way that leads there."""
    height = picture.shape[0]
    turn = np.array([(0, -1, height), (1, 0, 0), (0, 0, 1)], np.float64)
    return np.ascontiguousarray(np.rot90(picture, -1)), turn @ way
