"""What should be read of papers, written down by people who had not seen what the program reads of them."""
