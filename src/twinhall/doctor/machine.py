"""Python, disk, memory, programs, fonts."""

import platform
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil

from twinhall.doctor.finding import Finding, advice, missing, ok
from twinhall.environment import Environment

GIB = 1 << 30
LEAST_DISK = 2 * GIB
LEAST_MEMORY = 3 * GIB


@dataclass(frozen=True, slots=True)
class Program:
    """A program of Debian's and what it is for."""

    name: str
    package: str
    purpose: str


PROGRAMS = (
    Program("ffmpeg", "ffmpeg", "recordings and uploaded sound and video files"),
    Program("espeak-ng", "espeak-ng", "the rehearsal's Korean and Vietnamese voices"),
    Program("flite", "flite", "the rehearsal's English voice"),
)
FONTS = {"ko": "fonts-noto-cjk", "ja": "fonts-noto-cjk", "vi": "fonts-noto-core"}


def look(env: Environment) -> Iterator[Finding]:
    """Look at the machine itself."""
    yield ok("python", platform.python_version())
    yield _disk(env.data)
    yield _memory()
    yield from (_program(program) for program in PROGRAMS)
    yield _caddy(env)
    yield _fonts()


def _disk(data: Path) -> Finding:
    there = next(folder for folder in (data, *data.parents) if folder.exists())
    free = shutil.disk_usage(there).free
    said = f"{free / GIB:.1f} GiB free for {data}"
    if free < LEAST_DISK:
        return missing("disk", said, "free at least 2 GiB, or put TWINHALL_DATA elsewhere")
    return ok("disk", said)


def _memory() -> Finding:
    total = psutil.virtual_memory().total
    said = f"{total / GIB:.1f} GiB, {psutil.cpu_count()} cores"
    if total < LEAST_MEMORY:
        return advice("memory", said, "captions want 3 GiB or more")
    return ok("memory", said)


def _program(program: Program) -> Finding:
    if found := shutil.which(program.name):
        return ok(program.name, found)
    return advice(program.name, f"not here; it is for {program.purpose}", _install(program.package))


def _caddy(env: Environment) -> Finding:
    if found := shutil.which("caddy"):
        return ok("caddy", found)
    said = "not here; it gives HTTPS on a network"
    if env.lan is not None and env.https_port:
        return missing("caddy", said, _install("caddy"))
    return advice("caddy", said, _install("caddy"))


def _fonts() -> Finding:
    """Fonts matter for PDF only: a browser brings its own or gets ours."""
    if shutil.which("fc-list") is None:
        return advice("fonts", "fontconfig is not here; documents in PDF need it", _install("fontconfig"))
    lacking = [language for language in FONTS if not _fonts_for(language)]
    if lacking:
        packages = " ".join(dict.fromkeys(FONTS[language] for language in lacking))
        return advice("fonts", f"none for {', '.join(lacking)}; for documents in PDF", _install(packages))
    return ok("fonts", f"for {', '.join(FONTS)}")


def _fonts_for(language: str) -> bool:
    listed = subprocess.run(("fc-list", f":lang={language}", "family"), capture_output=True, check=False)
    return bool(listed.stdout.strip())


def _install(packages: str) -> str:
    return f"apt-get install {packages}"
