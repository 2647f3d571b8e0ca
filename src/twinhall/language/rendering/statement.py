"""The words by which a text says that a machine translated it, in the reader's language."""

STATEMENTS = {
    "ko": "이 글은 기계가 {source}에서 번역했으며 사람이 검토하지 않았습니다. 원문이 우선합니다. ({models})",
    "vi": "Bản này do máy dịch từ {source}, chưa được người kiểm tra. Bản gốc có giá trị ưu tiên. ({models})",
    "ja": "この文章は{source}からの機械翻訳で、人による確認を経ていません。原文が優先します。（{models}）",
    "en": "Translated by machine from {source}, not reviewed by a person. The original prevails. ({models})",
}
NAMES = {
    "ko": {"ko": "한국어", "vi": "베트남어", "ja": "일본어", "en": "영어"},
    "vi": {"ko": "tiếng Hàn", "vi": "tiếng Việt", "ja": "tiếng Nhật", "en": "tiếng Anh"},
    "ja": {"ko": "韓国語", "vi": "ベトナム語", "ja": "日本語", "en": "英語"},
    "en": {"ko": "Korean", "vi": "Vietnamese", "ja": "Japanese", "en": "English"},
}


def statement(source: str, target: str, models: list[str]) -> str:
    """Say in the target language, or in English, that these models translated a text."""
    language = target if target in STATEMENTS else "en"
    name = NAMES[language].get(source, source)
    return STATEMENTS[language].format(source=name, models="; ".join(models))
