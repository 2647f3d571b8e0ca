import pytest

from twinhall.language.spoken import spoken

SAID = [
    ("ngày 10 tháng 3 năm 2004", "ngày mười tháng ba năm hai nghìn không trăm lẻ bốn"),
    ("17/9/2021", "ngày mười bảy tháng chín năm hai nghìn không trăm hai mươi mốt"),
    ("tháng 3/2004", "tháng ba năm hai nghìn không trăm lẻ bốn"),
    ("tháng 4", "tháng tư"),
    ("Quốc khánh 2/9", "Quốc khánh hai tháng chín"),
    ("30/4", "ba mươi tháng tư"),
    ("1/3", "một phần ba"),
    ("thứ 4", "thứ tư"),
    ("lần thứ 1", "lần thứ nhất"),
    ("thế kỷ XXI", "thế kỷ hai mươi mốt"),
    ("Đại hội XIII", "Đại hội mười ba"),
    ("quý II/2021", "quý hai năm hai nghìn không trăm hai mươi mốt"),
    ("1.500", "một nghìn năm trăm"),
    ("1.500.000 đồng", "một triệu năm trăm nghìn đồng"),
    ("3,5 triệu USD", "ba phẩy năm triệu đô la Mỹ"),
    ("$1,500", "một nghìn năm trăm đô la"),
    ("20%", "hai mươi phần trăm"),
    ("0,5", "không phẩy năm"),
    ("1,05", "một phẩy không năm"),
    ("3,14", "ba phẩy mười bốn"),
    ("15", "mười lăm"),
    ("21", "hai mươi mốt"),
    ("11", "mười một"),
    ("105", "một trăm lẻ năm"),
    ("1010", "một nghìn không trăm mười"),
    ("2000000000", "hai tỷ"),
    ("14h30", "mười bốn giờ ba mươi phút"),
    ("9:00", "chín giờ"),
    ("10-15 người", "mười đến mười lăm người"),
    ("10.440 km²", "mười nghìn bốn trăm bốn mươi ki lô mét vuông"),
    ("-5°C", "âm năm độ xê"),
    ("0235 3852 739", "không hai ba năm ba tám năm hai bảy ba chín"),
    ("COVID-19", "cô vít mười chín"),
    ("TP. Đà Nẵng", "thành phố Đà Nẵng"),
    ("TP.HCM", "thành phố Hồ Chí Minh"),
    ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
    ("GDP tăng", "gờ dê pê tăng"),
    ("VIỆT NAM", "VIỆT NAM"),
    ("Kính thưa quý vị", "Kính thưa quý vị"),
]


@pytest.mark.parametrize(("written", "said"), SAID)
def test_vietnamese_is_read_out(written, said):
    assert spoken(written, "vi") == said


@pytest.mark.parametrize("said", [said for _, said in SAID])
def test_vietnamese_in_words_stays(said):
    assert spoken(said, "vi") == said
