import pytest

from tests.conftest import PASSWORD
from twinhall.cli import main
from twinhall.hall.cities.models import City
from twinhall.hall.people.models import User


@pytest.fixture
def add(monkeypatch, db):
    """add(email, city, *more, password=…) runs `twinhall officer add`; returns its exit code."""

    def run(email: str, city: str, *more: str, password: str = PASSWORD) -> int:
        monkeypatch.setenv("TWINHALL_OFFICER_PASSWORD", password)
        return main(["officer", "add", "--email", email, "--name", "담당", "--city", city, *more])

    return run


def test_the_first_officer_is_made_with_their_city_and_keeps_the_accounts(add, capsys):
    assert add("a@osan.example", "오산시", "--language", "ko") == 0

    user = User.objects.get()
    assert (user.is_administrator, user.check_password(PASSWORD), user.officer.city.timezone) == (
        True,
        True,
        "Asia/Seoul",
    )
    assert capsys.readouterr().out == "a@osan.example may sign in for 오산시, and keeps the accounts\n"


def test_a_known_city_is_found_by_any_of_its_names(add, officer, osan):
    assert add("b@osan.example", "Thành phố Osan") == 0

    made = User.objects.get(email="b@osan.example")
    assert (made.officer.city, made.is_administrator) == (osan, False)


@pytest.mark.parametrize(
    ("email", "city", "password"),
    [
        ("b@osan.example", "파주시", PASSWORD),
        ("officer@osan.example", "오산시", PASSWORD),
        ("not an address", "오산시", PASSWORD),
        ("b@osan.example", "오산시", "short"),
    ],
)
def test_what_cannot_be_used_is_refused_and_nothing_is_stored(add, officer, email, city, password):
    assert (add(email, city, password=password), User.objects.count(), City.objects.count()) == (2, 1, 1)
