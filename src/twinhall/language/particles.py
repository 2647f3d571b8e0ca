"""What may follow a Korean noun without a blank."""

import re

CASES = (
    "은 는 이 가 을 를 과 와 로 으로 로부터 으로부터 로서 으로서 로써 으로써 의 에 에서 에게 에게서 께 께서"
)
AUXILIARIES = "도 만 까지 부터 보다 처럼 한테 나 이나 며 이며 고 이고 란 이란 랑 이랑 라는 이라는 라고 이라고"
STACKED = "에는 에도 에서는 에서도 만을 만이 까지는 만의 과의 와의 으로의 로의 에서의"
ENDINGS = "이다 입니다 입니까 이었 였 인 이자 측 님 씨 들"
TITLES = "시장 부시장 도지사 지사 주석 의장 부의장 위원장 장관 대사 총영사 서기 국장 과장 시 도 성"
ALL = f"{CASES} {AUXILIARIES} {STACKED} {ENDINGS} {TITLES}".split()
FOLLOWERS = re.compile("|".join(sorted(ALL, key=len, reverse=True)))


def is_noun_end(rest: str) -> bool:
    """Say whether a Korean noun may end in front of `rest`."""
    return not rest or not "가" <= rest[0] <= "힣" or FOLLOWERS.match(rest) is not None
