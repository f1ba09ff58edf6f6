"""What the columns of a table hold, and a fact for each of its rows."""

from index.facts.grids.column_roles import is_bare_figure, key_column, roles_of, tells_kinds
from index.facts.grids.personal_numbers import personal_numbers, without_personal_numbers
from index.facts.grids.table_rows import measure_told, read_table_rows
from index.facts.grids.turned_tables import upright

__all__ = [
    "is_bare_figure",
    "key_column",
    "measure_told",
    "personal_numbers",
    "read_table_rows",
    "roles_of",
    "tells_kinds",
    "upright",
    "without_personal_numbers",
]
