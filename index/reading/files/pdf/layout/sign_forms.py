"""Signs as they are written: a PDF's fonts often call a character by the code of a look-alike."""

from __future__ import annotations

import unicodedata

_LOOK_ALIKES = (("\u2e80", "\u2fdf"), ("\uf900", "\ufaff"), ("\ufb00", "\ufb4f"), ("\U0002f800", "\U0002fa1f"))
"""Radicals, compatibility ideographs, ligatures."""
# Radicals that are words, too, and that Unicode does not decompose (EquivalentUnifiedIdeograph.txt).
_RADICALS = str.maketrans(
    "⺇⺠⺩⺼⻁⻄⻅⻆⻇⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻲",
    "几民王月虎西见角角贝车長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
)
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings", "dingbats")
_PRIVATE_FIRST, _PRIVATE_LAST = "\ue000", "\uf8ff"
_BULLET, _UNKNOWN = "•", "〓"
_SOFT_HYPHEN = "\u00ad"


def written(sign: str, style: str) -> str:
    """The sign in its plain form; "" for what cannot be seen, a bullet for the pictures of symbol fonts, 〓 for other private codes."""
    if any(first <= sign <= last for first, last in _LOOK_ALIKES):
        return unicodedata.normalize("NFKC", sign.translate(_RADICALS))
    if sign == _SOFT_HYPHEN:
        return "-"
    if _PRIVATE_FIRST <= sign <= _PRIVATE_LAST:
        return _BULLET if any(name in style.lower() for name in _SYMBOL_FONTS) else _UNKNOWN
    return sign if sign.isprintable() or sign.isspace() else ""
