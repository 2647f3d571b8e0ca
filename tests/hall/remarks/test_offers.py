"""Which engines an officer is offered for a pair, and what is said of each."""

import pytest

from tests.hall.remarks import translators
from tests.hall.remarks.translators import Reader
from twinhall.environment import SettingError
from twinhall.hall.translation.engines import Offer, chosen, offers, usual_of
from twinhall.language.translation import Cost


class Half(Reader):
    """Does one leg only."""

    pair = ("ko", "en")

    def lacks(self, source: str, target: str) -> str | None:
        return None if (source, target) == self.pair else f"{self.name} lacks {source}-{target}"


class OtherHalf(Half):
    pair = ("en", "vi")


@pytest.fixture
def engines(settings):
    settings.TRANSLATORS = translators.HERE
    translators.ENGINES.clear()
    return translators.ENGINES


def test_what_is_ready_comes_first_and_the_settings_say_which_is_usual(engines):
    engines["cloud"] = Reader("cloud", Cost.METERED, leaves=True, lack="cloud needs a key")
    engines["reader"] = Reader()

    found = offers("ko", "vi")

    assert found == [
        Offer("reader", metered=False, leaves=False, pivot="", lacks=""),
        Offer("cloud", metered=True, leaves=True, pivot="", lacks="cloud needs a key"),
    ]
    assert usual_of(found) == found[0]


def test_two_that_do_it_together_are_one_offer(settings, engines):
    settings.TRANSLATORS = "tests.hall.remarks.translators.choice_of_all"
    engines["one"], engines["two"] = Half("one"), OtherHalf("two", leaves=True)

    found = offers("ko", "vi")

    assert found[0] == Offer("one+two", metered=False, leaves=True, pivot="en", lacks="", usual=True)
    assert chosen("one+two").lacks("ko", "vi") is None


def test_nothing_is_usual_where_nothing_is_ready(engines):
    engines["reader"] = Reader(lack="reader has no model")

    assert usual_of(offers("ko", "vi")) is None


def test_settings_that_cannot_be_read_are_told(settings):
    settings.TRANSLATORS = "tests.hall.remarks.translators.broken"

    with pytest.raises(SettingError):
        translators.broken()
    assert [offer.lacks for offer in offers("ko", "vi")] == ["TWINHALL_TRANSLATORS names nobody"]
