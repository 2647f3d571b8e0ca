"""The process that looks after meetings every second: a living captioner, a true copy, a full attendance."""
