from twinhall.language.terms import Concept, Kind, Standing, Term, Termbase, check_text, mended

TERMBASE = Termbase(
    (
        Concept("qn", (Term("ko", "꽝남"), Term("ko", "쾅나", Standing.FORBIDDEN)), Kind.CITY),
        Concept("chair", (Term("ko", "레 찌 타인"), Term("en", "Lê Trí Thanh")), Kind.PERSON),
        Concept("osan", (Term("vi", "thành phố Osan"), Term("vi", "tp Osan", Standing.FORBIDDEN)), Kind.CITY),
    )
)


def put_right(text: str, language: str) -> str:
    return mended(text, language, check_text(text, language, TERMBASE))


def test_every_wrong_form_is_replaced_and_its_particle_fitted():
    assert put_right("쾅나는 쾅나로 광남과", "ko") == "꽝남은 꽝남으로 꽝남과"


def test_a_form_at_the_start_of_a_sentence_keeps_its_capital():
    assert put_right("Tp Osan và tp Osan", "vi") == "Thành phố Osan và thành phố Osan"


def test_a_right_text_stays():
    assert put_right("Lê Trí Thanh", "en") == "Lê Trí Thanh"
