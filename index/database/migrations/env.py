"""Run by alembic, which `index.database.migrate` calls with a connection; its statements are part of the caller's transaction."""

from __future__ import annotations

from alembic import context

if hasattr(context, "config"):  # there is a migration under way, and this is not a mere import
    context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
    context.run_migrations()
