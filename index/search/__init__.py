"""Passages by meaning and by words."""
