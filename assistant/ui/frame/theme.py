"""The page's own look: colours, type and measures for Gradio's controls; the style sheets do the rest.

Ink and deep teal on warm paper. Only fonts of the reader's own system are named, so nothing is fetched.
"""

from __future__ import annotations

from gradio.themes import Base
from gradio.themes.utils import colors, sizes

SANS = (
    "system-ui",
    "-apple-system",
    "Segoe UI",
    "PingFang SC",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "sans-serif",
)
MONO = ("ui-monospace", "Consolas", "Noto Sans Mono CJK SC", "monospace")

_TEAL = colors.Color(
    c50="#eef5f4", c100="#dcebe9", c200="#b9d6d3", c300="#8bbab6", c400="#57979a", c500="#2c767b",
    c600="#155e63", c700="#0f4d52", c800="#0c3f43", c900="#0a3236", c950="#072427", name="teal",
)  # fmt: skip
_PAPER = colors.Color(
    c50="#fffdf8", c100="#f7f4ec", c200="#ece7da", c300="#d8d1c0", c400="#9aa3a4", c500="#6b7a7f",
    c600="#4d5d64", c700="#34434a", c800="#222e34", c900="#182126", c950="#11181c", name="paper",
)  # fmt: skip


class PlansTheme(Base):
    """Gradio's variables set from two palettes."""

    def __init__(self) -> None:
        super().__init__(
            primary_hue=_TEAL,
            secondary_hue=_TEAL,
            neutral_hue=_PAPER,
            spacing_size=sizes.spacing_md,
            radius_size=sizes.radius_sm,
            text_size=sizes.text_md,
            font=SANS,
            font_mono=MONO,
        )
        self.name = "plans"
        self.set(
            body_background_fill="*neutral_100",
            body_background_fill_dark="*neutral_950",
            body_text_color="#1d2b33",
            body_text_color_dark="#e9e4d9",
            body_text_color_subdued="#55646b",
            body_text_color_subdued_dark="#a5b1b4",
            background_fill_primary="#fffdf8",
            background_fill_primary_dark="*neutral_900",
            background_fill_secondary="*neutral_100",
            background_fill_secondary_dark="*neutral_950",
            border_color_primary="#ddd6c6",
            border_color_primary_dark="#304047",
            block_background_fill="transparent",
            block_background_fill_dark="transparent",
            block_border_width="0px",
            block_shadow="none",
            block_label_background_fill="transparent",
            block_label_background_fill_dark="transparent",
            block_label_text_color="*body_text_color_subdued",
            block_title_text_color="*body_text_color_subdued",
            block_title_text_weight="500",
            input_background_fill="#fffdf8",
            input_background_fill_dark="*neutral_900",
            input_border_width="1px",
            input_border_color="#8f9a99",
            input_border_color_dark="#5b6c73",
            input_border_color_focus="*primary_600",
            input_border_color_focus_dark="*primary_300",
            button_primary_background_fill="*primary_700",
            button_primary_background_fill_hover="*primary_800",
            button_primary_background_fill_dark="#7fc3c0",
            button_primary_background_fill_hover_dark="#9ad3d0",
            button_primary_text_color="#ffffff",
            button_primary_text_color_dark="#0a2225",
            button_secondary_background_fill="transparent",
            button_secondary_background_fill_dark="transparent",
            button_secondary_border_color="#b9b3a4",
            button_secondary_border_color_dark="#4a5b62",
            button_border_width="1px",
            color_accent_soft="*primary_50",
            color_accent_soft_dark="#1d3337",
        )
