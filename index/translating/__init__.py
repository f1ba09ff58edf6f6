"""Translations of papers on file: what is to be translated, written out for whoever translates it, and taken in again."""
