"""Several processes on one index, asked while plans change: `python -m benchmarks.soak`."""
