"""Pages without text, and pictures, to the text that is seen on them (optical character recognition)."""
