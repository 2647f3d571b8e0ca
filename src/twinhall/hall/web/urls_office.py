"""Addresses of the officers' pages."""

from django.urls import URLPattern, URLResolver, path

from twinhall.hall.web.views import accounts, home, meetings, relations, sign_in

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("first/", sign_in.first_officer, name="first-officer"),
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("language/", sign_in.language, name="language"),
    path("account/", accounts.account, name="account"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/<int:pk>/switch/", accounts.account_switch, name="account-switch"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/<int:pk>/", meetings.meeting, name="meeting"),
    path("relations/", relations.relations, name="relations"),
]
