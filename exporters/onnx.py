"""A trained run to ONNX: inference twin, tf2onnx, text in front, checker, verification."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import keras
import msgspec
import onnx
import tensorflow as tf
import tf2onnx

from exporters.gru import to_gru_node
from exporters.naming import rename
from exporters.quantize import quantize
from exporters.text_input import OPSET, with_text_input
from exporters.verify import verify
from seqtui.architectures.catalogue import Architecture, find_architecture
from seqtui.architectures.layers import PLAIN, MaskedConv1D
from seqtui.architectures.ngrams import known_ngrams
from seqtui.corpora import Reviews, read_corpus
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs import Metrics, Run
from seqtui.runs.parity import Parity
from seqtui.scoring.scorer import FORMAT
from seqtui.storage.atomic import replacing
from seqtui.text import PADDING, RULE, Vocabulary
from seqtui.training.network import Network, load_network

_CONVERTED_OPSET = 18  # the newest that tf2onnx writes; onnx goes on from there


@dataclass(frozen=True)
class _Trained:
    """What an export reads of a run.

    Args:
        recipe: The run's.
        metrics: Results of its best weights.
        network: The network with the weights of the run.
        vocabulary: Its words.
        reviews: The reviews to verify the file with.
    """

    recipe: Recipe
    metrics: Metrics
    network: Network
    vocabulary: Vocabulary
    reviews: Reviews


def export_onnx(
    run: Run,
    output: Path | None = None,
    reviews: int | None = 1000,
    *,
    int8: bool = False,
    on_step: Callable[[str], None] = lambda _: None,
) -> Parity:
    """Convert a run's best weights to ONNX, validate the file and publish it.

    The implementation of :func:`exporters.export_onnx`. The file's metadata hold the format version, the
    labels, the text rule, the recipe, the data fingerprint, the run's metrics and the parity.

    Args:
        run: A run with trained weights.
        output: The file to write. Default: ``model.onnx`` or ``model.int8.onnx`` in the run folder.
        reviews: Number of reviews to verify it with. Default 1,000; None takes all.
        int8: Whether to store the verified file's weights as 8-bit integers. Default False.
        on_step: Called with the name of each step as it begins.

    Returns:
        The verification report.

    Raises:
        InputError: If the run has no weights, its reviews cannot be read, or 8 bits are not for its network.
        SeqtuiError: If the file predicts something else than the network, or 8 bits cost more than 0.3 points
            of accuracy; no file is left.
    """
    output = output or (run.int8_path if int8 else run.onnx_path)
    report_path = run.int8_report_path if int8 else run.export_report_path
    _check_request(run, output, int8)
    trained = _load(run, reviews, on_step)
    model = _convert(trained, on_step)
    try:
        with replacing(output) as beside:
            onnx.save_model(model, beside)
            parity = _validate(beside, output, trained, int8, on_step)
            if not parity.verified:
                output.unlink(missing_ok=True)  # an older export there would be taken for this one
                report_path.unlink(missing_ok=True)
                raise SeqtuiError(f"{output}: not written: {parity.complaint}")
            _add_parity(beside, parity)
        with replacing(report_path) as beside:
            beside.write_bytes(msgspec.json.format(msgspec.json.encode(parity)) + b"\n")
    except OSError as error:
        raise InputError(f"--output {output}: cannot be written: {error.strerror}") from error
    return parity


def _check_request(run: Run, output: Path, int8: bool) -> None:
    """Refuse what cannot be exported before anything is read."""
    if run.metrics is None or not run.model_path.exists():
        raise InputError(f"{run.path}: no weights to export; train the run for an epoch first")
    if not output.parent.is_dir():
        raise InputError(f"--output {output}: no such folder {output.parent}")
    architecture = run.recipe.architecture
    if int8 and "LSTM" not in find_architecture(architecture).nodes:
        raise InputError(
            f"--int8: {architecture} has no LSTM, and nothing else gains from 8 bits; leave it out"
        )


def _load(run: Run, reviews: int | None, on_step: Callable[[str], None]) -> _Trained:
    """Read the run's network, vocabulary and reviews."""
    recipe, metrics = run.recipe, run.metrics
    assert metrics is not None  # noqa: S101 - see _check_request
    on_step("reading the test reviews")
    vocabulary = Vocabulary.load(run.vocabulary_path)
    if len(vocabulary) > recipe.vocabulary_size:
        raise InputError(f"{run.vocabulary_path}: {len(vocabulary):,} words, more than the network knows")
    corpus = read_corpus(recipe)[0]
    if corpus.labels != metrics.labels:
        raise InputError(f"{run.metrics_path}: its labels are not those of the reviews; train the run again")
    test = corpus.test
    if reviews is not None:
        test = test.limited(reviews, corpus.labels)
    on_step("building the inference twin")
    return _Trained(recipe, metrics, load_network(run), vocabulary, test)


def _convert(trained: _Trained, on_step: Callable[[str], None]) -> onnx.ModelProto:
    """Build the ONNX graph from text to label and check it."""
    recipe, metrics = trained.recipe, trained.metrics
    twin = inference_twin(recipe, trained.network.model)
    on_step("converting with tf2onnx")
    network = convert(twin)
    on_step("putting the text rule in front")
    model = with_text_input(network, trained.vocabulary, recipe.max_length, metrics.labels)
    _describe(model, recipe, metrics)
    on_step("checking the graph")
    _check(model, find_architecture(recipe.architecture))
    return model


def _validate(
    path: Path, output: Path, trained: _Trained, int8: bool, on_step: Callable[[str], None]
) -> Parity:
    """Compare a file with the network; if it passes and ``int8`` is asked for, quantize it and compare again.

    Args:
        path: The file, beside its destination.
        output: Its destination, for the report.
        trained: What the file was converted from.
        int8: Whether to quantize it.
        on_step: Called with the name of each step as it begins.

    Returns:
        The report on the file as it is then; ``verified`` says whether it passed.
    """

    def compare(whole: Parity | None = None) -> Parity:
        what = "8 bits" if whole else "with onnxruntime"
        on_step(f"verifying {what} on {len(trained.reviews):,} test reviews")
        parity = verify(
            path, trained.network, trained.vocabulary, trained.recipe.max_length, trained.reviews, whole=whole
        )
        return msgspec.structs.replace(parity, model=str(output))

    parity = compare()
    if int8 and parity.verified:
        on_step("turning the weights into 8 bits")
        quantize(path)
        parity = compare(whole=parity)
    return parity


def inference_twin(recipe: Recipe, trained: keras.Model) -> keras.Model:
    """The same network with the same weights, in plain layers that tf2onnx turns into single nodes.

    Where a convolution reads the words' vectors, that of the padding is zero, which saves a mask.
    """
    outputs = trained.output_shape[1]
    architecture = find_architecture(recipe.architecture)
    twin = architecture.build(recipe, PLAIN, max(2, outputs), known_ngrams(trained))
    twin.set_weights(trained.get_weights())
    layers = list(twin._flatten_layers())
    convolutions = [layer for layer in layers if isinstance(layer, MaskedConv1D)]
    if convolutions:
        (embedding,) = (layer for layer in layers if isinstance(layer, keras.layers.Embedding))
        vectors = embedding.get_weights()[0]
        vectors[PADDING] = 0.0
        embedding.set_weights([vectors])
    for convolution in convolutions:
        convolution.padding_is_zero = True
    return twin


def convert(twin: keras.Model) -> onnx.ModelProto:
    """A network as ONNX, from ``ids`` to ``probabilities``, with names that can be read."""

    @tf.function(input_signature=[tf.TensorSpec((None, None), tf.int32, name="ids")])
    def predict(ids: tf.Tensor) -> dict[str, tf.Tensor]:
        outputs = twin(ids, training=False)
        one = outputs.shape[1] == 1
        return {"probabilities": tf.concat([1.0 - outputs, outputs], 1) if one else outputs}

    model, _ = tf2onnx.convert.from_function(
        predict,
        predict.input_signature,
        opset=_CONVERTED_OPSET,
        custom_op_handlers={"CudnnRNN": (to_gru_node, [])},
    )
    model = onnx.version_converter.convert_version(model, OPSET)
    rename(model)
    return model


def _describe(model: onnx.ModelProto, recipe: Recipe, metrics: Metrics) -> None:
    model.producer_name = "seqtui"
    onnx.helper.set_model_props(
        model,
        {
            "seqtui_format": FORMAT,
            "labels": json.dumps(metrics.labels),
            "text_rule": RULE,
            "recipe": recipe.shareable().to_toml(),
            "data_fingerprint": recipe.data_fingerprint or "",
            "metrics": msgspec.json.encode(metrics).decode(),
        },
    )


def _check(model: onnx.ModelProto, network: Architecture) -> None:
    """Hold the graph against the standard and against our own promise of one fused node a direction."""
    onnx.checker.check_model(model, full_check=True)
    kinds = [node.op_type for node in model.graph.node if node.op_type in ("LSTM", "GRU", "Loop", "Scan")]
    if kinds != list(network.nodes):
        raise SeqtuiError(
            f"the converted graph has {', '.join(kinds) or 'no recurrent node'} instead of "
            f"{', '.join(network.nodes) or 'none'}; this version of tf2onnx does not fuse it"
        )


def _add_parity(path: Path, parity: Parity) -> None:
    model = onnx.load(path)
    model.metadata_props.add(key="precision", value="int8" if parity.whole else "float32")
    model.metadata_props.add(key="parity", value=msgspec.json.encode(parity).decode())
    onnx.save_model(model, path)
