import stat
from pathlib import Path

import pytest

from twinhall.environment import SettingError, own_address, read, with_secrets


def test_a_trial_needs_no_setting(tmp_path: Path):
    env = read({"TWINHALL_DATA": str(tmp_path)})

    assert (env.public_url, env.livekit_url_internal, env.livekit_url_public, env.node_ip) == (
        "http://127.0.0.1:8000",
        "ws://127.0.0.1:7880",
        "ws://127.0.0.1:7880",
        "127.0.0.1",
    )
    assert env.database_url == f"sqlite:///{tmp_path}/twinhall.sqlite3"


def test_on_a_lan_pages_and_signalling_share_one_https_origin():
    env = read({"TWINHALL_LAN": "192.168.7.20"})

    assert (env.public_url, env.livekit_url_public, env.node_ip) == (
        "https://192.168.7.20:8443",
        "wss://192.168.7.20:8443",
        "192.168.7.20",
    )
    assert env.allowed_hosts == ("192.168.7.20", "localhost", "127.0.0.1", "[::1]")


def test_a_named_site_is_public_under_its_name_and_offers_media_on_its_address():
    env = read({"TWINHALL_LAN": "203.0.113.5", "TWINHALL_PUBLIC_URL": "https://meet.osan.example/"})

    assert (env.public_url, env.livekit_url_public, env.node_ip) == (
        "https://meet.osan.example",
        "wss://meet.osan.example",
        "203.0.113.5",
    )


def test_an_outside_media_server_is_used_by_everyone():
    env = read({"TWINHALL_LIVEKIT_URL": "wss://media.example"})

    assert (env.livekit_external, env.livekit_url_internal, env.livekit_url_public) == (
        True,
        "wss://media.example",
        "wss://media.example",
    )


def test_a_child_reads_the_same_environment_from_the_variables(tmp_path: Path):
    given = {"TWINHALL_LAN": "192.168.7.20", "TWINHALL_SOURCE_URL": "https://code.osan.example/twinhall"}
    env = read(with_secrets({"TWINHALL_DATA": str(tmp_path)} | given))

    assert read(env.variables()) == env


def test_auto_is_this_machines_own_address():
    assert read({"TWINHALL_LAN": "auto"}).lan == own_address()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("TWINHALL_PORT", "80a", "TWINHALL_PORT must be a port number from 1 to 65535, not '80a'"),
        ("TWINHALL_PORT", "70000", "TWINHALL_PORT must be a port number from 1 to 65535, not '70000'"),
        (
            "TWINHALL_PUBLIC_URL",
            "osan.kr",
            "TWINHALL_PUBLIC_URL must start with http:// or https://, not 'osan.kr'",
        ),
        (
            "TWINHALL_SOURCE_URL",
            "javascript:alert(1)",
            "TWINHALL_SOURCE_URL must start with http:// or https://, not 'javascript:alert(1)'",
        ),
        ("TWINHALL_CITY_LANGUAGE", "fr", "TWINHALL_CITY_LANGUAGE must be one of ko, vi, ja, en, not 'fr'"),
        (
            "TWINHALL_TLS_CERT",
            "/c.pem",
            "TWINHALL_TLS_CERT and TWINHALL_TLS_KEY go together: set both or neither",
        ),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(name: str, value: str, said: str):
    with pytest.raises(SettingError) as refused:
        read({name: value})

    assert str(refused.value) == said


def test_secrets_are_made_once_kept_private_and_yield_to_given_ones(tmp_path: Path):
    told = {"TWINHALL_DATA": str(tmp_path)}

    first = read(with_secrets(told))
    again = read(with_secrets(told))
    given = read(with_secrets(told | {"TWINHALL_SECRET_KEY": "ours"}))

    assert again == first
    assert len(first.secret_key) >= 50
    assert len(first.livekit_secret) >= 32
    assert stat.S_IMODE((tmp_path / "secrets.env").stat().st_mode) == 0o600
    assert (given.secret_key, given.livekit_secret) == ("ours", first.livekit_secret)
    assert [path.name for path in tmp_path.iterdir()] == ["secrets.env"]


def test_engines_of_speech_are_chosen_by_language_and_told_to_children(tmp_path: Path):
    told = {"TWINHALL_DATA": str(tmp_path), "TWINHALL_RECOGNIZER_KO": "vosk", "TWINHALL_DEVICE": "cpu"}

    env = read(told | {"TWINHALL_WHISPER_MODEL": "small"})

    assert (env.recognizers, env.device, env.whisper_model) == ((("ko", "vosk"),), "cpu", "small")
    assert read(env.variables()) == env
