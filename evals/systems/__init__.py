"""What can be evaluated, and how it is asked."""
