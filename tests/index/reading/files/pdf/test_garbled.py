"""Text layers that say something else than their pages show."""

from __future__ import annotations

import pytest

from index.reading.files.pdf.garbled import is_garbled

SONG = ("SimSun", "TimesNewRoman")
PROSE = (
    "各乡镇人民政府要落实属地管理责任，健全网格化监管体系，每月至少开展一次全面排查，建立问题隐患和制度措施清单。" * 2
)
ENGLISH = "The county emergency bureau leads the general supervision of work safety and reports every month." * 2
PHONES = "何远 13512340000\n周敏 13812340000\n郑文 13912340000\n"
PRIVATE = "".join(chr(0xE000 + at % 90) for at in range(60))
MOJIBAKE = PROSE.encode("gb18030").decode("latin-1")
SHIFTED = "".join(chr(0x5000 + (ord(sign) * 7919) % 0x4F00) for sign in PROSE)
CODES = "".join(f"(cid:{at})" for at in range(300, 340))
CIPHER = "TKVNW QRXZB LPMNT VXKQW RTZZK PLMWN" * 3


@pytest.mark.parametrize("text", [PRIVATE, MOJIBAKE, SHIFTED, CODES, CIPHER, "\ufffd" * 30])
def test_what_no_one_can_read_is_garbled(text: str) -> None:
    assert is_garbled(text, SONG)


@pytest.mark.parametrize(
    "text", [PROSE, ENGLISH, PHONES, "", "图1", "0.062 ≤0.041 40 100 24 19 2020 2025 36 12 2023 2024"]
)
def test_what_is_seen_is_not(text: str) -> None:
    assert not is_garbled(text, SONG)


def test_letters_without_sense_in_latin_fonts_may_be_what_is_shown() -> None:
    assert not is_garbled(CIPHER, ("Courier",))
