"""Finds the segment of a script that is being read out from recognised text alone."""

from twinhall.captions.follower_text.follower import TextFollower
from twinhall.captions.follower_text.settings import TextFollowerSettings

__all__ = ["TextFollower", "TextFollowerSettings"]
