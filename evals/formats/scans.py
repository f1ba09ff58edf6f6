"""A printed paper as a scanner gives it back: pictures of its pages, and no text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter

POINTS_PER_INCH = 72
SEED = 1


@dataclass(frozen=True, slots=True)
class Damage:
    """What a copier and a scanner do to a page: turns in degrees, standard deviations in pixels and in shades of 255."""

    name: str
    degrees: float
    blur_pixels: float
    noise_shades: float
    dust_share: float = 0.0


def pictures_of(path: Path, dpi: int) -> list[Image.Image]:
    """The pages of a PDF in shades of grey."""
    with pdfium.PdfDocument(path) as document:
        return [page.render(scale=dpi / POINTS_PER_INCH).to_pil().convert("L") for page in document]


def damaged(page: Image.Image, damage: Damage, chance: np.random.Generator) -> Image.Image:
    """A page as it comes from the scanner."""
    turned = page.rotate(damage.degrees, Image.Resampling.BICUBIC, fillcolor=255)
    shades = np.asarray(turned.filter(ImageFilter.GaussianBlur(damage.blur_pixels)), np.float32)
    noisy = 0.9 * shades + 12 + chance.normal(0, damage.noise_shades, shades.shape)
    dust = chance.random(shades.shape)
    noisy[dust < damage.dust_share / 2], noisy[dust > 1 - damage.dust_share / 2] = 0, 255
    return Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8))


def write_scan(pages: Sequence[Image.Image], path: Path, damage: Damage, dpi: int) -> None:
    """A PDF of the damaged pages; the same bytes of pictures at every run."""
    chance = np.random.default_rng(SEED)
    first, *others = (damaged(page, damage, chance) for page in pages)
    first.save(path, save_all=True, append_images=others, resolution=dpi)
