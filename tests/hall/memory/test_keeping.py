"""What is approved is remembered, what no longer stands is withdrawn, and only those see it who may."""

import pytest

from twinhall.hall.cities.models import Relation
from twinhall.hall.meetings.actions.past_remarks import undo
from twinhall.hall.meetings.actions.remarks import add, bump, delete, edit
from twinhall.hall.meetings.models import Segment
from twinhall.hall.meetings.queries.access import relations_of
from twinhall.hall.meetings.queries.past import last_change
from twinhall.hall.translation.actions import add_pairs, take_out, write_rendition
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.models import MemoryPair, MemoryState
from twinhall.hall.translation.queries.memory import Wanted, suggestions

from .conftest import SIGNED, SIGNED_VI, THANKS, THANKS_VI


def found(body: str, source="ko", target="vi", relations=(), before=None, text=0):
    told = suggestions(Wanted(text, body, before), source, target, relations)
    return [(s.match.pair.target, s.match.score, str(s.match.kind)) for s in told]


@pytest.fixture
def ours(officer, relation):
    return relations_of(officer)


def test_an_approved_sentence_is_remembered_with_who_when_and_where(sentence, approve, officer, meeting):
    approve(sentence(1), SIGNED_VI)

    pair = MemoryPair.objects.get()
    assert (pair.source, pair.target, pair.before) == (SIGNED, SIGNED_VI, "")
    assert (pair.approver_name, pair.approved_by, pair.occasion) == (officer.name, officer, meeting.title)
    assert (pair.relation, pair.withdrawn, pair.sample) == (meeting.relation, False, False)
    assert pair.approved_at == sentence(1).text.renditions.get().reviewed_at


def test_it_is_found_both_ways_in_its_context_and_without(sentence, approve, ours):
    approve(sentence(2), THANKS_VI)

    assert found(THANKS, relations=ours, before=SIGNED) == [(THANKS_VI, 100, "context")]
    assert found(THANKS, relations=ours, before="") == [(THANKS_VI, 100, "exact")]
    assert found(THANKS_VI, "vi", "ko", ours) == [(THANKS, 100, "exact")]
    assert found(THANKS, "ko", "en", ours) == []


def test_a_sentence_is_no_suggestion_for_itself(sentence, approve, ours):
    approve(sentence(1), SIGNED_VI)

    assert found(SIGNED, relations=ours, text=sentence(1).text_id) == []


@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVIEWED])
def test_what_is_not_approved_is_not_remembered(sentence, remarks, officer, status):
    write_rendition(sentence(1).text, "vi", SIGNED_VI, by=officer, status=status)
    bump(remarks)

    assert not MemoryPair.objects.exists()


def test_what_is_approved_anew_replaces_what_was_there(sentence, approve, ours):
    approve(sentence(1), SIGNED_VI)
    assert found(SIGNED, relations=ours) == [(SIGNED_VI, 100, "exact")]

    approve(sentence(1), "Hai bên đã kết nghĩa năm 2004.")

    assert found(SIGNED, relations=ours) == [("Hai bên đã kết nghĩa năm 2004.", 100, "exact")]
    assert MemoryPair.objects.count() == 1


def test_an_approval_taken_back_is_withdrawn_and_one_given_again_is_remembered(
    sentence, approve, remarks, officer, ours
):
    approve(sentence(1), SIGNED_VI)
    assert len(found(SIGNED, relations=ours)) == 1

    write_rendition(sentence(1).text, "vi", SIGNED_VI, by=officer, status=Status.DRAFT)
    bump(remarks)
    withdrawn = found(SIGNED, relations=ours)
    approve(sentence(1), SIGNED_VI)

    assert withdrawn == []
    assert len(found(SIGNED, relations=ours)) == 1


def test_a_changed_source_withdraws_and_undoing_the_change_remembers_again(
    sentence, approve, officer, remarks, ours
):
    approve(sentence(1), SIGNED_VI)
    edit(sentence(1).pk, SIGNED.replace("2004", "2005"), seen=1, by=officer)
    stale = found(SIGNED, relations=ours)

    undo(remarks.pk, last_change(remarks).pk, by=officer)

    assert stale == []
    assert found(SIGNED, relations=ours) == [(SIGNED_VI, 100, "exact")]


def test_a_sentence_that_is_deleted_leaves_its_approved_translation_to_the_memory(
    sentence, approve, officer, ours
):
    approve(sentence(1), SIGNED_VI)

    delete(sentence(1).pk, seen=1, by=officer)

    assert found(SIGNED, relations=ours) == [(SIGNED_VI, 100, "exact")]


def test_what_an_officer_takes_out_stays_out_until_it_is_approved_anew(
    sentence, approve, remarks, officer, ours
):
    approve(sentence(1), SIGNED_VI)
    take_out(MemoryPair.objects.get().pk)
    add(remarks.pk, 2, "새 문장입니다.", by=officer)
    out = found(SIGNED, relations=ours)

    approve(sentence(1), SIGNED_VI)

    assert out == []
    assert len(found(SIGNED, relations=ours)) == 1


def test_what_changes_nothing_leaves_the_revision_alone(sentence, approve, remarks):
    approve(sentence(1), SIGNED_VI)
    before = MemoryState.objects.get().revision

    bump(remarks)

    assert MemoryState.objects.get().revision == before


def test_only_the_two_cities_see_a_pair(
    sentence, approve, officer, partner_officer, other_officer, osan, hidaka
):
    Relation.objects.create(home=osan, partner=hidaka, signed="1996-10")
    approve(sentence(1), SIGNED_VI)

    seen = {
        who.email: found(SIGNED, relations=relations_of(who))
        for who in (officer, partner_officer, other_officer)
    }

    assert [bool(told) for told in seen.values()] == [True, True, False]


def test_the_successor_of_a_city_sees_what_it_inherited(
    sentence, approve, make_city, make_officer, quang_nam
):
    da_nang = make_city("VN", "vi", "Asia/Ho_Chi_Minh", {"vi": ("Thành phố Đà Nẵng", "Đà Nẵng")})
    quang_nam.successor = da_nang
    quang_nam.save()
    approve(sentence(1), SIGNED_VI)

    assert len(found(SIGNED, relations=relations_of(make_officer("a@danang.example", da_nang)))) == 1


def test_what_belongs_to_everyone_is_seen_by_everyone(db, other_officer):
    add_pairs([MemoryPair(source_language="ko", source=THANKS, target_language="vi", target=THANKS_VI)])

    assert found(THANKS, relations=relations_of(other_officer)) == [(THANKS_VI, 100, "exact")]


def test_the_room_may_be_told_but_its_sample_stays_a_sample(sentence, remarks, officer):
    write_rendition(sentence(1).text, "vi", SIGNED_VI, by=officer, status=Status.APPROVED, sample=True)
    bump(remarks)

    assert MemoryPair.objects.get().sample


def test_long_remarks_are_remembered_in_as_many_queries_as_short_ones(
    remarks, sentence, approve, officer, django_assert_max_num_queries
):
    add(remarks.pk, 2, "\n".join(f"{n}번째 문장입니다." for n in range(40)), by=officer)
    for segment in Segment.objects.filter(remarks=remarks).select_related("text"):
        write_rendition(segment.text, "vi", f"Câu {segment.pk}.", by=officer, status=Status.APPROVED)

    with django_assert_max_num_queries(20):
        bump(remarks)

    assert MemoryPair.objects.count() == 42
