"""The words that Vietnamese figures and abbreviations are read with."""

from twinhall.language.spoken.figures import listed

DAY_WORDS = (
    "ngày|mùng|mồng|sáng|trưa|chiều|tối|đêm|hôm|dịp|lễ|Quốc khánh|từ|đến|tới"
    "|thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu"
)
ROMAN_WORDS = (
    "thế kỷ|Thế kỷ|khóa|khoá|Khóa|Khoá|quý|Quý|lần|lần thứ|Lần thứ|Đại hội|nhiệm kỳ|kỳ|chương|Chương|vùng|cấp"
)

UNITS = {
    "%": "phần trăm",
    "km²": "ki lô mét vuông",
    "km2": "ki lô mét vuông",
    "㎢": "ki lô mét vuông",
    "m²": "mét vuông",
    "m2": "mét vuông",
    "㎡": "mét vuông",
    "m³": "mét khối",
    "m3": "mét khối",
    "km": "ki lô mét",
    "cm": "xăng ti mét",
    "mm": "mi li mét",
    "m": "mét",
    "kg": "ki lô gam",
    "g": "gam",
    "ha": "héc ta",
    "kW": "ki lô oát",
    "MW": "mê ga oát",
    "°C": "độ xê",
    "℃": "độ xê",
    "USD": "đô la Mỹ",
    "VND": "đồng",
    "VNĐ": "đồng",
    "đ": "đồng",
    "₫": "đồng",
    "$": "đô la",
    "€": "ơ rô",
    "¥": "yên",
    "₩": "uôn",
}

CURRENCIES = {
    "US$": "đô la Mỹ",
    "$": "đô la",
    "€": "ơ rô",
    "£": "bảng Anh",
    "¥": "yên",
    "₩": "uôn",
    "₫": "đồng",
}

LETTERS = dict(
    zip(
        "ABCDĐEFGHIJKLMNOPQRSTUVXYZ",
        listed(
            "a bê xê dê đê e ép gờ hát i gi ca lờ mờ nờ o pê quy rờ sờ tê u vê ích y dét",
        ),
        strict=True,
    )
) | {"W": "vê kép"}

DOTTED = {
    "TP.": "thành phố",
    "Tp.": "thành phố",
    "TS.": "tiến sĩ",
    "PGS.": "phó giáo sư",
    "GS.": "giáo sư",
    "ThS.": "thạc sĩ",
    "Q.": "quận",
    "P.": "phường",
}
ABBREVIATIONS = {
    "USD": "đô la Mỹ",
    "VND": "đồng",
    "VNĐ": "đồng",
    "TP": "thành phố",
    "HCM": "Hồ Chí Minh",
    "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "UBMTTQ": "Ủy ban Mặt trận Tổ quốc",
    "ĐHĐN": "Đại học Đà Nẵng",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "ASEAN": "a sê an",
    "APEC": "a pếch",
    "UNESCO": "u nét xcô",
    "UNICEF": "u ni xép",
    "COVID": "cô vít",
    "XHCN": "xã hội chủ nghĩa",
    "CNTT": "công nghệ thông tin",
}
