"""The fixed questions, read and checked."""
