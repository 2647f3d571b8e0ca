import pytest

from twinhall.supervise.log import Log, read_line


@pytest.mark.parametrize(
    ("line", "level", "text"),
    [
        ("INFO twinhall.web meeting=12 started", "INFO", "twinhall.web meeting=12 started"),
        ("[2026-11-23 18:40:49 +0000] [12] [ERROR] Worker died", "ERROR", "Worker died"),
        (
            '{"level":"warn","ts":1.5,"caller":"a.go:1","msg":"slow disk","room":"m12","n":3}',
            "WARNING",
            "slow disk room=m12 n=3",
        ),
        ('{"level":"error","logger":"tls","msg":"no leaf","why":"a b"}', "ERROR", 'no leaf why="a b"'),
        ('{"broken": ', "INFO", '{"broken": '),
        ("Information desk", "INFO", "Information desk"),
        (
            "WARNING django.request Gone: /enter/12.QkN4yq0XkS1rGmT3hPzVb7dW9eJfUaLc2oYiHxEtR5s/",
            "WARNING",
            "django.request Gone: /enter/12.…/",
        ),
    ],
)
def test_the_level_of_a_line_is_read(line: str, level: str, text: str):
    assert read_line(line) == (level, text)


def test_events_below_the_level_are_left_out(capsys: pytest.CaptureFixture[str]):
    log = Log("WARNING")

    log("web", "INFO", "quiet")
    log("web", "ERROR", "loud")

    [line] = capsys.readouterr().out.splitlines()
    assert line.split(" ", 1)[1] == "web ERROR loud"
