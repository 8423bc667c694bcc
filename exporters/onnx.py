"""Convert a trained run to ONNX: inference model, tf2onnx, text input, graph check, verification."""

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
from exporters.ngrams import look_up_in_a_table, to_label_encoder
from exporters.quantize import quantize
from exporters.temperature import divide_logits
from exporters.text_input import OPSET, with_text_input
from exporters.verify import keras_probabilities, verify
from seqtui.architectures.catalogue import architecture_of
from seqtui.architectures.layers import PLAIN, MaskedConv1D, attention_of
from seqtui.architectures.ngrams import WeightedNGrams, known_ngrams
from seqtui.corpora import Reviews, read_corpus
from seqtui.errors import InputError, SeqtuiError
from seqtui.recipe import Recipe
from seqtui.runs import Metrics, Run
from seqtui.runs.parity import Parity
from seqtui.scoring.calibration import Calibration
from seqtui.scoring.decision import DecisionRule
from seqtui.scoring.exported import calibration_of
from seqtui.scoring.scorer import FORMAT, FORMAT_WITH_RULE
from seqtui.storage.atomic import check_writable, replacing
from seqtui.terminal.sanitize import printable
from seqtui.text import PADDING, RULE, Vocabulary
from seqtui.training.network import Network, load_network

_CONVERTED_OPSET = 18  # the newest opset that tf2onnx writes; onnx converts it to OPSET


@dataclass(frozen=True)
class _TrainedRun:
    """The parts of a run that an export needs.

    Args:
        recipe: Recipe of the run.
        metrics: Results of its best weights.
        rule: How the label follows from the probabilities.
        calibration: Temperature that its logits are divided by; None if they are not.
        network: The network with the best weights, calibrated.
        vocabulary: Vocabulary of the run.
        reviews: Test reviews to verify the file with.
    """

    recipe: Recipe
    metrics: Metrics
    rule: DecisionRule
    calibration: Calibration | None
    network: Network
    vocabulary: Vocabulary
    reviews: Reviews


def export_onnx(
    run: Run,
    output: Path | None = None,
    reviews: int | None = 1000,
    *,
    int8: bool = False,
    threshold: float | None = None,
    abstain: float | None = None,
    calibrate: bool = True,
    on_step: Callable[[str], None] = lambda _: None,
) -> Parity:
    """Convert a run's best weights to ONNX, verify the file and write it.

    This is the implementation of :func:`exporters.export_onnx`. The file's metadata contain the format
    version, the class names, the text rule, the recipe, the data fingerprint, the run's metrics, the decision
    rule if there is a threshold, the temperature if there is one, and the verification report.

    Args:
        run: A run with trained weights.
        output: File to write. Default: ``model.onnx`` or ``model.int8.onnx`` in the run folder.
        reviews: Number of test reviews to verify the file with; None for all. Default 1,000.
        int8: Whether to quantize the verified file's weights to 8-bit integers. Default False.
        threshold: As for :func:`exporters.export_onnx`.
        abstain: As for :func:`exporters.export_onnx`.
        calibrate: As for :func:`exporters.export_onnx`.
        on_step: Called with the name of each step as it begins. Default: does nothing.

    Returns:
        The verification report.

    Raises:
        InputError: If the run has no weights, its reviews cannot be read, ``int8`` is set for a network
            without LSTM, or ``threshold`` and ``abstain`` are not possible.
        SeqtuiError: If the file's predictions differ from the network's, or 8 bits cost more than 0.3
            percentage points of accuracy. No file is written then.
    """
    output = output or (run.int8_path if int8 else run.onnx_path)
    report_path = run.int8_report_path if int8 else run.export_report_path
    _check_request(run, output, int8)
    rule = DecisionRule.of(_metrics_of(run).class_names, threshold, abstain)
    trained = _load(run, rule, reviews, calibrate, on_step)
    model = _convert(trained, on_step)
    if int8:
        _require_lstm(trained.recipe.network_name, _recurrent(model))
    try:
        with replacing(output) as temporary:
            onnx.save_model(model, temporary)
            parity = _verify(temporary, output, trained, int8, on_step)
            if not parity.verified:
                output.unlink(missing_ok=True)  # otherwise an older export could be mistaken for this one
                report_path.unlink(missing_ok=True)
                raise SeqtuiError(f"{output}: not written: {parity.problem}")
            _add_parity(temporary, parity)
        with replacing(report_path) as temporary:
            temporary.write_bytes(msgspec.json.format(msgspec.json.encode(parity)) + b"\n")
    except OSError as error:
        raise InputError(f"--output {output}: cannot be written: {error.strerror}") from error
    return parity


def _check_request(run: Run, output: Path, int8: bool) -> None:
    """Check the arguments before anything is loaded."""
    run.require_text_rule(_metrics_of(run).text_rule)
    check_writable(output, "--output")
    architecture = architecture_of(run.recipe)
    if int8 and not architecture.is_own:  # the layers of an own network are known after the conversion
        _require_lstm(architecture.name, architecture.recurrent_nodes(run.recipe))


def _metrics_of(run: Run) -> Metrics:
    metrics = run.metrics
    if metrics is None or not run.model_path.exists():
        raise InputError(f"{run.path}: no weights to export; train the run for an epoch first")
    return metrics


def _require_lstm(name: str, recurrent: list[str]) -> None:
    if "LSTM" not in recurrent:
        raise InputError(
            f"--int8: {name} has no LSTM, and 8 bits make nothing else much faster; leave it out"
        )


def _load(
    run: Run, rule: DecisionRule, reviews: int | None, calibrate: bool, on_step: Callable[[str], None]
) -> _TrainedRun:
    """Load the run's network, vocabulary and test reviews."""
    recipe, metrics = run.recipe, _metrics_of(run)
    on_step("reading the test reviews")
    vocabulary = Vocabulary.load(run.vocabulary_path)
    if len(vocabulary) > recipe.vocabulary_size:
        raise InputError(
            f"{run.vocabulary_path}: {len(vocabulary):,} words, more than the vocabulary size of the recipe"
        )
    corpus = read_corpus(run.reading_recipe)[0]
    if corpus.class_names != metrics.class_names:
        raise InputError(
            f"{run.metrics_path}: the class names differ from those of the reviews; train the run again"
        )
    test = corpus.test
    if reviews is not None:
        test = test.limited(reviews, corpus.class_names)
    on_step("building the inference model")
    network = load_network(run)
    calibration = _calibrate(run, network, on_step) if calibrate else None
    return _TrainedRun(recipe, metrics, rule, calibration, network, vocabulary, test)


def _calibrate(run: Run, network: Network, on_step: Callable[[str], None]) -> Calibration | None:
    """Divide the logits of a network by the temperature of its run; return None if that is not possible."""
    if architecture_of(run.recipe).is_own:
        on_step("not calibrated: the logits of a network of your own are not known")
        return None
    calibration = calibration_of(run)
    if calibration is None:
        on_step("not calibrated: no temperature is significantly better on stored validation predictions")
        return None
    on_step(f"calibrating with temperature {calibration.temperature:g}")
    divide_logits(network.model, calibration.temperature)
    return calibration


def _convert(trained: _TrainedRun, on_step: Callable[[str], None]) -> onnx.ModelProto:
    """Build the ONNX graph from text to label and check it."""
    recipe = trained.recipe
    architecture = architecture_of(recipe)
    model = inference_model(recipe, trained.network.model)
    if trained.calibration:
        divide_logits(model, trained.calibration.temperature)
    on_step("converting with tf2onnx")
    try:
        network = convert(model)
    except Exception as error:  # tf2onnx, onnx and TensorFlow raise exceptions of many types
        if not architecture.is_own:
            raise
        reason = printable(str(error), 300)
        raise SeqtuiError(f"{architecture.name}: tf2onnx cannot convert it to ONNX: {reason}") from error
    on_step("adding the tokenizer")
    graph = with_text_input(network, trained.vocabulary, recipe.max_length, trained.rule, recipe.head)
    _add_metadata(graph, trained)
    on_step("checking the graph")
    _check_graph(graph, None if architecture.is_own else architecture.recurrent_nodes(recipe))
    loops = [kind for kind in _recurrent(graph) if kind in ("Loop", "Scan")]
    if loops:
        on_step(
            f"warning: tf2onnx converts layers of {architecture.name} to {len(loops)} × {loops[0]}, which is "
            "slow; recurrent.lstm and recurrent.gru become one fast node each"
        )
    return graph


def _verify(
    path: Path, output: Path, trained: _TrainedRun, int8: bool, on_step: Callable[[str], None]
) -> Parity:
    """Verify a file; if it passes and ``int8`` is set, quantize it and verify it again.

    Args:
        path: The temporary file.
        output: Its final path, for the report.
        trained: The run that the file was converted from.
        int8: Whether to quantize it.
        on_step: Called with the name of each step as it begins.

    Returns:
        The report on the last version of the file.
    """
    network, vocabulary, reviews = trained.network, trained.vocabulary, trained.reviews
    length, head = trained.recipe.max_length, trained.recipe.head
    on_step(f"scoring {len(reviews):,} test reviews with Keras")
    by_keras = keras_probabilities(network, vocabulary, length, reviews.texts, head)

    def compare(float32: Parity | None = None) -> Parity:
        how = "8 bits" if float32 else "with onnxruntime"
        on_step(f"verifying {how} on {len(reviews):,} test reviews")
        parity = verify(
            path, network, vocabulary, length, reviews, head=head, float32=float32, by_keras=by_keras
        )
        return msgspec.structs.replace(parity, model=str(output))

    parity = compare()
    if int8 and parity.verified:
        on_step("quantizing the weights to 8 bits")
        quantize(path)
        parity = compare(float32=parity)
    return parity


def inference_model(recipe: Recipe, trained: keras.Model) -> keras.Model:
    """Build the same network with the same weights from layers that tf2onnx converts to single nodes.

    Before a convolution, the word vector of the padding is set to zero, so the inputs need no mask.

    Args:
        recipe: Recipe of the run.
        trained: The trained network.

    Returns:
        A model with the same inputs and outputs.
    """
    outputs = trained.output_shape[1]
    architecture = architecture_of(recipe)
    model = architecture.build(recipe, PLAIN, max(2, outputs), known_ngrams(trained))
    model.set_weights(trained.get_weights())
    if architecture.is_own:
        return model  # what is between its layers is not known
    layers = list(model._flatten_layers())
    for layer in layers:
        if isinstance(layer, WeightedNGrams):
            look_up_in_a_table(layer)
    convolutions = [layer for layer in layers if isinstance(layer, MaskedConv1D)]
    if convolutions:
        (embedding,) = (layer for layer in layers if isinstance(layer, keras.layers.Embedding))
        vectors = embedding.get_weights()[0]
        vectors[PADDING] = 0.0
        embedding.set_weights([vectors])
    for convolution in convolutions:
        convolution.padding_is_zero = True
    return model


def convert(model: keras.Model) -> onnx.ModelProto:
    """Convert a network to ONNX with readable names.

    Args:
        model: Result of :func:`inference_model`.

    Returns:
        A graph. Input: ``ids``, int32 (reviews, tokens). Output: ``probabilities``, float32 (reviews,
        classes); for a network that pools with attention also ``attention``, float32 (reviews,
        positions).
    """
    weights = attention_of(model)
    outputs = model if weights is None else keras.Model(model.inputs[0], [model.outputs[0], weights])

    @tf.function(input_signature=[tf.TensorSpec((None, None), tf.int32, name="ids")], autograph=False)
    def predict(ids: tf.Tensor) -> dict[str, tf.Tensor]:
        scores, *attention = keras.tree.flatten(outputs(ids, training=False))
        is_binary = scores.shape[1] == 1
        probabilities = tf.concat([1.0 - scores, scores], 1) if is_binary else scores
        return {"probabilities": probabilities, **dict(zip(["attention"], attention, strict=False))}

    graph, _ = tf2onnx.convert.from_function(
        predict,
        predict.input_signature,
        opset=_CONVERTED_OPSET,
        custom_op_handlers={"CudnnRNN": (to_gru_node, []), "PyFuncStateless": (to_label_encoder, [])},
    )
    graph = onnx.version_converter.convert_version(graph, OPSET)
    rename(graph)
    return graph


def _add_metadata(model: onnx.ModelProto, trained: _TrainedRun) -> None:
    recipe, metrics, rule = trained.recipe, trained.metrics, trained.rule
    decision = {} if rule.threshold is None else {"decision": rule.to_json()}
    calibration = trained.calibration and msgspec.json.encode(trained.calibration).decode()
    model.producer_name = "seqtui"
    onnx.helper.set_model_props(
        model,
        {
            "seqtui_format": FORMAT_WITH_RULE if decision else FORMAT,
            "labels": json.dumps(metrics.class_names),
            "text_rule": RULE,
            "recipe": recipe.shareable().to_toml(),
            "data_fingerprint": recipe.data_fingerprint or "",
            "metrics": msgspec.json.encode(metrics).decode(),
            **decision,
            **({"calibration": calibration} if calibration else {}),
        },
    )


def _recurrent(model: onnx.ModelProto) -> list[str]:
    """Return the types of the recurrent nodes, in order."""
    return [node.op_type for node in model.graph.node if node.op_type in ("LSTM", "GRU", "Loop", "Scan")]


def _check_graph(model: onnx.ModelProto, recurrent: list[str] | None) -> None:
    """Check the graph with onnx, and that it has the expected recurrent nodes; None: any are allowed."""
    onnx.checker.check_model(model, full_check=True)
    kinds = _recurrent(model)
    if recurrent is not None and kinds != recurrent:
        raise SeqtuiError(
            f"the converted graph has {', '.join(kinds) or 'no recurrent node'} instead of "
            f"{', '.join(recurrent) or 'none'}; this version of tf2onnx does not fuse it"
        )


def _add_parity(path: Path, parity: Parity) -> None:
    model = onnx.load(path)
    model.metadata_props.add(key="precision", value="int8" if parity.float32 else "float32")
    model.metadata_props.add(key="parity", value=msgspec.json.encode(parity).decode())
    onnx.save_model(model, path)
