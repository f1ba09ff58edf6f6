"""Tables as offices set them, made as Word files, printed to PDF, and read back: how many cells are right, kind by kind."""
