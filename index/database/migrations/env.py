"""Run by alembic, which `index.database.migrate` calls with a connection; its statements are part of the caller's transaction."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
