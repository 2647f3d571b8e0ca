"""All numbers of the text follower.

Found on 2026-11-26 with bench/follow_simulated.py --tune at 28 % wrong characters, half of the ad-libs being
from the Declaration and half news sentences of another corpus. Errors that are weighed against other speech
(and not against a uniform one) and a background of pairs (not of six units: few sentences make it too sure)
took the false lock from .5-.9 to .01 on news and from .3-.8 to .13 on the Declaration's own formulas.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextFollowerSettings:
    """Probabilities are a unit (jamo, letter, phoneme) of heard text, unless said otherwise."""

    wrong: float = 0.15  # a unit is heard where the script has another one, against other speech
    alike: float = 0.25  # ... if the two sound alike
    inserted: float = 0.04  # a unit is heard that is not in the script
    deleted: float = 0.04  # a unit of the script is not heard
    deleted_on: float = 0.6  # ... nor the one behind it
    jump: float = 5e-4  # the speaker goes elsewhere in the script
    leave: float = 6e-4  # the speaker leaves the script
    leave_at_end: float = 0.1  # ... at the end of a sentence
    enter: float = 0.0017  # the speaker comes (back) to it

    show: float = 0.95  # probability of a sentence that brings it on screen
    move: float = 0.8  # ... that takes the place of the one on screen
    blank: float = 0.5  # probability of being off script that clears the screen
    rising: float = 0.02  # ... of a sentence from which on it is counted as begun
    late_s: float = 0.5  # how long after it was said a word is recognised, about

    order: int = 2  # units that the background model looks at, the next one included
    uniform: float = 1.0  # weight of never seen units in it

    weighed_whole: int = 60  # sentences of a script that is always weighed in every place
    weighed_signed: int = 10  # of a longer one: sentences that hold most of what was heard last
    least_sign: float = 12.0  # ... and signs that one of them needs, nats
    rival: float = (
        0.4  # ... share of the strongest signs that the others need: a lone one would win unopposed
    )
    weighed_off: float = 0.2  # ... looked for while being off script is so probable
    weighed_from: float = 1e-3  # ... sentences that are so probable
    weighed_anew: int = 4  # ... units after which they are chosen anew
    weighed_again: int = 24  # ... last units by which a sentence is weighed that comes in
