"""Finds the segment of a script that is being read out, by scoring the script against the audio."""

from twinhall.captions.follower.follower import Follower
from twinhall.captions.follower.settings import FollowerSettings

__all__ = ["Follower", "FollowerSettings"]
