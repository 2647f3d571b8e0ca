"""Which form of a particle follows a word."""

import re

from twinhall.language.particles.ending import Ending, ending_of

PAIRS = (  # after a consonant, after a vowel
    ("은", "는"), ("이", "가"), ("을", "를"), ("과", "와"), ("아", "야"), ("이여", "여"), ("이시여", "시여"),
)  # fmt: skip
WITH_I = (  # 이 is left out after a vowel
    "나", "나마", "든", "든가", "든지", "라도", "라면", "라서", "라야", "라고", "라는", "라며", "라던",
    "라니", "라든가", "라든지", "란", "라", "랑", "며", "야말로", "야", "라기보다",
)  # fmt: skip
CONTRACTED = (
    ("이었", "였"),
    ("이에요", "예요"),
    ("이어요", "여요"),
    ("이어서", "여서"),
    ("이어야", "여야"),
    ("이어도", "여도"),
)
COPULA = (  # after a vowel 이 may stay or go; after a consonant it must stand
    "다", "고", "면", "지만", "지", "자", "니", "니까", "므로", "기", "던", "네", "네요", "군", "군요",
    "죠", "지요", "거나", "더라도", "면서", "냐", "랴", "더라", "던가",
)  # fmt: skip
LONG_COPULA = ("다", *(c for c in COPULA if len(c) > 1))  # 고, 면, 지 alone: a school, a township, a paper
TAILS = {
    "과": "의|는|도|만|까지|부터|같이|같은|는|의도",
    "로": "(?:서|써|부터|까지|만)?(?:의|는|도|만|은)?",
    "이랑": "은|의|도|만",
    "이나": "마",
    "이라고": "는|도|만|요|까지|만은|해|하는|한|할|합니다|했다|하며|하고|불리는|도요",
    "이라는": "데|지|둥",
    "이라도": "도",
    "이란": "다",
}
RO = re.compile(r"(?:\(으\)|으)?로")
Form = tuple[str, str]


def _pairs() -> dict[str, Form]:
    told = [*PAIRS, *CONTRACTED, *((f"이{form}", form) for form in WITH_I)]
    return {form: pair for pair in reversed(told) for form in pair}


FORMS = _pairs()
DUAL = {f"{a}({b})": pair for pair in PAIRS for a, b in (pair, pair[::-1])} | {
    f"(이){form}": (f"이{form}", form) for form in (*WITH_I, *COPULA, "여", "시여")
}
DUAL |= {f"{c}({v})": (c, v) for c, v in CONTRACTED} | {"이(었)": ("이었", "였"), "(이)었": ("이었", "였")}


def choose(particle: str, ending: Ending) -> str:
    """Return the form of a particle after such an ending: 은 or 는, 으로 or 로, 이라고 or 라고.

    particle: either form, or both as in a template, 은(는), (으)로; what follows it is kept (으로부터의).
    One that has a single form (에서, 도) comes back unchanged. Both forms, where the ending is not known.
    """
    return _fitted(particle, ending, bold=True)


def with_particle(word: str, particle: str, pronunciation: str = "") -> str:
    """Return a word with the particle that its ending wants."""
    return word + choose(particle, ending_of(word, pronunciation))


def refit(rest: str, ending: Ending) -> str:
    """Return what follows a word in running text, its particle changed to fit the ending.

    rest: the text from the end of the word on. Only what is surely a particle is touched.
    """
    for dual in sorted(DUAL, key=len, reverse=True):
        if rest.startswith(dual):
            return _of(DUAL[dual], ending) + rest[len(dual) :]
    run = re.match(r"(?:\(으\))?[가-힣]+", rest)
    if run is None:
        return rest
    return _fitted(run.group(), ending, bold=False) + rest[run.end() :]


def _fitted(run: str, ending: Ending, *, bold: bool) -> str:
    if run in DUAL:
        return _of(DUAL[run], ending)
    if run in FORMS:
        return _of(FORMS[run], ending)
    if (ro := RO.match(run)) and _is_tail("로", run[ro.end() :]):
        return _ro(ending) + run[ro.end() :]
    for size in range(min(len(run) - 1, 4), 0, -1):
        pair = FORMS.get(run[:size])
        if pair is not None and (pair in CONTRACTED or _is_tail(pair[0], run[size:])):
            return _of(pair, ending) + run[size:]
    copulas = COPULA if bold else LONG_COPULA
    if run in copulas and ending in (Ending.CONSONANT, Ending.RIEUL):
        return f"이{run}"
    return run


def _is_tail(particle: str, rest: str) -> bool:
    return not rest or (particle in TAILS and re.fullmatch(TAILS[particle], rest) is not None)


def _of(pair: Form, ending: Ending) -> str:
    consonant, vowel = pair
    if ending is Ending.UNKNOWN:
        return f"(이){vowel}" if consonant == f"이{vowel}" else f"{consonant}({vowel})"
    return vowel if ending is Ending.VOWEL else consonant


def _ro(ending: Ending) -> str:
    if ending is Ending.UNKNOWN:
        return "(으)로"
    return "으로" if ending is Ending.CONSONANT else "로"
