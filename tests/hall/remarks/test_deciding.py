"""Approving: terms must be exact, two officers never overwrite each other, origin is true."""

import pytest

from twinhall.hall.meetings.models import Segment
from twinhall.hall.meetings.queries.remarks import terms_of, warned, with_agreed_forms, work_on
from twinhall.hall.translation.actions import (
    Forms,
    NothingWritten,
    Overtaken,
    TermsOpen,
    approve_reviewed,
    decide,
    token_of,
    write_rendition,
    write_term,
)
from twinhall.hall.translation.enums import Origin, Status
from twinhall.hall.translation.models import Rendition

TITLE = "Tôi là Kwak Sang-wook, Thị trưởng thành phố Osan."


@pytest.fixture
def second(speech) -> Segment:
    """오산시장 곽상욱입니다."""
    return Segment.objects.select_related("text").get(remarks=speech, position=2)


@pytest.fixture
def concepts(meeting, speech):
    return terms_of(meeting)


def test_a_translation_with_every_term_exact_is_approved(second, officer, concepts):
    done = decide(second.text_id, "vi", TITLE, Status.APPROVED, by=officer, seen="1-new", concepts=concepts)

    assert (done.status, done.origin, done.engine, done.reviewer_name) == (
        Status.APPROVED,
        Origin.HUMAN,
        "",
        officer.name,
    )


def test_a_wrong_name_is_not_approved(second, officer, concepts):
    with pytest.raises(TermsOpen) as refused:
        decide(
            second.text_id,
            "vi",
            "Tôi là Gwak Sang-uk, Thị trưởng thành phố Osan.",
            Status.APPROVED,
            by=officer,
            seen="1-new",
            concepts=concepts,
        )

    assert [w.expected for w in refused.value.warnings] == ["Kwak Sang-wook"]
    assert not second.text.renditions.exists()


def test_a_forbidden_form_is_named_and_can_be_put_right(meeting, speech, second, officer):
    write_term(
        None,
        kind="programme",
        relation=meeting.relation,
        note="",
        forms={"ko": Forms("자매결연"), "vi": Forms("quan hệ kết nghĩa", (), ("quan hệ hữu nghị",))},
    )
    second.text.body = "자매결연을 맺었습니다."
    wrong = "Đã ký kết quan hệ hữu nghị."

    found = warned(second.text, wrong, "vi", terms_of(meeting))

    assert [(w.expected, w.found, w.forbidden) for w in found] == [
        ("quan hệ kết nghĩa", "quan hệ hữu nghị", True)
    ]
    assert with_agreed_forms(second.text, wrong, "vi", terms_of(meeting)) == "Đã ký kết quan hệ kết nghĩa."


def test_the_slower_of_two_officers_is_told(second, officer, concepts):
    decide(second.text_id, "vi", "Một", Status.DRAFT, by=officer, seen="1-new", concepts=concepts)

    with pytest.raises(Overtaken) as overtaken:
        decide(second.text_id, "vi", "Hai", Status.DRAFT, by=officer, seen="1-new", concepts=concepts)

    assert overtaken.value.rendition.body == "Một"


def test_nothing_is_approved_that_is_not_there(second, officer, concepts):
    with pytest.raises(NothingWritten):
        decide(second.text_id, "vi", " ", Status.APPROVED, by=officer, seen="1-new", concepts=concepts)


def test_machine_text_stays_machine_text_until_a_person_changes_it(second, officer, concepts):
    made = write_rendition(
        second.text, "vi", TITLE, by=None, origin=Origin.MACHINE, engine="local", status=Status.DRAFT
    )
    seen = token_of(second.text, made)
    kept = decide(second.text_id, "vi", TITLE, Status.REVIEWED, by=officer, seen=seen, concepts=concepts)
    assert (kept.origin, kept.engine) == (Origin.MACHINE, "local")

    seen = token_of(second.text, kept)
    typed = decide(second.text_id, "vi", TITLE[3:], Status.DRAFT, by=officer, seen=seen, concepts=concepts)
    assert (typed.origin, typed.engine, typed.written_by) == (Origin.HUMAN, "", officer)


def test_all_reviewed_are_approved_but_those_with_open_terms(speech, officer, concepts):
    first, second, third = Segment.objects.filter(remarks=speech).select_related("text")
    write_rendition(first.text, "vi", "Kính thưa Chủ tịch!", by=officer, status=Status.REVIEWED)
    write_rendition(second.text, "vi", TITLE, by=officer, status=Status.REVIEWED)
    write_rendition(third.text, "vi", "Xin cảm ơn.", by=officer, status=Status.DRAFT)

    done = approve_reviewed([s.text for s in (first, second, third)], "vi", by=officer, concepts=concepts)

    assert (len(done.ready), done.terms, done.left_out) == (1, 1, 1)
    statuses = Rendition.objects.filter(text__segment__remarks=speech).order_by("text__segment__position")
    assert list(statuses.values_list("status", flat=True)) == ["reviewed", "approved", "draft"]


def test_terms_are_underlined_in_both_languages(speech, second, officer, concepts):
    write_rendition(second.text, "vi", TITLE, by=officer)

    row = work_on(speech, "vi", concepts).rows[1]

    assert [p.text for p in row.source if p.kind == "term"] == ["오산시장", "곽상욱"]
    assert [p.text for p in row.target if p.kind == "term"] == ["Kwak Sang-wook", "Thị trưởng thành phố Osan"]
    assert row.warnings == ()


@pytest.mark.parametrize("count", [8, 80])
def test_the_page_asks_as_much_for_eighty_sentences_as_for_eight(
    remarks, bring, approve, concepts, django_assert_num_queries, count
):
    bring(remarks, "\n".join(f"{n}번째 문장입니다." for n in range(count)))
    for segment in Segment.objects.filter(remarks=remarks).select_related("text"):
        approve(segment, "Câu.")

    with django_assert_num_queries(4):
        work = work_on(remarks, "vi", concepts)

    assert work.standings == (Status.APPROVED,) * count
