"""Statements held to the passages that they cite: what a language model writes is shown only where these prove it."""
