"""The countries that a city can be chosen from, by ISO 3166-1 code."""

from django.utils.translation import gettext_lazy as _

COUNTRIES = {
    "KR": _("Korea"),
    "VN": _("Viet Nam"),
    "JP": _("Japan"),
    "CN": _("China"),
    "MN": _("Mongolia"),
    "TH": _("Thailand"),
    "PH": _("Philippines"),
    "ID": _("Indonesia"),
    "MY": _("Malaysia"),
    "SG": _("Singapore"),
    "IN": _("India"),
    "UZ": _("Uzbekistan"),
    "KZ": _("Kazakhstan"),
    "TR": _("Türkiye"),
    "US": _("United States"),
    "CA": _("Canada"),
    "AU": _("Australia"),
    "NZ": _("New Zealand"),
    "GB": _("United Kingdom"),
    "FR": _("France"),
    "DE": _("Germany"),
    "FI": _("Finland"),
    "ES": _("Spain"),
    "IT": _("Italy"),
    "PL": _("Poland"),
    "MX": _("Mexico"),
    "BR": _("Brazil"),
}
