"""Red seals over print: taken out, since the office and the day below one are what it makes unreadable.

Red letters of a letterhead stay: they stand in a row, and a seal is round and larger than any of them.
"""

from __future__ import annotations

import cv2
import numpy as np

from index.reading.files.ocr.recogniser import Picture

LEAST_REDNESS = 50
"""By how many of 255 shades red is brighter than green and blue; grey paper and its noise keep below."""
LEAST_SEAL_SHARE, MOST_SEAL_SHARE = 0.09, 0.2
"""Of a page's longer side: seals of offices and companies are 38 to 50 mm wide, letters of a letterhead at most 22."""
MOST_LONGER = 1.6
"""A round or an oval seal is not longer than so many times its width."""
_GAP_SHARE = 0.01
"""Of a page's longer side: the parts of a seal lie no further apart."""


def without_seals(picture: Picture) -> Picture:
    """The page as it is where there is no seal; where there is one, what is seen through a red glass: the print alone."""
    blue, green, red = cv2.split(picture)
    redness = cv2.subtract(red, cv2.max(blue, green))
    reds = (np.asarray(redness) > LEAST_REDNESS).astype(np.uint8)
    side = max(reds.shape)
    gap = max(1, round(side * _GAP_SHARE))
    count, _, stats, _ = cv2.connectedComponentsWithStats(cv2.dilate(reds, np.ones((gap, gap), np.uint8)))
    cleared = picture
    for left, top, width, height, _ in stats[1:count].tolist():
        is_seal = LEAST_SEAL_SHARE * side <= max(width, height) <= MOST_SEAL_SHARE * side
        if is_seal and max(width, height) <= MOST_LONGER * min(width, height):
            if cleared is picture:
                cleared = picture.copy()
            here = slice(top, top + height), slice(left, left + width)
            cleared[here] = np.asarray(red)[here][:, :, np.newaxis]
    return cleared
