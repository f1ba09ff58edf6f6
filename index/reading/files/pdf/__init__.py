"""A PDF as people see it: its text in reading order, its tables, its headings."""
