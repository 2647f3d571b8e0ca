import json
import shutil
import socket
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from twinhall import cli
from twinhall.doctor import certificate, media, recognition, site
from twinhall.doctor.finding import Finding, State, missing, ok
from twinhall.environment import Environment, read

needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not installed")


def told(tmp_path: Path, **more: str) -> Environment:
    named = {f"TWINHALL_{name}": value for name, value in more.items()}
    return read({"TWINHALL_DATA": str(tmp_path / "data"), **named})


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A certificate for meet.osan.example that ends in 30 days, and its key."""
    certificate, key = tmp_path / "osan.pem", tmp_path / "osan.key"
    subprocess.run(
        f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=osan "
        f"-addext subjectAltName=DNS:meet.osan.example -keyout {key} -out {certificate}".split(),
        check=True,
        capture_output=True,
    )
    return certificate, key


@needs_openssl
def test_a_certificate_tells_when_it_ends(pair: tuple[Path, Path]):
    left = certificate.expires(*pair, "meet.osan.example") - datetime.now(UTC)

    assert timedelta(days=29) < left <= timedelta(days=30)


@needs_openssl
def test_a_certificate_for_another_name_will_be_refused(tmp_path: Path, pair: tuple[Path, Path]):
    env = told(
        tmp_path, TLS_CERT=str(pair[0]), TLS_KEY=str(pair[1]), PUBLIC_URL="https://meet.hidaka.example"
    )

    [finding] = certificate.look(env)

    assert finding == missing(
        "certificate",
        f"{pair[0]} will be refused: Hostname mismatch, certificate is not valid for 'meet.hidaka.example'.",
        "see TWINHALL_TLS_CERT and TWINHALL_TLS_KEY",
    )


@needs_openssl
def test_a_key_that_is_not_the_certificates_is_found(tmp_path: Path, pair: tuple[Path, Path]):
    other = tmp_path / "other.key"
    subprocess.run(
        f"openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out {other}".split(),
        check=True,
        capture_output=True,
    )
    env = told(tmp_path, TLS_CERT=str(pair[0]), TLS_KEY=str(other), PUBLIC_URL="https://meet.osan.example")

    [finding] = certificate.look(env)

    assert (finding.state, finding.said.startswith(f"{pair[0]} and {other} cannot be used:")) == (
        State.MISSING,
        True,
    )


def test_a_missing_media_server_is_found_with_its_remedy(tmp_path: Path):
    env = told(tmp_path, LIVEKIT_BINARY="/no/server")

    assert list(media.look(env, running=False)) == [
        missing(
            "media server",
            "not at /no/server",
            "`make setup` builds LiveKit 1.11.0; or set TWINHALL_LIVEKIT_BINARY",
        ),
        ok("sound and picture (UDP)", "127.0.0.1 reaches itself"),
    ]


def test_a_public_address_that_a_router_maps_is_no_fault(tmp_path: Path):
    env = told(tmp_path, LIVEKIT_BINARY="/no/server", LAN="203.0.113.77")

    assert list(media.look(env, running=False))[-1] == Finding(
        "sound and picture (UDP)",
        State.ADVICE,
        "203.0.113.77 is no address of this machine",
        "right if a router maps the media server's ports to here; else set TWINHALL_LAN",
    )


def test_an_outside_media_server_that_does_not_answer_is_found(tmp_path: Path, port: int):
    env = told(tmp_path, LIVEKIT_URL=f"ws://127.0.0.1:{port}")

    assert next(media.look(env, running=False)) == missing(
        "media server answers", f"no answer at ws://127.0.0.1:{port}", "see TWINHALL_LIVEKIT_URL"
    )


def test_before_the_first_start_nothing_is_missing_and_nothing_is_left_behind(tmp_path: Path, port: int):
    env = told(tmp_path, PORT=str(port), LIVEKIT_URL="ws://127.0.0.1:1")

    assert list(site.look(env, running=False)) == [
        ok("data folder", f"{tmp_path}/data is made at the first start"),
        ok("ports", f"free: {port}"),
        ok("database", f"sqlite:///{tmp_path}/data/twinhall.sqlite3 is made at the first start"),
    ]
    assert list(tmp_path.iterdir()) == []


def test_the_exit_code_says_whether_a_meeting_can_be_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("TWINHALL_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("TWINHALL_LIVEKIT_BINARY", "/no/server")

    code = cli.main(["doctor", "--json"])

    found = {finding["thing"]: finding["state"] for finding in json.loads(capsys.readouterr().out)}
    assert (code, found["media server"], found["python"]) == (1, "missing", "ok")


@pytest.fixture
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_recogniser_that_a_setting_asks_for_must_be_there(tmp_path, monkeypatch):
    monkeypatch.setenv("TWINHALL_MODELS", str(tmp_path))
    monkeypatch.setenv("TWINHALL_RECOGNIZER_KO", "sherpa-onnx")
    monkeypatch.setattr("twinhall.engines.sherpa.is_there", lambda: True)

    found = recognition.recogniser("ko", chosen=True)

    remedy = f"put a streaming model of sherpa-onnx into {tmp_path / 'sherpa-onnx-ko'}"
    assert found == missing("recogniser ko", "sherpa-onnx is not ready", remedy)


def test_an_engine_for_the_wrong_language_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("TWINHALL_RECOGNIZER_JA", "viet-asr")

    found = recognition.recogniser("ja", chosen=True)

    assert (found.state, found.remedy) == (State.MISSING, "unset TWINHALL_RECOGNIZER_JA")


def test_a_gpu_that_is_asked_for_must_be_there(tmp_path, monkeypatch):
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: 0)

    assert recognition.device(told(tmp_path, DEVICE="cuda")).state is State.MISSING
    assert recognition.device(told(tmp_path)) == ok("device", "models of speech run on cpu (int8)")


def test_a_gpu_without_its_library_is_left_alone_and_told(tmp_path, monkeypatch):
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: 1)
    monkeypatch.setattr("twinhall.engines.gpu.has_cublas", lambda: False)

    found = recognition.device(told(tmp_path))

    assert (found.state, found.said) == (State.ADVICE, "models of speech run on cpu (int8)")
    assert "pip install nvidia-cublas-cu12" in found.remedy
    assert recognition.device(told(tmp_path, DEVICE="cuda")).state is State.MISSING
    assert recognition.device(told(tmp_path, DEVICE="cpu")).state is State.OK


def test_a_gpu_that_is_there_is_used(tmp_path, monkeypatch):
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: 1)
    monkeypatch.setattr("twinhall.engines.gpu.has_cublas", lambda: True)
    monkeypatch.setattr("ctranslate2.get_supported_compute_types", lambda device: {"float16", "float32"})

    assert recognition.device(told(tmp_path)) == ok("device", "models of speech run on cuda (float16)")
    assert recognition.device(told(tmp_path, DEVICE="cpu")) == ok(
        "device", "models of speech run on cpu (int8)"
    )
