import pytest
from django.test import Client


@pytest.fixture
def client_of():
    """client_of(user): another browser, signed in."""

    def make(user) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return make


@pytest.fixture
def host(client_of, officer, partner_officer):
    """The host's officer's browser; the partner has an officer too."""
    return client_of(officer)


@pytest.fixture
def partner(client_of, partner_officer):
    return client_of(partner_officer)
