"""A stand-in for Mozilla's server of models: a list in its format, and the files packed as it packs them."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import zstandard

from tests.stand_in import Answer, Asked, says

LIST = "/v1/buckets/main/collections/translations-models-v2/records"
KINDS = {
    "model.bin": ("model", "model.{}.intgemm.alphas.bin"),
    "shortlist.bin": ("lex", "lex.50.50.{}.s2t.bin"),
    "vocabulary.spm": ("vocab", "vocab.{}.spm"),
    "source.spm": ("srcvocab", "srcvocab.{}.spm"),
    "target.spm": ("trgvocab", "trgvocab.{}.spm"),
}


@dataclass
class Mozilla:
    """What the server has. breaks_after: how many bytes of the next answers come before it breaks off."""

    records: list[dict[str, Any]] = field(default_factory=list)
    packed: dict[str, bytes] = field(default_factory=dict)
    breaks_after: list[int] = field(default_factory=list)
    resumes: bool = True

    def offer(
        self,
        source: str,
        target: str,
        files: Mapping[str, bytes],
        *,
        version: str = "3.0",
        architecture: str = "base-memory",
        filter_expression: str = "",
    ) -> None:
        """Put a model on the list."""
        for name, content in files.items():
            kind, pattern = KINDS[name]
            mozillas = pattern.format(source + target)
            packed = zstandard.compress(content)
            location = f"main-workspace/translations-models-v2/{len(self.packed)}.zst"
            self.packed[f"/attachments/{location}"] = packed
            self.records.append(
                {
                    "id": f"{len(self.packed):08d}-0000-4000-8000-000000000000",
                    "name": mozillas,
                    "version": version,
                    "fileType": kind,
                    "architecture": architecture,
                    "sourceLanguage": source,
                    "targetLanguage": target,
                    "filter_expression": filter_expression,
                    "decompressedSize": len(content),
                    "decompressedHash": hashlib.sha256(content).hexdigest(),
                    "attachment": {
                        "filename": f"{mozillas}.zst",
                        "location": location,
                        "hash": hashlib.sha256(packed).hexdigest(),
                        "size": len(packed),
                        "mimetype": "application/zstd",
                    },
                    "schema": 1749570042331,
                    "last_modified": 1749570511392,
                }
            )

    def __call__(self, asked: Asked) -> Answer:
        path = asked.path.partition("?")[0]
        if path == "/v1/":
            base = f"http://{asked.headers['host']}/attachments/"
            return says(
                {"project_name": "Remote Settings", "capabilities": {"attachments": {"base_url": base}}}
            )
        if path == LIST:
            return says({"data": self.records})
        if path not in self.packed:
            return says({"errno": 111, "error": "Not Found"}, 404)
        return self._file(self.packed[path], asked.headers.get("range"))

    def _file(self, content: bytes, wanted: str | None) -> Answer:
        start = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and self.resumes else 0
        headers = {"Content-Type": "application/zstd"}
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        breaks = self.breaks_after.pop(0) if self.breaks_after else None
        return Answer(206 if start else 200, content[start:], headers, breaks)
