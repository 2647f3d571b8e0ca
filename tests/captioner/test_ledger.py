import threading
import time

from django.db import OperationalError

from twinhall.captioner.ledger import DatabaseLedger
from twinhall.hall.meetings.actions.captioning import KeptLine
from twinhall.hall.meetings.enums import LineKind
from twinhall.hall.meetings.queries.captions import Said


def line(number: int) -> KeptLine:
    said = Said(f"p1-{number}", 0, True, "p1", 1, start=number * 1000, end=number * 1000 + 900)
    return KeptLine(said, LineKind.SOURCE, "ko", f"line {number}")


class Database:
    """Takes lines, but for as long as it hiccups none."""

    def __init__(self) -> None:
        self.lines: list[KeptLine] = []
        self.hiccups = False
        self.asked = threading.Event()

    def keep(self, _meeting: int, kept: KeptLine) -> None:
        self.asked.set()
        if self.hiccups:
            raise OperationalError("database is locked")
        self.lines.append(kept)

    def wait_for(self, count: int) -> None:
        until = time.monotonic() + 5
        while len(self.lines) < count and time.monotonic() < until:
            time.sleep(0.01)


def test_lines_are_kept_in_order():
    database = Database()
    ledger = DatabaseLedger(1, database.keep)
    for number in range(5):
        ledger.keep(line(number))
    ledger.close()
    assert database.lines == [line(number) for number in range(5)]


def test_lines_wait_for_a_database_that_hiccups():
    database = Database()
    database.hiccups = True
    ledger = DatabaseLedger(1, database.keep, retry_s=0.01)
    ledger.keep(line(1))
    assert database.asked.wait(5)
    ledger.keep(line(2))
    database.hiccups = False
    database.wait_for(2)
    ledger.close()
    assert database.lines == [line(1), line(2)]


def test_what_had_to_be_dropped_is_kept_as_lost():
    database = Database()
    database.hiccups = True
    ledger = DatabaseLedger(1, database.keep, capacity=2, retry_s=0.01)
    for number in range(1, 6):
        ledger.keep(line(number))
    database.hiccups = False
    database.wait_for(3)
    ledger.close()

    (lost,) = [kept for kept in database.lines if kept.kind == LineKind.LOST]
    assert (lost.said.start, lost.said.end, lost.text) == (1000, 3900, "")
    assert [kept for kept in database.lines if kept.kind != LineKind.LOST] == [line(4), line(5)]
