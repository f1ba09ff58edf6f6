"""Commands of `python -m index` that look at papers and their translations."""
