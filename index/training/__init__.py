"""Trains the embedding model that is shipped in `index/model/`: `python -m index.training --data DIR --out DIR`."""
