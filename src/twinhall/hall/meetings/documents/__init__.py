"""Remarks in files: reading what officers bring, writing what they take away. No database here."""
