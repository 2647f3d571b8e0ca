"""Makes tiny models in Marian's format, with weights from a seed: they talk nonsense, but always the same."""

import struct
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
import yaml

from twinhall.engines.marian.runtime import ModelPaths

WIDTH, INNER, HEADS, WORDS = 8, 16, 2, 64
MULTIPLIER = 15.0
TEXT = [
    "the two cities meet today",
    "the mayor greets the chairman of the province",
    "a bridge of friendship between the people of both cities",
    "오산시 꽝남성",
    "students visited the sister city in autumn",
]
CONFIG: dict[str, Any] = {
    "type": "transformer",
    "transformer-decoder-autoreg": "rnn",
    "dec-cell": "ssru",
    "transformer-preprocess": "",
    "transformer-postprocess": "dan",
    "transformer-heads": HEADS,
    "enc-depth": 1,
    "dec-depth": 1,
    "tied-embeddings-all": True,
}


@dataclass
class Toy:
    """Weights of a toy model; change them before they are written."""

    split: bool = False
    config: dict[str, Any] = field(default_factory=lambda: dict(CONFIG))
    seed: int = 7
    without: tuple[str, ...] = ()
    end_bias: float | None = None  # how probable the end of a sentence is at every place

    def items(self) -> list[tuple[str, int, tuple[int, ...], bytes]]:
        """Return name, type, shape and bytes of every item."""
        random = np.random.default_rng(self.seed)

        def matrix(name: str, rows: int, columns: int) -> tuple[str, int, tuple[int, ...], bytes]:
            stored = (rows, columns) if "Wemb" in name else (columns, rows)
            values = random.integers(-127, 128, stored, dtype=np.int8)
            return name, 0x4101, (rows, columns), values.tobytes() + struct.pack("<f", MULTIPLIER)

        def vector(
            name: str, count: int, value: float | None = None
        ) -> tuple[str, int, tuple[int, ...], bytes]:
            values = random.normal(0, 0.1, count) if value is None else np.full(count, value)
            return name, 0x404, (1, count), values.astype("<f4").tobytes()

        def norm(prefix: str) -> list[tuple[str, int, tuple[int, ...], bytes]]:
            return [vector(f"{prefix}_ln_scale", WIDTH, 1.0), vector(f"{prefix}_ln_bias", WIDTH, 0.0)]

        items = [
            matrix(n, WORDS, WIDTH) for n in (("encoder_Wemb", "decoder_Wemb") if self.split else ("Wemb",))
        ]
        name, kind, shape, biases = vector("decoder_ff_logit_out_b", WORDS)
        end = biases[:4] if self.end_bias is None else struct.pack("<f", self.end_bias)
        items += [(name, kind, shape, end + biases[4:])]
        for prefix, attention in (("encoder_l1_", "self_"), ("decoder_l1_", "context_")):
            for name in "qkvo":
                items += [matrix(f"{prefix}{attention}W{name}", WIDTH, WIDTH)]
                items += [vector(f"{prefix}{attention}b{name}", WIDTH)]
            items += norm(f"{prefix}{attention}Wo")
            items += [matrix(f"{prefix}ffn_W1", WIDTH, INNER), vector(f"{prefix}ffn_b1", INNER)]
            items += [matrix(f"{prefix}ffn_W2", INNER, WIDTH), vector(f"{prefix}ffn_b2", WIDTH)]
            items += norm(f"{prefix}ffn_ffn")
        items += [matrix("decoder_l1_rnn_W", WIDTH, WIDTH), matrix("decoder_l1_rnn_Wf", WIDTH, WIDTH)]
        items += [vector("decoder_l1_rnn_bf", WIDTH), *norm("decoder_l1_rnn_ffn")]
        text = yaml.safe_dump(self.config).encode() + b"\0"
        items += [("special:model.yml", 0x101, (len(text),), text)]
        return [item for item in items if item[0] not in self.without]

    def bytes(self) -> bytes:
        """Return the model file."""
        items = self.items()
        parts = [struct.pack("<QQ", 1, len(items))]
        parts += [struct.pack("<QQQQ", len(n.encode()) + 1, t, len(s), len(v)) for n, t, s, v in items]
        parts += [n.encode() + b"\0" for n, *_ in items]
        parts += [struct.pack(f"<{len(s)}i", *s) for _, _, s, _ in items]
        head = b"".join(parts)
        gap = (-(len(head) + 8)) % 256
        return head + struct.pack("<Q", gap) + bytes(gap) + b"".join(v for *_, v in items)


def shortlist_bytes(first: int = 8, words: int = WORDS) -> bytes:
    """Return a shortlist in which word n may become word n and n + 1."""
    lists = [sorted({n, min(n + 1, words - 1)}) for n in range(words)]
    offsets = np.cumsum([0, *map(len, lists)]).astype("<u8")
    entries = np.concatenate([np.array(one) for one in lists]).astype("<u4")
    head = struct.pack("<6Q", 0xF11A48D5013417F5, 0, first, 2, len(offsets), len(entries))
    return head + offsets.tobytes() + entries.tobytes()


def vocabulary_at(path: Path) -> Path:
    """Write a vocabulary of 64 pieces whose end is 0 and whose unknown is 1, as Mozilla's are."""
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(TEXT * 2),
        model_type="bpe",
        model_prefix=str(path.with_suffix("")),
        vocab_size=WORDS,
        bos_id=-1,
        eos_id=0,
        unk_id=1,
        minloglevel=2,
        hard_vocab_limit=True,
        character_coverage=1.0,
    )
    path.with_suffix(".vocab").unlink()
    return path.with_suffix(".model").rename(path)


def write(folder: Path, toy: Toy) -> ModelPaths:
    """Write a toy model's files under the names of an installed model."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.bin").write_bytes(toy.bytes())
    (folder / "shortlist.bin").write_bytes(shortlist_bytes())
    names = ("source.spm", "target.spm") if toy.split else ("vocabulary.spm",)
    made = [vocabulary_at(folder / name) for name in names]
    return ModelPaths(folder / "model.bin", made[0], made[-1], folder / "shortlist.bin")
