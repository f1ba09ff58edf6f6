"""What a red seal covers is read, and a red letterhead stays."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from index.reading.files.ocr.look import look
from index.reading.files.ocr.page_lines import page_texts
from index.reading.files.ocr.seals import without_seals
from tests.index.reading.files.ocr.conftest import lines_at

RED = (30, 30, 215)  # blue, green, red


def test_a_round_seal_goes_and_the_print_below_it_stays():
    page = np.full((2339, 1654, 3), 250, np.uint8)
    cv2.circle(page, (800, 1500), 160, RED, 12)
    page[1495:1505, 600:1000] = 20
    cleared = without_seals(page)
    assert (cleared[1498:1502, 610:990] < 60).all()
    assert cleared[1500 - 160, 800].min() > 200
    assert page[1500 - 160, 800].tolist() == list(RED)


def test_red_letters_of_a_letterhead_stay():
    page = np.full((2339, 1654, 3), 250, np.uint8)
    for at in range(6):
        page[200:340, 200 + 200 * at : 340 + 200 * at] = RED
    page[400:410, 200:1450] = RED
    assert (without_seals(page) == page).all()


@pytest.mark.slow
def test_office_and_day_below_a_seal_are_read(printed):
    page = printed(lambda canvas: lines_at(canvas, {600: "青岚县安全生产委员会办公室", 570: "2024年5月28日"}, left=300))
    seal = np.full_like(page, 255)
    for radius in (120, 80, 30):
        cv2.circle(seal, (812, 530), radius, RED, 8)
    inked = np.minimum(page, seal)  # its ink lies on the print and lets that be seen
    assert page_texts({1: look(inked)})[1].text.split() == ["青岚县安全生产委员会办公室", "2024年5月28日"]
