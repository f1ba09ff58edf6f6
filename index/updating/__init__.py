"""What the index is to hold, found out from what it holds and the files of today, and put in force."""
