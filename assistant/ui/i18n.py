"""Every word the page shows, in Chinese and English: the one translation table, kept page by page in `wording`.

Text of plans, file names and answers never pass through here. `{name}` parts are filled by `words`.
"""

from __future__ import annotations

from assistant.types import Language
from assistant.ui.wording import ask, compare, errors, evaluation, frame, library, programs, reader, training
from assistant.wording.phrasebook import Phrasebook

LANGUAGES = ("zh", "en")
DEFAULT_LANGUAGE = "zh"

PHRASES = Phrasebook(
    *(part.TABLE for part in (frame, ask, reader, library, compare, training, evaluation, errors, programs))
)

EXAMPLES: dict[str, tuple[str, ...]] = {
    "zh": (
        "克州燃气安全谁牵头？",
        "克州三年行动领导小组组长是谁",
        "宁夏 煤矿百万吨死亡率 目标",
        "2018年昆明道路运输事故起数和死亡人数",
    ),
    "en": (
        "Who leads gas safety in Kizilsu?",
        "What share of Jincheng enterprises must be covered by the hidden-danger system by the end of 2018?",
        "Compare the coal-mine death-rate targets",
        "Road accidents and deaths in Kunming in 2018",
    ),
}


def words(language: str, key: str, **values: object) -> str:
    """The wording of `key` in `language`, with its `{name}` parts filled."""
    return PHRASES(Language(known(language)), key, **values)


def known(language: str) -> str:
    """`language` if the page speaks it, else Chinese; takes browser tags such as "en-GB"."""
    short = str(language).lower()[:2]
    return short if short in LANGUAGES else DEFAULT_LANGUAGE
