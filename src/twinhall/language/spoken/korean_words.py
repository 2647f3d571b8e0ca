"""The words that Korean figures and abbreviations are read with."""

from twinhall.language.spoken.figures import alternatives, listed

DIGITS = "영일이삼사오육칠팔구"
PHONE_DIGITS = "공일이삼사오육칠팔구"
NATIVE_UNITS = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉")
NATIVE_TENS = ("", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔")

_NATIVE = listed(
    "가지 곳 군데 그루 켤레 송이 마리 자루 벌 채 척 통 잔 병 권 장 팀 쌍 편 건 명 살 사람",
    "시간 시 나라 마을 차례 배 줄 집 돌 갈래 부문 도시",
    "농가 상자 그릇 접시 끼 포기 다발 묶음 조각 바퀴 걸음",
)
_NOT_THINGS = listed(
    "월 국 년 소 사 교 항 관 점 동 구 축 층 호",
)  # 3개월, 3개국: counted in Chinese
COUNTED_NATIVE = (
    rf"개(?!{alternatives(_NOT_THINGS)})|번(?![지길호]| 출구| 국도| 버스)|달(?!러)"
    rf"|가구(?!\s?\d\s?주택)|{alternatives(_NATIVE)}"  # but "1가구 1주택" of the tax law
)

GLUED_BEHIND = "[년월일만억조천백십여]"
SPACED_BEHIND = listed(
    "주년 주간 주일 주 회 차례 차 호선 호 층 세기 세대 세 위안 위 등급 등 원 달러 유로 엔 동",
    "퍼센트포인트 퍼센트 개월 개국 개년 개소 개사 개교 개관 개항 개동 개구 개 명 번지 번",
    "분기 분 초 시간 시 도 톤 박 학년 학기 단계 급 항 조목 종 편 부 건 배 곳 가구 세대",
    "킬로미터 킬로그램 킬로와트 메가와트 제곱킬로미터 제곱미터 센티미터 밀리미터 미터 그램",
    "헥타르 리터",
)

UNITS = {
    "%p": "퍼센트포인트",
    "%": "퍼센트",
    "‰": "퍼밀",
    "㎞": "킬로미터",
    "km": "킬로미터",
    "㎝": "센티미터",
    "cm": "센티미터",
    "㎜": "밀리미터",
    "mm": "밀리미터",
    "m": "미터",
    "㎢": "제곱킬로미터",
    "km²": "제곱킬로미터",
    "km2": "제곱킬로미터",
    "㎡": "제곱미터",
    "m²": "제곱미터",
    "m2": "제곱미터",
    "㎏": "킬로그램",
    "kg": "킬로그램",
    "g": "그램",
    "t": "톤",
    "ha": "헥타르",
    "L": "리터",
    "ℓ": "리터",
    "kW": "킬로와트",
    "MW": "메가와트",
    "GB": "기가바이트",
    "℃": "도",
    "°C": "도",
}

CURRENCIES = {
    "US$": "달러",
    "$": "달러",
    "€": "유로",
    "£": "파운드",
    "¥": "엔",
    "₩": "원",
    "₫": "동",
}

LETTERS = {"&": "앤"} | dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        listed(
            "에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이",
            "더블유 엑스 와이 제트",
        ),
        strict=True,
    )
)

ABBREVIATIONS = {
    "ASEAN": "아세안",
    "APEC": "에이펙",
    "COVID": "코로나",
    "KOICA": "코이카",
    "KOTRA": "코트라",
    "NATO": "나토",
    "OPEC": "오펙",
    "POP": "팝",
    "UNESCO": "유네스코",
    "UNICEF": "유니세프",
}
