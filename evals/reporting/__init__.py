"""What a run came to, in tables and files."""
