"""The database under the index: its tables, its migrations, how it is opened, read and written."""
