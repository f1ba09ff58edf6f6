"""Measurements of the assistant beside other pipelines."""
