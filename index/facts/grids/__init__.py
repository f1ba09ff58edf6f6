"""What the columns of a table hold, and a fact for each of its rows."""

from index.facts.grids.column_roles import key_column, roles_of
from index.facts.grids.personal_numbers import is_mobile, without_personal_numbers
from index.facts.grids.table_rows import read_table_rows

__all__ = ["is_mobile", "key_column", "read_table_rows", "roles_of", "without_personal_numbers"]
