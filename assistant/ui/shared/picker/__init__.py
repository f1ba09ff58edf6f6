"""Choosing among the documents on file: found by a few letters or by group, with short names that tell them apart."""
