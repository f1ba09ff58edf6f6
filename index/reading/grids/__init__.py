"""What the rows of a table of parted cells are: which name its columns, which title the rows below, which are a form."""

from index.reading.grids.forms import form_row, names_column
from index.reading.grids.heads import MAX_NAME_CHARS, head_rows, is_title_row, joined_heads, once_over_all, unfolded

__all__ = [
    "MAX_NAME_CHARS",
    "form_row",
    "head_rows",
    "is_title_row",
    "joined_heads",
    "names_column",
    "once_over_all",
    "unfolded",
]
