"""Trains the embedding model that is shipped in `index/model/`: `python -m index.learning --data DIR --out DIR`."""
