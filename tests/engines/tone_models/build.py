"""Makes the models beside it: two words of sherpa-onnx's streaming formats, told by the pitch of a tone.

They are what the format asks for, and as small as it allows: a tone of 400 Hz is the word "xin", one of
2500 Hz the word "chào". Needs `pip install onnx`; run it again only to change them.
"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HERE = Path(__file__).parent
WORDS = ("<blk>", "▁xin", "▁chào")
LOW, HIGH = slice(11, 15), slice(47, 50)  # of the 80 bands of the spectrum, where these tones lie
BANDS, CHUNK = 80, 8  # frames of 10 ms that are heard at a time
QUIET = -4.0  # log energy of a band without a tone is below it
FLOAT, INT, INT32 = TensorProto.FLOAT, TensorProto.INT64, TensorProto.INT32


def hearing() -> np.ndarray:
    """Return how much each word is heard in each band, the blank in none."""
    weights = np.zeros((BANDS, len(WORDS)), np.float32)
    for word, band in ((1, LOW), (2, HIGH)):
        weights[band, word] = 1 / (band.stop - band.start)
    return weights


def tensor(name: str, kind: int, *shape: int | str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def constant(name: str, value: object, kind: type) -> onnx.TensorProto:
    return numpy_helper.from_array(np.array(value, kind), name)


def save(path: Path, nodes: list, inputs: list, outputs: list, constants: list, **told: object) -> None:
    graph = helper.make_graph(nodes, path.stem, inputs, outputs, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    helper.set_model_props(model, {key: str(value) for key, value in told.items()})
    onnx.checker.check_model(model)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(model.SerializeToString())


def heard_words(out: str) -> tuple[list, list]:
    """Return the nodes that turn x (N, CHUNK, BANDS) into a score of each word, (N, 1, words)."""
    nodes = [
        helper.make_node("ReduceMean", ["x"], ["spectrum"], axes=[1], keepdims=1),
        helper.make_node("MatMul", ["spectrum", "hearing"], ["loudness"]),
        helper.make_node("Sub", ["loudness", "quiet"], [out]),
    ]
    return nodes, [
        constant("hearing", hearing(), np.float32),
        constant("quiet", [0, QUIET, QUIET], np.float32),
    ]


def transducer(folder: Path) -> None:
    """An LSTM transducer without an LSTM: encoder, decoder (never the same word twice in a row), joiner."""
    nodes, constants = heard_words("encoder_out")
    states = [("h", "next_h"), ("c", "next_c")]
    save(
        folder / "encoder.onnx",
        [*nodes, *(helper.make_node("Identity", [old], [new]) for old, new in states)],
        [tensor("x", FLOAT, "N", CHUNK, BANDS), *(tensor(old, FLOAT, 1, "N", 2) for old, _ in states)],
        [
            tensor("encoder_out", FLOAT, "N", 1, len(WORDS)),
            *(tensor(new, FLOAT, 1, "N", 2) for _, new in states),
        ],
        constants,
        model_type="lstm",
        version=1,
        T=CHUNK,
        decode_chunk_len=CHUNK,
        num_encoder_layers=1,
        rnn_hidden_size=2,
        d_model=2,
    )
    said = -1000 * np.eye(len(WORDS), dtype=np.float32)
    said[0] = 0
    save(
        folder / "decoder.onnx",
        [
            helper.make_node("Gather", ["y", "last"], ["word"], axis=1),
            helper.make_node("Gather", ["said", "word"], ["decoder_out"], axis=0),
        ],
        [tensor("y", INT, "N", 2)],
        [tensor("decoder_out", FLOAT, "N", len(WORDS))],
        [constant("last", 1, np.int64), constant("said", said, np.float32)],
        context_size=2,
        vocab_size=len(WORDS),
    )
    save(
        folder / "joiner.onnx",
        [helper.make_node("Add", ["encoder_out", "decoder_out"], ["logit"])],
        [tensor("encoder_out", FLOAT, "N", len(WORDS)), tensor("decoder_out", FLOAT, "N", len(WORDS))],
        [tensor("logit", FLOAT, "N", len(WORDS))],
        [],
        joiner_dim=len(WORDS),
    )


def ctc(folder: Path) -> None:
    """A zipformer CTC of one layer that hands its states through."""
    shapes = [
        (2, "N", 4),
        (1, "N", 2, 3),
        (2, "N", 4),
        (2, "N", 4),
        ("N", 4, 1),
        ("N", 4, 1),
        ("N", 128, 3, 19),
    ]
    states = [(f"state_{n}", FLOAT, shape) for n, shape in enumerate(shapes)]
    states.append(("processed_lens", INT, ("N",)))
    nodes, constants = heard_words("scores")
    nodes.append(helper.make_node("LogSoftmax", ["scores"], ["log_probs"], axis=-1))
    save(
        folder / "model.onnx",
        [*nodes, *(helper.make_node("Identity", [name], [f"new_{name}"]) for name, _, _ in states)],
        [tensor("x", FLOAT, "N", CHUNK, BANDS), *(tensor(n, kind, *s) for n, kind, s in states)],
        [
            tensor("log_probs", FLOAT, "N", 1, len(WORDS)),
            *(tensor(f"new_{n}", kind, *s) for n, kind, s in states),
        ],
        constants,
        model_type="zipformer2",
        version=1,
        T=CHUNK,
        decode_chunk_len=CHUNK,
        encoder_dims=4,
        query_head_dims=4,
        value_head_dims=4,
        num_heads=1,
        num_encoder_layers=1,
        cnn_module_kernels=2,
        left_context_len=2,
    )


def paraformer(folder: Path) -> None:
    """A paraformer without attention: loud frames fill up words, a third of a second each."""
    stacked, size = 7, len(WORDS)  # frames that it takes as one
    scale = size**0.5  # sherpa-onnx spreads by it; and it counts samples in whole numbers
    quiet = scale * (QUIET + 2 * np.log(32768))
    nodes = [
        helper.make_node("MatMul", ["x", "hearing"], ["loudness"]),
        helper.make_node("Sub", ["loudness", "quiet"], ["enc"]),
        helper.make_node("ReduceMax", ["enc"], ["loudest"], axes=[2], keepdims=0),
        helper.make_node("Sigmoid", ["loudest"], ["loud"]),
        helper.make_node("Mul", ["loud", "share"], ["alphas"]),
        helper.make_node("Identity", ["x_length"], ["enc_len"]),
    ]
    save(
        folder / "encoder.onnx",
        nodes,
        [tensor("x", FLOAT, 1, "T", BANDS * stacked), tensor("x_length", INT32, 1)],
        [tensor("enc", FLOAT, 1, "T", size), tensor("enc_len", INT32, 1), tensor("alphas", FLOAT, 1, "T")],
        [
            constant("hearing", np.tile(hearing(), (stacked, 1)) / stacked, np.float32),
            constant("quiet", [2.0, quiet, quiet], np.float32),
            constant("share", 0.2, np.float32),
        ],
        model_type="paraformer",
        vocab_size=size,
        lfr_window_size=stacked,
        lfr_window_shift=6,
        encoder_output_size=size,
        decoder_num_blocks=1,
        decoder_kernel_size=2,
        neg_mean=",".join(["0"] * BANDS * stacked),
        inv_stddev=",".join(["1"] * BANDS * stacked),
    )
    save(
        folder / "decoder.onnx",
        [
            helper.make_node("Identity", ["acoustic_embeds"], ["logits"]),
            helper.make_node("ArgMax", ["acoustic_embeds"], ["sample_ids"], axis=2, keepdims=0),
            helper.make_node("Identity", ["in_cache_0"], ["out_cache_0"]),
        ],
        [
            tensor("enc", FLOAT, 1, "T", size),
            tensor("enc_len", INT32, 1),
            tensor("acoustic_embeds", FLOAT, 1, "words", size),
            tensor("acoustic_embeds_len", INT32, 1),
            tensor("in_cache_0", FLOAT, 1, size, 1),
        ],
        [
            tensor("logits", FLOAT, 1, "words", size),
            tensor("sample_ids", INT, 1, "words"),
            tensor("out_cache_0", FLOAT, 1, size, 1),
        ],
        [],
    )


def main() -> None:
    """Write every folder anew."""
    for name, make in (("transducer", transducer), ("ctc", ctc), ("paraformer", paraformer)):
        make(HERE / name)
        words = [w.lstrip("▁") for w in WORDS] if name == "paraformer" else WORDS
        lines = [f"{word} {number}" for number, word in enumerate(words)]
        (HERE / name / "tokens.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
