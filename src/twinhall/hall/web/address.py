"""Where a request comes from."""

from django.http import HttpRequest

from twinhall import environment

OURSELVES = {"127.0.0.1", "::1"}


def client_address(request: HttpRequest) -> str:
    """Return the address of the browser; behind our own HTTPS proxy, the one the proxy saw."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    told = request.headers.get("X-Forwarded-For", "")
    if environment.current().https and address in OURSELVES and told:
        return told.rsplit(",", 1)[-1].strip()[:45]
    return address
