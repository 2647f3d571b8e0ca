"""The words for parts of a term in tables: tags, and each of the hall's languages."""

from twinhall.language.interchange.headings import bare
from twinhall.language.terms import Kind

FIELDS = {
    "id": {"ko": "번호", "vi": "Mã", "ja": "番号", "en": "Id"},
    "kind": {"ko": "종류", "vi": "Loại", "ja": "種類", "en": "Kind"},
    "scope": {"ko": "적용 범위", "vi": "Phạm vi áp dụng", "ja": "適用範囲", "en": "Where it holds"},
    "place": {"ko": "적용 대상", "vi": "Nơi áp dụng", "ja": "適用先", "en": "Place"},
    "note": {"ko": "메모", "vi": "Ghi chú", "ja": "備考", "en": "Note"},
}
PARTS = {
    "agreed": {"ko": "확정 표기", "vi": "Cách viết thống nhất", "ja": "確定表記", "en": "Agreed form"},
    "full": {"ko": "정식 명칭", "vi": "Tên đầy đủ", "ja": "正式名称", "en": "Full name"},
    "variants": {"ko": "다른 표기", "vi": "Cách viết khác", "ja": "別表記", "en": "Other forms"},
    "forbidden": {
        "ko": "쓰지 않을 표기",
        "vi": "Không sử dụng",
        "ja": "使わない表記",
        "en": "Not to be used",
    },
    "pronunciation": {
        "ko": "한국어 발음",
        "vi": "Cách đọc trong tiếng Hàn",
        "ja": "韓国語での読み方",
        "en": "As Koreans read it",
    },
    "since": {"ko": "시작일", "vi": "Từ ngày", "ja": "開始日", "en": "Since"},
    "former": {"ko": "이전 표기", "vi": "Cách viết trước đây", "ja": "以前の表記", "en": "Former forms"},
}
MORE = {  # other words that people write
    "id": ("no", "no.", "identifier", "stt"),
    "kind": ("type", "concept type", "분류", "유형", "分類"),
    "note": ("notes", "remark", "remarks", "비고", "メモ", "注記"),
    "agreed": ("preferred", "preferred form", "term", "용어", "thuật ngữ", "用語"),
    "variants": ("variant", "synonyms", "동의어", "이형", "từ đồng nghĩa", "同義語"),
    "forbidden": ("forbidden form", "forbidden forms", "금지", "금지어", "cấm dùng", "禁止", "使用禁止"),
    "pronunciation": ("발음", "읽는 법", "cách đọc", "読み方", "reading"),
    "former": ("earlier", "former form", "옛 표기", "tên cũ", "旧表記"),
}
KINDS = {
    Kind.PERSON: ("인명", "인물", "사람", "nhân danh", "người", "人名", "人物"),
    Kind.CITY: ("도시", "지명", "thành phố", "địa danh", "都市", "地名", "place"),
    Kind.TITLE: ("직함", "직책", "chức danh", "chức vụ", "役職", "position"),
    Kind.ORGANISATION: ("기관", "단체", "cơ quan", "tổ chức", "機関", "団体", "organization"),
    Kind.PROGRAMME: ("사업", "프로그램", "chương trình", "事業", "program"),
    Kind.OTHER: ("기타", "khác", "その他"),
}
SCOPES = {
    "house": ("어디서나", "ở mọi nơi", "どこでも", "everywhere"),
    "relation": ("두 도시 사이", "giữa hai thành phố", "二つの都市の間", "between two cities"),
    "meeting": ("한 회의에서만", "chỉ trong một cuộc họp", "一つの会議のみ", "in one meeting"),
}


def named_in(words: dict[str, dict[str, str]], told: str) -> str | None:
    """Return the tag that a heading stands for: its own, its word in any language, or another word for it."""
    wanted = bare(told)
    for tag, by_language in words.items():
        if wanted in (tag, *map(bare, by_language.values()), *MORE.get(tag, ())):
            return tag
    return None


def kind_of(told: str) -> Kind | None:
    """Return the kind of concept that a word names, in any language."""
    wanted = bare(told)
    return next((kind for kind, words in KINDS.items() if wanted == kind.value or wanted in words), None)


def scope_of(told: str) -> str:
    """Return house, relation or meeting for a word in any language, "" for any other."""
    wanted = bare(told)
    return next((tag for tag, words in SCOPES.items() if wanted == tag or wanted in words), "")
