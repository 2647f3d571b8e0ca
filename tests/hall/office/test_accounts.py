from django.urls import reverse

from tests.conftest import PASSWORD
from twinhall.hall.cities.actions import AlreadyOpen, NameOfCity, Place, open_first_account
from twinhall.hall.cities.models import City, Officer
from twinhall.hall.people.actions import FOR_ONE_ACCOUNT_FROM_ONE_ADDRESS
from twinhall.hall.people.models import User

FIRST = {
    "country": "KR",
    "city_kind": "municipality",
    "language": "ko",
    "timezone": "Asia/Seoul",
    "full_ko": "오산시",
    "short_ko": "오산",
    "name": "의전 담당",
    "email": "first@osan.example",
    "password": PASSWORD,
}


def sign_in(client, email, password, **more):
    return client.post(reverse("sign-in"), {"email": email, "password": password}, **more)


def test_the_first_visitor_makes_the_first_officer(client, db):
    answer = client.post(reverse("first-officer"), FIRST)

    user = User.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert (user.email, user.is_administrator, user.officer.city.names.get().full) == (
        "first@osan.example",
        True,
        "오산시",
    )


def test_there_is_one_first_officer(client, officer):
    answer = client.post(reverse("first-officer"), FIRST)

    assert (answer.status_code, answer["Location"], User.objects.count()) == (302, "/sign-in/", 1)


def test_the_second_first_officer_is_refused_by_the_action_itself(officer):
    place, names = Place("KR", "ko", "Asia/Seoul"), [NameOfCity("ko", "파주시", "파주")]

    try:
        open_first_account(place, names, "late@paju.example", "late", PASSWORD)
        refused = False
    except AlreadyOpen:
        refused = True

    assert (refused, User.objects.count(), City.objects.count()) == (True, 1, 1)


def test_a_time_zone_that_does_not_exist_is_said_so(client, db):
    answer = client.post(reverse("first-officer"), FIRST | {"timezone": "Asia/Osan"})

    assert (answer.status_code, list(answer.context["form"].errors), User.objects.count()) == (
        422,
        ["timezone"],
        0,
    )


def test_an_officer_signs_in_and_the_session_changes(client, officer):
    client.get(reverse("sign-in"))
    client.session["before"] = True
    client.session.save()
    before = client.session.session_key

    answer = sign_in(client, "Officer@Osan.example", PASSWORD)

    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.session.session_key != before


def test_an_unknown_account_and_a_wrong_password_get_the_same_answer(client, officer):
    wrong = sign_in(client, "officer@osan.example", "not the password")
    unknown = sign_in(client, "nobody@osan.example", "not the password")

    same = wrong.content.replace(b"officer@", b"nobody@")
    assert (wrong.status_code, unknown.status_code) == (422, 422)
    assert _without_token(same) == _without_token(unknown.content)


def test_a_closed_account_gets_the_same_answer_too(client, officer):
    User.objects.update(is_active=False)

    assert sign_in(client, "officer@osan.example", PASSWORD).status_code == 422


def test_passwords_cannot_be_tried_out(client, officer):
    for _ in range(FOR_ONE_ACCOUNT_FROM_ONE_ADDRESS):
        sign_in(client, "officer@osan.example", "wrong")

    here = sign_in(client, "officer@osan.example", PASSWORD)
    elsewhere = sign_in(client, "officer@osan.example", PASSWORD, REMOTE_ADDR="192.0.2.7")

    assert (here.status_code, elsewhere.status_code) == (429, 302)


def test_after_signing_in_one_goes_where_one_wanted_but_never_off_the_hall(client, officer):
    page = reverse("sign-in")
    told = {"email": "officer@osan.example", "password": PASSWORD}

    inside = client.post(page, told | {"next": "/meetings/"})
    client.post(reverse("sign-out"))
    outside = client.post(page, told | {"next": "https://evil.example/"})

    assert (inside["Location"], outside["Location"]) == ("/meetings/", "/")


def test_the_accounts_language_is_that_of_the_pages(client, officer):
    client.force_login(officer)
    client.post(reverse("language"), {"language": "vi"})

    officer.refresh_from_db()
    assert (officer.language, b'<html lang="vi">' in client.get("/").content) == ("vi", True)


def test_a_closed_accounts_session_ends(client, officer, administrator, client_of):
    theirs = client_of(officer)
    client.force_login(administrator)
    client.post(reverse("account-switch", args=[officer.pk]))

    assert theirs.get("/").status_code == 302


def test_nobody_closes_their_own_account(client, administrator):
    client.force_login(administrator)
    client.post(reverse("account-switch", args=[administrator.pk]))

    administrator.refresh_from_db()
    assert administrator.is_active


def test_an_administrator_adds_an_officer_of_a_partner_city(client, administrator, quang_nam):
    client.force_login(administrator)
    told = {"name": "Cán bộ", "email": "a@qn.example", "password": PASSWORD, "city": quang_nam.pk}

    answer = client.post(reverse("accounts"), told | {"language": "vi"})
    again = client.post(reverse("accounts"), told | {"language": "vi"})

    assert (answer.status_code, again.status_code) == (302, 422)
    assert list(Officer.objects.filter(city=quang_nam).values_list("user__email", flat=True)) == [
        "a@qn.example"
    ]


def test_a_weak_password_is_refused(client, administrator, quang_nam):
    client.force_login(administrator)
    told = {"name": "A", "email": "a@qn.example", "password": "password12", "city": quang_nam.pk}

    assert client.post(reverse("accounts"), told | {"language": "vi"}).status_code == 422


def _without_token(page: bytes) -> list[bytes]:
    return [line for line in page.split(b"<") if b"csrfmiddlewaretoken" not in line]
