"""The parts of `benchmarks.scale`: what is asked, what each fresh process measures, how it is told."""
