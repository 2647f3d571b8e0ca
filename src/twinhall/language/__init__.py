"""Pure knowledge about the languages of a meeting."""
