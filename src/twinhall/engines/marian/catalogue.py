"""Mozilla's public list of translation models: what there is, and which files make up a model.

The list is a collection of Remote Settings (Kinto): one record a file, with its languages, version,
architecture, and an attachment with size and SHA-256, packed with zstd, and the same of the unpacked file.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from twinhall.engines.download import Remote, Unreachable, host
from twinhall.language.failure import EngineError

KINDS = {
    "model": "model.bin",
    "lex": "shortlist.bin",
    "vocab": "vocabulary.spm",
    "srcvocab": "source.spm",
    "trgvocab": "target.spm",
}
ARCHITECTURES = ("base", "base-memory", "tiny")  # best first
VERSION = re.compile(r"(\d+)\.(\d+)(a\d+)?")
NEWEST_KNOWN = 3  # the major version that is known; a later one may be another format
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{4})?")
SHA256 = re.compile(r"[0-9a-f]{64}")
MOST_BYTES = 400_000_000
MOST_PAGES = 20


class BadList(EngineError):
    """A list of models that cannot be read."""


@dataclass(frozen=True, slots=True)
class ListedFile:
    """A file of a model: as it is fetched, and as it is when unpacked."""

    name: str  # ours
    remote: Remote
    packed: bool
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that can be fetched."""

    source: str
    target: str
    version: str
    architecture: str
    everyone: bool  # False: Mozilla gives it to some users only, such as those of test versions
    files: tuple[ListedFile, ...]

    @property
    def size(self) -> int:
        """Bytes to fetch."""
        return sum(f.remote.size for f in self.files)

    @property
    def complete(self) -> bool:
        """Whether the files make a model: the shortlist may be missing, a vocabulary may not."""
        names = {f.name for f in self.files}
        return "model.bin" in names and ("vocabulary.spm" in names or {"source.spm", "target.spm"} <= names)


def fetch_list(client: httpx2.Client, url: str) -> dict[tuple[str, str], Offer]:
    """Return the best model of each pair. Raises EngineError."""
    try:
        base = attachments_of(client, url)
        records = list(pages(client, url))
    except httpx2.HTTPError as error:
        raise Unreachable(
            f"the list of models at {host(url)} cannot be reached ({type(error).__name__}). In a closed"
            " network use `twinhall models export FILE` on a machine that reaches it and"
            " `twinhall models import FILE` here; TWINHALL_MODEL_LIST names a mirror"
        ) from error
    return best(offers(records, base))


def attachments_of(client: httpx2.Client, url: str) -> str:
    """Return where the server keeps attachments. Raises BadList."""
    root, slash, _ = url.partition("/buckets/")
    try:
        base = read_json(client.get(f"{root}/"))["capabilities"]["attachments"]["base_url"]
        if not slash or httpx2.URL(base).scheme not in ("http", "https"):
            raise ValueError(base)
    except (KeyError, TypeError, ValueError, httpx2.InvalidURL) as error:
        raise BadList(f"{host(url)} is not a server of Remote Settings with attachments") from error
    return str(base).rstrip("/")


def pages(client: httpx2.Client, url: str) -> Iterable[Any]:
    """Yield the records of all pages of a list. Raises BadList."""
    following, server = url, httpx2.URL(url).host
    for _ in range(MOST_PAGES):
        answer = client.get(following)
        found = read_json(answer)
        if not isinstance(found, dict) or not isinstance(found.get("data"), list):
            raise BadList(f"{server}: the list of models is not in the format that is known here")
        yield from found["data"]
        following = answer.headers.get("next-page", "")
        if not following:
            return
        if httpx2.URL(following).host != server:
            raise BadList(f"{server}: the list of models goes on elsewhere")


def read_json(answer: httpx2.Response) -> Any:
    """Return what a server said. Raises Unreachable, BadList."""
    if answer.status_code != httpx2.codes.OK:
        raise Unreachable(f"{answer.url.host} answered {answer.status_code} for {answer.url.path}")
    try:
        return answer.json()
    except ValueError as error:
        raise BadList(f"{answer.url.host}: the list of models is not JSON") from error


def offers(records: Iterable[Any], base: str) -> list[Offer]:
    """Return the models that a list holds; records that are not understood are passed over."""
    groups: dict[tuple[str, str, str, str, bool], dict[str, ListedFile]] = {}
    for record in records:
        if isinstance(record, dict) and (file := listed(record, base)):
            groups.setdefault(group_of(record), {})[file.name] = file
    return [
        Offer(source, target, version, architecture, everyone, tuple(files.values()))
        for (source, target, version, architecture, everyone), files in groups.items()
    ]


def group_of(record: Mapping[str, Any]) -> tuple[str, str, str, str, bool]:
    """Return what the files of one model have in common."""
    return (
        record["sourceLanguage"],
        record["targetLanguage"],
        record["version"],
        str(record.get("architecture") or ""),
        not record.get("filter_expression"),
    )


def listed(record: Mapping[str, Any], base: str) -> ListedFile | None:
    """Return the file of a record, None if it is not one that makes up a model we can run."""
    try:
        attachment = record["attachment"]
        location = str(attachment["location"])
        packed = location.endswith(".zst") or attachment.get("mimetype") == "application/zstd"
        remote = Remote(f"{base}/{location}", int(attachment["size"]), str(attachment["hash"]))
        size = int(record["decompressedSize"]) if packed else remote.size
        sha256 = str(record["decompressedHash"]) if packed else remote.sha256
        languages = record["sourceLanguage"], record["targetLanguage"]
        version = VERSION.fullmatch(record["version"])
        kind = KINDS.get(record["fileType"])
    except (KeyError, TypeError, ValueError):
        return None
    sound = (
        all(LANGUAGE.fullmatch(tag) for tag in languages)
        and all(SHA256.fullmatch(digest) for digest in (sha256, remote.sha256))
        and 0 < remote.size <= MOST_BYTES
        and 0 < size <= MOST_BYTES
    )
    if not (kind and sound and version and int(version[1]) <= NEWEST_KNOWN):
        return None
    return ListedFile(kind, remote, packed, size, sha256)


def best(found: Iterable[Offer]) -> dict[tuple[str, str], Offer]:
    """Return the best complete model of each pair."""
    chosen: dict[tuple[str, str], Offer] = {}
    for offer in found:
        pair = offer.source, offer.target
        if offer.complete and (pair not in chosen or rank(offer) > rank(chosen[pair])):
            chosen[pair] = offer
    return chosen


def rank(offer: Offer) -> tuple[bool, bool, int, int, int]:
    """Return how good an offer is: for everyone, not a trial, new, large."""
    version = VERSION.fullmatch(offer.version)
    assert version is not None
    known = offer.architecture in ARCHITECTURES
    size = len(ARCHITECTURES) - ARCHITECTURES.index(offer.architecture) if known else 0
    return offer.everyone, version[3] is None, int(version[1]), int(version[2]), size
