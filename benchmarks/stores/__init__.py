"""Stores of vectors, measured against each other."""
