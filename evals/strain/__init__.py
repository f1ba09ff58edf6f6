"""The fixed questions under strain."""
