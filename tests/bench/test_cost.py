from itertools import pairwise

from _follow_case import Spoken
from _follow_cost import Cost, MeteredCaptions, Step, cost
from _follow_screen import Screen, Shown
from _follow_tally import Share
from twinhall.captions.pipeline import STEP_S
from twinhall.captions.replay import simulate
from twinhall.captions.values import Script, Segment
from twinhall.engines.fakes import Voice, fake_engines


def test_cost_is_shared_out_by_what_is_being_said():
    spoken = (Spoken(1.0, 1.5, "1"), Spoken(2.0, 2.5, None), Spoken(4.0, 4.5, "2"))
    steps = [Step(at_s, 0.1) for at_s in (0.0, 1.0, 2.0, 3.0, 4.0)]

    told = cost(spoken, steps, ready_s=0.5)

    # 0 and 1 s: the script; 2 and 3 s: off script, with the pause behind it; 4 s: the script
    assert told.figures() == {"on_script_cores": 0.15, "off_script_cores": 0.1, "ready_s": 0.5}
    assert (told.on_script.of, told.off_script.of) == (2.0, 2.0)


def test_costs_of_two_runs_add_up():
    one = Cost(Share(1, 10), Share(0, 0), Share(1, 1))

    assert (one + one).figures() == {"on_script_cores": 0.1, "off_script_cores": None, "ready_s": 1.0}


def test_metered_captions_show_what_captions_show_and_note_every_step():
    voice = Voice()
    script = Script("en", (Segment("1", "our two cities signed in the spring"),))
    captions = MeteredCaptions(fake_engines(voice), "en", script)

    screen = Screen.of(simulate(captions, voice.say(script.segments[0].text), lambda: 0.0))

    assert [shown.segment for shown in screen] == [None, "1"]
    assert {round(b.at_s - a.at_s, 6) for a, b in pairwise(captions.steps)} == {STEP_S}


def test_a_screen_knows_each_stretch_that_does_not_change():
    screen = Screen([(1.0, "1"), (1.5, "1"), (2.0, None)])

    assert list(screen) == [Shown(0.0, 1.0, None), Shown(1.0, 2.0, "1"), Shown(2.0, float("inf"), None)]
    assert [screen.at(s) for s in (0.5, 1.0, 1.99, 2.0)] == [None, "1", "1", None]
