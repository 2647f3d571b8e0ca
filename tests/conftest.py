"""A hall with two cities, an officer of each, and a meeting between them."""

from datetime import UTC, datetime

import pytest

from twinhall.hall.cities.models import City, CityName, Officer, Post, PostTitle, Relation
from twinhall.hall.meetings.enums import ItemMode, Role, Side
from twinhall.hall.meetings.models import AgendaItem, AgendaSpeaker, Meeting, Participant, RunOfShow
from twinhall.hall.people.models import Person, PersonName, User
from twinhall.hall.translation.actions import write_text
from twinhall.hall.translation.queries.memory import kept

PASSWORD = "two cities, one hall"


@pytest.fixture(autouse=True)
def plain_settings(settings):
    """Static files by their own names, passwords hashed fast."""
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def fresh_memory():
    """No test sees what another one's translation memory held in this process."""
    kept.cache_clear()


@pytest.fixture
def make_city(db):
    """make_city(country, language, timezone, {language: (full, short)})"""

    def make(country: str, language: str, timezone: str, names: dict[str, tuple[str, str]]) -> City:
        city = City.objects.create(country=country, language=language, timezone=timezone)
        for tag, (full, short) in names.items():
            CityName.objects.create(city=city, language=tag, full=full, short=short)
        return city

    return make


@pytest.fixture
def osan(make_city):
    return make_city(
        "KR",
        "ko",
        "Asia/Seoul",
        {"ko": ("오산시", "오산"), "vi": ("Thành phố Osan", "Osan"), "en": ("Osan City", "Osan")},
    )


@pytest.fixture
def quang_nam(make_city):
    return make_city(
        "VN",
        "vi",
        "Asia/Ho_Chi_Minh",
        {
            "ko": ("꽝남성", "꽝남"),
            "vi": ("Tỉnh Quảng Nam", "Quảng Nam"),
            "en": ("Quang Nam Province", "Quang Nam"),
        },
    )


@pytest.fixture
def hidaka(make_city):
    return make_city(
        "JP",
        "ja",
        "Asia/Tokyo",
        {"ko": ("히다카시", "히다카"), "ja": ("日高市", "日高"), "en": ("Hidaka City", "Hidaka")},
    )


@pytest.fixture
def relation(osan, quang_nam):
    return Relation.objects.create(home=osan, partner=quang_nam, first_contact="2002", signed="2004-03-10")


@pytest.fixture
def make_officer(db):
    """make_officer(email, city, **fields of the account)"""

    def make(email: str, city: City, **fields) -> User:
        user = User.objects.create_user(
            email, PASSWORD, **({"name": email, "language": city.language} | fields)
        )
        Officer.objects.create(user=user, city=city)
        return user

    return make


@pytest.fixture
def officer(make_officer, osan):
    """The host's officer."""
    return make_officer("officer@osan.example", osan, name="오산시 의전 담당")


@pytest.fixture
def partner_officer(make_officer, quang_nam):
    return make_officer("officer@quangnam.example", quang_nam, name="Cán bộ lễ tân Quảng Nam")


@pytest.fixture
def other_officer(make_officer, hidaka):
    """An officer of a city that has no part in the meeting."""
    return make_officer("officer@hidaka.example", hidaka, name="日高市担当")


@pytest.fixture
def administrator(make_officer, hidaka):
    """Keeps accounts and cities; works for a city that has no part in the meeting."""
    return make_officer("admin@hidaka.example", hidaka, name="管理者", is_administrator=True)


@pytest.fixture
def meeting(relation, officer):
    """17 September 2021, 16:00 in Osan and 14:00 in Quảng Nam."""
    title = write_text(
        "ko",
        "오산시·꽝남성 제1차 화상회의",
        {"vi": "Hội nghị trực tuyến lần thứ nhất Osan – Quảng Nam"},
        by=officer,
    )
    meeting = Meeting.objects.create(
        relation=relation,
        host=relation.home,
        partner=relation.partner,
        title=title,
        starts_at=datetime(2021, 9, 17, 7, 0, tzinfo=UTC),
        created_by=officer,
    )
    RunOfShow.objects.create(meeting=meeting)
    return meeting


@pytest.fixture
def make_person(db):
    """make_person(city, {language: name}, {language: title}) returns the person's post."""

    def make(city: City, names: dict[str, str], titles: dict[str, str], precedence: int = 1) -> Post:
        person = Person.objects.create(language=city.language)
        for tag, name in names.items():
            PersonName.objects.create(person=person, language=tag, name=name)
        post = Post.objects.create(person=person, city=city, precedence=precedence)
        for tag, title in titles.items():
            PostTitle.objects.create(post=post, language=tag, title=title)
        return post

    return make


@pytest.fixture
def make_seat():
    """make_seat(meeting, post, side, role) returns the participant."""

    def make(meeting: Meeting, post: Post, side: str, role: str = Role.DELEGATE) -> Participant:
        return Participant.objects.create(
            meeting=meeting,
            person=post.person,
            post=post,
            side=side,
            role=role,
            language=post.person.language,
            precedence=post.precedence,
        )

    return make


@pytest.fixture
def mayor(meeting, osan, make_person, make_seat):
    """곽상욱, head of the host's delegation."""
    names = {"ko": "곽상욱", "vi": "Kwak Sang-wook", "en": "Kwak Sang-wook"}
    post = make_person(
        osan, names, {"ko": "오산시장", "vi": "Thị trưởng thành phố Osan", "en": "Mayor of Osan"}
    )
    return make_seat(meeting, post, Side.HOST, Role.HEAD)


@pytest.fixture
def chairman(meeting, quang_nam, make_person, make_seat):
    """Lê Trí Thanh, head of the partner's delegation."""
    names = {"ko": "레 찌 타인", "vi": "Lê Trí Thanh", "en": "Lê Trí Thanh"}
    titles = {
        "ko": "꽝남성 인민위원회 위원장",
        "vi": "Chủ tịch Ủy ban nhân dân tỉnh Quảng Nam",
        "en": "Chairman of the People's Committee of Quảng Nam",
    }
    return make_seat(meeting, make_person(quang_nam, names, titles), Side.PARTNER, Role.HEAD)


@pytest.fixture
def greetings(meeting, mayor, chairman):
    """The first item: both heads greet."""
    item = AgendaItem.objects.create(
        meeting=meeting,
        position=1,
        title=write_text("ko", "인사 말씀", {"vi": "Phát biểu chào mừng"}, by=None),
        minutes=10,
        mode=ItemMode.REMARKS,
    )
    for position, seat in enumerate((mayor, chairman), start=1):
        AgendaSpeaker.objects.create(item=item, participant=seat, position=position)
    return item
