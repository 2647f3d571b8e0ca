"""The words that English figures and abbreviations are read with."""

DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SCALES = "thousand|million|billion|trillion"
FRACTIONS = {"2": ("half", "halves"), "4": ("quarter", "quarters")}

SHORT = {
    "Mr.": "Mister",
    "Mrs.": "Missus",
    "Ms.": "Miz",
    "Dr.": "Doctor",
    "Prof.": "Professor",
    "St.": "Saint",
    "vs.": "versus",
    "approx.": "approximately",
}

UNITS = {
    "%": "percent",
    "km²": "square kilometers",
    "km2": "square kilometers",
    "㎢": "square kilometers",
    "m²": "square meters",
    "m2": "square meters",
    "㎡": "square meters",
    "km": "kilometers",
    "cm": "centimeters",
    "mm": "millimeters",
    "m": "meters",
    "kg": "kilograms",
    "ha": "hectares",
    "kW": "kilowatts",
    "MW": "megawatts",
    "°C": "degrees Celsius",
    "℃": "degrees Celsius",
    "°F": "degrees Fahrenheit",
}

CURRENCIES = {
    "US$": ("U.S. dollar", "U.S. dollars"),
    "$": ("dollar", "dollars"),
    "€": ("euro", "euros"),
    "£": ("pound", "pounds"),
    "¥": ("yen", "yen"),
    "₩": ("won", "won"),
    "₫": ("dong", "dong"),
}
