"""Number warnings, comments, history, review and approving together, as officers use them over HTTP."""

import pytest

from tests.hall.remarks.desk import PART, hidden, of_sentence, page_of
from tests.hall.remarks.test_drafting import at, drafts
from twinhall.hall.meetings.actions.remarks import edit, open_remarks
from twinhall.hall.meetings.enums import ReviewState
from twinhall.hall.meetings.models import Remarks, Review
from twinhall.hall.translation.actions import write_rendition
from twinhall.hall.translation.enums import Status
from twinhall.hall.translation.models import Comment, Rendition, Version


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────
def test_other_numbers_are_approved_only_after_a_look(desk, speech, officer):
    edit(at(speech, 3).pk, "2004년에 시작했습니다.", seen=1, by=officer)
    told = {"do": "approved", "seen": "2-new", "body": "Bắt đầu từ năm 2005."}

    first = desk.post(of_sentence(speech, 3, "rendition/"), told)
    page = first.content.decode()
    assert (first.status_code, drafts(speech)) == (422, [])
    assert "2004" in page

    second = desk.post(of_sentence(speech, 3, "rendition/"), told | {"looked": hidden(page, "looked")})
    assert second.status_code == 302
    assert Rendition.objects.get(text=at(speech, 3).text).status == Status.APPROVED


def test_a_look_at_one_difference_is_no_look_at_another(desk, speech, officer):
    edit(at(speech, 3).pk, "2004년에 시작했습니다.", seen=1, by=officer)
    told = {"do": "approved", "seen": "2-new", "body": "Bắt đầu từ năm 2005."}
    page = desk.post(of_sentence(speech, 3, "rendition/"), told).content.decode()

    other = told | {"body": "Bắt đầu từ năm 2006.", "looked": hidden(page, "looked")}

    assert desk.post(of_sentence(speech, 3, "rendition/"), other).status_code == 422


# ── comments ─────────────────────────────────────────────────────────────────────────────────────
def test_both_cities_talk_about_a_sentence_until_it_is_settled(desk, client_of, speech, partner_officer):
    partner = client_of(partner_officer)
    desk.post(of_sentence(speech, 3, "comments/"), {"comment": "이 표현이 <b>맞습니까</b>?"})

    listed = partner.get(page_of(speech, "?to=vi")).content.decode()
    read = partner.get(of_sentence(speech, 3, "comments/"), headers=PART).content.decode()
    assert "talk-count" in listed
    assert "이 표현이 &lt;b&gt;맞습니까&lt;/b&gt;?" in read

    partner.post(of_sentence(speech, 3, "comments/"), {"comment": "Đúng ạ."})
    desk.post(of_sentence(speech, 3, "comments/"), {"do": "settle", "upto": Comment.objects.last().pk})

    said = Comment.objects.values_list("author_name", "body", "settled_by_name")
    assert list(said) == [
        ("오산시 의전 담당", "이 표현이 <b>맞습니까</b>?", "오산시 의전 담당"),
        ("Cán bộ lễ tân Quảng Nam", "Đúng ạ.", "오산시 의전 담당"),
    ]
    assert "talk-count" not in desk.get(page_of(speech, "?to=vi")).content.decode()


def test_a_comment_that_was_not_seen_is_not_settled(desk, speech):
    desk.post(of_sentence(speech, 3, "comments/"), {"comment": "하나"})
    seen = Comment.objects.get().pk
    desk.post(of_sentence(speech, 3, "comments/"), {"comment": "둘"})

    desk.post(of_sentence(speech, 3, "comments/"), {"do": "settle", "upto": seen})

    assert list(Comment.objects.filter(settled_at=None).values_list("body", flat=True)) == ["둘"]


@pytest.mark.parametrize("said", ["", "   ", "가" * 2001])
def test_a_comment_says_something_and_not_too_much(desk, speech, said):
    answer = desk.post(of_sentence(speech, 3, "comments/"), {"comment": said}, headers=PART)

    assert (answer.status_code, Comment.objects.count()) == (422, 0)
    assert said in answer.content.decode()


def test_comments_are_about_one_language(desk, speech, chairman):
    chairman.language = "en"
    chairman.save()
    desk.post(of_sentence(speech, 3, "comments/"), {"comment": "베트남어 번역에 대하여"})

    english = desk.get(of_sentence(speech, 3, "comments/", to="en"), headers=PART).content.decode()

    assert "베트남어 번역에 대하여" not in english


def test_comments_go_into_no_file(desk, speech):
    desk.post(of_sentence(speech, 3, "comments/"), {"comment": "우리끼리"})

    for kind in ("tsv", "xlf", "xliff"):
        file = desk.get(page_of(speech, f"export/{kind}/?to=vi"))
        assert "우리끼리".encode() not in b"".join(file)


# ── approving together ───────────────────────────────────────────────────────────────────────────
def test_approving_together_names_what_is_left_out_and_leaves_it(desk, speech, officer):
    edit(at(speech, 1).pk, "2004년에 시작했습니다.", seen=1, by=officer)
    bodies = {1: "Bắt đầu từ năm 2005.", 2: "Tôi là thị trưởng.", 3: "Xin cảm ơn."}
    for position, body in bodies.items():
        write_rendition(at(speech, position).text, "vi", body, by=officer, status=Status.REVIEWED)

    shown = desk.get(page_of(speech, "approve/?to=vi"))
    together = shown.context["together"]
    assert (len(together.ready), together.terms, together.flagged) == (1, 1, 1)
    desk.post(page_of(speech, "approve/?to=vi"), {"shown": together.token})

    statuses = Rendition.objects.order_by("text__segment__position").values_list("status", flat=True)
    assert list(statuses.filter(language="vi", text__segment__remarks=speech)) == [
        "reviewed",
        "reviewed",
        "approved",
    ]


def test_stale_sentences_and_open_comments_are_left_out(desk, speech, officer):
    for position in (2, 3):
        write_rendition(at(speech, position).text, "vi", "Xin cảm ơn.", by=officer, status=Status.REVIEWED)
    edit(at(speech, 2).pk, "고맙습니다.", seen=1, by=officer)
    desk.post(of_sentence(speech, 3, "comments/"), {"comment": "?"})

    together = desk.get(page_of(speech, "approve/?to=vi")).context["together"]

    assert (together.ready, together.stale, together.talked) == ((), 1, 1)


def test_nothing_is_approved_that_was_not_shown(desk, speech, officer):
    write_rendition(at(speech, 3).text, "vi", "Xin cảm ơn.", by=officer, status=Status.REVIEWED)
    token = desk.get(page_of(speech, "approve/?to=vi")).context["together"].token
    write_rendition(at(speech, 3).text, "vi", "Khác.", by=officer, status=Status.REVIEWED)

    answer = desk.post(page_of(speech, "approve/?to=vi"), {"shown": token})

    assert (answer.status_code, Rendition.objects.get(text=at(speech, 3).text).status) == (409, "reviewed")


# ── history ──────────────────────────────────────────────────────────────────────────────────────
def test_history_says_who_did_what_and_brings_a_version_back(
    desk, client_of, speech, officer, partner_officer
):
    first = of_sentence(speech, 3, "rendition/")
    desk.post(first, {"do": "draft", "seen": "1-new", "body": "Cảm ơn."})
    opened = desk.get(page_of(speech, f"?to=vi&open={at(speech, 3).pk}")).content.decode()
    client_of(partner_officer).post(
        first, {"do": "approved", "seen": hidden(opened, "seen"), "body": "Xin cảm ơn."}
    )
    edit(at(speech, 3).pk, "대단히 감사합니다.", seen=1, by=officer)

    shown = desk.get(of_sentence(speech, 3, "history/"))
    assert [(e.deed, e.by) for e in shown.context["events"]] == [
        ("reworded", "오산시 의전 담당"),
        ("approved", "Cán bộ lễ tân Quảng Nam"),
        ("written", "오산시 의전 담당"),
    ]
    draft = Version.objects.get(body="Cảm ơn.")
    desk.post(of_sentence(speech, 3, "history/back/"), {"version": draft.pk, "seen": shown.context["seen"]})

    now = Rendition.objects.get(text=at(speech, 3).text)
    assert (now.body, now.status, now.source_revision, now.reviewer) == ("Cảm ơn.", Status.DRAFT, 1, None)
    assert Version.objects.filter(text=at(speech, 3).text).count() == 3


def test_a_version_of_another_sentence_is_not_brought_back(desk, speech, officer):
    write_rendition(at(speech, 2).text, "vi", "Hai.", by=officer)

    answer = desk.post(
        of_sentence(speech, 3, "history/back/"), {"version": Version.objects.last().pk, "seen": "1-new"}
    )

    assert answer.status_code == 404


# ── review ───────────────────────────────────────────────────────────────────────────────────────
def test_a_reviewer_of_the_partner_city_finds_begins_and_finishes(
    desk, client_of, speech, partner_officer, meeting
):
    meeting.starts_at = meeting.starts_at.replace(year=2040)
    meeting.save()
    partner = client_of(partner_officer)
    desk.post(page_of(speech, "reviewer/?to=vi"), {"reviewer": partner_officer.pk, "do": "assign"})

    assert partner.get("/").context["reviews"][0].left == 3
    partner.post(
        of_sentence(speech, 3, "rendition/"), {"do": "reviewed", "seen": "1-new", "body": "Xin cảm ơn."}
    )
    assert (Review.objects.get().state, partner.get("/").context["reviews"][0].left) == (
        ReviewState.IN_WORK,
        2,
    )

    partner.post(page_of(speech, "reviewer/done/?to=vi"))
    assert (Review.objects.get().state, partner.get("/").context["reviews"]) == (ReviewState.DONE, [])


def test_nobody_else_finishes_a_review(desk, speech, partner_officer):
    desk.post(page_of(speech, "reviewer/?to=vi"), {"reviewer": partner_officer.pk, "do": "assign"})

    answer = desk.post(page_of(speech, "reviewer/done/?to=vi"))

    assert (answer.status_code, Review.objects.get().state) == (403, ReviewState.ASSIGNED)


def test_a_person_of_neither_city_is_not_asked(desk, speech, other_officer):
    desk.post(page_of(speech, "reviewer/?to=vi"), {"reviewer": other_officer.pk, "do": "assign"})

    assert not Review.objects.exists()


def test_a_review_gives_no_right_to_who_left_the_city(desk, client_of, speech, partner_officer, hidaka):
    desk.post(page_of(speech, "reviewer/?to=vi"), {"reviewer": partner_officer.pk, "do": "assign"})
    partner_officer.officer.city = hidaka
    partner_officer.officer.save()

    gone = client_of(partner_officer)

    assert gone.get("/").context["reviews"] == []
    assert gone.get(page_of(speech, "?to=vi")).status_code == 404


def test_a_review_is_taken_back(desk, speech, partner_officer):
    desk.post(page_of(speech, "reviewer/?to=vi"), {"reviewer": partner_officer.pk, "do": "assign"})

    desk.post(page_of(speech, "reviewer/?to=vi"), {"do": "withdraw"})

    assert not Review.objects.exists()


# ── who may ask ──────────────────────────────────────────────────────────────────────────────────
def everything(remarks: Remarks) -> list[tuple[str, str]]:
    return [
        ("get", page_of(remarks, "machine/")),
        ("post", page_of(remarks, "machine/")),
        ("get", page_of(remarks, "machine/progress/")),
        ("post", page_of(remarks, "machine/stop/")),
        ("get", page_of(remarks, "approve/")),
        ("post", page_of(remarks, "approve/")),
        ("get", page_of(remarks, "reviewer/")),
        ("post", page_of(remarks, "reviewer/")),
        ("post", page_of(remarks, "reviewer/done/")),
        ("get", of_sentence(remarks, 3, "comments/")),
        ("post", of_sentence(remarks, 3, "comments/")),
        ("get", of_sentence(remarks, 3, "history/")),
        ("post", of_sentence(remarks, 3, "history/back/")),
        ("get", of_sentence(remarks, 3, "proposal/")),
        ("post", of_sentence(remarks, 3, "proposal/")),
        ("post", of_sentence(remarks, 3, "proposal/take/")),
    ]


@pytest.mark.parametrize("who", ["other_officer", "administrator"])
def test_other_cities_find_nothing(client_of, request, who, speech, reader):
    client = client_of(request.getfixturevalue(who))

    assert {getattr(client, m)(address).status_code for m, address in everything(speech)} == {404}


def test_nobody_comes_in_without_signing_in(client, speech, reader):
    answers = [getattr(client, m)(address) for m, address in everything(speech)]

    assert {(a.status_code, a.url.split("?")[0]) for a in answers} == {(302, "/sign-in/")}


def test_a_sentence_of_other_remarks_is_not_reached_from_here(desk, speech, greetings, chairman):
    others, third = open_remarks(greetings, chairman), at(speech, 3).pk

    for what in ("comments/", "history/", "proposal/"):
        assert desk.get(page_of(others, f"sentences/{third}/{what}")).status_code == 404
