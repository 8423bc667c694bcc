"""Damaged ONNX files, weights and checkpoints."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from seqtui.scoring.scorer import FORMAT
from tests.hostile.damage import PICKLE, Content, Executes


def relabelled(good: Path, labels: list[str], path: Path) -> Path:
    """Write an exported file with other class names, as the exporter would write it."""
    model = onnx.load(good)
    names = next(constant for constant in model.graph.initializer if constant.name == "label/names")
    texts = [label.encode() for label in labels]
    names.CopyFrom(helper.make_tensor(names.name, TensorProto.STRING, [len(labels)], texts))  # type: ignore[arg-type]
    next(entry for entry in model.metadata_props if entry.key == "labels").value = json.dumps(labels)
    onnx.save_model(model, path)
    return path


def onnx_crafted(good: Path, outside: Path) -> Iterator[tuple[str, bytes]]:
    """Yield a description of the damage and the file.

    Args:
        good: A valid exported file.
        outside: A file that no model may read.
    """

    def changed(change: Callable[[onnx.ModelProto], None]) -> bytes:
        model = onnx.load(good)
        change(model)
        return bytes(model.SerializeToString())

    def with_metadata(key: str, value: str | None) -> Callable[[onnx.ModelProto], None]:
        def change(model: onnx.ModelProto) -> None:
            entry = next(entry for entry in model.metadata_props if entry.key == key)
            if value is None:
                model.metadata_props.remove(entry)
            else:
                entry.value = value

        return change

    for key in ("seqtui_format", "labels"):
        yield f"no {key}", changed(with_metadata(key, None))
    for version in ("3", "99", "1", "", "2.0", "\x1b[2J[/]", "9" * 5000):
        yield f"format {version[:9]!r}", changed(with_metadata("seqtui_format", version))
    for labels in (
        *("", "null", "[]", "[1]", '["a"]', '["a", "b", "c"]', '["positive", "negative"]', '{"a": 1}', "NaN"),
        *('["\\u001b[2J", "[/]"]', "[" * 100_000, '["a", "a"]', '["negative", "positive"'),
    ):
        yield f"labels {labels[:28]}", changed(with_metadata("labels", labels))
    yield "no metadata", changed(lambda model: model.ClearField("metadata_props"))
    yield "a newer opset", changed(lambda model: setattr(model.opset_import[0], "version", 99))
    yield "a newer IR", changed(lambda model: setattr(model, "ir_version", 99))
    yield "no nodes", changed(lambda model: model.graph.ClearField("node"))
    yield "no outputs", changed(lambda model: model.graph.ClearField("output"))
    yield "another input", changed(lambda model: setattr(model.graph.input[0], "name", "review"))
    yield "another output", changed(lambda model: setattr(model.graph.output[0], "name", "other"))
    yield "an unknown operator", changed(lambda model: setattr(model.graph.node[-1], "op_type", "Pwn"))
    yield "an unknown domain", changed(lambda model: setattr(model.graph.node[-1], "domain", "evil.com"))
    yield "a cycle", changed(lambda model: model.graph.node[0].input.append(model.graph.node[-1].output[0]))
    for location in (
        "/etc/passwd",
        "../" * 9 + "etc/passwd",
        "/dev/zero",
        str(outside),
        "../outside.bin",
        "data.bin",
    ):
        yield (
            f"weights in {location[-12:]}",
            changed(partial(_put_outside, location=location)),
        )
    yield "weights of NaN", changed(lambda model: _fill(model, np.nan))
    yield "infinite weights", changed(lambda model: _fill(model, np.inf))
    yield "weights of another shape", changed(lambda model: _weights(model)[0].dims.__setitem__(0, 1 << 40))
    info = helper.make_tensor_value_info
    foreign = helper.make_model(
        helper.make_graph(
            [helper.make_node("Identity", ["x"], ["y"])], "g",
            [info("x", TensorProto.FLOAT, [1])], [info("y", TensorProto.FLOAT, [1])],
        ),
        opset_imports=[helper.make_opsetid("", 21)], ir_version=10,
    )  # fmt: skip
    yield "a model of another program", foreign.SerializeToString()
    claims = {"seqtui_format": FORMAT, "labels": '["negative", "positive"]'}
    helper.set_model_props(foreign, claims)
    yield "a model of another program with our metadata", foreign.SerializeToString()
    for how, shape in (("16 PB", [1 << 52]), ("40 GB", [10 << 30]), ("negative", [-5])):
        yield f"an output of {how}", _of_size(shape, claims)


def _weights(model: onnx.ModelProto) -> list[onnx.TensorProto]:
    return [
        constant
        for constant in model.graph.initializer
        if constant.data_type == TensorProto.FLOAT and len(constant.dims) > 1
    ]


def _put_outside(model: onnx.ModelProto, location: str) -> None:
    weights = _weights(model)[0]
    weights.ClearField("raw_data")
    weights.data_location = TensorProto.EXTERNAL
    for key, value in (
        ("location", location),
        ("offset", "0"),
        ("length", str(4 * int(np.prod(weights.dims)))),
    ):
        weights.external_data.add(key=key, value=value)


def _fill(model: onnx.ModelProto, value: float) -> None:
    for weights in _weights(model):
        weights.CopyFrom(
            numpy_helper.from_array(np.full(list(weights.dims), value, np.float32), weights.name)
        )


def _of_size(shape: list[int], claims: dict[str, str]) -> bytes:
    info = helper.make_tensor_value_info
    constant = numpy_helper.from_array(np.array(shape, np.int64), "shape")
    model = helper.make_model(
        helper.make_graph(
            [
                helper.make_node("ConstantOfShape", ["shape"], ["probabilities"]),
                helper.make_node("Identity", ["text"], ["label"]),
            ],
            "g",
            [info("text", TensorProto.STRING, ["n"])],
            [info("label", TensorProto.STRING, ["n"]), info("probabilities", TensorProto.FLOAT, ["m"])],
            [constant],
        ),
        opset_imports=[helper.make_opsetid("", 21)], ir_version=10,
    )  # fmt: skip
    helper.set_model_props(model, claims)
    return bytes(model.SerializeToString())


def keras_crafted(good: bytes) -> Iterator[tuple[str, Content]]:
    """Yield a description of the damage and the file."""
    lambda_layer = {
        "module": "keras.layers", "class_name": "Lambda", "registered_name": None,
        "config": {"name": "evil", "function": {"class_name": "__lambda__", "config": {"code": "4wEAAAAA"}}},
    }  # fmt: skip
    sequential = {
        "module": "keras", "class_name": "Sequential", "registered_name": None,
        "config": {"name": "s", "layers": [lambda_layer]},
    }  # fmt: skip
    system = {
        "module": "posix",
        "class_name": "system",
        "config": "touch executed",
        "registered_name": "system",
    }
    yield "a Lambda layer", with_part(good, "config.json", json.dumps(sequential).encode())
    yield "a call of posix.system", with_part(good, "config.json", json.dumps(system).encode())
    yield "a pickle for a configuration", with_part(good, "config.json", PICKLE)
    yield "a pickle for weights", with_part(good, "model.weights.h5", PICKLE)
    yield "no weights", with_part(good, "model.weights.h5", None)
    yield "empty weights", with_part(good, "model.weights.h5", b"")
    yield "weights without layers", with_part(good, "model.weights.h5", _h5(lambda _: None))
    yield "weights elsewhere", with_part(good, "model.weights.h5", _h5(_link_out))
    yield "weights in another file", with_part(good, "model.weights.h5", _h5(_external))
    yield "a weight of 4 TB", with_part(good, "model.weights.h5", _h5(_huge, good))
    yield "a weight of another kind", with_part(good, "model.weights.h5", _h5(_strings, good))
    yield "a path out of the archive", with_part(good, "../../evil.txt", b"evil")
    yield "a bomb in the archive", lambda: with_part(good, "bomb", bytes(600 << 20))
    yield "a bomb for weights", lambda: with_part(good, "model.weights.h5", bytes(1200 << 20))


def with_part(archive: bytes, name: str, content: bytes | None) -> bytes:
    """Return a zip archive with one part changed, added or, if None, removed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        if content is not None:
            new.writestr(name, content)
    return out.getvalue()


def _h5(change: Callable[[Any], None], good: bytes | None = None) -> bytes:
    start = b""
    if good:
        with zipfile.ZipFile(io.BytesIO(good)) as archive:
            start = archive.read("model.weights.h5")
    file = io.BytesIO(start)
    with h5py.File(file, "r+" if good else "w") as weights:
        change(weights)
    return file.getvalue()


def _first(file: Any) -> str:
    names: list[str] = []
    file.visititems(lambda name, item: names.append(name) if isinstance(item, h5py.Dataset) else None)
    return names[0]


def _link_out(file: Any) -> None:
    file["layers"] = h5py.ExternalLink("/etc/passwd", "/")


def _external(file: Any) -> None:
    file.create_dataset("layers/embedding/vars/0", (10, 4), "f4", external=[("/etc/passwd", 0, 160)])


def _huge(file: Any) -> None:
    name = _first(file)
    del file[name]
    file.create_dataset(name, (1 << 20, 1 << 20), "f4", chunks=(1024, 1024), compression="gzip")


def _strings(file: Any) -> None:
    name = _first(file)
    del file[name]
    file[name] = np.array([b"a", b"b"])


def checkpoint_crafted(good: bytes) -> Iterator[tuple[str, Content]]:
    """Yield a description of the damage and the file."""
    with np.load(io.BytesIO(good)) as arrays:
        state = dict(arrays)

    def saved(**changed: Any) -> bytes:
        file = io.BytesIO()
        np.savez(file, **{name: value for name, value in (state | changed).items() if value is not None})
        return file.getvalue()

    hostile = io.BytesIO()
    np.lib.format.write_array(hostile, np.array([Executes()], object), allow_pickle=True)
    bombs = {f"{name}.npy": hostile.getvalue() for name in state}
    for name, content in bombs.items():
        yield f"a pickle for {name}", with_part(good, name, content)
    yield "no arrays", saved(**dict.fromkeys(state))
    for name in state:
        yield f"no {name}", saved(**{name: None})
        yield f"text for {name}", saved(**{name: np.array("\x1b[2J[/]")})
        yield f"another shape of {name}", saved(**{name: np.zeros((3, 3, 3), np.float32)})
        yield f"no numbers in {name}", saved(**{name: np.full(state[name].shape, np.nan, np.float32)})
    huge = (
        b"\x93NUMPY\x01\0v\0"
        + b"{'descr': '<f4', 'fortran_order': False, 'shape': (1099511627776,), }".ljust(117)
        + b"\n"
    )
    yield "an array of 4 TB", with_part(good, f"{next(iter(state))}.npy", huge)
    yield (
        "a header with code",
        with_part(
            good,
            f"{next(iter(state))}.npy",
            b"\x93NUMPY\x01\0v\0" + b"__import__('pathlib').Path('executed').touch()".ljust(117) + b"\n",
        ),
    )
    yield "a bomb in the archive", lambda: with_part(good, "bomb.npy", bytes(600 << 20))
    yield "a single array", PICKLED_ARRAY


_array = io.BytesIO()
np.save(_array, np.array([Executes()], object), allow_pickle=True)
PICKLED_ARRAY = _array.getvalue()
