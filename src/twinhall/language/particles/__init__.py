"""Korean particles: which form follows a word, by how it ends when it is read aloud."""

from twinhall.language.particles.choice import choose, refit, with_particle
from twinhall.language.particles.ending import Ending, ending_of

__all__ = ["Ending", "choose", "ending_of", "refit", "with_particle"]
