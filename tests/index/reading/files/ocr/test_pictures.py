"""Files of pictures and pages of PDFs as pictures to be read."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from index.errors import CorruptFile, NeedsTooMuchMemory
from index.reading.files.ocr import pictures
from index.reading.files.ocr.pictures import MOST_PIXELS, count_pictures, opened_picture, pdf_pictures


def written(image, kind, **options):
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def red(size=(30, 20), mode="RGB"):
    return Image.new(mode, size, "red")


@pytest.mark.parametrize("kind", ["PNG", "BMP", "WEBP", "TIFF"])
def test_each_kind_is_opened_with_blue_first(kind):
    picture = opened_picture("a", written(red(), kind, **({"lossless": True} if kind == "WEBP" else {})), 0)
    assert picture.shape == (20, 30, 3)
    assert (picture == (0, 0, 255)).all()


def test_a_tiff_has_several_pages_and_a_moving_picture_one():
    frames = [Image.new("L", (10, 10 + at), 255) for at in range(3)]
    pages = written(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    assert count_pictures("a.tif", pages) == 3
    assert opened_picture("a.tif", pages, 2).shape == (12, 10, 3)
    moving = written(red(), "WEBP", save_all=True, append_images=[Image.new("RGB", (30, 20), "blue")])
    assert count_pictures("a.webp", moving) == 1


def test_what_is_clear_is_white_and_what_was_photographed_lying_is_set_up():
    clear = Image.new("RGBA", (4, 4), (0, 0, 0, 0))
    assert (opened_picture("a.png", written(clear, "PNG"), 0) == 255).all()
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by 90 degrees
    assert opened_picture("a.jpg", written(red(), "JPEG", exif=exif.tobytes()), 0).shape == (30, 20, 3)


def test_a_large_picture_is_made_smaller_and_a_huge_one_refused(monkeypatch):
    large = opened_picture("a.jpg", written(Image.new("L", (6000, 3000), 255), "JPEG"), 0)
    assert large.shape[0] * large.shape[1] <= MOST_PIXELS * 1.01
    assert large.shape[1] == pytest.approx(2 * large.shape[0], abs=2)
    monkeypatch.setattr(pictures, "MOST_OPENED_PIXELS", 500)
    with pytest.raises(NeedsTooMuchMemory, match=r"a\.png: .* million pixels"):
        opened_picture("a.png", written(red(), "PNG"), 0)


@pytest.mark.parametrize("content", [b"no picture", b"\x89PNG\r\n\x1a\n" + bytes(30), written(red(), "PNG")[:-30]])
def test_what_is_damaged_is_refused_in_a_sentence(content):
    with pytest.raises(CorruptFile, match=r"a\.png: the picture is damaged"):
        opened_picture("a.png", content, 0)


def test_pages_of_a_pdf_are_drawn_as_shown_and_in_a_size_that_can_be_read(make_pdf):
    with pdf_pictures(make_pdf("plan.pdf", ["一、总则", ""]).read_bytes()) as draw:
        page = draw(0)
        assert page is not None
        assert page.shape[0] == pytest.approx(842 / 72 * 200, abs=2)
        assert np.asarray(page).min() < 100
        assert draw(7) is None
