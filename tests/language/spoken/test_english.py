import pytest

from twinhall.language.spoken import spoken

SAID = [
    ("In 2004, we met", "In two thousand and four, we met"),
    ("1996", "nineteen ninety six"),
    ("1905", "nineteen oh five"),
    ("1900", "nineteen hundred"),
    ("2021", "twenty twenty one"),
    ("March 10, 2004", "March tenth, two thousand and four"),
    ("10 March 2004", "the tenth of March two thousand and four"),
    ("the 10th of March", "the tenth of March"),
    ("2004-03-10", "March tenth, two thousand and four"),
    ("In May 2004", "In May two thousand and four"),
    ("the 1990s", "the nineteen nineties"),
    ("1st, 2nd and 3rd", "first, second and third"),
    ("20th", "twentieth"),
    ("21st", "twenty first"),
    ("12th", "twelfth"),
    ("100th", "one hundredth"),
    ("1,500 people", "one thousand five hundred people"),
    ("12,345", "twelve thousand three hundred and forty five"),
    ("$1,500", "one thousand five hundred dollars"),
    ("$1.5 million", "one point five million dollars"),
    ("US$15 million", "fifteen million U.S. dollars"),
    ("€1", "one euro"),
    ("20%", "twenty percent"),
    ("3.05", "three point zero five"),
    ("10:30", "ten thirty"),
    ("10:05", "ten oh five"),
    ("2:00 p.m.", "two p.m."),
    ("100 km", "one hundred kilometers"),
    ("1/2", "one half"),
    ("2/3", "two thirds"),
    ("10–20 people", "ten to twenty people"),
    ("COVID-19", "COVID nineteen"),
    ("No. 5", "number five"),
    ("Mr. Lee & Dr. Kim", "Mister Lee and Doctor Kim"),
    ("-5°C", "minus five degrees Celsius"),
    ("007", "zero zero seven"),
    ("MOU", "MOU"),
    ("Good morning.", "Good morning."),
]


@pytest.mark.parametrize(("written", "said"), SAID)
def test_english_is_read_out(written, said):
    assert spoken(written, "en") == said


@pytest.mark.parametrize("said", [said for _, said in SAID])
def test_english_in_words_stays(said):
    assert spoken(said, "en") == said
