"""What the columns of a table are called, in any of the hall's languages."""

from twinhall.language.languages import LANGUAGES

NAMES = {
    "ko": ("한국어", "korean", "tiếng hàn", "tiếng hàn quốc", "韓国語"),
    "vi": ("베트남어", "vietnamese", "tiếng việt", "ベトナム語"),
    "ja": ("일본어", "japanese", "tiếng nhật", "tiếng nhật bản", "日本語"),
    "en": ("영어", "english", "tiếng anh", "英語"),
}
FORMULA_STARTS = ("=", "+", "-", "@", "\t")


def language_of(heading: str) -> str | None:
    """Return the language that a heading names: "vi", "vi-VN", "베트남어", "Tiếng Việt (vi)"."""
    words = bare(heading)
    if words.endswith(")") and "(" in words:
        words = words[:-1].rpartition("(")[2].strip()
    tag = words.replace("_", "-").split("-")[0]
    if tag in LANGUAGES:
        return tag
    return next((tag for tag, names in NAMES.items() if words in names), None)


def bare(heading: str) -> str:
    """Return a heading as it is compared: small, single blanks, no mark of UTF-8."""
    return " ".join(heading.strip().strip("\ufeff").lower().split())


def safe_cell(words: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: a quote in front of what looks like one."""
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words


def plain_cell(cell: str) -> str:
    """Return a cell without that quote."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_STARTS) else cell
