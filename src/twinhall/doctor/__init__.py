"""What is missing on this machine, and how to get it. One module per kind of thing looked at."""
