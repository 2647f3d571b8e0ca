"""Renders whole texts: cuts them into sentences, keeps what must not change, checks what came back."""
