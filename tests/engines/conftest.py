import pytest

from tests.stand_in import Respond, StandIn


@pytest.fixture
def stand_in():
    """stand_in(respond) starts a server that answers by `respond`."""
    started: list[StandIn] = []

    def start(respond: Respond) -> StandIn:
        started.append(StandIn(respond))
        return started[-1]

    yield start
    for server in started:
        server.close()
