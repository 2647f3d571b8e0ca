"""The memory's own pages: finding, taking out, bringing a file in, taking it away."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from twinhall.hall.cities.models import Relation
from twinhall.hall.translation.actions import add_pairs
from twinhall.hall.translation.models import MemoryImport, MemoryPair

from .conftest import SIGNED, SIGNED_VI, THANKS, THANKS_VI

INTERCHANGE = Path(__file__).parents[4] / "shared" / "data" / "interchange"
TMX = f"""<tmx version="1.4"><header srclang="ko"/><body>
<tu><tuv xml:lang="ko-KR"><seg>{THANKS}</seg></tuv><tuv xml:lang="vi"><seg>{THANKS_VI}</seg></tuv></tu>
<tu><tuv xml:lang="ko"><seg>&lt;b&gt;안녕&lt;/b&gt;</seg></tuv><tuv xml:lang="vi"><seg>Chào</seg></tuv></tu>
<tu><tuv xml:lang="ko"><seg>외톨이</seg></tuv></tu>
<tu><tuv xml:lang="ko"><seg>불어</seg></tuv><tuv xml:lang="fr"><seg>français</seg></tuv></tu>
</body></tmx>"""


@pytest.fixture
def host(client, officer, relation):
    officer.language = "en"
    officer.save()
    client.force_login(officer)
    return client


@pytest.fixture
def bring(host, relation):
    """bring(data, where=…) uploads a file and returns the answer after redirects."""

    def post(data: str | bytes, where=None):
        file = SimpleUploadedFile("old.tmx", data if isinstance(data, bytes) else data.encode())
        return host.post("/memory/import/", {"file": file, "where": where or relation.pk}, follow=True)

    return post


def test_a_file_is_looked_at_then_taken_over(host, bring, relation):
    looked = bring(TMX)
    page = looked.content.decode()
    before = MemoryPair.objects.count()

    taken = host.post(looked.request["PATH_INFO"], {"do": "take"}, follow=True).content.decode()

    assert "2 new pairs" in page
    assert "Korean–Vietnamese: 2 pairs" in page
    assert "Line 4 has no two languages of this hall (ko)." in page
    assert "Line 5 has no two languages of this hall (ko, fr)." in page
    assert "&lt;b&gt;안녕&lt;/b&gt;" in page
    assert before == 0
    assert "2 pairs were added." in taken
    assert {p.relation for p in MemoryPair.objects.all()} == {relation}
    assert not MemoryImport.objects.exists()


def test_what_is_there_already_is_not_added_again(host, bring):
    host.post(bring(TMX).request["PATH_INFO"], {"do": "take"})

    again = bring(TMX).content.decode()

    assert "There is nothing new in it." in again
    assert "2 pairs are here already" in again


def test_what_is_not_wanted_leaves_nothing_behind(host, bring):
    host.post(bring(TMX).request["PATH_INFO"], {"do": "drop"})

    assert (MemoryPair.objects.count(), MemoryImport.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (TMX[:-40], "damaged or cut off at line 5"),
        ("<a/>", "not a translation memory"),
        (f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/passwd">]>{TMX}', "declares entities"),
        (TMX.encode().replace(THANKS.encode(), THANKS.encode("cp949")), "damaged"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(bring, data, why):
    refused = bring(data)

    assert refused.status_code == 422
    assert why in refused.content.decode()
    assert "Nothing was changed." in refused.content.decode()
    assert (MemoryPair.objects.count(), MemoryImport.objects.count()) == (0, 0)


def test_a_file_that_is_too_large_is_sent_to_the_command(bring, monkeypatch):
    monkeypatch.setattr("twinhall.hall.web.views.memory.MOST_MB", 0)

    assert "twinhall import memory" in bring(TMX).content.decode()


def test_nothing_chosen_is_told(host):
    assert host.post("/memory/import/", {}).status_code == 422


def test_words_are_found_in_both_languages(host, relation):
    told = {"source_language": "ko", "target_language": "vi", "relation": relation}
    add_pairs(
        [
            MemoryPair(source=SIGNED, target=SIGNED_VI, **told),
            MemoryPair(source=THANKS, target=THANKS_VI, **told),
        ]
    )

    pages = {
        q: host.get("/memory/", {"q": q}).content.decode() for q in ("자매결연", "trân trọng", "없는 말", "")
    }

    held = {q: (SIGNED in page, THANKS in page) for q, page in pages.items()}
    assert held == {
        "자매결연": (True, False),
        "trân trọng": (False, True),
        "없는 말": (False, False),
        "": (True, True),
    }


def test_what_is_taken_away_is_what_may_be_seen(host, relation, hidaka, quang_nam):
    theirs = Relation.objects.create(home=quang_nam, partner=hidaka, signed="2020")
    told = {"source_language": "ko", "target_language": "vi"}
    add_pairs(
        [
            MemoryPair(source=SIGNED, target=SIGNED_VI, relation=relation, **told),
            MemoryPair(source=THANKS, target=THANKS_VI, **told),
            MemoryPair(source="남의 것", target="của người khác", relation=theirs, **told),
            MemoryPair(source="물린 것", target="đã rút", relation=relation, withdrawn=True, **told),
        ]
    )

    files = [b"".join(host.get(f"/memory/memory.tmx{tail}")) for tail in ("", "?encoding=utf-16")]

    texts = [files[0].decode(), files[1].decode("utf-16")]
    assert [[s in text for s in (SIGNED, THANKS, "남의 것", "물린 것")] for text in texts] == [
        [True, True, False, False]
    ] * 2


def test_a_pair_is_taken_out_by_its_own_cities_and_everyones_by_an_administrator(
    host, client_of, administrator, other_officer, relation
):
    told = {"source_language": "ko", "target_language": "vi"}
    add_pairs(
        [
            MemoryPair(source=SIGNED, target=SIGNED_VI, relation=relation, **told),
            MemoryPair(source=THANKS, target=THANKS_VI, **told),
        ]
    )
    ours, everyones = (p.pk for p in MemoryPair.objects.order_by("pk"))

    answers = [
        client_of(other_officer).post(f"/memory/{ours}/out/").status_code,
        client_of(other_officer).post(f"/memory/{everyones}/out/").status_code,
        host.post(f"/memory/{everyones}/out/").status_code,
        host.post(f"/memory/{ours}/out/").status_code,
        client_of(administrator).post(f"/memory/{everyones}/out/").status_code,
    ]

    assert answers == [404, 404, 404, 302, 302]
    assert not MemoryPair.objects.filter(withdrawn=False).exists()


def test_nobody_brings_in_for_others_or_sees_their_file(
    bring, client_of, other_officer, osan, hidaka, make_city
):
    paju = make_city("KR", "ko", "Asia/Seoul", {"ko": ("파주시", "파주")})
    theirs = Relation.objects.create(home=paju, partner=hidaka, signed="2003")
    looked = bring(TMX).request["PATH_INFO"]

    assert bring(TMX, where=theirs.pk).status_code == 422
    assert bring(TMX, where="everyone").status_code == 422
    assert client_of(other_officer).get(looked).status_code == 404


@pytest.mark.parametrize("address", ["/memory/", "/memory/import/", "/memory/memory.tmx"])
def test_nobody_gets_in_without_an_account(client, address):
    assert client.get(address).status_code == 302


def test_the_list_costs_as_many_queries_with_one_pair_as_with_three(
    host, relation, meeting, officer, django_assert_max_num_queries
):
    told = {"source_language": "ko", "target_language": "vi", "relation": relation, "occasion": meeting.title}
    for number in range(3):
        add_pairs([MemoryPair(source=f"문장 {number}", target=f"Câu {number}", **told)])
        with django_assert_max_num_queries(14):
            host.get("/memory/")
