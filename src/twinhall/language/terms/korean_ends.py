"""What may follow a Korean noun without a blank."""

import re

AREAS = "시 성 도 군 구 현 읍 면"
ONE_SYLLABLE = f"{AREAS} 님 씨 측 쪽 들 간 내 외 행 발 산 형 식 풍"
NOUNS = (
    "시장 부시장 군수 구청장 도지사 지사 부지사 주석 부주석 의장 부의장 위원장 부위원장 장관 차관"
    " 대사 총영사 영사 서기 국장 과장 실장 단장 회장 교수 박사 선생 여사 대표 시청 도청 군청 구청 청사"
    " 시의회 도의회 의회 의원 시민 도민 군민 주민 시립 도립 대표단 방문단 사절단 대표부 지역 출신"
    " 인민위원회 인민의회 당국 정부 국제 교육 문화 경제 체육 대사관 총영사관 지방 전역 일대 일원 본청"
    " 관계자 공무원 방문 초청 교류 협약 우호"
)
PARTICLES = (
    "은 는 이 가 을 를 과 와 의 에 에서 에게 에게서 께 께서 한테 한테서 더러 보고 로 으로 로부터"
    " 으로부터 로서 으로서 로써 으로써 하고 이랑 랑 이나 나 이며 며 이든 든 이든지 든지 이나마 나마"
    " 이라도 라도 이야 야 이야말로 야말로 도 만 까지 부터 보다 처럼 같이 만큼 마다 밖에 조차 마저 대로"
    " 뿐 아 이여 여 이시여 시여 이란 란 이라 라 이라고 라고 이라는 라는 이라며 라며 이라면 라면 이라서"
    " 라서 들"
)
COPULA = (
    "이?(?:다|고|며|면|지만|지|자|니|니까|므로|기|던|네|오|기에|군|군요|죠|지요|거나|더라도|어서|어야|에요|예요|면서|냐|랴)"
    "|입니다|입니까|입니다만|일|인|인데|인지|인가|인바|임|이었[가-힣]*|였[가-힣]*"
    "|이신|이십니다|이십니까|이시며|이시고|이셨[가-힣]*|이오니|이옵니다|이라[가-힣]{0,2}|아닌|아니라"
)


def _either(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


WHOLE_END = re.compile(
    rf"(?:{_either(ONE_SYLLABLE)}){{0,3}}?(?:{_either(NOUNS)})?(?:님|들|측|께서)?"
    rf"(?:(?:{_either(PARTICLES)}){{0,4}}요?|(?:까지|부터|만|에서|뿐)?(?:{COPULA}))(?![가-힣])"
)
NOUN = re.compile(_either(NOUNS))


def is_noun_end(rest: str) -> bool:
    """Say whether a Korean noun may end in front of `rest`.

    So it does before particles and the copula up to the end of the word, and before another noun that
    is written together with names (시의회, 대표단): 오산시립 holds 오산, 오산시계 does not.
    """
    if not rest or not "가" <= rest[0] <= "힣":
        return True
    return WHOLE_END.match(rest) is not None or NOUN.match(rest) is not None
