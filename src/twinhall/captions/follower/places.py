"""The places of a script where a speaker may go on, and the evidence that each needs."""

from twinhall.captions.follower.evidence import Place
from twinhall.captions.follower.ground import Ground, Progress

WIDE_PLACES = 3
AT_START = 0.12  # share of a segment before a match that still counts as its start


def likely_places(ground: Ground, progress: Progress) -> list[Place]:
    """Return the next segment, the rest of the current one, and the current one again if it hardly began."""
    c, script = progress.segment, ground.script
    places = [Place(c + 1)] if c + 1 < len(script) else []
    if c < 0:
        return places
    tokens = script.segments[c]
    if progress.frontier < tokens.end and progress.on_screen:
        places.append(Place(c, progress.frontier))
        near = range(progress.frontier - 2, progress.frontier + 13)
        places += [Place(c, k) for k in tokens.breaks if k in near and k != progress.frontier][:2]
    if progress.doubtful:
        places.append(Place(c))
    return places


def skipping_places(ground: Ground, progress: Progress) -> list[Place]:
    """Return the segments behind the next one."""
    first = progress.segment + 2
    return [Place(j) for j in range(first, min(first + ground.settings.most_skipped, len(ground.script)))]


def distant_places(ground: Ground, progress: Progress, text: str) -> list[Place]:
    """Return the places anywhere in the script that sound like a freely recognised text."""
    places: list[Place] = []
    for match in ground.index.places(text, WIDE_PLACES):
        if match.likeness < ground.settings.worth_scoring:
            break
        tokens = ground.script.segments[match.sentence]
        reached = match.share * len(tokens.tokens) + 0.5
        first = 0 if match.share < AT_START else max(k for k in tokens.word_starts if k <= reached)
        place = Place(match.sentence, first)
        if place not in places and place != Place(progress.segment + 1):
            places.append(place)
    return places


def need(ground: Ground, progress: Progress, place: Place, heard_s: float) -> float:
    """Return the evidence that a place needs after so much speech."""
    s = ground.settings
    ahead = place.segment - progress.segment
    again = ahead == 0 and (place.first >= progress.frontier > 0 or progress.doubtful)
    if again or (ahead == 1 and place.first == 0):
        rule = s.expected if progress.on_screen else s.expected_off
        return rule.need(heard_s) + s.unfinished * (ground.owed(progress) if ahead else 0)
    if place.first:
        return s.inside.need(heard_s)
    return (s.near if 0 <= ahead <= 1 + s.most_skipped else s.far).need(heard_s)
