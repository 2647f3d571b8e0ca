"""Signing in, and keeping one's own account."""

import hashlib
from datetime import timedelta

from django.contrib.auth import authenticate
from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from twinhall.hall.people.models import SignInFailure, User

REMEMBERED = timedelta(minutes=15)
FROM_ONE_ADDRESS = 40
FOR_ONE_ACCOUNT = 100  # from everywhere: high, so that nobody is locked out by a stranger
FOR_ONE_ACCOUNT_FROM_ONE_ADDRESS = 8


class WrongPassword(Exception):
    """No active account with that e-mail and password. Which of the two is wrong is not told."""


class TooManyTries(Exception):
    """Wait a quarter of an hour."""


def check_sign_in(request: HttpRequest, email: str, password: str, *, address: str) -> User:
    """Return the account. Raises WrongPassword or, before looking at the password, TooManyTries.

    The answer and its time are the same for an unknown e-mail and for a wrong password.
    """
    account = hashlib.sha256(email.strip().lower().encode()).hexdigest()
    SignInFailure.objects.filter(at__lt=timezone.now() - REMEMBERED).delete()
    if _too_many(account, address):
        raise TooManyTries
    user = authenticate(request, username=email.strip().lower(), password=password)
    if not isinstance(user, User):
        SignInFailure.objects.create(account=account, address=address)
        raise WrongPassword
    SignInFailure.objects.filter(account=account, address=address).delete()
    return user


def _too_many(account: str, address: str) -> bool:
    failures = list(
        SignInFailure.objects.filter(Q(account=account) | Q(address=address)).values_list(
            "account", "address"
        )
    )
    return (
        sum(a == account for a, _ in failures) >= FOR_ONE_ACCOUNT
        or sum(b == address for _, b in failures) >= FROM_ONE_ADDRESS
        or failures.count((account, address)) >= FOR_ONE_ACCOUNT_FROM_ONE_ADDRESS
    )
