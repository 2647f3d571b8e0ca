"""Whether models of speech can run on a GPU here: a device, and the library CTranslate2 computes with."""

import ctypes
from importlib.metadata import PackageNotFoundError, files

import ctranslate2

from twinhall.captions.ports import EngineError

CUBLAS = "libcublas.so.12"
PACKAGE = "nvidia-cublas-cu12"
PARTS = ("libcublasLt.so.12", CUBLAS)  # the second needs the first


def placed(device: str) -> tuple[str, str]:
    """Return where a model runs and how it computes, for auto, cpu or cuda. Raises EngineError.

    auto takes a GPU only if it can compute: a GPU without cuBLAS is left alone.
    """
    if device == "cpu":
        return "cpu", "int8"
    lack = lacking()
    if lack is None:
        kinds = ctranslate2.get_supported_compute_types("cuda")
        return "cuda", "float16" if "float16" in kinds else "float32"
    if device == "cuda":
        raise EngineError(f"TWINHALL_DEVICE=cuda, but {lack}")
    return "cpu", "int8"


def lacking() -> str | None:
    """Say what keeps models off a GPU here, None if nothing does."""
    if not has_gpu():
        return "no CUDA device is seen here: use auto or cpu"
    if not has_cublas():
        return f"{CUBLAS} is not found: pip install {PACKAGE}, or CUDA 12's libraries on LD_LIBRARY_PATH"
    return None


def has_gpu() -> bool:
    """Say whether CTranslate2 sees a GPU."""
    return bool(ctranslate2.get_cuda_device_count())


def has_cublas() -> bool:
    """Load cuBLAS, from the system or from NVIDIA's package, which no linker knows of; say if it is there."""
    if loads(CUBLAS):
        return True
    try:
        shipped = {path.name: str(path.locate()) for path in files(PACKAGE) or ()}
    except PackageNotFoundError:
        return False
    return all(name in shipped and loads(shipped[name]) for name in PARTS)


def loads(library: str) -> bool:
    """Load a shared library for the whole process; say if it could be."""
    try:
        ctypes.CDLL(library, mode=ctypes.RTLD_GLOBAL)
    except OSError:
        return False
    return True
