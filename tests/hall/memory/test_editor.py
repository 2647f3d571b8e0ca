"""The translation memory in the remarks editor, over HTTP."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from twinhall.hall.meetings.actions.remarks import add
from twinhall.hall.translation.actions import add_pairs, write_rendition
from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import MemoryPair, Rendition
from twinhall.hall.translation.queries import memory
from twinhall.language.memory import keeping

from .conftest import SIGNED, SIGNED_VI, THANKS, THANKS_VI


@pytest.fixture
def host(client, officer):
    """The host's officer, who reads English."""
    officer.language = "en"
    officer.save()
    client.force_login(officer)
    return client


@pytest.fixture
def remember(relation):
    """remember(source, target, **more) puts a pair of the two cities in."""

    def put(source: str, target: str, **more) -> MemoryPair:
        told = {"source_language": "ko", "target_language": "vi", "relation": relation, "before": None}
        pair = MemoryPair(source=source, target=target, **told | more)
        add_pairs([pair])
        return MemoryPair.objects.get(source=source, target=target)

    return put


def page_of(segment, tail="") -> str:
    remarks = segment.remarks
    return f"/meetings/{remarks.item.meeting_id}/remarks/{remarks.pk}/{tail}"


def opened(client, segment) -> str:
    return client.get(page_of(segment, f"?to=vi&open={segment.pk}")).content.decode()


def take(client, segment, pair, seen="1-new", body="", **more):
    told = {"pair": pair.pk, "seen": seen, "body": body}
    return client.post(page_of(segment, f"sentences/{segment.pk}/memory/take/?to=vi"), told, **more)


def test_the_open_sentence_shows_what_the_memory_has_and_what_differs(
    host, sentence, approve, chairmans, remember
):
    remember(
        SIGNED.replace("2004", "2014"), "…năm 2014.", approver_name="담당", approved_at="2020-01-02T00:00Z"
    )

    shown = opened(host, sentence(1))

    assert "96%" in shown
    assert "<del><b>2014</b></del><ins><b>2004</b></ins>" in shown
    assert "…năm 2014." in shown
    assert "A figure differs." in shown
    assert "approved by 담당, 2 January 2020" in shown.replace("\u00a0", " ")
    assert f'name="pair" value="{MemoryPair.objects.get().pk}"' in shown


def test_where_it_was_approved_is_told(host, sentence, approve, meeting):
    approve(sentence(2), THANKS_VI)
    add(sentence(1).remarks_id, 2, THANKS, by=None)

    shown = opened(host, sentence(3))

    assert "Translation memory 100%: the same sentence" in shown
    assert f"{meeting.title.body}" in shown
    assert "approved by 오산시 의전 담당" in shown


def test_a_similar_sentence_is_taken_in_as_a_draft_that_says_where_it_is_from(host, sentence, remember):
    pair = remember(SIGNED.replace("2004", "2014"), "…năm 2014.")

    answer = take(host, sentence(1), pair)

    made = Rendition.objects.get(text=sentence(1).text)
    assert answer.status_code == 200
    assert (made.body, made.origin, made.status, made.reviewer_name) == (
        "…năm 2014.",
        Origin.MEMORY,
        Status.DRAFT,
        "",
    )
    assert "From the translation memory" in answer.content.decode()


def test_the_same_sentence_is_taken_in_as_reviewed_never_approved(host, sentence, remember, officer):
    pair = remember(THANKS, THANKS_VI)

    take(host, sentence(2), pair)

    made = Rendition.objects.get(text=sentence(2).text)
    assert (made.origin, made.status, made.reviewer_name) == (Origin.MEMORY, Status.REVIEWED, officer.name)


def test_a_translation_with_a_wrong_term_is_taken_in_as_a_draft(host, sentence, remember):
    pair = remember(SIGNED, "Osan và Quang Nam đã kết nghĩa năm 2004.")

    take(host, sentence(1), pair)

    assert Rendition.objects.get(text=sentence(1).text).status == Status.DRAFT


def test_what_a_person_changes_is_theirs_what_they_only_approve_is_still_from_the_memory(
    host, sentence, remember, officer
):
    take(host, sentence(2), remember(THANKS, THANKS_VI))
    take(host, sentence(1), remember(SIGNED, SIGNED_VI))
    for position, body in ((1, "Osan và Quảng Nam kết nghĩa năm 2004."), (2, THANKS_VI)):
        segment = sentence(position)
        seen = f"1-{segment.text.renditions.get().changed_at:%Y%m%dT%H%M%S%f}"
        told = {"do": "approved", "seen": seen, "body": body}
        host.post(page_of(segment, f"sentences/{segment.pk}/rendition/?to=vi"), told)

    made = [sentence(position).text.renditions.get() for position in (1, 2)]
    assert [(r.status, r.origin) for r in made] == [("approved", "human"), ("approved", "memory")]


def test_what_was_typed_and_not_saved_is_not_lost(host, sentence, remember):
    answer = take(
        host, sentence(2), remember(THANKS, THANKS_VI), body="Chưa lưu", headers={"HX-Request": "true"}
    )

    assert "You had written:" in answer.content.decode()
    assert "Chưa lưu" in answer.content.decode()


def test_an_approved_translation_is_not_replaced(host, sentence, approve, remember):
    pair = remember(THANKS, "Cảm ơn.")
    approve(sentence(2), THANKS_VI)
    seen = f"1-{sentence(2).text.renditions.get().changed_at:%Y%m%dT%H%M%S%f}"

    answer = take(host, sentence(2), pair, seen=seen)

    assert answer.status_code == 409
    assert sentence(2).text.renditions.get().body == THANKS_VI
    assert 'name="pair"' not in opened(host, sentence(2))


def test_who_was_slower_sees_what_the_other_saved(host, sentence, remember, officer):
    pair = remember(THANKS, "Cảm ơn.")
    write_rendition(sentence(2).text, "vi", THANKS_VI, by=officer)

    answer = take(host, sentence(2), pair)

    assert answer.status_code == 409
    assert "Someone else saved this sentence meanwhile." in answer.content.decode()
    assert sentence(2).text.renditions.get().body == THANKS_VI


def test_a_pair_of_other_cities_is_neither_shown_nor_taken(
    host, sentence, remember, relation, osan, hidaka, make_city
):
    paju = make_city("KR", "ko", "Asia/Seoul", {"ko": ("파주시", "파주")})
    theirs = type(relation).objects.create(home=paju, partner=hidaka, signed="2003")
    pair = remember(THANKS, "bí mật của họ", relation=theirs)

    assert "bí mật của họ" not in opened(host, sentence(2))
    assert take(host, sentence(2), pair).status_code == 404


def test_untranslated_sentences_are_filled_word_for_word_and_none_is_approved(
    host, sentence, remember, remarks
):
    add(remarks.pk, 2, "오산시는 아름답습니다.\n안녕하십니까?\n문화 교류를 넓히겠습니다.", by=None)
    remember(SIGNED, "Osan và Quang Nam kết nghĩa năm 2004.")  # a term is wrong
    remember(THANKS, THANKS_VI)
    remember("안녕하십니까?", "Xin chào.")
    remember("안녕하십니까?", "Kính chào quý vị.")
    remember("문화 교류를 더 넓히겠습니다.", "Mở rộng giao lưu.")
    write_rendition(sentence(3).text, "vi", "Osan đẹp.", by=None)

    shown = opened(host, sentence(5))
    done = host.post(page_of(sentence(1), "memory/?to=vi"), follow=True).content.decode()

    made = Rendition.objects.filter(text__segment__remarks=remarks).order_by("text__segment__position")
    assert "has 3 untranslated sentences word for word" in shown
    assert "3 sentences were filled in from the translation memory. Reviewed: 1. None is approved" in done
    assert [(r.body, r.origin, r.status) for r in made] == [
        ("Osan và Quang Nam kết nghĩa năm 2004.", "memory", "draft"),
        (THANKS_VI, "memory", "reviewed"),
        ("Osan đẹp.", "human", "draft"),
        ("Kính chào quý vị.", "memory", "draft"),
    ]


def test_filling_twice_changes_nothing(host, sentence, remember):
    remember(THANKS, THANKS_VI)
    for _ in range(2):
        answer = host.post(page_of(sentence(1), "memory/?to=vi"), follow=True).content.decode()

    assert Rendition.objects.filter(text__segment__isnull=False).count() == 1
    assert "nothing word for word" in answer


def test_while_the_memory_is_read_the_sentence_opens_and_says_so(host, sentence, remember, monkeypatch):
    remember(THANKS, THANKS_VI)
    beside = []
    monkeypatch.setattr(keeping, "AT_ONCE", 0)
    monkeypatch.setattr(memory, "_beside", beside.append)

    meanwhile = opened(host, sentence(2))
    beside.pop()()
    address = page_of(sentence(2), f"sentences/{sentence(2).pk}/memory/?to=vi")
    part = host.get(address, headers={"HX-Request": "true"}).content.decode()

    assert "The translation memory is being read." in meanwhile
    assert f'hx-get="{address}"' in meanwhile
    assert THANKS_VI in part
    assert host.get(address).url.endswith(f"open={sentence(2).pk}#s{sentence(2).pk}")


def test_nobody_else_gets_in(client, sentence, other_officer, remember):
    pair = remember(THANKS, THANKS_VI)
    segment = sentence(2)
    anonymous = take(client, segment, pair).status_code
    client.force_login(other_officer)

    assert anonymous == 302
    assert take(client, segment, pair).status_code == 404
    assert client.post(page_of(segment, "memory/")).status_code == 404
    assert client.get(page_of(segment, f"sentences/{segment.pk}/memory/")).status_code == 404


def test_a_sentence_opens_in_as_many_queries_with_one_match_as_with_three(host, sentence, remember):
    counts = []
    for number in range(3):
        remember(SIGNED.replace("2004", f"201{number}"), f"năm 201{number}")
        opened(host, sentence(1))
        with CaptureQueriesContext(connection) as counted:
            opened(host, sentence(1))
        counts.append(len(counted))

    assert counts[0] == counts[2]
