"""The words that Japanese figures and abbreviations are read with."""

from twinhall.language.spoken.figures import listed

DIGITS = ("ゼロ", *"一二三四五六七八九")
MYRIADS = "十百千万億兆"

UNITS = {
    "%": "パーセント",
    "km²": "平方キロメートル",
    "km2": "平方キロメートル",
    "㎢": "平方キロメートル",
    "m²": "平方メートル",
    "m2": "平方メートル",
    "㎡": "平方メートル",
    "km": "キロメートル",
    "㎞": "キロメートル",
    "cm": "センチメートル",
    "㎝": "センチメートル",
    "mm": "ミリメートル",
    "㎜": "ミリメートル",
    "m": "メートル",
    "kg": "キログラム",
    "㎏": "キログラム",
    "g": "グラム",
    "t": "トン",
    "ha": "ヘクタール",
    "L": "リットル",
    "kW": "キロワット",
    "MW": "メガワット",
    "°C": "度",
    "℃": "度",
}

CURRENCIES = {
    "US$": "ドル",
    "$": "ドル",
    "€": "ユーロ",
    "£": "ポンド",
    "¥": "円",
    "₩": "ウォン",
    "₫": "ドン",
}

LETTERS = {"&": "アンド"} | dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        listed(
            "エー ビー シー ディー イー エフ ジー エイチ アイ ジェイ ケー エル エム エヌ オー ピー",
            "キュー アール エス ティー ユー ブイ ダブリュー エックス ワイ ゼット",
        ),
        strict=True,
    )
)

ABBREVIATIONS = {
    "APEC": "エイペック",
    "ASEAN": "アセアン",
    "COVID": "コビッド",
    "JETRO": "ジェトロ",
    "JICA": "ジャイカ",
    "NATO": "ナトー",
    "OPEC": "オペック",
    "POP": "ポップ",
    "UNESCO": "ユネスコ",
    "UNICEF": "ユニセフ",
}
