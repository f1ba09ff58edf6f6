"""Real language models of small size in the harness of the program."""
