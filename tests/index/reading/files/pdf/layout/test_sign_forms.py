"""Signs in their plain form."""

from __future__ import annotations

import pytest

from index.reading.files.pdf.layout.sign_forms import written


@pytest.mark.parametrize(
    ("sign", "style", "plain"),
    [
        ("\u2f00", "SimSun", "一"),  # a Kangxi radical
        ("\u2f83", "SimSun", "自"),
        ("\u2ea0", "SimSun", "民"),  # a radical that Unicode does not decompose
        ("\u2ed4", "SimSun", "门"),
        ("\uf92d", "SimSun", "來"),  # a compatibility ideograph
        ("ﬁ", "Times", "fi"),
        ("\uf0b7", "Symbol", "•"),
        ("\uf0d8", "Wingdings-Regular", "•"),
        ("\ue123", "SimSun", "〓"),
        ("\x07", "SimSun", ""),
        ("，", "SimSun", "，"),
        ("５", "SimSun", "５"),
        (" ", "SimSun", " "),
    ],
)
def test_a_sign_is_written_plainly(sign: str, style: str, plain: str) -> None:
    assert written(sign, style) == plain
