"""Facts of the place where models of speech run."""

from pathlib import Path

import pytest

from twinhall.captions.ports import EngineError
from twinhall.engines import gpu
from twinhall.engines.gpu import placed


class Shipped:
    """A file of a package."""

    def __init__(self, name: str) -> None:
        self.name = name

    def locate(self) -> Path:
        return Path("/package") / self.name


@pytest.fixture
def one_gpu(monkeypatch):
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: 1)
    monkeypatch.setattr("ctranslate2.get_supported_compute_types", lambda device: {"float16", "float32"})


@pytest.fixture
def loaded(monkeypatch):
    """What was asked of the loader; only files of the package are there."""
    asked: list[str] = []

    def loads(library: str) -> bool:
        asked.append(library)
        return library.startswith("/package")

    monkeypatch.setattr(gpu, "loads", loads)
    return asked


def test_a_machine_without_a_gpu_computes_on_its_processor(monkeypatch):
    monkeypatch.setattr("ctranslate2.get_cuda_device_count", lambda: 0)

    assert placed("auto") == placed("cpu") == ("cpu", "int8")
    with pytest.raises(EngineError, match="no CUDA device"):
        placed("cuda")


def test_the_library_of_nvidias_package_is_loaded_in_order(one_gpu, loaded, monkeypatch):
    monkeypatch.setattr(gpu, "files", lambda package: [Shipped(name) for name in reversed(gpu.PARTS)])

    assert placed("auto") == ("cuda", "float16")
    assert loaded == [gpu.CUBLAS, "/package/libcublasLt.so.12", "/package/libcublas.so.12"]


def test_half_a_package_is_none(one_gpu, loaded, monkeypatch):
    monkeypatch.setattr(gpu, "files", lambda package: [Shipped("libcublas.so.12")])

    assert placed("auto") == ("cpu", "int8")
    with pytest.raises(EngineError, match="pip install nvidia-cublas-cu12"):
        placed("cuda")


def test_a_library_that_is_not_there_does_not_load():
    assert not gpu.loads("libnothing-of-the-kind.so.9")
    assert gpu.loads("libc.so.6")
