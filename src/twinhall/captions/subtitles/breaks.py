"""Where a text may be broken, and how well: at ends of sentences, clauses, phrases, never inside a word."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import budoux

from twinhall.language.languages import CLOSING, SENTENCE_ENDS

SENTENCE, CLAUSE, BEFORE_CONJUNCTION, PHRASE, WORD, TIED = 0.0, 1.0, 2.0, 3.0, 4.0, 12.0
CLAUSE_ENDS = ",;:、，；：–—"
NO_LINE_START = (
    SENTENCE_ENDS + CLOSING + CLAUSE_ENDS + "・ーヽヾ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％%℃"
)
NO_LINE_END = "「『（［〈《“‘([{$¥₩#№"

ENGLISH_STARTS = re.compile(
    r"and|but|or|so|because|although|while|when|where|which|who|that|if|as|than|in|on|at|by|for|from|"
    r"with|to|of|into|about|after|before|during|between|through"
)
ENGLISH_TIED = re.compile(
    r"a|an|the|my|your|his|her|its|our|their|this|these|those|is|are|was|were|be|been|have|has|had|"
    r"will|would|can|i|we|he|she|they|you|it|could|shall|should|may|must|not|to|of|in|on|at|by|for|"
    r"from|with|and|or|mr|mrs|ms|dr|mayor|governor"
)
VIETNAMESE_STARTS = re.compile(
    r"và|nhưng|hoặc|hay|nên|để|vì|do|nếu|khi|mà|thì|là|rằng|của|cho|với|từ|tại|trong|trên|về|bằng|"
    r"đến|qua|giữa"
)
VIETNAMESE_TIED = re.compile(
    r"và|nhưng|của|cho|với|từ|tại|trong|trên|về|bằng|là|các|những|một|mỗi|đã|đang|sẽ|rất|không|chưa|"
    r"ông|bà|ngài|tỉnh|thành|quận|huyện|phường|xã"
)
KOREAN_TITLES = re.compile(r"^(?:시장|도지사|지사|위원장|의장|국장|과장|부시장|대사|총영사|주석|박사|님|씨)")
KOREAN_DEPENDENT = re.compile(
    r"^(?:것|수|줄|때|등|뿐|만큼|대로|적|바|데|중|및|있|없|않|못하|합니다|하겠|드립니다|주[시신실셔]|년|월|일|명|개|주년|번째)"
)
KOREAN_TIED = re.compile(r"(?:의|[와과]|\d|제|및|한|할|하는|있는|된|되는|운|은행)$")
KOREAN_CLAUSE = re.compile(r"(?:고|며|면|서|는데|지만|니다|니까|도록|려고|면서|으로써|하여|해)$")
KOREAN_PHRASE = re.compile(r"(?:은|는|이|가|을|를|에|에서|에게|께|께서|로|으로|도|만|부터|까지)$")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that stays whole. cost: how bad a break behind it is; glue: what joins the next."""

    text: str
    cost: float
    glue: str


def pieces_of(text: str, language: str) -> list[Piece]:
    """Cut a text at every place where it may be broken."""
    text = " ".join(text.split())
    if language == "ja":
        return japanese(text)
    words = text.split(" ")
    rule = RULES.get(language, english)
    costs = [cost_behind(words, n, rule) for n in range(len(words))]
    return [Piece(word, cost, " ") for word, cost in zip(words, costs, strict=True)]


def cost_behind(words: Sequence[str], n: int, rule: Callable[[str, str], float]) -> float:
    """Return how bad a break behind a word is: punctuation decides, or else the language."""
    if n + 1 == len(words):
        return SENTENCE
    bare = words[n].rstrip(CLOSING)
    if bare[-1:] in SENTENCE_ENDS and not re.fullmatch(r"(?:\d+|[A-Z]|[A-Z][a-z]{1,2}|TP)\.", bare):
        return SENTENCE
    if bare[-1:] in CLAUSE_ENDS:
        return CLAUSE
    return rule(words[n], words[n + 1])


def english(word: str, after: str) -> float:
    """Break before conjunctions and prepositions, not behind articles and auxiliaries or inside names."""
    if (is_name(word) and is_name(after)) or ENGLISH_TIED.fullmatch(word.lower()) or word[-1:].isdigit():
        return TIED
    return BEFORE_CONJUNCTION if ENGLISH_STARTS.fullmatch(after.lower()) else WORD


def vietnamese(word: str, after: str) -> float:
    """Break before conjunctions and prepositions, never inside a name, not between a number and its unit."""
    if (is_name(word) and is_name(after)) or VIETNAMESE_TIED.fullmatch(word.lower()) or word[-1:].isdigit():
        return TIED
    return BEFORE_CONJUNCTION if VIETNAMESE_STARTS.fullmatch(after.lower()) else WORD


def korean(word: str, after: str) -> float:
    """Break behind clauses and particles, not before a dependent noun, an auxiliary, or a name's title."""
    if KOREAN_DEPENDENT.match(after) or KOREAN_TITLES.match(after):
        return TIED
    if KOREAN_CLAUSE.search(word):
        return BEFORE_CONJUNCTION
    if KOREAN_TIED.search(word):
        return TIED / 2
    return PHRASE if KOREAN_PHRASE.search(word) else WORD


def japanese(text: str) -> list[Piece]:
    """Cut between phrases (bunsetsu), kinsoku respected."""
    parts: list[str] = []
    for phrase in phrases_parser().parse(text):
        if parts and clings(parts[-1][-1], phrase[0]):
            parts[-1] += phrase
        else:
            parts.append(phrase)
    return [piece for part in parts for piece in japanese_clauses(part)]


def clings(last: str, first: str) -> bool:
    """Say whether two characters of Japanese may not be parted by a line break."""
    return first in NO_LINE_START or last in NO_LINE_END or last.isdigit()


def japanese_clauses(phrase: str) -> list[Piece]:
    """Cut a phrase behind punctuation inside it."""
    ends = re.escape(SENTENCE_ENDS + "、，")
    closing = re.escape(CLOSING)
    found = re.findall(rf"[^{ends}]*[{ends}]+[{closing}]*|[^{ends}]+", phrase)
    return [Piece(part.strip(), japanese_cost(part.strip()), "") for part in found if part.strip()]


def japanese_cost(part: str) -> float:
    """Return how bad a break behind a phrase is."""
    last = part.rstrip(CLOSING)[-1:]
    return SENTENCE if last in SENTENCE_ENDS else CLAUSE if last in CLAUSE_ENDS else PHRASE


def is_name(word: str) -> bool:
    """Say whether a word looks like part of a name: a capital first, no punctuation behind."""
    return word[:1].isupper() and word[-1:].isalpha()


@lru_cache(maxsize=1)
def phrases_parser() -> budoux.Parser:
    """Return the parser of Japanese phrases. Cost: 20 ms once."""
    return budoux.load_default_japanese_parser()


RULES: dict[str, Callable[[str, str], float]] = {"en": english, "vi": vietnamese, "ko": korean}
