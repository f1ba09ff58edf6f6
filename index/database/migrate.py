"""The tables brought to the form that this version knows, by alembic."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import inspect, text

from index.database.engine import Database
from index.errors import IndexMissing, IndexOutdated, StoreError

HEAD = "0004"
"""The newest of the migrations, which this version reads and writes."""
_SCRIPTS = Path(__file__).with_name("migrations")


def form_of(database: Database) -> str:
    """Which migration the tables stand at; "" where there are none."""
    if not database.exists():
        return ""
    with database.reading() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        return str(connection.execute(text("select version_num from alembic_version")).scalar() or "")


def require_current(database: Database) -> None:
    """Check that the tables can be read as they are.

    Raises:
        IndexMissing: There are none.
        IndexOutdated: They are of another version of the program.
    """
    form = form_of(database)
    if not form:
        raise IndexMissing(f"nothing is indexed in {database.told}; run `python -m index build`")
    if form != HEAD:
        raise IndexOutdated(f"the index in {database.told} is of another version; run `python -m index build`")


def migrate(database: Database) -> None:
    """Bring the tables up to date, or make them; only under the write lock.

    Raises:
        StoreError: They were made by a newer version of the program.
    """
    form = form_of(database)
    if form == HEAD:
        return
    if form > HEAD:
        raise StoreError(f"the index in {database.told} was made by a newer version of the program; use that one")
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, HEAD)
