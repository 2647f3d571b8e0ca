"""Officers' pages and the room call every engine by the same name."""

import re
from pathlib import Path

from twinhall.engines.translators import MAKERS
from twinhall.hall.web.templatetags.engines import ENGINES

IN_THE_ROOM = Path(__file__).parents[2] / "frontend/room/src/features/captions/api/engines.ts"


def test_every_engine_has_one_name():
    room = dict(re.findall(r'^  (\w+): "(.+)",$', IN_THE_ROOM.read_text("utf-8"), re.MULTILINE))

    assert room == ENGINES
    assert room.keys() == MAKERS.keys()
