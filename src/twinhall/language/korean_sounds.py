"""How Korean letters sound where syllables meet, by the main rules of the standard pronunciation.

Source: 표준 발음법 (문교부 고시 제88-2호), articles 12, 17, 18, 19, 20.
"""

import re
import unicodedata

RULES = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("ᆮᄋ(?=ᅵ)", "ᄌ"),  # 굳이 → 구지
        ("ᇀᄋ(?=ᅵ)", "ᄎ"),  # 같이 → 가치
        ("ᇂ(?=ᄋ)", ""),  # 좋은 → 조은
        ("ᆭ(?=ᄋ)", "ᆫ"),
        ("ᆶ(?=ᄋ)", "ᆯ"),
        ("[ᆨᆿ]ᄒ|ᇂᄀ", "ᄏ"),  # 축하 → 추카
        ("[ᆸᇁ]ᄒ", "ᄑ"),
        ("[ᆮᆺ]ᄒ|ᇂᄃ", "ᄐ"),
        ("ᆽᄒ|ᇂᄌ", "ᄎ"),
        ("ᆨᄅ", "ᆼᄂ"),  # 국립 → 궁닙
        ("ᆸᄅ", "ᆷᄂ"),  # 협력 → 혐녁
        ("(?<=[ᆷᆼ])ᄅ", "ᄂ"),  # 심리 → 심니
        ("ᆫᄅ|ᆯᄂ", "ᆯᄅ"),  # 신라 → 실라
        ("[ᆨᆩᆿᆪᆰ](?=[ᄂᄆ])", "ᆼ"),  # 국민 → 궁민
        ("[ᆮᆺᆻᆽᆾᇀᇂ](?=[ᄂᄆ])", "ᆫ"),
        ("[ᆸᇁᆹᆲᆵ](?=[ᄂᄆ])", "ᆷ"),  # 합니다 → 함니다
    )
]


def sounding(text: str) -> str:
    """Return Korean as jamo, those changed that sound otherwise than they are written."""
    jamo = unicodedata.normalize("NFD", text)
    for pattern, sound in RULES:
        jamo = pattern.sub(sound, jamo)
    return jamo
